/** Machine-readable zone of a passport, two lines of 44: ICAO Doc 9303-4, section 4.2; check digits 9303-3, 4.9. */
import type { CalendarDate } from '@/lib/platform/dates';
import type { PassportFacts } from './types';
import { plainCapitals } from './writing';

const WEIGHTS = [7, 3, 1];
const valueOf = (sign: string): number => {
  if (sign === '<') return 0;
  return /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
};

/** Weighted 7-3-1, modulo 10. */
export const checkDigit = (text: string): string => String([...text].reduce((sum, sign, at) => sum + valueOf(sign) * (WEIGHTS[at % 3] ?? 0), 0) % 10);

const zoneText = (text: string): string => plainCapitals(text).replace(/'/g, '').replace(/[ -]/g, '<');
const filled = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const sixDigits = (on: CalendarDate): string => on.slice(2, 4) + on.slice(5, 7) + on.slice(8, 10);
const checked = (text: string): string => text + checkDigit(text);

export const PASSPORT_NUMBER = 'SPECIMEN0';

export function machineReadableZone({ country, name, birthOn, sex, expiresOn }: PassportFacts): readonly [string, string] {
  const given = name.middle ? `${name.given} ${name.middle}` : name.given;
  const names = filled(`P<${filled(country.code, 3)}${zoneText(name.family)}<<${zoneText(given)}`, 44);
  const [number, birth, expiry, optional] = [checked(PASSPORT_NUMBER), checked(sixDigits(birthOn)), checked(sixDigits(expiresOn)), checked(filled('', 14))];
  const composite = checkDigit(number + birth + expiry + optional);
  return [names, `${number}${filled(country.code, 3)}${birth}${sex === 'X' ? '<' : sex}${expiry}${optional}${composite}`];
}
