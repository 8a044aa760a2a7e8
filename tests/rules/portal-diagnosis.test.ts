import fc from 'fast-check';
import { portalFinds, portalPasses } from '@/lib/patients/portal';
import type { PortalAttempt } from '@/lib/patients/portal';
import { diagnosePortal, rehearsePortal } from '@/lib/patients/portal-diagnosis';
import type { PortalField } from '@/lib/patients/portal-diagnosis';
import type { PatientFacts, RecordedContact } from '@/lib/patients/matching/types';
import { calendarDateOf } from '@/lib/platform/dates';
import { born, email, jose, joseTypes, katarzyna, katarzynaTypes, named, phone, TODAY } from '../fixtures/matching-cast';
import { anyPortalAttempt, anyPortalPatient } from '../fixtures/portal-people';

const findingOf = (field: PortalField, attempt: PortalAttempt, patient: PatientFacts, today = TODAY) => {
  const found = diagnosePortal(attempt, patient, today).findings.find((each) => each.field === field);
  if (!found) throw new Error(field);
  return found;
};

describe('the portal', () => {
  test('finds José who types without accents and with a blank', () => expect(portalFinds(joseTypes, [katarzyna, jose], TODAY)).toEqual([jose]));
  test('finds him by a former name', () => expect(portalPasses({ ...joseTypes, family: 'PENA' }, jose, TODAY)).toBe(true));
  test('finds him by his mobile alone', () => expect(portalPasses({ ...joseTypes, email: '', phone: '860 555 0160' }, jose, TODAY)).toBe(true));
  test('never mixes the first name of one name with the last of another', () => {
    const renamed = { ...jose, names: [named('José', 'Núñez'), named('Pepe', 'Peña', { use: 'alias' })] };
    expect(portalPasses({ ...joseTypes, family: 'Peña' }, renamed, TODAY)).toBe(false);
  });
  test.each<[string, Partial<PortalAttempt>, Partial<PatientFacts>]>([
    ['a hidden name', { family: 'Peña' }, { names: [named('José', 'Núñez'), named('José', 'Peña', { hidden: true })] }],
    ['a nickname', { given: 'Pepe' }, {}],
    ['another gender', { sex: 'X' }, {}],
    ['no gender on record', {}, { sex: null }],
    ['a birth date known in part', { birthOn: born('1988-07') }, { birthOn: born('1988-07') }],
    ['another suffix', { family: 'Núñez Jr' }, { names: [named('José', 'Núñez', { suffix: 'Sr' })] }],
    ['placeholder names', { given: 'Test', family: 'Test' }, { names: [named('Test', 'Test')] }],
    ['no contact', { email: null }, {}],
  ])('does not find by %s', (_what, typed, recorded) => expect(portalPasses({ ...joseTypes, ...typed }, { ...jose, ...recorded }, TODAY)).toBe(false));
});

describe('contacts that the portal may not use', () => {
  const with_ = (contact: RecordedContact): PatientFacts => ({ ...jose, contacts: [contact] });
  test.each<[string, RecordedContact, string]>([
    ['clinic', email(joseTypes.email ?? '', { owner: 'clinic' }), "e-mail on record, but it is the clinic's"],
    ['ended', email(joseTypes.email ?? '', { endedAt: new Date(0) }), 'e-mail on record, but it has ended'],
    ['bad', email(joseTypes.email ?? '', { badAt: '2026-01-01' }), 'e-mail on record, but mail or calls to it failed'],
    ['not_for_portal', email(joseTypes.email ?? '', { portalUse: false }), 'e-mail on record, but the portal may not use it'],
    ['came_of_age', email(joseTypes.email ?? '', { owner: 'parent' }), "e-mail on record, but it is a parent's or guardian's and stopped on the 18th birthday"],
  ])('%s', (reason, contact, words) => {
    expect(portalPasses(joseTypes, with_(contact), TODAY)).toBe(false);
    expect(findingOf('contact', joseTypes, with_(contact))).toMatchObject({ passes: false, reason, words });
  });

  test('a landline takes no code', () =>
    expect(findingOf('contact', { ...joseTypes, email: null, phone: '8605550160' }, with_(phone('860-555-0160', { mobile: false })))).toMatchObject({ reason: 'landline' }));

  test.each([
    ['2008-11-25', true],
    ['2008-11-24', false],
    ['2008-02-29', false],
  ])("a parent's contact of a child born %s serves on 11/24/2026: %s", (birth, serves) => {
    const child = { ...with_(email(joseTypes.email ?? '', { owner: 'parent' })), birthOn: born(birth) };
    expect(portalPasses({ ...joseTypes, birthOn: born(birth) }, child, TODAY)).toBe(serves);
  });

  test('somebody born on February 29 comes of age on March 1', () => {
    const child = { ...with_(email(joseTypes.email ?? '', { owner: 'parent' })), birthOn: born('2008-02-29') };
    const typed = { ...joseTypes, birthOn: born('2008-02-29') };
    expect([portalPasses(typed, child, calendarDateOf('2026-02-28')), portalPasses(typed, child, calendarDateOf('2026-03-01'))]).toEqual([true, false]);
  });

  test('a second, usable row of the same contact is enough', () => {
    const twice = { ...jose, contacts: [email(joseTypes.email ?? '', { owner: 'clinic' }), email(joseTypes.email ?? '')] };
    expect(portalPasses(joseTypes, twice, TODAY)).toBe(true);
  });
});

