/** How the staff of the cast worked each case: which command, by whom, at what time. Everything goes through the door. */
import { claimCase } from '@/lib/cases/commands/claims';
import { closeCase } from '@/lib/cases/commands/closings';
import { linkCase } from '@/lib/cases/commands/links';
import { addNote } from '@/lib/cases/commands/notes';
import { waitCase } from '@/lib/cases/commands/waits';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { reviewDocument } from '@/lib/documents/commands/reviews';
import { checklistOf } from '@/lib/documents/checklists';
import { findReason } from '@/lib/documents/reasons';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { CastDocument, CastReview, CastSubject, CastSubmission } from './cast/submission-types';
import type { PatientIds } from './patients';
import type { Hands } from './staff';
import type { OpenedCase, Received } from './submissions';

/** One case as far as it has come. `stopped`: the command that the desk refused, and why; nothing further is done to it. */
export type Tale = {
  readonly sent: CastSubmission;
  readonly subject: CastSubject;
  received: Received | null;
  opened: OpenedCase | null;
  stopped: string | null;
};
export type Desk = { readonly hands: Hands; readonly patients: PatientIds; /** What each request of the cast is known by. */ readonly references: ReadonlyMap<string, string> };
/** One thing somebody does to a case. */
export type Act = (tale: Tale, desk: Desk) => Promise<void>;

export const staffOf = ({ sent }: Tale): string => sent.progress.staffKey ?? 'dana-whitfield';

export function caseOf({ opened, sent }: Tale): OpenedCase {
  if (opened === null) throw new Error(`${sent.key} was worked on before it was opened`);
  return opened;
}

/** Sends a command as a member of staff; a refusal ends the tale where it stands. Answers the value, or null. */
export async function send<T>(tale: Tale, { hands }: Desk, by: string, asked: AnyCommand, body: object): Promise<T | null> {
  if (tale.stopped !== null) return null;
  const outcome = await throughTheDoor(asked, hands.of(by), body, null);
  if (outcome.ok) return outcome.value as T;
  tale.stopped = `${asked.name}: ${[outcome.reason, ...outcome.problems.map(({ field, reason }) => `${field} ${reason}`)].join(', ')}`;
  return null;
}

const sendOwn = (tale: Tale, desk: Desk, asked: AnyCommand, body: object): Promise<unknown> =>
  send(tale, desk, staffOf(tale), asked, { caseId: caseOf(tale).publicId, ...body });

/** Claims lapse after half an hour without a touch; these people kept their cases open on their desks. */
export const keepClaims = () => db().caseClaim.updateMany({ where: { releasedAt: null }, data: { seenAt: now() } });

export const claim: Act = async (tale, desk) => {
  await keepClaims();
  await sendOwn(tale, desk, claimCase, {});
};

/** An accepted document has every tick of its list; a returned one lacks those that its reasons name. */
function ticksOf({ kind, facts }: CastDocument, { decision, reasons }: CastReview): Record<string, boolean> {
  const missed = decision === 'accepted' ? [] : reasons.map((code) => findReason(code)?.item);
  return Object.fromEntries(checklistOf(kind, facts).map((item) => [item, !missed.includes(item)]));
}

/** The address as the reviewer reads it from an ID, for a copy that may go there. */
function addressOn({ kind, specimen }: CastDocument): { address?: string } {
  if (kind !== 'photo_id' || specimen.kind !== 'license_front') return {};
  const { line1, line2, city, state, zip } = specimen.facts.address;
  return { address: [line1, line2, city, `${state} ${zip}`].filter(Boolean).join(', ') };
}

export const review = (document: CastDocument, judged: CastReview): Act => async (tale, desk) => {
  const row = tale.received?.documents.get(document);
  if (row === undefined) return;
  const facts = { ...document.facts, ...addressOn(document) };
  await sendOwn(tale, desk, reviewDocument, { documentId: row.publicId, ...judged, ticks: ticksOf(document, judged), facts });
};

/** Whoever the search did not propose, or found unlike, is linked with a reason. */
export const link: Act = async (tale, desk) => {
  const patientId = desk.patients.get(tale.subject.patientKey ?? '');
  if (patientId === undefined) return;
  const candidate = await db().matchCandidate.findUnique({ where: { caseId_patientId: { caseId: caseOf(tale).id, patientId } } });
  const reason = candidate === null || candidate.band === 'no' ? { reason: 'Found by the name on the accepted papers' } : {};
  const { publicId } = await db().patient.findUniqueOrThrow({ where: { id: patientId }, select: { publicId: true } });
  await sendOwn(tale, desk, linkCase, { patientId: publicId, ...reason });
};

export const note = (text: string): Act => async (tale, desk) => void (await sendOwn(tale, desk, addNote, { text }));
export const wait = (state: string, reason: string): Act => async (tale, desk) => void (await sendOwn(tale, desk, waitCase, { state, reason }));

/** The case of the request that this one repeats, by the reference that its requester was given. */
async function repeats({ sent }: Tale, { references }: Desk): Promise<{ duplicateOf?: string }> {
  const reference = references.get(sent.progress.duplicateOf ?? '');
  const earlier = reference === undefined ? null : await db().case.findFirst({ where: { submission: { reference } }, select: { number: true } });
  return earlier === null ? {} : { duplicateOf: `C-${earlier.number}` };
}

export const close: Act = async (tale, desk) => {
  const { outcome, closedReason } = tale.sent.progress;
  await sendOwn(tale, desk, closeCase, { outcome, ...(closedReason === null ? {} : { reason: closedReason }), ...(await repeats(tale, desk)) });
};
