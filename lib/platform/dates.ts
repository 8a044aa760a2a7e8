/**
 * Calendar dates without a zone, and the one zone this office lives in.
 * Instants end in `At` (Date); calendar dates end in `On` (`CalendarDate`, `yyyy-mm-dd`).
 */
import { Temporal } from 'temporal-polyfill';

export const OFFICE_ZONE = 'America/New_York';

declare const calendarDate: unique symbol;
/** A real day of the Gregorian calendar, `yyyy-mm-dd`, without zone. */
export type CalendarDate = string & { readonly [calendarDate]: true };

declare const partialDate: unique symbol;
/** A birth date as far as it is known: `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export type PartialDate = string & { readonly [partialDate]: true };

const FULL = /^\d{4}-\d{2}-\d{2}$/;

/** `yyyy-mm-dd` naming a real day, or null. */
export function asCalendarDate(text: string): CalendarDate | null {
  if (!FULL.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDate;
  } catch {
    return null;
  }
}

/** For constants and tests: throws RangeError when the text is not a real day. */
export function calendarDateOf(text: string): CalendarDate {
  const date = asCalendarDate(text);
  if (date === null) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

/** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, each part real, or null. */
export function asPartialDate(text: string): PartialDate | null {
  if (/^\d{4}$/.test(text)) return text as PartialDate;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text as PartialDate;
  return asCalendarDate(text) as unknown as PartialDate | null;
}

/** The full date if every part is known, else null: an unknown day is missing, never the 1st. */
export const fullDate = (date: PartialDate | CalendarDate): CalendarDate | null => asCalendarDate(date);

/** The office's calendar day at an instant. */
export const officeDate = (at: Date): CalendarDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString() as CalendarDate;

/** `10:42 AM` in the office's zone. */
export const officeClock = (at: Date): string => at.toLocaleTimeString('en-US', { timeZone: OFFICE_ZONE, hour: 'numeric', minute: '2-digit' });

/** The instant of an office wall-clock time. A time inside the spring gap moves forward, as clocks do. */
export const officeInstant = (on: CalendarDate, hour: number, minute = 0): Date =>
  new Date(
    Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: OFFICE_ZONE, plainTime: new Temporal.PlainTime(hour, minute) }).epochMilliseconds,
  );

const DAY_MS = 86_400_000;
/** Days have no zone, so plain arithmetic on UTC is exact; business days are counted by the hundred thousand. */
const midnight = (on: CalendarDate): number => Date.parse(`${on}T00:00:00Z`);

export const addDays = (on: CalendarDate, days: number): CalendarDate => new Date(midnight(on) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** 1 Monday … 7 Sunday. */
export const weekday = (on: CalendarDate): number => new Date(midnight(on)).getUTCDay() || 7;

/** Age as years, months and days completed on a day. */
export function ageOn(birthOn: CalendarDate, on: CalendarDate): { years: number; months: number; days: number } {
  const age = Temporal.PlainDate.from(birthOn).until(Temporal.PlainDate.from(on), { largestUnit: 'year' });
  return { years: age.years, months: age.months, days: age.days };
}

/** `MM/DD/YYYY`, as staff read dates; a partial date shows what is known (`05/1994`, `1994`). */
export function staffDate(date: CalendarDate | PartialDate): string {
  const [year, month, day] = date.split('-');
  return [month, day, year].filter((part) => part !== undefined).join('/');
}

/** `March 5, 2026`, as English letters and records spell dates. */
export const longDate = (on: CalendarDate, locale: 'en' | 'es' = 'en'): string =>
  Temporal.PlainDate.from(on).toLocaleString(locale === 'en' ? 'en-US' : 'es-US', { year: 'numeric', month: 'long', day: 'numeric' });