describe('why the portal missed Katarzyna', () => {
  test.each<[PortalField, boolean, string]>([
    ['family', false, '“-Bell” not on record'],
    ['given', true, 'passes, only capitals differ'],
    ['birthOn', false, 'month, day swapped'],
    ['sex', true, 'passes'],
    ['contact', false, 'neither on record'],
  ])('%s passes: %s, %s', (field, passes, words) => expect(findingOf(field, katarzynaTypes, katarzyna)).toMatchObject({ passes, words }));
  test('3 of 5 fields fail', () => expect(diagnosePortal(katarzynaTypes, katarzyna, TODAY)).toMatchObject({ passes: false, failing: 3 }));

  test.each<[Partial<PortalAttempt>, PortalField, string, string]>([
    [{ given: 'K0tarzyna' }, 'given', 'one_letter', 'one letter differs from “KATARZYNA”'],
    [{ family: 'N0wak' }, 'family', 'digit_for_letter', 'a digit typed for a letter'],
    [{ given: 'Nowak', family: 'Katarzyna' }, 'given', 'names_swapped', 'first and last name swapped'],
    [{ given: '' }, 'given', 'not_typed', 'not typed'],
    [{ family: 'Smith' }, 'family', 'not_on_record', '“Smith” not on record'],
    [{ birthOn: born('1994-05-04') }, 'birthOn', 'one_digit', 'one digit differs'],
    [{ birthOn: born('1994-05') }, 'birthOn', 'not_typed', 'not typed in full'],
    [{ sex: 'M' }, 'sex', 'different', 'M typed, F on record'],
    [{ phone: '203-555-0171', email: '' }, 'contact', 'one_character', 'mobile: one character differs'],
    [{ email: '' }, 'contact', 'not_on_record', 'mobile not on record'],
    [{ phone: '', email: '' }, 'contact', 'not_typed', 'neither typed'],
  ])('%j: %s %s', (typed, field, reason, words) => expect(findingOf(field, { ...katarzynaTypes, ...typed }, katarzyna)).toMatchObject({ passes: false, reason, words }));

  test('a part on record that was not typed is named', () =>
    expect(findingOf('family', { ...katarzynaTypes, family: 'Nowak' }, { ...katarzyna, names: [named('Katarzyna', 'Nowak-Bell')] }).words).toBe('“-Bell” on record, not typed'));
});

describe('the rehearsal', () => {
  const named_ = { ...katarzyna, names: [...katarzyna.names, named('Katarzyna', 'Nowak-Bell')], contacts: [phone('8605550134')] };
  const mended = { ...named_, birthOn: born('1994-03-05') };
  test('says what is left', () =>
    expect(rehearsePortal(katarzynaTypes, named_, [katarzyna], TODAY)).toMatchObject({ passes: false, reason: 'finds_nobody', left: ['birthOn'], words: 'The portal still finds nobody: date of birth is left.' }));
  test('passes when exactly her record is found', () => expect(rehearsePortal(katarzynaTypes, mended, [katarzyna, jose], TODAY)).toMatchObject({ passes: true, found: ['katarzyna'] }));
  test('fails while a duplicate is found too', () =>
    expect(rehearsePortal(katarzynaTypes, mended, [{ ...mended, publicId: 'duplicate' }], TODAY)).toMatchObject({ passes: false, reason: 'finds_several' }));
  test('fails when somebody else is found', () =>
    expect(rehearsePortal(katarzynaTypes, katarzyna, [{ ...mended, publicId: 'duplicate' }], TODAY)).toMatchObject({ passes: false, reason: 'finds_somebody_else' }));
});

test('the diagnosis passes exactly when the portal does, in 10,000 random pairs', () => {
  let passed = 0;
  fc.assert(
    fc.property(anyPortalAttempt, anyPortalPatient, (typed, person) => {
      const facts = { ...person, publicId: 'p', addresses: [] };
      const passes = portalPasses(typed as PortalAttempt, facts as PatientFacts, TODAY);
      passed += Number(passes);
      expect(diagnosePortal(typed as PortalAttempt, facts as PatientFacts, TODAY).passes).toBe(passes);
    }),
    { numRuns: 10_000, seed: 42 },
  );
  expect(passed).toBeGreaterThan(0);
});
