import { readDateEntry, type DateScope } from '@/components/forms/date-entry';
import { ageWords, readingWords, shortAge } from '@/components/forms/date-words';
import { calendarDateOf } from '@/lib/platform/dates';

const today = calendarDateOf('2026-11-24');
const date = (on: string) => ({ kind: 'date', on });
const ask = (why: string, ...choices: string[]) => ({ kind: 'ask', why, choices });
const unreadable = (why: string) => ({ kind: 'unreadable', why });

describe('what a clerk types into a date box', () => {
  test.each<[string, object]>([
    ['3/5/24', date('2024-03-05')],
    ['03/05/2024', date('2024-03-05')],
    ['3-5-24', date('2024-03-05')],
    ['3.5.2024', date('2024-03-05')],
    ['3 5 24', date('2024-03-05')],
    ['030524', date('2024-03-05')],
    ['03052024', date('2024-03-05')],
    ['20240305', date('2024-03-05')],
    ['2024-03-05', date('2024-03-05')],
    ['mar 5 24', date('2024-03-05')],
    ['March 5, 2024', date('2024-03-05')],
    ['Mar 5th 2024', date('2024-03-05')],
    ['5 mar 2024', date('2024-03-05')],
    ['sept 1 2025', date('2025-09-01')],
    ['t', date('2026-11-24')],
    ['T-1', date('2026-11-23')],
    ['t - 30', date('2026-10-25')],
    ['02/29/2024', date('2024-02-29')],
    ['  3/5/24 ', date('2024-03-05')],
    ['', { kind: 'empty' }],
  ])('%p is read at once', (typed, reading) => {
    expect(readDateEntry(typed, { today })).toEqual(reading);
  });

  test.each<[string, string]>([
    ['02/29/2023', 'no_such_day'],
    ['4/31/24', 'no_such_day'],
    ['0/5/24', 'no_such_month'],
    ['13/45/2024', 'no_such_month'],
    ['3/5/2027', 'after_today'],
    ['t+1', 'after_today'],
    ['3/5/1899', 'too_early'],
    ['3/2024', 'day_missing'],
    ['1994', 'day_missing'],
    ['flu', 'not_a_date'],
    ['3/5/2', 'not_a_date'],
    ['3//24', 'not_a_date'],
    ['5/3?/23', 'not_a_date'],
    ['12345', 'not_a_date'],
    ['mar', 'not_a_date'],
    ['jan feb 24', 'not_a_date'],
  ])('%p cannot be read: %s', (typed, why) => {
    expect(readDateEntry(typed, { today })).toEqual(unreadable(why));
  });

  test.each<[string, object]>([
    ['13/01/2024', ask('day_first', '2024-01-13')],
    ['25/12/23', ask('day_first', '2023-12-25')],
    ['13/01', ask('day_first', '2026-01-13', '2025-01-13')],
    ['3/5', ask('no_year', '2026-03-05', '2025-03-05')],
    ['12/25', ask('no_year', '2025-12-25', '2024-12-25')],
    ['2/29', ask('no_year', '2024-02-29')],
    ['mar 5', ask('no_year', '2026-03-05', '2025-03-05')],
  ])('%p is asked, not guessed', (typed, reading) => {
    expect(readDateEntry(typed, { today })).toEqual(reading);
  });

  test.each<[string, DateScope, object]>([
    ['3/5/24', 'past', date('2024-03-05')],
    ['11/24/26', 'past', date('2026-11-24')],
    ['11/25/26', 'past', unreadable('after_today')],
    ['3/5/27', 'past', date('1927-03-05')],
    ['3/5/24', 'birth', ask('two_centuries', '2024-03-05', '1924-03-05')],
    ['3/5/94', 'birth', date('1994-03-05')],
    ['3/5/29', 'birth', date('1929-03-05')],
    ['3/5/29', 'any', date('2029-03-05')],
    ['3/5/94', 'any', date('1994-03-05')],
    ['t+30', 'any', date('2026-12-24')],
    ['12/25', 'any', ask('no_year', '2026-12-25', '2027-12-25')],
  ])('two digits of a year: %p as %s', (typed, scope, reading) => {
    expect(readDateEntry(typed, { today, scope })).toEqual(reading);
  });

  test.each<[string, object]>([
    ['1994', { kind: 'partial', on: '1994' }],
    ['5/1994', { kind: 'partial', on: '1994-05' }],
    ['1994-05', { kind: 'partial', on: '1994-05' }],
    ['may 1994', { kind: 'partial', on: '1994-05' }],
    ['13/1994', unreadable('no_such_month')],
    ['12/2026', unreadable('after_today')],
    ['2027', unreadable('after_today')],
    ['052024', ask('day_or_year', '2024-05-20', '2024-05')],
    ['131999', unreadable('no_such_month')],
    ['3/5/24', date('2024-03-05')],
  ])('a date known in part: %p', (typed, reading) => {
    expect(readDateEntry(typed, { today, partial: true })).toEqual(reading);
  });
});

describe('what the box says back', () => {
  const born = calendarDateOf('2022-02-11');
  test.each<[string, string, string]>([
    ['2026-11-24', '4 years 9 months', '4 y 9 m'],
    ['2023-02-22', '1 year', '1 y 11 d'],
    ['2022-04-13', '2 months', '2 m 2 d'],
    ['2022-03-13', '1 month 2 days', '1 m 2 d'],
    ['2022-02-12', '1 day', '1 d'],
    ['2022-02-11', '0 days', '0 d'],
    ['2054-02-11', '32 years', '32 y'],
  ])('the age on %s', (on, words, short) => {
    expect(ageWords(born, calendarDateOf(on))).toBe(words);
    expect(shortAge(born, calendarDateOf(on))).toBe(short);
  });

  test('the weekday, and the age where it helps', () => {
    expect(readingWords(calendarDateOf('2023-02-22'), { bornOn: born })).toBe('Wednesday, at 1 year');
    expect(readingWords(calendarDateOf('2022-02-10'), { bornOn: born })).toBe('Thursday, before birth');
    expect(readingWords(born, { ageOnDay: today })).toBe('Friday, 4 years 9 months old');
    expect(readingWords(born, {}, 'es')).toBe('viernes');
  });
});
