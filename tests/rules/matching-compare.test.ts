import { rankCandidates } from '@/lib/patients/matching/ranking';
import { compareSubject } from '@/lib/patients/matching/score';
import type { Field, PatientFacts, Subject } from '@/lib/patients/matching/types';
import { ASHMUN, born, email, katarzyna, katarzynaSubmits, marco, mateo, mateoSubmits, named, phone } from '../fixtures/matching-cast';

const fieldOf = (subject: Subject, patient: PatientFacts, field: Field) => {
  const found = compareSubject(subject, patient).fields.find((each) => each.field === field);
  if (!found) throw new Error(field);
  return found;
};

describe('Katarzyna Nowak-Bell, on record with day and month exchanged', () => {
  const comparison = compareSubject(katarzynaSubmits, katarzyna);

  test('is a candidate for a person to decide', () => expect(comparison.band).toBe('possible'));

  test('is summed up as a colleague would say it, conflicts first', () => {
    expect(comparison.summary).toEqual({
      conflicts: 'Date of birth: day and month swapped. Phone different.',
      agreements: 'Same first name, last name is one part of hers, same gender, past address 18 Ashmun St.',
    });
  });

  test.each([
    ['birthOn', 'similar', 'day and month swapped'],
    ['given', 'agree', 'only capitals differ'],
    ['family', 'similar', 'one part of her name'],
    ['sex', 'agree', 'same'],
    ['phone', 'conflict', 'different number'],
    ['email', 'missing', 'none on record'],
    ['address', 'agree', 'same, a former address'],
  ] as const)('%s: %s, %s', (field, agreement, words) => expect(fieldOf(katarzynaSubmits, katarzyna, field)).toMatchObject({ agreement, words }));

  test('lists conflicts before likenesses before agreements', () =>
    expect(comparison.fields.map((field) => field.agreement)).toEqual(['conflict', 'similar', 'similar', 'missing', 'agree', 'agree', 'agree']));
});

