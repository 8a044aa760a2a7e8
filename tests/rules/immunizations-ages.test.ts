import fc from 'fast-check';
import { ageText, monthsOld, paperAge, possibleBirthdays } from '@/lib/immunizations/ages';
import { addDays, asPartialDate, calendarDateOf, daysBetween } from '@/lib/platform/dates';
import type { PartialDate } from '@/lib/platform/dates';

const birth = (text: string): PartialDate => asPartialDate(text) ?? (() => { throw new RangeError(text); })();

describe('age on a screen', () => {
  it.each([
    ['2022-02-11', '2022-02-12', '1 d'],
    ['2022-02-11', '2022-04-13', '2 m 2 d'],
    ['2022-02-11', '2022-08-17', '6 m 6 d'],
    ['2022-02-11', '2023-02-20', '1 y 9 d'],
    ['2022-02-11', '2025-10-14', '3 y 8 m'],
    ['2022-02-11', '2022-02-11', '0 d'],
    ['2022-02-11', '2024-02-11', '2 y'],
    ['2022', '2023-02-20', null],
    ['2022-02', '2023-02-20', null],
    ['2022-02-11', '2022-02-10', null],
  ])('born %s, given %s: %s', (born, given, text) => expect(ageText(birth(born), calendarDateOf(given))).toBe(text));
});

describe('age on paper', () => {
  it.each([
    ['2021-03-09', '2021-03-09', 'Day of birth'],
    ['2021-03-09', '2021-03-10', '1 day'],
    ['2021-03-09', '2021-04-05', '27 days'],
    ['2021-03-09', '2021-04-06', '28 days'],
    ['2021-03-09', '2021-04-09', '1 month'],
    ['2021-03-09', '2021-05-10', '2 months'],
    ['2021-03-09', '2022-03-04', '11 months'],
    ['2021-03-09', '2022-03-05', '4 days before 1st birthday'],
    ['2021-03-09', '2022-03-08', '1 day before 1st birthday'],
    ['2021-03-09', '2022-03-09', 'On 1st birthday'],
    ['2021-03-09', '2022-04-11', '13 months'],
    ['2021-03-09', '2023-03-08', '23 months'],
    ['2021-03-09', '2023-03-09', '2 years'],
    ['2021-03-09', '2025-03-09', 'On 4th birthday'],
    ['2021-03-09', '2025-03-14', '4 years'],
    ['2021-03-09', '2025-05-14', '4 years 2 months'],
    ['2010-03-09', '2021-03-07', '2 days before 11th birthday'],
    ['2005-03-09', '2021-03-09', 'On 16th birthday'],
    ['2000-01-01', '2012-03-02', '12 years 2 months'],
    ['1999-12-31', '2012-03-02', '12 years'],
    ['1958-05-30', '2004-06-14', '46 years'],
    ['1985-02-11', '1985-04-15', '2 months'],
    ['2020-02-29', '2021-02-28', '1 day before 1st birthday'],
    ['2020-02-29', '2021-03-01', 'On 1st birthday'],
    ['2020-02-29', '2024-02-29', 'On 4th birthday'],
    ['2021-03', '2022-03-08', 'Not known'],
    ['1958', '2004-06-14', 'Not known'],
  ])('born %s, given %s: %s', (born, given, words) => expect(paperAge(birth(born), calendarDateOf(given))).toBe(words));
});

describe('a birth date known in part', () => {
  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2021-02-11', '2021-02-11', '2021-02-11'],
  ])('%s may be any day from %s to %s', (born, first, last) => expect(possibleBirthdays(birth(born))).toEqual([first, last]));
});

it('age grows by the day: months never fall, and days before a birthday count down to it', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(calendarDateOf('1960-01-01'), days));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 9000 }), (born, age) => {
      const given = addDays(born, age);
      expect(monthsOld(born, addDays(given, 1))).toBeGreaterThanOrEqual(monthsOld(born, given));
      const before = /^(\d) days? before (\d+)/.exec(paperAge(born, given));
      if (before) expect(paperAge(born, addDays(given, Number(before[1])))).toMatch(new RegExp(`^On ${before[2]}`));
      expect(daysBetween(born, given)).toBe(age);
    }),
  );
});
