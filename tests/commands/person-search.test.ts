import * as fc from 'fast-check';
import type { StaffActor } from '@/lib/access/actor';
import { searchPatients } from '@/lib/finding/queries';
import { takeLook } from '@/lib/look';
import { nameForms } from '@/lib/patients/matching/blocking';
import { realEmail, realPhone } from '@/lib/patients/matching/placeholders';
import { streetKey } from '@/lib/patients/matching/streets';
import { db } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

type Name = { given: string; family: string; use?: 'current' | 'former' | 'alias'; hidden?: boolean };
type Rest = { birthOn?: string | null; others?: Name[]; phone?: string; pastPhone?: string; email?: string; line1?: string; restriction?: 'protected_address' };

withDatabase('superuser', null);
const at = new Date();
const source = { source: 'test', addedAt: at };

async function aPerson(given: string, family: string, { birthOn = null, others = [], phone, pastPhone, email, line1, restriction }: Rest = {}) {
  const { id, registryNumber } = await db().patient.create({ data: { birthOn, restriction, createdAt: at } });
  for (const name of [{ given, family }, ...others] as Name[]) {
    const row = await db().patientName.create({ data: { patientId: id, use: 'current', ...name, ...source } });
    await db().patientNameForm.createMany({ data: nameForms(name).map((form) => ({ ...form, patientId: id, nameId: row.id, birthOn })) });
  }
  const contacts = [[phone, null], [pastPhone, at]] as const;
  for (const [value, endedAt] of contacts) if (value !== undefined) await db().patientContact.create({ data: { patientId: id, kind: 'phone', value, normalized: realPhone(value) ?? '', owner: 'self', portalUse: true, endedAt, ...source } });
  if (email !== undefined) await db().patientContact.create({ data: { patientId: id, kind: 'email', value: email, normalized: realEmail(email) ?? '', owner: 'shared', portalUse: true, ...source } });
  if (line1 !== undefined) await db().patientAddress.create({ data: { patientId: id, line1, city: 'New Haven', state: 'CT', zip: '06511', street: streetKey(line1) ?? '', current: true, ...source } });
  return { id, registryNumber };
}

let robert: { id: string; registryNumber: number };
let linked: number;
let loose: number;
beforeAll(async () => {
  await aPerson('Katarzyna', 'Nowak-Bell', { birthOn: '1994-03-05', phone: '(203) 555-0177', pastPhone: '(860) 555-0134', email: 'bell.family@example.com', line1: '18 Ashmun Street, Apt. 3' });
  await aPerson('Karolina', 'Nowak', { birthOn: '1994-03-05' });
  await aPerson('Łukasz', 'Nguyễn', { birthOn: '1988-11-30' });
  await aPerson('Secret', 'Nowak', { birthOn: '1994-03-05', phone: '(203) 555-0199', restriction: 'protected_address' });
  robert = await aPerson('Robert', 'Smith', { birthOn: '1961-04-03', others: [{ use: 'former', given: 'Robert', family: 'Achterberg' }] });
  await aPerson('Robin', 'Smithers', { birthOn: '1990-01-01' });
  await aPerson('Dana', 'Quint', { birthOn: '1970-06-07', others: [{ use: 'former', given: 'Daniel', family: 'Quint', hidden: true }] });
  await aPerson('Ana', 'de la Cruz Vega', { birthOn: '1999-12-31' });
  await aPerson('Suharto', '', { birthOn: '1950' });
  [linked, loose] = [(await aCase({ patientId: robert.id } as never)).number, (await aCase()).number];
  await db().case.update({ where: { number: linked }, data: { patientId: robert.id } });
});

type Asked = Parameters<typeof takeLook>[2];
type Answer = { hits: { name: string; why: string; town: string | null; cases: { number: number }[] }[]; more: boolean; cases: { number: number }[] };
async function ask(who: StaffActor, asked: Asked): Promise<Answer> {
  const outcome = await takeLook(searchPatients, who, asked);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value as Answer;
}
let lena: StaffActor;
beforeAll(async () => (lena = await signedIn('lena')));
const found = async (text: string): Promise<string[]> => (await ask(lena, { text })).hits.map(({ name, why }) => `${name}: ${why}`);

test.each([
  ['a nickname, a surname as it sounds, day and month exchanged', 'Bob Smyth 3/4/61', ['Robert Smith: Bob is a name for Robert, Smyth is one letter from Smith, day and month of birth exchanged.']],
  ['first and last name in either order', 'katarzyna nowak', ['Katarzyna Nowak-Bell: Nowak is part of Nowak-Bell.']],
  ['letters without their accents', 'nguyen lukasz', ['Łukasz Nguyễn: Same name.']],
  ['a former name', 'achterberg robert', ['Robert Smith: Formerly Robert Achterberg, same name.']],
  ['a former name that is not shown', 'daniel quint 6/7/1970', ['Dana Quint: A name on record that is not shown, same date of birth.']],
  ['a phone in the middle of other words', 'call (203) 555-0177', ['Katarzyna Nowak-Bell: The phone on record.']],
  ['seven digits of an earlier phone', '555-0134', ['Katarzyna Nowak-Bell: An earlier phone on record.']],
  ['a mail address', 'Bell.Family@example.com', ['Katarzyna Nowak-Bell: The e-mail on record, shared by the family.']],
  ['a date spelled out and a first name', 'karol mar 5 1994', ['Karolina Nowak: Karolina begins with Karol, same date of birth.']],
  ['a surname of several words', 'ana vega', ['Ana de la Cruz Vega: Vega is part of de la Cruz Vega.']],
  ['one name alone', 'suharto 1950', ['Suharto: Same name, same date of birth.']],
  ['a date of birth nobody has', 'lukasz nguyen 11/29/1990', ['Łukasz Nguyễn: Same name, another date of birth.']],
  ['letters that nobody begins with', 'zzyzx', []],
])('an agent finds people by %s', async (_what, text, expected) => {
  expect(await found(text)).toEqual(expected);
});

