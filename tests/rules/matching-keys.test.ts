import { blockingKeys, nameForms } from '@/lib/patients/matching/blocking';
import { differenceSegments } from '@/lib/patients/matching/difference-segments';
import fc from 'fast-check';
import { katarzynaSubmits, named } from '../fixtures/matching-cast';

describe('the rows by which a name is found', () => {
  test('a double last name is found whole, joined and by each part', () =>
    expect(nameForms(named('Ana', 'Rivera-Soto'))).toEqual([
      { family: 'rivera soto', given: 'ana', familySound: 'RFRST', givenSound: 'AN' },
      { family: 'riverasoto', given: 'ana', familySound: 'RFRST', givenSound: 'AN' },
      { family: 'rivera', given: 'ana', familySound: 'RFR', givenSound: 'AN' },
      { family: 'soto', given: 'ana', familySound: 'ST', givenSound: 'AN' },
    ]));
  test('a suffix is no part of the name', () => expect(nameForms(named('Al', 'Bell Jr.')).map(({ family }) => family)).toEqual(['bell']));
  test('a newborn without a first name is found by the last', () => expect(nameForms(named('BABY BOY', 'Bell'))).toEqual([{ family: 'bell', given: '', familySound: 'PL', givenSound: '' }]));
  test('a name in another script has no Latin sound and is still found', () => expect(nameForms(named('明', '李'))).toEqual([{ family: '李', given: '明', familySound: '', givenSound: '' }]));
});

describe('the keys of a search', () => {
  const keys = blockingKeys(katarzynaSubmits);
  test.each([
    [{ by: 'birth_date', birthOn: '1994-03-05' }],
    [{ by: 'birth_date_swapped', birthOn: '1994-05-03' }],
    [{ by: 'name', family: 'nowak bell', given: 'katarzyna', years: { from: '1993', to: '1996' } }],
    [{ by: 'name', family: 'nowak bell', given: 'katarzyna', years: null }],
    [{ by: 'name', family: 'nowak', given: 'katarzyna', years: { from: '1993', to: '1996' } }],
    [{ by: 'name_swapped', family: 'katarzyna', given: 'nowak bell', years: { from: '1993', to: '1996' } }],
    [{ by: 'sound', familySound: 'NK', givenSound: 'KTRSN', years: { from: '1993', to: '1996' } }],
    [{ by: 'sound_and_day', familySound: 'PL', monthAndDay: '-03-05' }],
    [{ by: 'sound_and_zip', givenSound: 'KTRSN', zip: '06511' }],
    [{ by: 'beginnings', beginnings: 'kat|now', years: { from: '1993', to: '1996' } }],
    [{ by: 'beginnings', beginnings: 'bel|kat', years: { from: '1993', to: '1996' } }],
    [{ by: 'phone', normalized: '+18605550134' }],
    [{ by: 'email', normalized: 'k.nowakbell@example.com' }],
    [{ by: 'street', zip: '06511', street: '18 ashmun st' }],
  ])('%j', (key) => expect(keys).toContainEqual(key));

  test('nothing known, nothing looked up', () =>
    expect(blockingKeys({ given: 'TEST', family: 'Unknown', birthOn: null, phones: ['0000000000'], emails: ['none@none.com'] })).toEqual([]));
});

describe('the pieces to mark', () => {
  const marks = (a: string, b: string): [string, string] => {
    const bold = (side: 'submitted' | 'onRecord'): string => differenceSegments(a, b)[side].map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
    return [bold('submitted'), bold('onRecord')];
  };
  test.each([
    ['Nowak-Bell', 'Nowak', 'Nowak[-Bell]', 'Nowak'],
    ['03/05/1994', '05/03/1994', '[03]/[05]/1994', '[05]/[03]/1994'],
    ['(860) 555-0134', '(203) 555-0177', '([860]) 555-[0134]', '([203]) 555-[0177]'],
    ['KATARZYNA', 'Katarzyna', 'KATARZYNA', 'Katarzyna'],
    ['José', 'Jose', 'José', 'Jose'],
    ['Jansen', 'Jensen', 'J[a]nsen', 'J[e]nsen'],
    ['', 'Bell', '', '[Bell]'],
  ])('%s | %s', (a, b, left, right) => expect(marks(a, b)).toEqual([left, right]));

  test('the pieces joined are the value again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const { submitted, onRecord } = differenceSegments(a, b);
        expect([submitted, onRecord].map((side) => side.map(({ text }) => text).join(''))).toEqual([a.normalize('NFC'), b.normalize('NFC')]);
      }),
    );
  });
});
