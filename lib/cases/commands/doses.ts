/** Doses copied from a case's accepted papers, and doses that do not count. */
import { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { command } from '@/lib/command';
import { papersOf } from '@/lib/documents/scope';
import { likelyDuplicates, type ComparedDose } from '@/lib/immunizations/duplicates';
import { readDosePerson, readDoses, type DoseRow } from '@/lib/immunizations/queries';
import { doseProblems, openProblems } from '@/lib/immunizations/rules';
import { recordDoseSchema, voidDoseSchema } from '@/lib/immunizations/schema';
import type { DoseProblem } from '@/lib/immunizations/types';
import { lockPatient, type FoundPatient } from '@/lib/patients/queries';
import { paragraph, publicId } from '@/lib/patients/schema';
import { asCalendarDate, calendarDateOf, officeDate } from '@/lib/platform/dates';
import { dbDate, type Tx } from '@/lib/platform/db';
import { done, refuse, type Outcome, type Problem, type Refused } from '@/lib/platform/outcome';
import { heldCase, isRefused, touchClaim, type WorkCase } from '../scope';

/** "Two doses: add": the dose on record that this one is not, and how one can tell. */
const anotherDose = z.strictObject({ doseId: publicId, reason: paragraph(300) });
const recordSchema = recordDoseSchema.extend({ anotherThan: z.array(anotherDose).max(20).default([]) });
type RecordInput = z.output<typeof recordSchema>;

const voidSchema = voidDoseSchema.extend({ caseId: publicId });

/** The case in this person's hands and its patient, locked: no second row of the same card slips past the duplicates. */
async function workedPatient(tx: Tx, actor: StaffActor, caseId: string): Promise<{ held: WorkCase; patient: FoundPatient } | Refused> {
  const held = await heldCase(tx, actor, caseId);
  if (isRefused(held)) return held;
  if (held.state !== 'in_progress') return refuse('not_in_progress');
  if (held.patientId === null) return refuse('not_linked');
  const patient = await lockPatient(tx, held.patientId);
  return maySee(actor, patient) ? { held, patient } : refuse('not_found');
}

/** The accepted paper of this case that the dose was read from. */
async function evidenceOf(tx: Tx, held: WorkCase, { documentId, page }: RecordInput['evidence']): Promise<{ id: string } | Refused> {
  const document = await tx.document.findFirst({
    where: { publicId: documentId, ...papersOf(held.id) },
    select: { id: true, state: true, pages: { where: { number: page }, select: { id: true } }, reviews: { where: { caseId: held.id, supersededAt: null }, select: { decision: true } } },
  });
  if (document === null) return refuse('invalid', [{ field: 'evidence.documentId', reason: 'not_of_this_case' }]);
  if (document.state !== 'ready') return refuse('invalid', [{ field: 'evidence.documentId', reason: 'not_ready' }]);
  if (document.reviews[0]?.decision !== 'accepted') return refuse('invalid', [{ field: 'evidence.documentId', reason: 'not_accepted' }]);
  return document.pages.length > 0 ? { id: document.id } : refuse('invalid', [{ field: 'evidence.page', reason: 'no_such_page' }]);
}

/**
 * What the rules hold against the dose. "Before birth" is asked here and not left to the table's trigger: a failed insert
 * poisons the transaction, and the patient is locked, so the two cannot disagree.
 */
async function problemsOf(tx: Tx, patient: FoundPatient, standing: readonly DoseRow[], dose: RecordInput, now: Date): Promise<readonly DoseProblem[] | Refused> {
  const person = await readDosePerson(tx, patient.id);
  if (person.birthOn === null) return refuse('invalid', [{ field: 'patientId', reason: 'birth_date_missing' }]);
  return doseProblems(dose, { ...person, birthOn: person.birthOn }, standing, officeDate(now));
}

const compared = ({ cvx, tradeName, lot, organization, source, givenOn }: RecordInput): ComparedDose => ({ cvx, tradeName, lot, organization, source, givenOn: calendarDateOf(givenOn) });

/** Doses on record that may be this one and that nobody has told apart from it; each problem names its dose. */
function openDuplicates(dose: RecordInput, standing: readonly DoseRow[]): readonly Problem[] {
  return likelyDuplicates(compared(dose), standing)
    .filter((likely) => !dose.anotherThan.some(({ doseId }) => doseId === likely.dose.publicId))
    .map((likely) => ({ field: 'anotherThan', reason: likely.answer === 'duplicate' ? 'duplicate' : 'may_be_duplicate', detail: likely.dose.publicId }));
}

/** Everything that keeps the dose out, under the weightiest reason; null when nothing does. */
function refusal(problems: readonly DoseProblem[], duplicates: readonly Problem[], dose: RecordInput): Refused | null {
  const open = openProblems(problems, dose.acceptedReasons);
  if (open.some(({ severity }) => severity === 'refused')) return refuse('invalid', open);
  if (duplicates.length > 0) return refuse('duplicate', [...duplicates, ...open]);
  return open.length > 0 ? refuse('needs_reason', open) : null;
}

type Accepted = { readonly problem: string; readonly reason: string; readonly dose?: string };

/** The reasons that had something to answer; words about what was never asked are not kept. */
function acceptedOf(dose: RecordInput, problems: readonly DoseProblem[], standing: readonly DoseRow[]): readonly Accepted[] {
  const near = likelyDuplicates(compared(dose), standing).map(({ dose: other }) => other.publicId);
  return [
    ...dose.acceptedReasons.filter(({ problem }) => problems.some(({ reason }) => reason === problem)),
    ...dose.anotherThan.filter(({ doseId }) => near.includes(doseId)).map(({ doseId, reason }) => ({ problem: 'duplicate', reason, dose: doseId })),
  ];
}

const rowOf = ({ cvx, tradeName, mvx, lot, source, organization, confidential, evidence }: RecordInput) => ({ cvx, tradeName, mvx, lot, source, organization, confidential, page: evidence.page, region: evidence.region });

/** Adds one dose from paper to the record, with where it was read and what was answered. */
export const recordDose = command({
  name: 'dose.record',
  surface: 'staff',
  actors: ['staff'],
  input: recordSchema,
  subject: ({ caseId, patientId }) => ({ case: caseId, patient: patientId }),
  run: async ({ actor, tx, now, record }, dose): Promise<Outcome<{ doseId: string }>> => {
    const worked = await workedPatient(tx, actor, dose.caseId);
    if (isRefused(worked)) return worked;
    const { held, patient } = worked;
    if (patient.publicId !== dose.patientId) return refuse('linked_to_another');
    const document = await evidenceOf(tx, held, dose.evidence);
    if (isRefused(document)) return document;
    const standing = (await readDoses(tx, patient.id)).filter(({ voided }) => voided === null);
    const problems = await problemsOf(tx, patient, standing, dose, now);
    if (isRefused(problems)) return problems;
    const refused = refusal(problems, asCalendarDate(dose.givenOn) === null ? [] : openDuplicates(dose, standing), dose);
    if (refused !== null) return refused;
    const accepted = acceptedOf(dose, problems, standing);
    const data = { ...rowOf(dose), givenOn: dbDate(calendarDateOf(dose.givenOn)), patientId: patient.id, caseId: held.id, documentId: document.id, acceptedReasons: [...accepted], recordedById: actor.staffId, recordedAt: now };
    const { publicId: doseId } = await tx.dose.create({ data, select: { publicId: true } });
    await touchClaim(tx, actor, held.id, now);
    const details = { dose: doseId, cvx: dose.cvx, givenOn: dose.givenOn, source: dose.source, acceptedReasons: accepted.map(({ problem, reason }) => `${problem}: ${reason}`) };
    record({ event: 'dose.recorded', caseId: held.id, patientId: patient.id, documentId: document.id, details });
    return done({ doseId });
  },
});

/** Says that a dose does not count. It stays on record, struck; what a provider reported is a supervisor's to void. */
export const voidDose = command({
  name: 'dose.void',
  surface: 'staff',
  actors: ['staff'],
  input: voidSchema,
  subject: ({ caseId, doseId }) => ({ case: caseId, dose: doseId }),
  run: async ({ actor, tx, now, record }, { caseId, doseId, version, reason }): Promise<Outcome<{ doseId: string }>> => {
    const worked = await workedPatient(tx, actor, caseId);
    if (isRefused(worked)) return worked;
    const { held, patient } = worked;
    const dose = await tx.dose.findFirst({ where: { publicId: doseId, patientId: patient.id }, include: { voided: true } });
    if (dose === null) return refuse('not_found');
    if (dose.source === '00' && !actor.roles.includes('supervisor')) return refuse('provider_reported');
    const { count } = await tx.dose.updateMany({ where: { id: dose.id, version, voided: null }, data: { version: version + 1 } });
    if (count === 0) return refuse('conflict', dose.voided === null ? [] : [{ field: 'doseId', reason: 'voided_already' }]);
    await tx.doseVoid.create({ data: { doseId: dose.id, reason, byId: actor.staffId, at: now } });
    await touchClaim(tx, actor, held.id, now);
    record({ event: 'dose.voided', caseId: held.id, patientId: patient.id, details: { dose: doseId, reason } });
    return done({ doseId });
  },
});
