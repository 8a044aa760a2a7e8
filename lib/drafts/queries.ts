import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { savedAtWords } from './labels';
import type { KeptDrafts } from './rules';

/** All that this person has begun and not saved on a case, in one statement. Nobody reads a colleague's drafts. */
export async function listCaseDrafts(actor: StaffActor, caseId: string): Promise<KeptDrafts> {
  const rows = await db().draft.findMany({ where: { staffId: actor.staffId, key: { startsWith: `case:${caseId}:` } }, select: { key: true, body: true, savedAt: true } });
  return new Map(rows.map(({ key, body, savedAt }) => [key, { body, savedAt: savedAtWords(savedAt) }]));
}
