/** Nobody answers: the worker says it once more, and in the end closes the case. Both by the office's days. */
import { z } from 'zod';
import { command, type Door } from '@/lib/command';
import type { WorkerActor } from '@/lib/access/actor';
import { noticeRecipient } from '@/lib/dispatch/recipients';
import { chaseOf, type Chase } from '@/lib/documents/asking/rules';
import type { Tx } from '@/lib/platform/db';
import { officeDate } from '@/lib/platform/dates';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { listClosures } from '@/lib/policies/queries';
import { moveBy } from '../moving';
import { findCase, type WorkCase } from '../scope';
import { queueLink } from './askings';
import { tellEnding } from './telling';

type Waiting = { id: string; public_id: string; at: Date; reminded_at: Date | null };
const DAY_MS = 86_400_000;
const MOST_AT_ONCE = 100;

/** Open questions of cases that wait for their answer and for so many days at least; locked, so that two workers chase nobody twice. */
const waiting = (tx: Tx, now: Date) => tx.$queryRaw<Waiting[]>`
  SELECT r.id, c.public_id, r.at, r.reminded_at FROM document_requests r JOIN cases c ON c.id = r.case_id
  WHERE r.answered_at IS NULL AND r.withdrawn_at IS NULL AND r.unanswered_at IS NULL
    AND r.at <= ${new Date(now.getTime() - (POLICY_DEFAULTS.reminderBusinessDays - 1) * DAY_MS)} AND c.state = 'waiting_on_requester'
  ORDER BY r.at, c.number FOR UPDATE OF r SKIP LOCKED`;

type Due = Waiting & { readonly found: WorkCase };

async function dueFor(door: Door<WorkerActor>, wanted: Exclude<Chase, 'wait'>): Promise<Due[]> {
  const { tx, now } = door;
  const closures = await listClosures(tx);
  const today = officeDate(now);
  const chased = (await waiting(tx, now)).filter(({ at, reminded_at }) => chaseOf({ askedOn: officeDate(at), reminded: reminded_at !== null, today, closures }) === wanted);
  const due: Due[] = [];
  for (const one of chased.slice(0, MOST_AT_ONCE)) {
    const found = await findCase(tx, one.public_id);
    // Answered, or resumed, between the two looks.
    if (found?.state === 'waiting_on_requester') due.push({ ...one, found });
  }
  return due;
}

/** Five business days without a word: the same question once more, with a link of its own. */
export const remindRequesters = command({
  name: 'case.remind',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async (door: Door<WorkerActor>) => {
    const { tx, now, record } = door;
    const due = await dueFor(door, 'remind');
    for (const { id, found } of due) {
      await tx.documentRequest.updateMany({ where: { id, remindedAt: null }, data: { remindedAt: now } });
      const to = noticeRecipient(found.submission);
      if (to !== null) await queueLink(tx, id, 'reminded', to, now);
      record({ event: 'document.reminded', caseId: found.id, details: { channel: to?.channel ?? 'none' } });
    }
    return due.length === 0 ? refuse('nobody_to_remind') : done({ reminded: due.length });
  },
});

const NO_ANSWER = `No answer for ${POLICY_DEFAULTS.unansweredBusinessDays} business days`;

async function closeOne(door: Door<WorkerActor>, { id, found }: Due): Promise<Refused | null> {
  const { actor, tx, now, record } = door;
  await tx.documentRequest.updateMany({ where: { id }, data: { unansweredAt: now } });
  const closure = await tx.caseClosure.create({ data: { caseId: found.id, outcome: 'unanswered', reason: NO_ANSWER, at: now } });
  await tx.caseWait.updateMany({ where: { caseId: found.id, untilAt: null }, data: { untilAt: now } });
  await tx.caseClaim.updateMany({ where: { caseId: found.id, releasedAt: null }, data: { releasedAt: now, releaseReason: 'closed' } });
  const refused = await moveBy(tx, actor, found, 'close', { change: { closedAt: now } });
  if (refused !== null) return refused;
  record({ event: 'case.closed', caseId: found.id, patientId: found.patientId, details: { outcome: 'unanswered', reason: NO_ANSWER } });
  await tellEnding(door, found, { closureId: closure.id, outcome: 'unanswered', copySent: false });
  return null;
}

/** Twenty business days without a word: the case ends as unanswered, with its letter. A supervisor opens it again, and so does a late answer. */
export const closeUnanswered = command({
  name: 'case.close_unanswered',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async (door: Door<WorkerActor>) => {
    const due = await dueFor(door, 'close');
    for (const one of due) {
      const refused = await closeOne(door, one);
      if (refused !== null) return refused;
    }
    return due.length === 0 ? refuse('nothing_to_close') : done({ closed: due.length });
  },
});
