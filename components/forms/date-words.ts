import { ageOn, asCalendarDate, fullDate, staffDate, weekday, type CalendarDate, type PartialDate } from '@/lib/platform/dates';
import type { Ask, Unreadable } from './date-entry';

export type WordsIn = 'en' | 'es';

const DAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
} as const;

export const weekdayWord = (on: CalendarDate, language: WordsIn = 'en'): string => DAYS[language][weekday(on) - 1] ?? '';

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `32 years`, under 18 with months (`4 years 9 months`), under two months with days. */
export function ageWords(birthOn: CalendarDate, on: CalendarDate): string {
  const { years, months, days } = ageOn(birthOn, on);
  if (years >= 18) return counted(years, 'year');
  if (years > 0) return months > 0 ? `${counted(years, 'year')} ${counted(months, 'month')}` : counted(years, 'year');
  if (months > 1) return counted(months, 'month');
  return months > 0 ? `${counted(months, 'month')} ${counted(days, 'day')}` : counted(days, 'day');
}

/** `1 y 11 d`, as narrow columns show an age. */
export function shortAge(birthOn: CalendarDate, on: CalendarDate): string {
  const { years, months, days } = ageOn(birthOn, on);
  const parts = [years > 0 && `${years} y`, months > 0 && `${months} m`, days > 0 && years < 2 && `${days} d`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : '0 d';
}

export const unreadableWords: Record<WordsIn, Record<Unreadable, string>> = {
  en: {
    not_a_date: 'This is not a date. Type month, day and year, like 3/5/2024.',
    no_such_month: 'There is no such month. Type month, day and year, like 3/5/2024.',
    no_such_day: 'That month has no such day.',
    after_today: 'This date is still to come.',
    too_early: 'This year is before 1900.',
    day_missing: 'Type month, day and year, like 3/5/2024.',
  },
  es: {
    not_a_date: 'Esto no es una fecha. Escriba mes, día y año, como 3/5/2024.',
    no_such_month: 'Ese mes no existe. Escriba mes, día y año, como 3/5/2024.',
    no_such_day: 'Ese mes no tiene ese día.',
    after_today: 'Esta fecha todavía no llega.',
    too_early: 'Ese año es anterior a 1900.',
    day_missing: 'Escriba mes, día y año, como 3/5/2024.',
  },
};

export const askWords: Record<WordsIn, Record<Ask, string>> = {
  en: { no_year: 'Which year?', day_first: 'There is no such month. Is this the day first?', two_centuries: 'Which century?', day_or_year: 'A day, or a month and its year?' },
  es: { no_year: '¿De qué año?', day_first: 'Ese mes no existe. ¿Escribió primero el día?', two_centuries: '¿De qué siglo?', day_or_year: '¿Un día, o un mes y su año?' },
};

/** A choice in words that cannot be misread: `03/05/1924, Wednesday`. */
export function choiceWords(on: PartialDate, language: WordsIn = 'en'): string {
  const whole = fullDate(on);
  return whole === null ? staffDate(on) : `${staffDate(on)}, ${weekdayWord(whole, language)}`;
}

/** What stands under the box while one types: the weekday, and the age where it helps. */
export function readingWords(on: CalendarDate | PartialDate, { bornOn, ageOnDay }: { bornOn?: CalendarDate; ageOnDay?: CalendarDate }, language: WordsIn = 'en'): string {
  const whole = asCalendarDate(on);
  if (whole === null) return language === 'en' ? 'Day not known' : 'Día desconocido';
  const day = weekdayWord(whole, language);
  if (bornOn) return whole < bornOn ? `${day}, before birth` : `${day}, at ${ageWords(bornOn, whole)}`;
  if (ageOnDay && language === 'en') return whole > ageOnDay ? day : `${day}, ${ageWords(whole, ageOnDay)} old`;
  return day;
}
