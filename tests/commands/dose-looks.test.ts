/** The code table as a combobox asks it, the rules as a row asks them, and the history with its look. */
import { findCaseByNumber } from '@/lib/cases/queries/case';
import { checkDose, findDoses } from '@/lib/cases/queries/doses';
import type { StaffActor } from '@/lib/access/actor';
import { searchVaccine } from '@/lib/immunizations/queries';
import { takeLook } from '@/lib/look';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { detailsOf } from '../support/patients';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';
import { aLinkedCase, aPatient } from '../support/releases';

let dana: StaffActor;
withDatabase();
beforeAll(async () => {
  dana = await signedIn('dana');
});

test.each([
  ['a trade name', { text: 'varivax' }, '21'],
  ['a CVX code', { text: '03' }, '03'],
  ['an abbreviation', { text: 'pcv13' }, '133'],
  ['a misspelling', { text: 'verivax' }, '21'],
  ['a trade name, for a child', { text: 'havrix', givenOn: '2023-08-30', birthOn: '2022-02-11' }, '83'],
  ['a trade name, before the date of a child’s dose is typed', { text: 'havr', birthOn: '2022-02-11' }, '83'],
  ['a trade name, for a grown-up', { text: 'havrix', givenOn: '2023-08-30', birthOn: '1980-02-11' }, '52'],
])('%s finds its vaccine first', async (_how, asked, cvx) => {
  const outcome = await takeLook(searchVaccine, dana, asked);
  expect(outcome.ok && (outcome.value as { cvx: string }[])[0]?.cvx).toBe(cvx);
});

const mmr = { doseId: 'mmmmmmmmmmmmmmmmmmmmmm', cvx: '03', tradeName: 'M-M-R II', lot: null, organization: null, source: '00', givenOn: '2023-02-20' };
const asked = (dose: object, others: readonly object[] = []) => ({ dose: { cvx: '03', givenOn: '2023-02-22', source: '02', ...dose }, person: { birthOn: '2022-02-11', deceasedOn: null, optedOut: false }, others });

test('a row is told what the record would tell it', async () => {
  expect(await takeLook(checkDose, dana, asked({ givenOn: '2022-02-10' }))).toMatchObject({ ok: true, value: { problems: [{ reason: 'before_birth', severity: 'refused' }], groups: ['Measles, mumps, rubella'] } });
  expect(await takeLook(checkDose, dana, asked({}, [mmr]))).toMatchObject({ ok: true, value: { duplicates: [{ doseId: mmr.doseId, answer: 'duplicate', daysApart: 2 }], problems: [{ reason: 'live_doses_too_close' }] } });
  expect(await takeLook(checkDose, dana, asked({ givenOn: '2023-02-31' }))).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'dose.givenOn' }] });
});

test('asking leaves no look at anybody; opening the history does, and shows what is restricted to whoever opened it', async () => {
  const patient = await aPatient({ birthOn: '2022-02-11', doses: [{ cvx: '03', givenOn: '2023-02-20', lot: 'W018842' }, { cvx: '140', givenOn: '2024-11-02' }] });
  const of = await aLinkedCase(dana, patient);
  const [, flu] = await db().dose.findMany({ where: { patientId: patient.id }, orderBy: { givenOn: 'asc' } });
  await db().doseVoid.create({ data: { doseId: flu?.id ?? '', reason: 'Not hers', byId: dana.staffId, at: new Date('2026-11-20T15:00:00Z') } });
  const looks = await db().auditEvent.count();
  await takeLook(checkDose, dana, asked({}, [mmr]));
  expect(await db().auditEvent.count()).toBe(looks);

  const found = await findCaseByNumber(dana, of.number, 'doses');
  if (found === null) throw new Error('no case');
  const view = await findDoses(dana, found);
  expect(await detailsOf(of.id, 'patient.viewed')).toEqual({ part: 'doses' });
  expect(view?.doses).toMatchObject([
    { cvx: '03', givenOn: '2023-02-20', age: '1 y 9 d', fromPaper: false, voided: null, groups: ['Measles, mumps, rubella'] },
    { cvx: '140', voided: { reason: 'Not hers', by: 'Dana Whitfield', on: '11/20/2026' }, groups: ['Influenza'] },
  ]);

  await db().patient.update({ where: { id: patient.id }, data: { restriction: 'protected_address' } });
  const before = await db().auditEvent.count({ where: { caseId: of.id, event: 'patient.viewed' } });
  expect(await findDoses(dana, found)).toBeNull();
  expect(await db().auditEvent.count({ where: { caseId: of.id, event: 'patient.viewed' } })).toBe(before);
  expect(await findDoses(await signedIn('ruth'), found)).toBeNull();
  expect(await findDoses(withOpen(dana, patient), found)).not.toBeNull();
});
