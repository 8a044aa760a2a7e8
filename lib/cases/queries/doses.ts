/** The step "Doses": what is on record, and what is wrong with a row while it is typed. */
import { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { groupNames } from '@/lib/immunizations/codes/groups';
import { likelyDuplicates } from '@/lib/immunizations/duplicates';
import { readDosePerson, readDoses, viewDose, type DoseOnRecord, type DosePerson } from '@/lib/immunizations/queries';
import { doseProblems } from '@/lib/immunizations/rules';
import { recordDoseSchema, SOURCES } from '@/lib/immunizations/schema';
import { look } from '@/lib/look';
import { readPatients } from '@/lib/patients/queries';
import { birthOn, fullDateText, line } from '@/lib/patients/schema';
import { asPartialDate, calendarDateOf, officeDate } from '@/lib/platform/dates';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { done } from '@/lib/platform/outcome';
import type { CaseView } from './case';

export type DosesView = { readonly patientId: string; readonly name: string; readonly person: DosePerson; readonly doses: readonly DoseOnRecord[] };

/** The history of the patient a case is linked to; null when there is none, or none this person may see. The look is logged. */
export async function findDoses(actor: StaffActor, found: CaseView): Promise<DosesView | null> {
  if (found.patientId === null) return null;
  const [patient] = await readPatients(db(), [found.patientId]);
  if (patient === undefined || !maySee(actor, patient)) return null;
  await recordLook(actor, { event: 'patient.viewed', caseId: found.id, patientId: patient.id, details: { part: 'doses' } });
  const person = await readDosePerson(db(), patient.id);
  const doses = (await readDoses(db(), patient.id)).map((row) => viewDose(row, person.birthOn));
  const name = patient.names.find(({ use }) => use === 'current') ?? patient.names[0];
  return { patientId: patient.publicId, name: name === undefined ? 'this patient' : `${name.given} ${name.family}`, person, doses };
}

/** Doses that the typed one is held against: those on the screen, and the rows typed above it. */
const other = z.strictObject({ doseId: line(40), cvx: line(4), tradeName: line(100).nullable(), lot: line(40).nullable(), organization: line(120).nullable(), source: z.enum(SOURCES), givenOn: fullDateText });
const checkSchema = z.strictObject({
  dose: recordDoseSchema.pick({ cvx: true, tradeName: true, mvx: true, lot: true, givenOn: true, source: true, organization: true }),
  person: z.strictObject({ birthOn, deceasedOn: fullDateText.nullable(), optedOut: z.boolean() }),
  others: z.array(other).max(400),
});
type CheckInput = z.output<typeof checkSchema>;

const othersOf = ({ others }: CheckInput) => others.map((row) => ({ ...row, givenOn: calendarDateOf(row.givenOn) }));

function check(input: CheckInput) {
  const { dose, person } = input;
  const born = asPartialDate(person.birthOn);
  if (born === null) return { problems: [], duplicates: [], groups: groupNames(dose.cvx) };
  const others = othersOf(input);
  const standing = { birthOn: born, deceasedOn: person.deceasedOn === null ? null : calendarDateOf(person.deceasedOn), optedOut: person.optedOut };
  return {
    problems: doseProblems(dose, standing, others, officeDate(now())),
    duplicates: likelyDuplicates({ ...dose, givenOn: calendarDateOf(dose.givenOn) }, others).map(({ score, answer, daysApart, dose: like }) => ({ doseId: like.doseId, score, answer, daysApart })),
    groups: groupNames(dose.cvx),
  };
}
export type DoseCheck = ReturnType<typeof check>;

/**
 * The rules and the code tables, asked about what the page holds already: no person is read, so as-you-type leaves no looks
 * that nobody made. Advice only: `dose.record` asks again, of the record itself.
 */
export const checkDose = look({
  name: 'dose.check',
  input: checkSchema,
  unlogged: true,
  run: async (_actor, input) => ({ outcome: done(check(input)), entries: [] }),
});
