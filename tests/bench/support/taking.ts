/** Two ways of taking the next case, and clients who do so until nothing waits. */
import type { StaffActor } from '@/lib/access/actor';
import { appendAudit } from '@/lib/audit/record';
import { takeNext } from '@/lib/cases/commands/claims';
import { throughTheDoor } from '@/lib/command';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';

/** Answers the case's number, or null when nothing waits. */
export type Way = (actor: StaffActor) => Promise<number | null>;

/** Ours: the command as the staff web runs it. */
export const byCommand: Way = async (actor) => {
  const outcome = await throughTheDoor(takeNext, actor, {}, null);
  if (outcome.ok) return (outcome.value as { number: number }).number;
  if (outcome.reason === 'nothing_waiting') return null;
  throw new Error(outcome.reason);
};

const findFirstFree = (actor: StaffActor) =>
  db().case.findFirst({
    where: { state: { in: ['new', 'in_progress'] }, language: { in: [...actor.languages] }, claims: { none: { releasedAt: null } } },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { deadlineOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    select: { id: true, number: true },
  });

/** The usual way: find the first free case, then mark it as mine and write it down, as one transaction. */
export const byFindThenUpdate: Way = async (actor) => {
  const found = await findFirstFree(actor);
  if (found === null) return null;
  const at = now();
  await db().$transaction(
    async (tx) => {
      await tx.case.update({ where: { id: found.id }, data: { state: 'in_progress', version: { increment: 1 } } });
      await tx.caseClaim.create({ data: { caseId: found.id, staffId: actor.staffId, at, seenAt: at } });
      await appendAudit(tx, actor, { event: 'case.claimed', caseId: found.id, details: { how: 'next', from: null } });
    },
    { timeout: 15_000, maxWait: 5_000 },
  );
  return found.number;
};

/** The same where the table refuses a second claim: whoever came second looks again. */
export const byFindThenRetry: Way = async (actor) => {
  for (;;) {
    try {
      return await byFindThenUpdate(actor);
    } catch (error) {
      if ((error as { code?: string }).code !== 'P2002') throw error;
    }
  }
};

export const WAYS = { command: byCommand, find_then_update: byFindThenUpdate, find_then_retry: byFindThenRetry } as const satisfies Record<string, Way>;

/** One client: takes until nothing waits or the time is over. Answers the numbers in the order they were taken. */
export async function takeUntil(actor: StaffActor, way: Way, until: number): Promise<number[]> {
  const taken: number[] = [];
  while (performance.timeOrigin + performance.now() < until) {
    const number = await way(actor);
    if (number === null) break;
    taken.push(number);
  }
  return taken;
}
