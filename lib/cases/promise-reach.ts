/** Which open promises a change of the calendar can move, and what stood still for them. */
import { Prisma, type Db, type Tx } from '@/lib/platform/db';
import type { CalendarDate } from '@/lib/platform/dates';
import { closeOf } from '@/lib/policies/business-time';
import type { Pause } from '@/lib/policies/promise';

/**
 * A day on which the office is closed or opened counts for promises that were received by its close and fall due at or
 * after it; every other case (`c`) stays. A stopped clock has no due time: it is counted anew when it runs again.
 */
export const inReach = (on: CalendarDate): Prisma.Sql => Prisma.sql`c.state <> 'closed' AND c.due_at >= ${closeOf(on)} AND c.received_at <= ${closeOf(on)}`;

/** The waits that stopped the clock, by case. */
export async function lastingPauses(tx: Tx | Db, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly Pause[]>> {
  const waits = await tx.caseWait.findMany({ where: { caseId: { in: [...caseIds] }, stopsClock: true } });
  const pauses = new Map<string, Pause[]>();
  for (const { caseId, fromAt, untilAt, reason } of waits) pauses.set(caseId, [...(pauses.get(caseId) ?? []), { from: fromAt, until: untilAt, reason }]);
  return pauses;
}
