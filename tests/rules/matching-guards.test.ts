import fc from 'fast-check';
import frequencies from '@/lib/patients/matching/name-frequencies.json';
import { areNicknames } from '@/lib/patients/matching/nicknames';
import { compareSubject } from '@/lib/patients/matching/score';
import type { GuardCode, PatientFacts, Subject } from '@/lib/patients/matching/types';
import { calendarDateOf } from '@/lib/platform/dates';
import { born, email, marco, mateo, mateoSubmits, named, phone } from '../fixtures/matching-cast';

const guardsOf = (subject: Subject, patient: PatientFacts): GuardCode[] => compareSubject(subject, patient).guards.map(({ guard }) => guard);

test('the child on the form is likely', () => expect(compareSubject(mateoSubmits, mateo)).toMatchObject({ band: 'likely', guards: [] }));

test('the twin is not, and staff read why', () => {
  const twin = compareSubject(mateoSubmits, marco);
  expect(twin.band).toBe('no');
  expect(twin.guards.map(({ words }) => words)).toEqual(['Same last name and date of birth, but another first name: may be a twin.']);
});

describe('what holds a pair below likely', () => {
  test.each<[GuardCode, Partial<Subject>, Partial<PatientFacts>]>([
    ['suffix_conflict', { suffix: 'Jr.' }, { names: [named('Mateo', 'Rivera-Soto', { suffix: 'III' })] }],
    ['suffix_conflict', { family: 'Rivera Soto Sr' }, { names: [named('Mateo', 'Rivera-Soto Jr')] }],
    ['birth_date_not_exact', { birthOn: born('2022-11-02'), address: null }, {}],
    ['birth_date_not_exact', { birthOn: born('2022-02') }, {}],
    ['name_and_birth_date_only', { phones: [], address: null }, {}],
    ['name_and_birth_date_only', { phones: [], address: { line1: '', city: 'New Haven', state: 'CT', zip: '06513' } }, {}],
    ['name_and_birth_date_only', { phones: ['(555) 555-5555'], address: null }, { contacts: [phone('555-555-5555')] }],
    ['name_and_birth_date_only', { address: null }, { contacts: [phone('203-555-0142', { owner: 'clinic' })] }],
    ['shared_contact', { address: null }, { contacts: [phone('203-555-0142', { owner: 'shared' })] }],
    ['last_name_not_exact', { family: 'Rivera', address: null }, {}],
    ['last_name_not_exact', { family: 'Riveira Soto', address: null }, {}],
    ['first_name_unconfirmed', { given: 'Mateo José', address: null, birthOn: born('2022-11-02') }, {}],
    ['deceased', {}, { deceasedOn: calendarDateOf('2024-01-05') }],
    ['first_name_unconfirmed', { given: 'BABY BOY' }, {}],
    ['last_name_unconfirmed', { family: 'Haddad' }, {}],
  ])('%s (%j against %j)', (guard, submitted, recorded) => {
    const [subject, patient] = [{ ...mateoSubmits, ...submitted }, { ...mateo, ...recorded }];
    expect(compareSubject(subject, patient).band).not.toBe('likely');
    expect(guardsOf(subject, patient)).toContain(guard);
  });
});

describe('what does not', () => {
  test.each<[string, Partial<Subject>, Partial<PatientFacts>]>([
    ['Jr. and II', { suffix: 'Jr' }, { names: [named('Mateo', 'Rivera-Soto', { suffix: 'II' })] }],
    ['a suffix on one side only', { suffix: 'Jr' }, {}],
    ['the shared inbox beside the same street', { phones: [], emails: ['ana.rivera@example.com'] }, { contacts: [email('ana.rivera@example.com', { owner: 'shared' })] }],
    ['half of a double last name, made up for by phone and street', { family: 'Rivera' }, {}],
    ['day and month exchanged, made up for by phone and street', { birthOn: born('2022-11-02') }, {}],
    ['an old phone', { address: null }, { contacts: [phone('203-555-0142', { badAt: '2025-01-01' })] }],
    ['a restricted record, though it says so', {}, { restricted: 'protected_address' }],
  ])('%s', (_what, submitted, recorded) => expect(compareSubject({ ...mateoSubmits, ...submitted }, { ...mateo, ...recorded }).band).toBe('likely'));
});

test.each<[string, Partial<Subject>, Partial<PatientFacts>]>([
  ['a twin in the same home with the same phone', { given: 'Marco' }, {}],
  ['a cousin of the same first name and birth date', { family: 'Haddad', phones: [], address: null }, {}],
])('another person altogether: %s', (_what, submitted, recorded) => expect(compareSubject({ ...mateoSubmits, ...submitted }, { ...mateo, ...recorded }).band).toBe('no'));

test.each<[string, Partial<Subject>, Partial<PatientFacts>]>([
  ['a new first name with the middle name of before at the same street', { given: 'Marco', middle: 'Luis' }, { names: [named('Mateo', 'Rivera-Soto', { middle: 'Luis' })] }],
  ['a new first name with a phone of one\'s own', { given: 'Marco', phones: ['203-555-0142'] }, { contacts: [phone('203-555-0142')] }],
])('a person decides: %s', (_what, submitted, recorded) => expect(compareSubject({ ...mateoSubmits, ...submitted }, { ...mateo, ...recorded }).band).toBe('possible'));

test('what carries a likely pair is said, and nothing is where nothing does', () => {
  expect(compareSubject(mateoSubmits, mateo).combination).toBe('First name, last name, date of birth, phone and address together.');
  expect(compareSubject({ ...mateoSubmits, phones: [], address: null }, mateo).combination).toBeNull();
});

test('placeholders are named as missing', () =>
  expect(compareSubject({ ...mateoSubmits, phones: ['000-000-0000'] }, mateo).guards).toContainEqual({ guard: 'placeholder', holds: null, words: 'Counted as missing: 000-000-0000.' }));

test('twins are never likely, whatever their names, contact and address', () => {
  const name = fc.constantFrom(...Object.keys(frequencies.given));
  const owner = fc.constantFrom('self', 'parent', 'shared', 'guardian');
  fc.assert(
    fc.property(name, name, owner, fc.option(name), fc.boolean(), (given, other, whose, middle, sameSex) => {
      // A nickname counts as the same name where the contact is the person's own; for everybody else it is a sister's or brother's.
      fc.pre(given !== other && !(whose === 'self' && areNicknames(given, other)));
      const subject: Subject = { ...mateoSubmits, given, emails: ['ana.rivera@example.com'], middle: null };
      const twin: PatientFacts = {
        ...mateo,
        sex: sameSex ? 'M' : 'F',
        names: [named(other, 'Rivera-Soto', { middle })],
        contacts: [phone('203-555-0142', { owner: whose }), email('ana.rivera@example.com', { owner: whose })],
      };
      expect(compareSubject(subject, twin).band).not.toBe('likely');
    }),
    { numRuns: 300 },
  );
});

test('name and date of birth alone are never likely, however rare the name', () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/);
  fc.assert(
    fc.property(word, word, (given, family) => {
      const subject: Subject = { given, family, birthOn: born('1990-01-31'), sex: 'F', phones: [], emails: [] };
      const patient: PatientFacts = { publicId: 'p', names: [named(given, family)], birthOn: born('1990-01-31'), sex: 'F', contacts: [], addresses: [] };
      expect(compareSubject(subject, patient).band).not.toBe('likely');
    }),
  );
});
