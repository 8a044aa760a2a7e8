import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { savedAtWords } from './labels';
import { draftMark } from './marks';
import type { KeptDrafts } from './rules';

/** All that this person has begun and not saved under keys that begin so, in one statement. Nobody reads a colleague's drafts. */
async function listDrafts(actor: StaffActor, begin: string): Promise<KeptDrafts> {
  const rows = await db().$queryRaw<{ key: string; body: unknown; saved_at: Date; mark: string }[]>`
    SELECT d.key, d.body, d.saved_at, ${draftMark} AS mark FROM drafts d WHERE d.staff_id = ${actor.staffId}::uuid AND starts_with(d.key, ${begin})`;
  return new Map(rows.map(({ key, body, saved_at, mark }) => [key, { body, savedAt: savedAtWords(saved_at), mark }]));
}

export const listCaseDrafts = (actor: StaffActor, caseId: string): Promise<KeptDrafts> => listDrafts(actor, `case:${caseId}:`);
export const listQueueDrafts = (actor: StaffActor): Promise<KeptDrafts> => listDrafts(actor, 'queue:');
export const listCalendarDrafts = (actor: StaffActor): Promise<KeptDrafts> => listDrafts(actor, 'calendar:');
