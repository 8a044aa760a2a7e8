import { command } from '@/lib/command';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { promise } from '@/lib/policies/promise';
import { holdClosures } from '@/lib/policies/queries';
import { caseOnlySchema, waitSchema } from '../schema';
import { heldCase, isRefused, moveCase, type WorkCase } from '../scope';

/** When the promise falls due, counted anew from what arrived, the closures and the pauses that stop the clock. */
export async function dueNow(tx: Tx, of: Pick<WorkCase, 'id' | 'receivedAt' | 'targetDays'>, now: Date): Promise<Date | null> {
  const waits = await tx.caseWait.findMany({ where: { caseId: of.id, stopsClock: true } });
  const pauses = waits.map((wait) => ({ from: wait.fromAt, until: wait.untilAt, reason: wait.reason }));
  return promise({ receivedAt: of.receivedAt, targetDays: of.targetDays, closures: await holdClosures(tx), pauses, now }).dueAt;
}

/** Waiting has a state of its own and a reason; only what the requester owes us stops the clock. */
export const waitCase = command({
  name: 'case.wait',
  surface: 'staff',
  actors: ['staff'],
  input: waitSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, state, reason }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    if (held.state !== 'in_progress') return refuse('not_in_progress');
    await tx.caseWait.create({ data: { caseId: held.id, state, reason, stopsClock: state === 'waiting_on_requester', fromAt: now, byId: actor.staffId } });
    if (!(await moveCase(tx, held, { state, dueAt: await dueNow(tx, held, now) }))) return refuse('conflict');
    record({ event: 'case.waited', caseId: held.id, details: { state, reason } });
    return done({ state });
  },
});

export const resumeCase = command({
  name: 'case.resume',
  surface: 'staff',
  actors: ['staff'],
  input: caseOnlySchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const { count } = await tx.caseWait.updateMany({ where: { caseId: held.id, untilAt: null }, data: { untilAt: now } });
    if (count === 0) return refuse('not_waiting');
    if (!(await moveCase(tx, held, { state: 'in_progress', dueAt: await dueNow(tx, held, now) }))) return refuse('conflict');
    record({ event: 'case.resumed', caseId: held.id, details: { state: 'in_progress' } });
    return done({ state: 'in_progress' as const });
  },
});