test('fields say which name is which; exchanged they are found and said to be', async () => {
  expect((await ask(lena, { family: 'Robert', given: 'Smith' })).hits.map(({ name, why }) => [name, why])).toEqual([['Robert Smith', 'First and last name exchanged, same name.']]);
  expect((await ask(lena, { street: '18 Ashmun St', zip: '06511' })).hits.map(({ why }) => why)).toEqual(['The address on record.']);
});

test('numbers name a record, a case and whoever it is linked to, and a case that is linked to nobody', async () => {
  expect((await ask(lena, { text: `C-${linked}` })).hits).toMatchObject([{ name: 'Robert Smith', why: 'The case number.', cases: [{ number: linked }] }]);
  expect((await ask(lena, { text: String(robert.registryNumber) })).hits).toMatchObject([{ name: 'Robert Smith', why: 'The record number.' }]);
  expect(await ask(lena, { text: `c ${loose}` })).toMatchObject({ hits: [], cases: [{ number: loose }] });
});

test('an agent sees no town; a processor does', async () => {
  const town = async (who: StaffActor) => (await ask(who, { text: 'katarzyna bell' })).hits[0]?.town;
  expect([await town(lena), await town(await signedIn('dana'))]).toEqual([null, 'New Haven']);
});

test('a restricted person is there for nobody, of whatever role, but whoever opened the record', async () => {
  const ruth = await signedIn('ruth');
  expect([await found('secret nowak'), (await ask(ruth, { text: 'secret nowak' })).hits]).toEqual([[], []]);
  const restricted = await db().patient.findMany({ where: { restriction: { not: null } } });
  expect((await ask(withOpen(ruth, ...restricted), { text: 'secret nowak' })).hits.map(({ name }) => name)).toEqual(['Secret Nowak']);
});

test('whatever is asked, in whatever way, no restricted person comes back', async () => {
  await Promise.all(['Secret', 'Secrett', 'Sekret'].map((given) => aPerson(given, 'Nowak-Hidden', { birthOn: '1994-05-03', phone: '(203) 555-0198', email: 'hidden@example.com', line1: '1 Hidden Ln', restriction: 'protected_address', others: [{ use: 'former', given, family: 'Veiled' }] })));
  const ids = new Set((await db().patient.findMany({ where: { restriction: { not: null } }, select: { publicId: true } })).map(({ publicId }) => publicId));
  const pieces = fc.constantFrom('secret', 'sec', 'nowak', 'hidden', 'veiled', 'n', 'sekret', '5/3/1994', '3/5/94', '1994', '(203) 555-0198', '555-0199', 'hidden@example.com', 'katarzyna', 'robert', 'smith');
  const fields = fc.record({ family: fc.constantFrom('Nowak', 'Veiled', 'Secret'), given: fc.constantFrom('Secret', 'Nowak'), birthOn: fc.constantFrom('1994-03-05', '1994-05', '1994') }, { requiredKeys: [] });
  const asked = fc.oneof(fc.array(pieces, { minLength: 1, maxLength: 5 }).map((words) => ({ text: words.join(' ') })), fields, fc.constant({ street: '1 Hidden Ln', zip: '06511' }));
  const people = [lena, await signedIn('ruth'), await signedIn('dana')];
  const run = searchPatients.run;
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(...people), async (input, who) => {
      const parsed = searchPatients.input.safeParse(input);
      if (!parsed.success) return;
      const { outcome, entries } = await run(who, parsed.data);
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(outcome.value.hits.filter(({ patientId }) => ids.has(patientId))).toEqual([]);
      expect(JSON.stringify(entries)).not.toMatch(new RegExp([...ids].join('|')));
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('the search is logged with its shape and whom it showed, never with what was typed', async () => {
  const who = await signedIn('lena');
  await ask(who, { text: 'Nowak 3/5/1994 203-555-0177' });
  const entry = await db().auditEvent.findFirstOrThrow({ where: { staffId: who.staffId, event: 'patient.searched' }, orderBy: { id: 'desc' } });
  expect(entry.details).toMatchObject({ shape: ['1 part of a name', 'date of birth', 'phone'] });
  const { shown } = entry.details as { shown: string[] };
  expect(shown).toHaveLength(2);
  expect(await db().auditEvent.count({ where: { staffId: who.staffId, event: 'patient.viewed', id: { gt: entry.id } } })).toBe(2);
  expect(JSON.stringify(entry.details)).not.toMatch(/nowak|1994|0177/i);
});

test('a changed date of birth is carried to where people are looked up by it', async () => {
  const { id } = await aPerson('Ingrid', 'Verlinden', { birthOn: '1980-01-02' });
  await db().patient.update({ where: { id }, data: { birthOn: '1981-01-02' } });
  expect((await ask(lena, { text: 'verlinden 1/2/1981' })).hits.map(({ why }) => why)).toEqual(['Same name, same date of birth.']);
});

test('when the log cannot be written, nothing is shown', async () => {
  await db().$executeRaw`ALTER VIEW audit_append RENAME TO audit_append_away`;
  await expect(found('nowak')).rejects.toThrow();
  await db().$executeRaw`ALTER VIEW audit_append_away RENAME TO audit_append`;
});
