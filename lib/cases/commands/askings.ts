/** A requester is asked for papers: the question, its link and the stopped clock in one transaction; and the ways back. */
import { z } from 'zod';
import { command, type Door } from '@/lib/command';
import type { WorkerActor } from '@/lib/access/actor';
import { noticeRecipient, type NoticeRecipient } from '@/lib/dispatch/recipients';
import { itemsOf, linkExpiry } from '@/lib/documents/asking/rules';
import { asAskLanguage } from '@/lib/documents/asking/labels';
import { askSchema } from '@/lib/documents/asking/schema';
import { papersOf } from '@/lib/documents/scope';
import { enqueue } from '@/lib/platform/jobs';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { moveBy, moveRefusal } from '../moving';
import { caseOnlySchema } from '../schema';
import { findCase, heldCase, isRefused, type WorkCase } from '../scope';
import { takeBackLetters } from './telling';
import { dueNow, endWait } from './waits';

export const OPEN_REQUEST = { answeredAt: null, withdrawnAt: null, unansweredAt: null } as const;

/** A link on its way, for the first time or as the reminder. */
export async function queueLink(tx: Tx, requestId: string, purpose: 'asked' | 'reminded', to: NoticeRecipient, at: Date): Promise<void> {
  const { id } = await tx.uploadLink.create({ data: { requestId, purpose, ...to, state: 'queued', queuedAt: at, expiresAt: linkExpiry(at) }, select: { id: true } });
  await enqueue(tx, 'document.send_link', { linkId: id }, `document.send_link:${id}`);
}

/** What stands returned or suspected in this case, and what was accepted. */
async function judged(tx: Tx, caseId: string) {
  const reviews = await tx.documentReview.findMany({ where: { caseId, supersededAt: null, document: papersOf(caseId) }, orderBy: { at: 'asc' }, include: { document: { select: { kind: true } } } });
  return reviews.map(({ document, decision, reasons }) => ({ kind: document.kind, decision, reasons }));
}

/** Asks once for everything that is owed: returned papers with their reasons, and those that never came. Stops the clock. */
export const askDocuments = command({
  name: 'case.ask_documents',
  surface: 'staff',
  actors: ['staff'],
  input: askSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, missing }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const items = itemsOf(await judged(tx, held.id), missing);
    if (items.length === 0) return refuse('nothing_to_ask');
    const to = noticeRecipient(held.submission);
    if (to === null) return refuse('nobody_to_tell');
    const reason = items.map(({ kind }) => DOCUMENT_KIND_WORDS[kind].full).join(', ');
    const refused = moveRefusal(actor, held.state, 'wait_on_requester', reason) ?? ((await tx.documentRequest.count({ where: { caseId: held.id, ...OPEN_REQUEST } })) > 0 ? refuse('already_asked') : null);
    if (refused !== null) return refused;
    const request = await tx.documentRequest.create({ data: { caseId: held.id, language: asAskLanguage(held.language), items: [...items], byId: actor.staffId, at: now } });
    await queueLink(tx, request.id, 'asked', to, now);
    await tx.caseWait.create({ data: { caseId: held.id, state: 'waiting_on_requester', reason, stopsClock: true, fromAt: now, byId: actor.staffId } });
    const faster = await moveBy(tx, actor, held, 'wait_on_requester', { reason, change: { dueAt: await dueNow(tx, held, now) } });
    if (faster !== null) return faster;
    record({ event: 'document.asked', caseId: held.id, patientId: held.patientId, details: { kinds: items.map(({ kind }) => kind), reasons: items.flatMap(({ reasons }) => reasons), channel: to.channel, language: asAskLanguage(held.language) } });
    return done({ asked: items.length, channel: to.channel });
  },
});

/** Takes the question back: its links answer nobody any more, and the case goes on. */
export const withdrawAsking = command({
  name: 'case.withdraw_asking',
  surface: 'staff',
  actors: ['staff'],
  input: caseOnlySchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, { caseId }) => {
    const { actor, tx, now, record } = door;
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const { count } = await tx.documentRequest.updateMany({ where: { caseId: held.id, ...OPEN_REQUEST }, data: { withdrawnAt: now, withdrawnById: actor.staffId } });
    if (count === 0) return refuse('nothing_asked');
    const refused = held.state === 'waiting_on_requester' ? await endWait(door, held) : null;
    if (refused !== null) return refused;
    record({ event: 'document.asking_withdrawn', caseId: held.id, details: {} });
    return done({ state: 'withdrawn' as const });
  },
});

type WorkerDoor = Door<WorkerActor>;

/** Nobody answered in time and the case had ended for it: the answer opens it again. */
async function reopen(door: WorkerDoor, found: WorkCase): Promise<Refused | null> {
  const { actor, tx, now } = door;
  await tx.caseClosure.updateMany({ where: { caseId: found.id, undoneAt: null }, data: { undoneAt: now } });
  const refused = await moveBy(tx, actor, found, 'reopen', { reason: 'documents came in', change: { closedAt: null, dueAt: await dueNow(tx, found, now) } });
  if (refused === null) await takeBackLetters(door, found.id);
  return refused;
}

async function goOn(door: WorkerDoor, found: WorkCase): Promise<{ moved: 'resumed' | 'reopened' | 'none' } | Refused> {
  if (found.state === 'waiting_on_requester') return (await endWait(door, found)) ?? { moved: 'resumed' };
  const unanswered = found.state === 'closed' && found.closures.some(({ outcome }) => outcome === 'unanswered');
  return unanswered ? ((await reopen(door, found)) ?? { moved: 'reopened' }) : { moved: 'none' };
}

/** Files came by the link: the case goes on where their papers are judged, and its clock runs again. Run twice it does nothing the second time. */
export const takeAnswer = command({
  name: 'case.take_answer',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ requestId: z.uuid() }),
  subject: () => ({}),
  run: async (door: WorkerDoor, { requestId }) => {
    const { tx, now, record } = door;
    const asked = await tx.documentRequest.findUnique({ where: { id: requestId }, select: { case: { select: { publicId: true } } } });
    const found = asked === null ? null : await findCase(tx, asked.case.publicId);
    if (found === null) return refuse('not_found');
    const { count } = await tx.documentRequest.updateMany({ where: { id: requestId, answeredAt: { not: null }, takenAt: null }, data: { takenAt: now } });
    if (count === 0) return refuse('already_taken');
    const moved = await goOn(door, found);
    if (isRefused(moved)) return moved;
    record({ event: 'case.answer_taken', caseId: found.id, details: moved });
    return done(moved);
  },
});