describe('how a field agrees', () => {
  const base: Subject = { given: 'Katherine', family: 'Meyer', birthOn: born('1994-03-05'), sex: 'F', phones: ['8605550134'], emails: ['kate@example.com'], address: ASHMUN };
  const onRecord = (rest: Partial<PatientFacts>): PatientFacts => ({
    publicId: 'p',
    names: [named('Katherine', 'Meyer')],
    birthOn: born('1994-03-05'),
    sex: 'F',
    contacts: [],
    addresses: [],
    ...rest,
  });
  test.each<[Field, Partial<PatientFacts>, string, string]>([
    ['given', { names: [named('Kathy', 'Meyer')] }, 'similar', 'nickname of the same name'],
    ['given', { names: [named('Katherina', 'Meyer')] }, 'similar', 'nearly the same spelling'],
    ['given', { names: [named('K.', 'Meyer')] }, 'similar', 'only the initial is given'],
    ['given', { names: [named('Karolina', 'Meyer')] }, 'conflict', 'different'],
    ['given', { names: [named('Anna', 'Meyer', { middle: 'Katherine' })] }, 'similar', 'same as the middle name'],
    ['given', { names: [named('BABY GIRL', 'Meyer')] }, 'missing', 'not comparable'],
    ['given', { names: [named('Meyer', 'Katherine')] }, 'similar', 'first and last name swapped'],
    ['family', { names: [named('Katherine', 'Maier')] }, 'similar', 'sounds alike'],
    ['family', { names: [named('Katherine', 'Bell'), named('Katherine', 'MEYER', { use: 'former' })] }, 'agree', 'only capitals differ, a former last name'],
    ['birthOn', { birthOn: born('1994-03-06') }, 'similar', 'one digit differs'],
    ['birthOn', { birthOn: born('1984-03-05') }, 'similar', 'one digit differs'],
    ['birthOn', { birthOn: born('1994-11-05') }, 'similar', 'one of day, month and year differs'],
    ['birthOn', { birthOn: born('1994-03') }, 'similar', 'same as far as it is known'],
    ['birthOn', { birthOn: born('1961-12-28') }, 'conflict', 'different'],
    ['birthOn', { birthOn: null }, 'missing', 'none on record'],
    ['phone', { contacts: [phone('(860) 555-0134', { endedAt: '2020-01-01' })] }, 'agree', 'same, a former phone'],
    ['phone', { contacts: [phone('(203) 555-0134')] }, 'similar', 'only the area code differs'],
    ['phone', { contacts: [phone('(860) 555-0134', { owner: 'clinic' })] }, 'missing', "the clinic's own, not counted"],
    ['phone', { contacts: [phone('(860) 555-5555')] }, 'missing', 'not comparable'],
    ['email', { contacts: [email('KATE@example.com')] }, 'agree', 'same'],
    ['email', { contacts: [email('kat@example.com')] }, 'similar', 'one character differs'],
    ['address', { addresses: [{ ...ASHMUN, line1: '18 Ashmum Street', current: true }] }, 'similar', 'nearly the same street'],
    ['address', { addresses: [{ ...ASHMUN, line1: '4 Elm St', current: true }] }, 'similar', 'same town or ZIP, other street'],
    ['address', { addresses: [{ line1: '4 Elm St', city: 'Enfield', state: 'CT', zip: '06082', current: true }] }, 'conflict', 'different'],
  ])('%s against %j: %s, %s', (field, rest, agreement, words) => expect(fieldOf(base, onRecord(rest), field)).toMatchObject({ agreement, words }));

  test('a hidden former name matches but is not shown', () => {
    const family = fieldOf(base, onRecord({ names: [named('Katherine', 'Stone'), named('Katherine', 'Meyer', { use: 'former', hidden: true })] }), 'family');
    expect(family).toMatchObject({ agreement: 'agree', onRecord: null });
    expect(family.words).toContain('not shown');
    expect(JSON.stringify(compareSubject(base, onRecord({ names: [named('Zoe', 'Meyerling', { hidden: true })] })))).not.toContain('Meyerling');
  });

  test('agreeing on a rare last name weighs more than on Smith', () => {
    const rare = fieldOf({ ...base, family: 'Kowalczyk' }, onRecord({ names: [named('Katherine', 'Kowalczyk')] }), 'family').weight;
    const common = fieldOf({ ...base, family: 'Smith' }, onRecord({ names: [named('Katherine', 'Smith')] }), 'family').weight;
    expect(rare).toBeGreaterThan(common + 5);
  });

  test('what is missing on either side weighs nothing', () => {
    const nobody: PatientFacts = { publicId: 'n', names: [], birthOn: null, sex: null, contacts: [], addresses: [] };
    expect(compareSubject(base, nobody)).toMatchObject({ band: 'no', weight: 0 });
  });
});

describe('candidates', () => {
  const stranger: PatientFacts = { ...mateo, publicId: 'stranger', names: [named('Olga', 'Petrova')], birthOn: born('1950-12-30'), contacts: [], addresses: [], sex: 'F' };

  test('come with most evidence first, and strangers not at all', () => {
    const ranking = rankCandidates(mateoSubmits, [stranger, marco, mateo]);
    expect(ranking.candidates.map(({ rank, patient }) => [rank, patient.publicId])).toEqual([[1, 'mateo'], [2, 'marco']]);
    expect(ranking).toMatchObject({ proposed: 'mateo', ambiguous: false });
  });

  test('two that qualify are ambiguous: nobody is proposed', () =>
    expect(rankCandidates(mateoSubmits, [mateo, { ...mateo, publicId: 'again' }])).toMatchObject({ ambiguous: true, proposed: null }));

  test('the order handed in does not matter', () => {
    const order = (patients: PatientFacts[]) => rankCandidates(mateoSubmits, patients).candidates.map(({ patient }) => patient.publicId);
    const same = [mateo, { ...mateo, publicId: 'again' }, marco];
    expect(order(same)).toEqual(order(same.toReversed()));
  });
});
