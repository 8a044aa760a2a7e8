/** How documents write names, dates and places. */
import type { CalendarDate } from '@/lib/platform/dates';
import type { PersonName, PostalAddress } from './types';

const words = (...parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ');

export const fullName = ({ given, middle, family, suffix }: PersonName): string => words(given, middle, family, suffix);
export const shortName = ({ given, family }: PersonName): string => `${given.slice(0, 1)}. ${family}`;
export const cityLine = ({ city, state, zip }: PostalAddress): string => `${city}, ${state} ${zip}`;
export const streetLine = ({ line1, line2 }: PostalAddress): string => words(line1, line2);

const parts = (on: CalendarDate): readonly [year: string, month: string, day: string] => [on.slice(0, 4), on.slice(5, 7), on.slice(8, 10)];

/** 03/05/1994 */
export function slashed(on: CalendarDate): string {
  const [year, month, day] = parts(on);
  return `${month}/${day}/${year}`;
}
/** 3/5/94, as people write by hand. */
export function jotted(on: CalendarDate): string {
  const [year, month, day] = parts(on);
  return `${Number(month)}/${Number(day)}/${year.slice(2)}`;
}
/** 05.03.1994 or 05/03/1994: the day first, as most of the world writes. */
export function dayFirst(on: CalendarDate, separator: '.' | '/' = '/'): string {
  const [year, month, day] = parts(on);
  return [day, month, year].join(separator);
}
/** 05 MAR 1994, as passports write. */
export function passportDate(on: CalendarDate): string {
  const [year, month, day] = parts(on);
  const names = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
  return `${day} ${names[Number(month) - 1] ?? ''} ${year}`;
}
/** 03051994 */
export const monthFirstDigits = (on: CalendarDate): string => on.slice(5, 7) + on.slice(8, 10) + on.slice(0, 4);

export const dollars = (cents: number): string => `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

/** Letters that decompose into nothing plain, as ICAO Doc 9303-3 section 6 spells them. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ß: 'ss', æ: 'ae', Æ: 'AE', ı: 'i' };

/** Upper case without diacritics; what has no Latin letter falls away. */
export const plainCapitals = (text: string): string =>
  [...text]
    .map((letter) => PLAIN[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/’/g, "'")
    .replace(/[^A-Z0-9' -]/g, '')
    .replace(/ +/g, ' ')
    .trim();
