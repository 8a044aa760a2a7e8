/** What is looked for, read out of one box and some fields: words of a name, dates, contacts, numbers. */
import { emailKey, nameWords, suffixKey } from '@/lib/patients/matching/normalise';
import { realEmail, realPhone } from '@/lib/patients/matching/placeholders';
import { streetKey, zipKey } from '@/lib/patients/matching/streets';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { parseControlNumber } from '@/lib/records/control-number';
import { datesMeant } from './dates';
import type { Asked } from './schema';

/** A word of a name, and which name it is where the person who asks knows. */
export type NameWord = { readonly text: string; readonly of: 'family' | 'given' | null };

export type Question = {
  readonly words: readonly NameWord[];
  readonly births: readonly PartialDate[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly home: { readonly street: string; readonly zip: string } | null;
  readonly caseNumbers: readonly number[];
  readonly registryNumbers: readonly number[];
  readonly controlNumbers: readonly string[];
};

/** Who says seven digits means a number of this state. */
const AREA_CODES = ['203', '860', '475', '959'] as const;
const MOST_WORDS = 6;
/** As large as a number of the registry or a case can be. */
const MOST_NUMBER = 2_000_000_000;

type Found = { rest: string; births: PartialDate[]; phones: string[]; emails: string[]; caseNumbers: number[]; registryNumbers: number[]; controlNumbers: string[] };

/** Takes what a pattern finds out of the text. */
function take(found: Found, pattern: RegExp, use: (match: string) => boolean): void {
  found.rest = found.rest.replace(pattern, (match) => (use(match) ? ' ' : match));
}

const added = <T>(list: T[], more: readonly (T | null)[]): boolean => {
  const real = more.filter((one): one is T => one !== null);
  list.push(...real);
  return real.length > 0;
};

const CONTROL = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{4}[ -]?[\p{L}\p{N}]{4}[ -]?[\p{L}\p{N}]{4}(?![\p{L}\p{N}])/gu;
const PHONE = /(?<![\d/.-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?![\d/.-])/g;
const SEVEN_DIGITS = /(?<![\d/.-])\d{3}[ .-]\d{4}(?![\d/.-])/g;
const CASE_NUMBER = /(?<![\p{L}\p{N}])c-? ?(\d{3,9})(?!\d)/giu;
const SPELLED_DATE = /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:\d{4}|\d{2})(?!\d)/giu;
const FIGURES = /(?<![\d/.-])\d{1,4}[/.-]\d{1,4}(?:[/.-]\d{1,4})?(?![\d/.-])|(?<!\S)\d{1,2} \d{1,2} (?:\d{4}|\d{2})(?!\S)|(?<!\S)\d{4,8}(?!\S)/g;

function readText(text: string, today: CalendarDate): Found {
  const found: Found = { rest: text.replace(/\s+/g, ' '), births: [], phones: [], emails: [], caseNumbers: [], registryNumbers: [], controlNumbers: [] };
  take(found, /\S+@\S+/g, (match) => added(found.emails, [emailKey(match) === null ? null : realEmail(match)]));
  take(found, CASE_NUMBER, (match) => added(found.caseNumbers, [Number(match.replace(/\D/g, ''))]));
  // Twelve signs are a control number only with its check sign; a name of three words hardly ever has one.
  take(found, CONTROL, (match) => /\d/.test(match) && added(found.controlNumbers, [parseControlNumber(match)]));
  take(found, PHONE, (match) => added(found.phones, [realPhone(match)]));
  take(found, SEVEN_DIGITS, (match) => added(found.phones, AREA_CODES.map((code) => realPhone(`${code}${match}`))));
  take(found, SPELLED_DATE, (match) => added(found.births, datesMeant(match.replace(/\bof /i, '').replace(/\./g, ''), today)));
  take(found, FIGURES, (match) => added(found.births, datesMeant(match, today)));
  take(found, /(?<!\S)#?\d{4,10}(?!\S)/g, (match) => {
    const number = Number(match.replace('#', ''));
    return number <= MOST_NUMBER && added(found.caseNumbers, [number]) && added(found.registryNumbers, [number]);
  });
  return found;
}

const wordsOf = (text: string, of: NameWord['of']): NameWord[] => nameWords(text).filter((word) => suffixKey(word) === null || word === 'i').map((word) => ({ text: word, of }));

/**
 * @example questionOf({ text: 'Bob Smyth 3/4/61' }, today) // words bob and smyth, born 1961-03-04
 */
export function questionOf({ text = '', family = '', given = '', birthOn, phone, email, street, zip }: Asked, today: CalendarDate): Question {
  const found = readText(text, today);
  const [streetFound, zipFound] = [streetKey(street ?? ''), zipKey(zip ?? '')];
  return {
    words: [...wordsOf(found.rest, null), ...wordsOf(family, 'family'), ...wordsOf(given, 'given')].slice(0, MOST_WORDS),
    births: [...new Set([...(birthOn === undefined ? [] : [birthOn as PartialDate]), ...found.births])].slice(0, 3),
    phones: [...new Set([...found.phones, ...[phone === undefined ? null : realPhone(phone)].filter((one) => one !== null)])].slice(0, 6),
    emails: [...new Set([...found.emails, ...[email === undefined ? null : realEmail(email)].filter((one) => one !== null)])].slice(0, 3),
    home: streetFound === null || zipFound === null ? null : { street: streetFound, zip: zipFound },
    caseNumbers: found.caseNumbers.slice(0, 3),
    registryNumbers: found.registryNumbers.slice(0, 3),
    controlNumbers: found.controlNumbers.slice(0, 3),
  };
}
