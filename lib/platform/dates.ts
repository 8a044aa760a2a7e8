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
  const at = new Date(`${text}T00:00:00Z`);
  // A day that does not exist is no date, or becomes another one.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as CalendarDate) : null;
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

// A formatter is made once: making one costs a hundred times what it then takes to write a date, and a page writes hundreds.
const inOffice = (options: Intl.DateTimeFormatOptions, locale = 'en-US'): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { timeZone: OFFICE_ZONE, ...options });
const OFFICE_DAY = inOffice({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE');
const OFFICE_CLOCK = inOffice({ hour: 'numeric', minute: '2-digit' });
const OFFICE_TIME = inOffice({ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });

/** The office's calendar day at an instant. */
export const officeDate = (at: Date): CalendarDate => OFFICE_DAY.format(at) as CalendarDate;

/** `10:42 AM` in the office's zone. */
export const officeClock = (at: Date): string => OFFICE_CLOCK.format(at);

/** `Tue Nov 24, 10:48 AM` in the office's zone. */
export const officeTime = (at: Date): string => OFFICE_TIME.format(at).replace(',', '');

const readInstant = (on: CalendarDate, hour: number, minute: number): number =>
  Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: OFFICE_ZONE, plainTime: new Temporal.PlainTime(hour, minute) }).epochMilliseconds;

/** The same few closes of office days are asked for again and again; a calendar of decades has room. */
const MOST_INSTANTS = 20_000;
const instants = new Map<string, number>();

/** The instant of an office wall-clock time. A time inside the spring gap moves forward, as clocks do. */
export function officeInstant(on: CalendarDate, hour: number, minute = 0): Date {
  const key = `${on} ${hour}:${minute}`;
  const known = instants.get(key) ?? readInstant(on, hour, minute);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(key, known);
  return new Date(known);
}

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

/** `32 years`, `1 year`; of a baby `7 months`, of a newborn `under a month`. */
export function ageWords(birthOn: CalendarDate, on: CalendarDate): string {
  const { years, months } = ageOn(birthOn, on);
  if (years > 0) return `${years} ${years === 1 ? 'year' : 'years'}`;
  return months > 0 ? `${months} ${months === 1 ? 'month' : 'months'}` : 'under a month';
}

/** `MM/DD/YYYY`, as staff read dates; a partial date shows what is known (`05/1994`, `1994`). */
export function staffDate(date: CalendarDate | PartialDate): string {
  const [year, month, day] = date.split('-');
  return [month, day, year].filter((part) => part !== undefined).join('/');
}

/** Writes calendar dates in words: days have no zone, so they are read and written in UTC. */
export function dayWriter(options: Intl.DateTimeFormatOptions, locale = 'en-US'): (on: CalendarDate) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  return (on) => format.format(midnight(on));
}

const LONG = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const LONG_DATES = { en: dayWriter(LONG), es: dayWriter(LONG, 'es-US') } as const;

/** `March 5, 2026`, as English letters and records spell dates. */
export const longDate = (on: CalendarDate, locale: 'en' | 'es' = 'en'): string => LONG_DATES[locale](on);
