/** Dates of birth: exact, or wrong in one of the ways that people and forms get them wrong. */
import { asCalendarDate, asPartialDate, staffDate } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { levelWeight } from './evidence';
import type { Evidence, Level } from './types';

/** The date with day and month exchanged, where that is another real day. */
export function swappedDayAndMonth(date: PartialDate | CalendarDate): CalendarDate | null {
  const [year, month, day] = date.split('-');
  const swapped = day === undefined ? null : asCalendarDate(`${year}-${day}-${month}`);
  return swapped === null || String(swapped) === String(date) ? null : swapped;
}

function fullLevel(a: string, b: string): Level {
  if (a === b) return 'exact';
  if (swappedDayAndMonth(a as PartialDate) === b) return 'swapped';
  const differing = [...a].filter((digit, at) => digit !== b[at]).length;
  if (differing === 1) return 'one_digit';
  const others = b.split('-');
  return a.split('-').filter((part, at) => part === others[at]).length === 2 ? 'two_parts' : 'different';
}

/** An unknown month or day is missing: what both know is compared, and counts for less. */
export function birthDateLevel(a: PartialDate | null, b: PartialDate | null): Level {
  if (a === null || b === null || asPartialDate(a) === null || asPartialDate(b) === null) return 'missing';
  if (a.length === 10 && b.length === 10) return fullLevel(a, b);
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) === b.slice(0, known) ? 'partial' : 'different';
}

/** A year alone agrees with one person in eighty; a month of a year with one in nearly a thousand. */
function weightOf(level: Level, a: PartialDate | null, b: PartialDate | null): number {
  const yearOnly = Math.min(a?.length ?? 0, b?.length ?? 0) === 4;
  return levelWeight('birthOn', level) - (level === 'partial' && yearOnly ? Math.log2(12) - 1 : 0);
}

export function compareBirthDates(submitted: PartialDate | null, onRecord: PartialDate | null): Evidence {
  const level = birthDateLevel(submitted, onRecord);
  return {
    field: 'birthOn',
    level,
    weight: weightOf(level, submitted, onRecord),
    submitted: submitted === null ? null : staffDate(submitted),
    onRecord: onRecord === null ? null : staffDate(onRecord),
  };
}
