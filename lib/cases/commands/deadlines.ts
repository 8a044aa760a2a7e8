/** The day by which somebody needs their record. It orders the queue, so whoever is believed has shown it: proven before said before none. */
import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { dbDate } from '@/lib/platform/db';
import { officeDate, staffDate, type CalendarDate } from '@/lib/platform/dates';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { deadlineProblems, reasonText } from '../deadline';
import { proveDeadlineSchema, removeDeadlineSchema, setDeadlineSchema, withdrawProofSchema } from '../schema';
import { heldCase, isRefused, moveCase, touchClaim, type WorkCase } from '../scope';
import { documentWords } from '../words';

type Evidence = { documentId?: string; proof?: string };
type Proof = { readonly deadlineDocumentId: string | null; readonly deadlineProof: string | null; readonly words: string };

const NO_PROOF = { deadlineDocumentId: null, deadlineProof: null, deadlineProvenById: null, deadlineProvenAt: null };

const text = (on: CalendarDate | null, reason: string | null): string | null => (on === null ? null : [reason, staffDate(on)].filter((word) => word !== null).join(' '));

/** The case when this person holds it and saw it as it is. */
async function seenCase(tx: Tx, actor: StaffActor, caseId: string, version: number): Promise<WorkCase | Refused> {
  const held = await heldCase(tx, actor, caseId);
  if (isRefused(held) || held.version === version) return held;
  return refuse('conflict', [{ field: 'on', reason: 'changed_meanwhile', detail: text(held.deadlineOn, held.deadlineReason) ?? 'none' }]);
}

/** The evidence as it is kept. A document must be one that came with this case. */
async function proofOf(tx: Tx, held: WorkCase, { documentId, proof }: Evidence): Promise<Proof | Refused> {
  if (documentId === undefined) return { deadlineDocumentId: null, deadlineProof: proof ?? null, words: proof ?? '' };
  const document = await tx.document.findFirst({ where: { publicId: documentId, submissionId: held.submissionId, removedAt: null, state: 'ready' } });
  if (document === null) return refuse('invalid', [{ field: 'documentId', reason: 'not_of_this_case' }]);
  return { deadlineDocumentId: document.id, deadlineProof: proof ?? null, words: proof ?? documentWords(document.kind).toLowerCase() };
}

const proven = ({ deadlineDocumentId, deadlineProof }: Proof, actor: StaffActor, at: Date) => ({ deadlineDocumentId, deadlineProof, deadlineProvenById: actor.staffId, deadlineProvenAt: at });

const changeTo = (held: WorkCase, after: string | null) => [{ field: 'Their deadline', before: text(held.deadlineOn, held.deadlineReason), after }];

/** Saves onto the version that was seen, and keeps the claim alive. */
async function save({ actor, tx, now }: Pick<Door<StaffActor>, 'actor' | 'tx' | 'now'>, held: WorkCase, change: Parameters<typeof moveCase>[2]): Promise<boolean> {
  await touchClaim(tx, actor, held.id, now);
  return moveCase(tx, held, change);
}

/** Sets or changes the day. A proof goes with the day it was for: another day asks for its own. */
export const setDeadline = command({
  name: 'case.set_deadline',
  surface: 'staff',
  actors: ['staff'],
  input: setDeadlineSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, version, on: day, reason, words, ...evidence }) => {
    const held = await seenCase(tx, actor, caseId, version);
    if (isRefused(held)) return held;
    const on = day as CalendarDate;
    const problems = deadlineProblems({ on, reason, words }, officeDate(now));
    if (problems.length > 0) return refuse('invalid', problems);
    const proof = await proofOf(tx, held, evidence);
    if (isRefused(proof)) return proof;
    const given = proof.words !== '';
    const kept = given ? proven(proof, actor, now) : held.deadlineOn === on ? {} : NO_PROOF;
    if (!(await save({ actor, tx, now }, held, { deadlineOn: dbDate(on), deadlineReason: reasonText(reason, words), ...kept }))) return refuse('conflict');
    record({ event: 'case.deadline_set', caseId: held.id, patientId: held.patientId, details: { changes: changeTo(held, text(on, reasonText(reason, words))), proven: given } });
    if (given) record({ event: 'case.deadline_proven', caseId: held.id, patientId: held.patientId, details: { on, proof: proof.words } });
    return done({ on });
  },
});

export const removeDeadline = command({
  name: 'case.remove_deadline',
  surface: 'staff',
  actors: ['staff'],
  input: removeDeadlineSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, version, reason }) => {
    const held = await seenCase(tx, actor, caseId, version);
    if (isRefused(held)) return held;
    if (held.deadlineOn === null) return refuse('no_deadline');
    if (!(await save({ actor, tx, now }, held, { deadlineOn: null, deadlineReason: null, ...NO_PROOF }))) return refuse('conflict');
    record({ event: 'case.deadline_removed', caseId: held.id, patientId: held.patientId, details: { changes: changeTo(held, null), reason } });
    return done({ on: null });
  },
});

/** Somebody looked at the letter, or heard it on the telephone: from now on the day counts before those that are only said. */
export const proveDeadline = command({
  name: 'case.prove_deadline',
  surface: 'staff',
  actors: ['staff'],
  input: proveDeadlineSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, version, ...evidence }) => {
    const held = await seenCase(tx, actor, caseId, version);
    if (isRefused(held)) return held;
    if (held.deadlineOn === null) return refuse('no_deadline');
    const proof = await proofOf(tx, held, evidence);
    if (isRefused(proof)) return proof;
    if (proof.words === '') return refuse('invalid', [{ field: 'proof', reason: 'proof_missing' }]);
    if (!(await save({ actor, tx, now }, held, proven(proof, actor, now)))) return refuse('conflict');
    record({ event: 'case.deadline_proven', caseId: held.id, patientId: held.patientId, details: { on: held.deadlineOn, proof: proof.words } });
    return done({ on: held.deadlineOn });
  },
});

async function provenBy(tx: Tx, { deadlineProof, deadlineDocumentId }: WorkCase): Promise<string> {
  if (deadlineProof !== null || deadlineDocumentId === null) return deadlineProof ?? '';
  return documentWords((await tx.document.findUniqueOrThrow({ where: { id: deadlineDocumentId } })).kind).toLowerCase();
}

export const withdrawDeadlineProof = command({
  name: 'case.withdraw_deadline_proof',
  surface: 'staff',
  actors: ['staff'],
  input: withdrawProofSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, version, reason }) => {
    const held = await seenCase(tx, actor, caseId, version);
    if (isRefused(held)) return held;
    if (held.deadlineOn === null || held.deadlineProvenAt === null) return refuse('not_proven');
    const proof = await provenBy(tx, held);
    if (!(await save({ actor, tx, now }, held, NO_PROOF))) return refuse('conflict');
    record({ event: 'case.deadline_proof_withdrawn', caseId: held.id, patientId: held.patientId, details: { on: held.deadlineOn, proof, reason } });
    return done({ on: held.deadlineOn });
  },
});
