/** By which keys a person is looked up before anything is compared, and the rows by which a name is found. */
import type { CalendarDate } from '@/lib/platform/dates';
import { fullDate } from '@/lib/platform/dates';
import { swappedDayAndMonth } from './birth-dates';
import { compactKey, familyParts, nameKey, nameWords, splitSuffix } from './normalise';
import { isPlaceholderFamily, isPlaceholderGiven, realEmail, realPhone } from './placeholders';
import { sounds } from './similarity';
import { streetKey, zipKey } from './streets';
import type { PersonName, Subject } from './types';

/** Years of birth that a name is looked up in, from the first up to, not including, the last; null where nobody knows: then every year. */
export type Years = { readonly from: string; readonly to: string } | null;

/** One way to look a person up; each becomes one indexed statement. */
export type BlockingKey =
  | { readonly by: 'birth_date' | 'birth_date_swapped'; readonly birthOn: CalendarDate }
  | { readonly by: 'name' | 'name_swapped'; readonly family: string; readonly given: string; readonly years: Years }
  | { readonly by: 'sound'; readonly familySound: string; readonly givenSound: string; readonly years: Years }
  /** The last name's sound with day and month, `-mm-dd`: finds a wrong year or a misspelt last name. */
  | { readonly by: 'sound_and_day'; readonly familySound: string; readonly monthAndDay: string }
  /** The first name's sound where they live: finds a changed last name beside a wrong birth date. */
  | { readonly by: 'sound_and_zip'; readonly givenSound: string; readonly zip: string }
  /** How first and last name begin, whichever stands in which box: finds what no longer sounds the same. */
  | { readonly by: 'beginnings'; readonly beginnings: string; readonly years: Years }
  | { readonly by: 'phone' | 'email'; readonly normalized: string }
  | { readonly by: 'street'; readonly zip: string; readonly street: string };

/** One row of the name index. `given` and `family` are normalised words; the sounds are Double Metaphone's main codes. */
export type NameForm = { readonly family: string; readonly given: string; readonly familySound: string; readonly givenSound: string };

const unique = (list: readonly string[]): string[] => [...new Set(list.filter((text) => text !== ''))];

function familyForms(text: string): string[] {
  const { family } = splitSuffix(text);
  return isPlaceholderFamily(family) ? [] : unique([nameKey(family), compactKey(family), ...familyParts(family)]);
}

function givenForms(given: string): string[] {
  return isPlaceholderGiven(given) ? [] : unique([nameKey(given), compactKey(given), nameWords(given)[0] ?? '']);
}

export const soundOf = (key: string): string => sounds(key.replaceAll(' ', ''))[0] ?? '';

/**
 * The rows by which a name is found: each spelling of the last name (whole, joined, each part of a double one) with each of the first.
 * A placeholder gives an empty text, so that a newborn without a first name is still found by the last.
 *
 * @example nameForms({ given: 'Ana', family: 'Rivera-Soto' }).map((form) => form.family) // ['rivera soto', 'riverasoto', 'rivera', 'soto']
 */
export function nameForms(name: PersonName): NameForm[] {
  const [families, givens] = [familyForms(name.family), givenForms(name.given)];
  return (families.length > 0 ? families : ['']).flatMap((family) =>
    (givens.length > 0 ? givens : ['']).map((given) => ({ family, given, familySound: soundOf(family), givenSound: soundOf(given) })),
  );
}

function birthKeys(subject: Subject): BlockingKey[] {
  const birthOn = subject.birthOn === null ? null : fullDate(subject.birthOn);
  if (birthOn === null) return [];
  const swapped = swappedDayAndMonth(birthOn);
  return [{ by: 'birth_date', birthOn }, ...(swapped === null ? [] : [{ by: 'birth_date_swapped', birthOn: swapped } as const])];
}

