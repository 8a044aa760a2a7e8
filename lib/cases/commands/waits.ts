import { z } from 'zod';
import { command, type Door } from '@/lib/command';
import type { StaffActor, WorkerActor } from '@/lib/access/actor';
import { addDays, asCalendarDate, officeDate, type CalendarDate } from '@/lib/platform/dates';
import { dbDate, type Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { promise } from '@/lib/policies/promise';
import { holdClosures, listClosures } from '@/lib/policies/queries';
import { moveBy, moveRefusal } from '../moving';
import { caseOnlySchema, waitSchema } from '../schema';
import { findCase, heldCase, isRefused, type WorkCase } from '../scope';
import { waitAction, wakesAt, waitWords, wakeProblems } from '../waits';

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
  run: async ({ actor, tx, now, record }, { caseId, state, code = null, reason: written = null, wakeOn: day }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const wakeOn = day === undefined ? null : asCalendarDate(day);
    const problems = wakeProblems(state, wakeOn, officeDate(now), await listClosures(tx));
    if (problems.length > 0) return refuse('invalid', problems);
    const reason = waitWords(code, written);
    const action = waitAction(state, wakeOn);
    // Asked before the row is written: two waits of one case cannot stand, and the table would throw.
    const refused = moveRefusal(actor, held.state, action, reason);
    if (refused !== null) return refused;
    await tx.caseWait.create({
      data: { caseId: held.id, state, reason, reasonCode: code, stopsClock: state === 'waiting_on_requester', fromAt: now, wakeOn: wakeOn === null ? null : dbDate(wakeOn), byId: actor.staffId },
    });
    const faster = await moveBy(tx, actor, held, action, { reason, change: { dueAt: await dueNow(tx, held, now) } });
    if (faster !== null) return faster;
    record({ event: 'case.waited', caseId: held.id, details: { state, reason, ...(wakeOn === null ? {} : { wakeOn }) } });
    return done({ state });
  },
});

type Waking = Pick<Door<StaffActor | WorkerActor>, 'tx' | 'now' | 'actor'>;

/** Ends the wait of a case and moves it back to work; the holder, if there is one, has it afresh. */
export async function endWait({ tx, now, actor }: Waking, held: WorkCase): Promise<Refused | null> {
  const { count } = await tx.caseWait.updateMany({ where: { caseId: held.id, untilAt: null }, data: { untilAt: now } });
  if (count === 0) return refuse('not_waiting');
  await tx.caseClaim.updateMany({ where: { caseId: held.id, releasedAt: null }, data: { seenAt: now } });
  return moveBy(tx, actor, held, 'resume', { change: { dueAt: await dueNow(tx, held, now) } });
}

export const resumeCase = command({
  name: 'case.resume',
  surface: 'staff',
  actors: ['staff'],
  input: caseOnlySchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, { caseId }) => {
    const held = await heldCase(door.tx, door.actor, caseId);
    if (isRefused(held)) return held;
    const refused = await endWait(door, held);
    if (refused !== null) return refused;
    door.record({ event: 'case.resumed', caseId: held.id, details: { state: 'in_progress' } });
    return done({ state: 'in_progress' as const });
  },
});

/** The last day whose office hours have begun. */
function openedDay(now: Date): CalendarDate {
  const today = officeDate(now);
  return now >= wakesAt(today) ? today : addDays(today, -1);
}

/** Snoozed cases whose day has come; locked with their wait, so that two workers wake no case twice and one that was resumed and laid aside anew sleeps on. */
const awake = (tx: Tx, now: Date) => tx.$queryRaw<{ public_id: string }[]>`
  SELECT c.public_id FROM case_waits w JOIN cases c ON c.id = w.case_id
  WHERE w.until_at IS NULL AND w.wake_on <= ${dbDate(openedDay(now))} AND c.state = 'on_hold'
  ORDER BY w.wake_on, c.number LIMIT 200 FOR UPDATE OF c, w SKIP LOCKED`;

/** What was snoozed comes back by itself, to whoever had it. */
export const wakeCases = command({
  name: 'case.wake',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async (door) => {
    const due = await awake(door.tx, door.now);
    for (const { public_id } of due) {
      const found = await findCase(door.tx, public_id);
      if (found === null) continue;
      const refused = await endWait(door, found);
      if (refused !== null) return refused;
      door.record({ event: 'case.resumed', caseId: found.id, details: { state: 'in_progress', woke: true } });
    }
    return due.length === 0 ? refuse('nothing_to_wake') : done({ woken: due.length });
  },
});
