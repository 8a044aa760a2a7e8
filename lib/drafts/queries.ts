import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { savedAtWords } from './labels';
import { draftMark } from './marks';
import type { KeptDrafts } from './rules';

/** All that this person has begun and not saved on a case, in one statement. Nobody reads a colleague's drafts. */
export async function listCaseDrafts(actor: StaffActor, caseId: string): Promise<KeptDrafts> {
  const rows = await db().$queryRaw<{ key: string; body: unknown; saved_at: Date; mark: string }[]>`
    SELECT d.key, d.body, d.saved_at, ${draftMark} AS mark FROM drafts d WHERE d.staff_id = ${actor.staffId}::uuid AND starts_with(d.key, ${`case:${caseId}:`})`;
  return new Map(rows.map(({ key, body, saved_at, mark }) => [key, { body, savedAt: savedAtWords(saved_at), mark }]));
}