/** A year too early or too late is a slip; a name with a birth date far off is not looked for among all who bear it. */
function yearsAround({ birthOn }: Subject): Years {
  const year = Number(birthOn?.slice(0, 4));
  return birthOn === null || !Number.isInteger(year) ? null : { from: String(year - 1), to: String(year + 2) };
}

function nameKeys(subject: Subject): BlockingKey[] {
  const [families, givens, around] = [familyForms(subject.family), givenForms(subject.given), yearsAround(subject)];
  const pairs = families.flatMap((family) => givens.map((given) => ({ family, given })));
  const swapped = pairs.slice(0, 1).map(({ family, given }) => ({ by: 'name_swapped', family: given, given: family, years: around }) as const);
  // Who stands in the registry without a birth date is looked up beside.
  const spans = around === null ? [null] : [around, null];
  return [...spans.flatMap((years) => pairs.map((pair) => ({ by: 'name', ...pair, years }) as const)), ...swapped];
}

const startOf = (key: string): string => [...key.replaceAll(' ', '')].slice(0, 3).join('');

/**
 * The first three letters of both names in the order of the alphabet, or null where one is missing. The database makes the same of a
 * stored form (index `patient_name_forms_beginnings`).
 *
 * @example beginningsOf('nowak', 'katarzyna') // 'kat|now'
 */
export function beginningsOf(family: string, given: string): string | null {
  const both = [startOf(family), startOf(given)].sort();
  return both.includes('') ? null : both.join('|');
}

function soundKeys(subject: Subject): BlockingKey[] {
  const families = unique(familyForms(subject.family).flatMap((key) => sounds(key.replaceAll(' ', ''))));
  const givens = unique(givenForms(subject.given).flatMap((key) => sounds(key.replaceAll(' ', ''))));
  const monthAndDay = (subject.birthOn === null ? null : fullDate(subject.birthOn))?.slice(4);
  const [zip, years] = [zipKey(subject.address?.zip ?? ''), yearsAround(subject)];
  return [
    ...families.flatMap((familySound) => givens.map((givenSound) => ({ by: 'sound', familySound, givenSound, years }) as const)),
    ...(monthAndDay === undefined ? [] : families.map((familySound) => ({ by: 'sound_and_day', familySound, monthAndDay }) as const)),
    ...(zip === null ? [] : givens.map((givenSound) => ({ by: 'sound_and_zip', givenSound, zip }) as const)),
  ];
}

function beginningKeys(subject: Subject): BlockingKey[] {
  const givens = givenForms(subject.given).slice(0, 1);
  const years = yearsAround(subject);
  const found = familyForms(subject.family).flatMap((family) => givens.map((given) => beginningsOf(family, given) ?? ''));
  return unique(found).map((beginnings) => ({ by: 'beginnings', beginnings, years }));
}

function contactKeys(subject: Subject): BlockingKey[] {
  const keys = (by: 'phone' | 'email', list: readonly (string | null)[]): BlockingKey[] =>
    unique(list.map((key) => key ?? '')).map((normalized) => ({ by, normalized }));
  return [...keys('phone', subject.phones.map(realPhone)), ...keys('email', subject.emails.map(realEmail))];
}

function streetKeys({ address }: Subject): BlockingKey[] {
  const [zip, street] = [zipKey(address?.zip ?? ''), streetKey(address?.line1 ?? '')];
  return zip === null || street === null ? [] : [{ by: 'street', zip, street }];
}

/**
 * Every key under which a person's record may lie: a query looks each up by itself (UNION ALL) and compares what comes back.
 * Placeholders and unreadable values give no key.
 *
 * @example blockingKeys(subject).map((key) => key.by) // ['birth_date', 'birth_date_swapped', 'name', …]
 */
export const blockingKeys = (subject: Subject): BlockingKey[] => [
  ...birthKeys(subject),
  ...nameKeys(subject),
  ...soundKeys(subject),
  ...beginningKeys(subject),
  ...contactKeys(subject),
  ...streetKeys(subject),
];
