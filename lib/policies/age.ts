/** Whose hands a record is in: the stage of life on the day it would leave, never on the day it was asked for. */
import { asPartialDate, calendarDateOf, fullDate } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { Policies } from './defaults';

export type LifeStage = 'minor' | 'adult' | 'deceased' | 'age_unknown';
export type LeapRule = Policies['leapDayBirthday'];

/** The day on which a parent's right ends. A year 18 after a leap year is never one, so February 29 needs the rule. */
export function eighteenthBirthday(birthOn: CalendarDate, leap: LeapRule = 'march_1'): CalendarDate {
  const [year, monthAndDay] = [Number(birthOn.slice(0, 4)) + 18, birthOn.slice(5)];
  const leapDay = leap === 'march_1' ? '03-01' : '02-28';
  return calendarDateOf(`${year}-${monthAndDay === '02-29' ? leapDay : monthAndDay}`);
}

/** The first and last day that a birth date known in part could mean. */
function possibleDays(birthOn: PartialDate): readonly [CalendarDate, CalendarDate] {
  const [year, month] = birthOn.split('-');
  const first = calendarDateOf(`${year}-${month ?? '01'}-01`);
  const lastDay = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return [first, calendarDateOf(`${year}-${month ?? '12'}-${lastDay}`)];
}

/** Adult from the 18th birthday itself. A partial birth date answers only where every possible day says the same. */
export function lifeStage(
  subject: { readonly birthOn: PartialDate | CalendarDate | null; readonly deceasedOn?: CalendarDate | null },
  today: CalendarDate,
  leap: LeapRule = 'march_1',
): LifeStage {
  if (subject.deceasedOn) return 'deceased';
  const birthOn = subject.birthOn === null ? null : asPartialDate(subject.birthOn);
  if (birthOn === null) return 'age_unknown';
  const full = fullDate(birthOn);
  const [first, last] = full === null ? possibleDays(birthOn) : [full, full];
  if (today >= eighteenthBirthday(last, leap)) return 'adult';
  return today < eighteenthBirthday(first, leap) ? 'minor' : 'age_unknown';
}
