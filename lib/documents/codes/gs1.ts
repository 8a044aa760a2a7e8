/**
 * The DataMatrix on a vaccine's box: GS1 General Specifications 7.8 (element strings) and 7.12 (dates). The United States
 * write the ten digits of a National Drug Code into the number of the article behind the prefix 03 (21 CFR 207.33).
 */
import { asCalendarDate, type CalendarDate } from '@/lib/platform/dates';
import type { VaccineBoxFacts } from './facts';

const SEPARATOR = '\x1d';
/** By their first two digits: elements of a fixed length, identifier included. Every other runs to the separator. */
const FIXED: Readonly<Record<string, number>> = {
  '00': 20, '01': 16, '02': 16, '03': 16, '04': 18, '11': 8, '12': 8, '13': 8, '14': 8, '15': 8, '16': 8, '17': 8, '18': 8, '19': 8,
  '20': 4, '31': 10, '32': 10, '33': 10, '34': 10, '35': 10, '36': 10, '41': 16,
};

/** Element strings by their identifier (two digits, which is enough for a box). A leading separator or symbology identifier is passed over. */
export function elementStrings(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let rest = text.replace(/^\][A-Za-z]\d/, '');
  while (rest !== '') {
    if (rest.startsWith(SEPARATOR)) {
      rest = rest.slice(1);
      continue;
    }
    const id = rest.slice(0, 2);
    const end = rest.indexOf(SEPARATOR);
    const length = FIXED[id] ?? (end === -1 ? rest.length : end);
    if (!found.has(id)) found.set(id, rest.slice(2, length));
    rest = rest.slice(length);
  }
  return found;
}

/** GS1 7.9: the last digit brings the weighted sum to a ten. */
export function isArticleNumber(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 3 : 1), 0) % 10 === 0;
}

/** YYMMDD; day 00 is the last of the month; the century is the one that lies nearest (51 years ahead is behind). */
export function gs1Date(digits: string | undefined, today: CalendarDate): CalendarDate | null {
  if (digits === undefined || !/^\d{6}$/.test(digits)) return null;
  const [thisYear, month, day] = [Number(today.slice(0, 4)), digits.slice(2, 4), digits.slice(4)];
  const near = Math.floor(thisYear / 100) * 100 + Number(digits.slice(0, 2));
  const year = near - thisYear >= 51 ? near - 100 : near - thisYear <= -50 ? near + 100 : near;
  if (day !== '00') return asCalendarDate(`${year}-${month}-${day}`);
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  return asCalendarDate(`${year}-${month}-${last}`);
}

/** Lots are letters, digits and a few signs; anything else was misread. */
const lotOf = (text: string | undefined): string | null => (text !== undefined && /^[\x21-\x7e]{1,20}$/.test(text) ? text : null);

/** Number, lot and expiry of a box; null when it is no article with a right check digit. */
export function readVaccineBox(text: string, today: CalendarDate): VaccineBoxFacts | null {
  const elements = elementStrings(text);
  const gtin = elements.get('01') ?? '';
  if (!isArticleNumber(gtin)) return null;
  return { kind: 'vaccine_box', gtin, ndc: gtin.slice(1, 3) === '03' ? gtin.slice(3, 13) : null, lot: lotOf(elements.get('10')), expiresOn: gs1Date(elements.get('17'), today) };
}
