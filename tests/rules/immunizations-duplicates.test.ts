import fc from 'fast-check';
import { likelyDuplicates, likeness, mayBeOneDose } from '@/lib/immunizations/duplicates';
import type { ComparedDose } from '@/lib/immunizations/duplicates';
import { addDays, calendarDateOf } from '@/lib/platform/dates';

const START = calendarDateOf('2023-02-20');
const dose = (more: Partial<ComparedDose> = {}): ComparedDose => ({ cvx: '03', source: '00', givenOn: START, ...more });
const later = (days: number, more: Partial<ComparedDose> = {}): ComparedDose => dose({ givenOn: addDays(START, days), ...more });
const FULL = { tradeName: 'M-M-R II', lot: 'W018842', organization: 'Elm Street Pediatrics' };

/** Sums of weights run from 1 to 295. */
const sum = (one: ComparedDose, other: ComparedDose): number => Math.round(likeness(one, other).score * 294 + 1);

describe('the weights', () => {
  it.each<readonly [string, ComparedDose, ComparedDose, number]>([
    ['everything the same, one from paper', dose(FULL), dose({ ...FULL, source: '02' }), 50 + 35 + 45 + 25 + 60 + 80],
    ['everything different, both given, long apart', dose(FULL), later(20, { cvx: '94', tradeName: 'ProQuad', lot: 'X1', organization: 'Oak' }), 1],
    ['nothing but code and day, both given', dose(), dose(), 50 + 20 + 25 + 15 - 7 + 80],
    ['both from paper', dose({ source: '02' }), dose({ source: '03' }), 50 + 20 + 25 + 15 + 15 + 80],
    ['a source unknown', dose({ source: null }), dose(), 50 + 20 + 25 + 15 + 15 + 80],
    ['one lot absent', dose(FULL), dose({ ...FULL, lot: null }), 50 + 35 + 25 + 25 - 7 + 80],
    ['lots differ', dose(FULL), dose({ ...FULL, lot: 'T1' }), 50 + 35 - 25 + 25 - 7 + 80],
    ['organizations differ', dose(FULL), dose({ ...FULL, organization: 'Oak' }), 50 + 35 + 45 + 10 - 7 + 80],
    ['a code absent', dose({ cvx: null }), dose(), 15 + 20 + 25 + 15 - 7 + 80],
  ])('%s', (_, one, other, expected) => expect(sum(one, other)).toBe(expected));

  it('count the days apart', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 23].map((days) => sum(dose(), later(days)) - (50 + 20 + 25 + 15 - 7))).toEqual([80, 65, 50, 43, 38, 30, 23, 23, 23]);
  });

  it('read spelling past hyphens, spaces and case', () => {
    expect(sum(dose(FULL), dose({ tradeName: 'mmr ii', lot: 'w-018842', organization: 'ELM STREET PEDIATRICS.' }))).toBe(50 + 35 + 45 + 25 - 7 + 80);
  });
});

describe('the three answers', () => {
  it('call the card’s MMR, two days off and without a lot, a duplicate', () => {
    const found = likeness(later(2, { tradeName: 'M-M-R II', source: '02' }), dose({ lot: 'W018842', organization: 'Elm Street Pediatrics' }));
    expect(found).toMatchObject({ answer: 'duplicate', daysApart: 2 });
    expect(found.score.toFixed(2)).toBe('0.74');
  });
  it('call two doses of one day with other lots of two clinics another dose or ask', () => {
    expect(likeness(dose(FULL), later(9, { ...FULL, lot: 'T031556', organization: 'Oak' })).answer).toBe('different');
    expect(likeness(dose(), later(4)).answer).toBe('person_decides');
  });
});

describe('what is compared at all', () => {
  it.each<readonly [string, ComparedDose, ComparedDose, boolean]>([
    ['23 days apart', dose(), later(23), true],
    ['24 days apart', dose(), later(24), false],
    ['a combination and one of its parts', dose({ cvx: '94' }), dose({ cvx: '21' }), true],
    ['groups that do not meet', dose({ cvx: '03' }), dose({ cvx: '21' }), false],
    ['unspecified and named polio', dose({ cvx: '89' }), dose({ cvx: '10' }), true],
    ['rabies, two days apart', dose({ cvx: '175' }), later(2, { cvx: '176' }), true],
    ['rabies, three days apart: the next dose after a bite', dose({ cvx: '175' }), later(3, { cvx: '175' }), false],
    ['a code of no group', dose({ cvx: '131' }), dose({ cvx: '131' }), false],
  ])('%s: %#', (_, one, other, compared) => expect(mayBeOneDose(one, other)).toBe(compared));
});

it('the likeliest stands first and other doses are left out', () => {
  const onRecord = [later(9, { ...FULL, lot: 'T1', organization: 'Oak' }), later(2), dose(FULL), later(300)];
  expect(likelyDuplicates(dose(FULL), onRecord).map((found) => found.dose)).toEqual([onRecord[2], onRecord[1]]);
});

it('scores lie between 0 and 1 and do not depend on the order', () => {
  const text = fc.option(fc.constantFrom('A1', 'B2', ''), { nil: null });
  const any = fc
    .record({ cvx: fc.constantFrom('03', '94', null), tradeName: text, lot: text, organization: text, source: fc.constantFrom('00', '02', null), days: fc.integer({ min: 0, max: 40 }) })
    .map(({ days, ...more }) => later(days, more));
  fc.assert(
    fc.property(any, any, (one, other) => {
      const { score } = likeness(one, other);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(likeness(other, one).score).toBe(score);
    }),
  );
});
