/** Age at a dose, for screens and for paper. An unknown day of birth stays unknown: neither ever invents one. */
import { ageOn, asCalendarDate, calendarDateOf, daysBetween, fullDate } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';

export type BirthDate = PartialDate | CalendarDate;

/** School and child-care rules count doses from these birthdays, and allow four days before them (ACIP grace period). */
const THRESHOLDS: readonly (readonly [years: number, ordinal: string])[] = [[1, '1st'], [4, '4th'], [11, '11th'], [16, '16th']];
const GRACE_DAYS = 4;
const DAYS_UNTIL = 28;
const MONTHS_UNTIL = 24;
/** Years say enough about people born before 2000 [policy]. */
const YEARS_ONLY_BEFORE = 2000;

/** Words where the birth date does not say enough. */
export const AGE_UNKNOWN = 'Not known';

/** The first and last day that a birth date known in part could mean. */
export function possibleBirthdays(birthOn: BirthDate): readonly [CalendarDate, CalendarDate] {
  const full = fullDate(birthOn);
  if (full !== null) return [full, full];
  const [year, month] = birthOn.split('-');
  const first = calendarDateOf(`${year}-${month ?? '01'}-01`);
  const last = ['31', '30', '29', '28'].map((day) => asCalendarDate(`${year}-${month ?? '12'}-${day}`)).find((day) => day !== null);
  return [first, last ?? first];
}

/** Completed months from birth to a day. */
export function monthsOld(birthOn: CalendarDate, on: CalendarDate): number {
  const { years, months } = ageOn(birthOn, on);
  return years * 12 + months;
}

/**
 * `1 y 9 d`, `2 m 4 d`, `3 y 8 m`, `1 d`: the two largest parts that are not zero, as screens have room for.
 * Null where the birth date is known in part, or later than the day.
 */
export function ageText(birthOn: BirthDate, givenOn: CalendarDate): string | null {
  const born = fullDate(birthOn);
  if (born === null || givenOn < born) return null;
  const { years, months, days } = ageOn(born, givenOn);
  const parts = [`${years} y`, `${months} m`, `${days} d`].filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? '0 d' : parts.slice(0, 2).join(' ');
}

/** A birthday; that of February 29 is March 1 in common years. */
function birthday(born: CalendarDate, years: number): CalendarDate {
  const [year = '', month, day] = born.split('-');
  const on = String(Number(year) + years).padStart(4, '0');
  return asCalendarDate(`${on}-${month}-${day}`) ?? calendarDateOf(`${on}-03-01`);
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

function thresholdWords(born: CalendarDate, givenOn: CalendarDate): string | null {
  for (const [years, ordinal] of THRESHOLDS) {
    const before = daysBetween(givenOn, birthday(born, years));
    if (before === 0) return `On ${ordinal} birthday`;
    if (before > 0 && before <= GRACE_DAYS) return `${counted(before, 'day')} before ${ordinal} birthday`;
  }
  return null;
}

function plainAge(born: CalendarDate, givenOn: CalendarDate): string {
  const days = daysBetween(born, givenOn);
  if (days === 0) return 'Day of birth';
  const months = monthsOld(born, givenOn);
  // 28 to 30 days can be less than a month; "0 months" would say nothing.
  if (days < DAYS_UNTIL || months === 0) return counted(days, 'day');
  if (months < MONTHS_UNTIL) return counted(months, 'month');
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const yearsOnly = Number(born.slice(0, 4)) < YEARS_ONLY_BEFORE || rest === 0;
  return yearsOnly ? counted(years, 'year') : `${counted(years, 'year')} ${counted(rest, 'month')}`;
}

/**
 * Age as a record prints it: `Day of birth`, `12 days`, `13 months`, `4 years 2 months`, and to the day where a school's
 * threshold is near (`1 day before 1st birthday`, `On 4th birthday`). `Not known` where the birth date is known in part.
 */
export function paperAge(birthOn: BirthDate, givenOn: CalendarDate): string {
  const born = fullDate(birthOn);
  if (born === null || givenOn < born) return AGE_UNKNOWN;
  return thresholdWords(born, givenOn) ?? plainAge(born, givenOn);
}
