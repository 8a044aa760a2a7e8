import { takeLook } from '@/lib/look';
import { nameForms } from '@/lib/patients/matching/blocking';
import { searchPatients } from '@/lib/phone/queries';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

const database = withDatabase('superuser', null);
beforeAll(async () => {
  await aPatient('Katarzyna', 'Nowak-Bell', '1994-03-05');
  await aPatient('Karolina', 'Nowak', '1994-03-05');
  await aPatient('Łukasz', 'Nguyễn', '1988-11-30');
  await aPatient('Secret', 'Nowak', '1994-03-05', 'protected_address');
});

async function aPatient(given: string, family: string, birthOn: string, restriction?: 'protected_address') {
  const at = new Date();
  const patient = await db().patient.create({ data: { birthOn, restriction, createdAt: at, names: { create: { use: 'current', given, family, source: 'test', addedAt: at } } }, include: { names: true } });
  const [name] = patient.names;
  if (name === undefined) throw new Error('no name');
  await db().patientNameForm.createMany({ data: nameForms({ given, family }).map((form) => ({ ...form, patientId: patient.id, nameId: name.id, birthOn })) });
}

type Hit = { name: string; town: string | null; cases: unknown[] };
async function found(who: 'lena' | 'ruth', name: string, birthOn?: string): Promise<string[]> {
  const outcome = await takeLook(searchPatients, await signedIn(who), birthOn === undefined ? { name } : { name, birthOn });
  if (!outcome.ok) throw new Error(outcome.reason);
  return (outcome.value as Hit[]).map((hit) => hit.name).sort();
}

test.each([
  ['part of the last name and the date of birth', 'now', '1994-03-05', ['Karolina Nowak', 'Katarzyna Nowak-Bell']],
  ['the second part of a double surname', 'bell kat', '1994-03-05', ['Katarzyna Nowak-Bell']],
  ['first name and last name in the other order', 'katarzyna nowak', undefined, ['Katarzyna Nowak-Bell']],
  ['a first name alone, when the date of birth is known', 'karol', '1994-03-05', ['Karolina Nowak']],
  ['letters without their accents', 'nguyen lukasz', undefined, ['Łukasz Nguyễn']],
  ['a date of birth nobody has', 'nowak', '1994-03-06', []],
])('a phone agent finds a person by %s', async (_what, name, birthOn, expected) => {
  expect(await found('lena', name, birthOn)).toEqual(expected);
});

test('a restricted person is there for nobody, of whatever role, but whoever opened the record', async () => {
  expect([await found('lena', 'secret nowak'), await found('ruth', 'secret nowak')]).toEqual([[], []]);
  const restricted = await db().patient.findMany({ where: { restriction: { not: null } } });
  const outcome = await takeLook(searchPatients, withOpen(await signedIn('ruth'), ...restricted), { name: 'secret nowak' });
  expect(outcome).toMatchObject({ ok: true, value: [{ name: 'Secret Nowak' }] });
});

test('the search is logged with its shape and whom it showed, never with what was typed', async () => {
  const lena = await signedIn('lena');
  await takeLook(searchPatients, lena, { name: 'Nowak', birthOn: '1994-03-05' });
  const entry = await db().auditEvent.findFirstOrThrow({ where: { staffId: lena.staffId, event: 'patient.searched' }, orderBy: { id: 'desc' } });
  expect(entry.details).toMatchObject({ shape: ['1 parts of a name', 'date of birth'] });
  expect((entry.details as { shown: string[] }).shown).toHaveLength(2);
  expect(JSON.stringify(entry.details)).not.toMatch(/nowak|1994/i);
});

test('when the log cannot be written, nothing is shown', async () => {
  await database.withoutAudit(() => expect(found('lena', 'nowak')).rejects.toThrow());
});
