/** A claim nobody works on goes back to the queue; the draft stays where it was saved. */
import type { AuditEntry } from '@/lib/audit/events';
import { Prisma, type Tx } from '@/lib/platform/db';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';

const LAPSE_MS = POLICY_DEFAULTS.claimLapseMinutes * 60_000;
/** So many at once, so that one statement holds few locks; what is left is next minute's. */
const MOST = 200;

/**
 * Releases idle claims and answers the audit entries of it. Only work lapses: whoever waits for an answer, a second person
 * or an envelope keeps the case. SKIP LOCKED, so that it never waits for a colleague who is just saving; the case is locked
 * with its claim, because the claim's end is written on it too.
 */
export async function releaseLapsed(tx: Tx, now: Date): Promise<AuditEntry[]> {
  const idleSince = new Date(now.getTime() - LAPSE_MS);
  const rows = await tx.$queryRaw<{ id: string; case_id: string; name: string }[]>`
    SELECT k.id, k.case_id, s.name FROM case_claims k JOIN cases c ON c.id = k.case_id JOIN staff s ON s.id = k.staff_id
    WHERE k.released_at IS NULL AND k.seen_at < ${idleSince} AND c.state IN ('new', 'in_progress')
    ORDER BY k.seen_at LIMIT ${MOST} FOR UPDATE OF c, k SKIP LOCKED`;
  if (rows.length === 0) return [];
  await tx.$executeRaw`UPDATE case_claims SET released_at = ${now}, release_reason = 'lapsed' WHERE id IN (${Prisma.join(rows.map(({ id }) => Prisma.sql`${id}::uuid`))})`;
  return rows.map(({ case_id, name }) => ({ event: 'case.claim_released', caseId: case_id, details: { reason: 'lapsed', of: name } }));
}
