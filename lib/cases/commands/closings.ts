import { command } from '@/lib/command';
import { forgetDrafts } from '@/lib/drafts/commands';
import { caseDraft, WORK_FORMS } from '@/lib/drafts/schema';
import { findRivals, readPatients } from '@/lib/patients/queries';
import { officeDate } from '@/lib/platform/dates';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { moveBy } from '../moving';
import { closingProblems } from '../outcomes';
import { rehearsalFact, rehearseChoices } from '../rehearsal';
import { closeSchema, reopenSchema } from '../schema';
import { findCase, heldCase, isRefused, type WorkCase } from '../scope';
import { attemptOf, submittedOf } from '../submitted';
import type { CaseFacts } from '../types';
import { takeBackLetters, tellEnding } from './telling';
import { dueNow } from './waits';

/** What the portal finds with the record as it is saved now; null while the case is about nobody. */
async function rehearseSaved(tx: Tx, held: WorkCase, now: Date): Promise<CaseFacts['rehearsal']> {
  if (held.patientId === null) return null;
  const submitted = submittedOf(held.subject, held.submission);
  const [patient] = await readPatients(tx, [held.patientId]);
  if (patient === undefined) return null;
  return rehearsalFact(rehearseChoices(submitted, patient, await findRivals(tx, attemptOf(submitted), submitted, officeDate(now)), {}, officeDate(now)));
}

/** What an outcome may claim, read from the rows. */
async function closingFacts(tx: Tx, held: WorkCase, now: Date): Promise<Pick<CaseFacts, 'kind' | 'rehearsal' | 'unsaved' | 'doses' | 'dispatch'>> {
  const entered = await tx.dose.count({ where: { caseId: held.id, voided: null } });
  const dispatch = await tx.dispatch.findFirst({ where: { release: { caseId: held.id, withdrawnAt: null } }, orderBy: { queuedAt: 'desc' }, select: { state: true } });
  const rehearsal = held.kind === 'record_not_found' ? await rehearseSaved(tx, held, now) : null;
  return { kind: held.kind, rehearsal, unsaved: [], doses: { asked: entered > 0, entered, rowsWithProblems: 0 }, dispatch: dispatch?.state ?? null };
}

/** The case that a duplicate repeats, checked: there is one, it is another, and it is no duplicate itself. Null for every other outcome. */
async function repeatedCase(tx: Tx, held: WorkCase, outcome: string, duplicateOf: string | undefined): Promise<{ id: string } | null | Refused> {
  if (outcome !== 'duplicate') return null;
  const wrong = (reason: string): Refused => refuse('invalid', [{ field: 'duplicateOf', reason }]);
  if (duplicateOf === undefined) return wrong('which_case');
  const original = await tx.case.findUnique({ where: { number: Number(duplicateOf.slice(2)) }, select: { id: true, closures: { where: { undoneAt: null }, select: { outcome: true } } } });
  if (original === null) return wrong('no_such_case');
  if (original.id === held.id) return wrong('same_case');
  return original.closures.some((closure) => closure.outcome === 'duplicate') ? wrong('duplicate_itself') : { id: original.id };
}

/** Ends a case with an outcome that is so: "fixed" only when the portal, rehearsed now, finds exactly this person. */
export const closeCase = command({
  name: 'case.close',
  surface: 'staff',
  actors: ['staff'],
  input: closeSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, { caseId, outcome, reason = null, duplicateOf }) => {
    const { actor, tx, now, record } = door;
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const facts = await closingFacts(tx, held, now);
    const problems = closingProblems({ state: held.state, outcome, roles: actor.roles, reason, facts });
    if (problems.length > 0) return refuse('invalid', problems);
    const original = await repeatedCase(tx, held, outcome, duplicateOf);
    if (original !== null && isRefused(original)) return original;
    const closure = await tx.caseClosure.create({ data: { caseId: held.id, outcome, reason, byId: actor.staffId, at: now, duplicateOfId: original?.id ?? null } });
    await tx.caseWait.updateMany({ where: { caseId: held.id, untilAt: null }, data: { untilAt: now } });
    await tx.caseClaim.updateMany({ where: { caseId: held.id, releasedAt: null }, data: { releasedAt: now, releaseReason: 'closed' } });
    // A link to a case that has ended would take papers that nobody looks at.
    await tx.documentRequest.updateMany({ where: { caseId: held.id, answeredAt: null, withdrawnAt: null, unansweredAt: null }, data: outcome === 'unanswered' ? { unansweredAt: now } : { withdrawnAt: now, withdrawnById: actor.staffId } });
    const refused = await moveBy(tx, actor, held, 'close', { reason, change: { closedAt: now } });
    if (refused !== null) return refused;
    // A note half written is no part of the work: it can be saved still.
    await forgetDrafts(tx, actor, WORK_FORMS.map((form) => caseDraft(caseId, form)));
    record({ event: 'case.closed', caseId: held.id, patientId: held.patientId, details: { outcome, reason, ...(original === null ? {} : { duplicateOf: duplicateOf ?? '' }) } });
    await tellEnding(door, held, { closureId: closure.id, outcome, copySent: facts.dispatch === 'confirmed' });
    return done({ outcome });
  },
});

export const reopenCase = command({
  name: 'case.reopen',
  surface: 'staff',
  actors: ['staff'],
  input: reopenSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, { caseId, reason }) => {
    const { actor, tx, now, record } = door;
    const found = await findCase(tx, caseId);
    if (found === null) return refuse('not_found');
    if (found.state !== 'closed') return refuse('not_closed');
    // Its need is worked on in the other case: opened beside it, both would answer, and the join could not be taken back.
    if ((await tx.caseJoin.count({ where: { caseId: found.id, undoneAt: null } })) > 0) return refuse('joined_elsewhere');
    await tx.caseClosure.updateMany({ where: { caseId: found.id, undoneAt: null }, data: { undoneAt: now } });
    const refused = await moveBy(tx, actor, found, 'reopen', { reason, change: { closedAt: null, dueAt: await dueNow(tx, found, now) } });
    if (refused !== null) return refused;
    await takeBackLetters(door, found.id);
    record({ event: 'case.reopened', caseId: found.id, patientId: found.patientId, details: { reason } });
    return done({ state: 'in_progress' as const });
  },
});
