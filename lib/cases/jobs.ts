import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { db } from '@/lib/platform/db';
import { enqueue } from '@/lib/platform/jobs';
import { takeAnswer } from './commands/askings';
import { closeUnanswered, remindRequesters } from './commands/chasing';
import { lapseClaims } from './commands/lapses';
import { matchCase } from './commands/matches';
import { openCase } from './commands/openings';
import { sweepPresence } from './commands/presence';
import { moveBatch } from './commands/promise-moves';
import { wakeCases } from './commands/waits';

/** Asks for the search of each case. Run again after a crash it asks again; the key leaves one request standing. */
async function askForMatches(submissionId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const { id } of await tx.case.findMany({ where: { submissionId, patientId: null }, select: { id: true } })) await enqueue(tx, 'case.match', { caseId: id }, `case.match:${id}`);
  });
}

/** Opens the cases of a submission that arrived, then has their people looked for. */
export async function openCases(actor: WorkerActor, { submissionId }: { submissionId: string }): Promise<void> {
  const outcome = await throughTheDoor(openCase, actor, { submissionId }, null);
  if (!outcome.ok && outcome.reason !== 'already_open') throw new Error(outcome.reason);
  await askForMatches(submissionId);
}

/** Looks for the person of a case among all patients. */
export async function findMatches(actor: WorkerActor, { caseId }: { caseId: string }): Promise<void> {
  const outcome = await throughTheDoor(matchCase, actor, { caseId }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** Frees the cases that nobody has touched for half an hour. */
export async function freeIdleClaims(actor: WorkerActor): Promise<void> {
  const outcome = await throughTheDoor(lapseClaims, actor, {}, null);
  if (!outcome.ok && outcome.reason !== 'nothing_lapsed') throw new Error(outcome.reason);
}

/** Brings back what was snoozed until today. */
export async function wakeSnoozed(actor: WorkerActor): Promise<void> {
  const outcome = await throughTheDoor(wakeCases, actor, {}, null);
  if (!outcome.ok && outcome.reason !== 'nothing_to_wake') throw new Error(outcome.reason);
}

/** Goes on with a case whose requester answered by their link. */
export async function goOnAnswered(actor: WorkerActor, { requestId }: { requestId: string }): Promise<void> {
  const outcome = await throughTheDoor(takeAnswer, actor, { requestId }, null);
  if (!outcome.ok && outcome.reason !== 'already_taken') throw new Error(outcome.reason);
}

/** Says it once more to whoever has not answered for five business days. */
export async function remindSilent(actor: WorkerActor): Promise<void> {
  const outcome = await throughTheDoor(remindRequesters, actor, {}, null);
  if (!outcome.ok && outcome.reason !== 'nobody_to_remind') throw new Error(outcome.reason);
}

/** Ends what nobody answered for twenty. */
export async function closeSilent(actor: WorkerActor): Promise<void> {
  const outcome = await throughTheDoor(closeUnanswered, actor, {}, null);
  if (!outcome.ok && outcome.reason !== 'nothing_to_close') throw new Error(outcome.reason);
}

/** Forgets who had a case open and left without a word. */
export async function sweepAway(actor: WorkerActor): Promise<void> {
  const outcome = await throughTheDoor(sweepPresence, actor, {}, null);
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** Moves the open promises to a changed calendar. Stopped between two batches, the next try goes on where this one ended. */
export async function movePromises(actor: WorkerActor, { recountId }: { recountId: string }, signal?: AbortSignal): Promise<void> {
  for (let finished = false; !finished; ) {
    signal?.throwIfAborted();
    const outcome = await throughTheDoor(moveBatch, actor, { recountId }, null);
    if (!outcome.ok && outcome.reason !== 'already_finished') throw new Error(outcome.reason);
    finished = !outcome.ok || (outcome.value as { finished: boolean }).finished;
  }
}
