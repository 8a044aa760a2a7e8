/** How two records of a list compare, field by field. A level is a number: 0 missing, 1 agrees, the highest differs. */
import { distance } from 'fastest-levenshtein';
import { areNicknames } from '../nicknames';
import { compactKey } from '../normalise';
import { jaroWinkler, oneEdit, soundAlike } from '../similarity';
import type { Vector } from './estimate';
import type { ListRecord } from './records';

/** A record made ready once: plain small letters and digits, without blanks and marks. */
export type Prepared = ListRecord & { readonly ready: true };

export const prepare = (record: ListRecord): Prepared => ({ ...(Object.fromEntries(Object.entries(record).map(([column, text]) => [column, compactKey(text)])) as ListRecord), ready: true });

const LIKE = [0.92, 0.84, 0.74] as const;

/** 1 equal, 2 one edit or nearly alike, 3 alike, 4 somewhat alike, 5 different. */
function textLevel(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const alike = jaroWinkler(a, b);
  if ((Math.min(a.length, b.length) > 2 && oneEdit(a, b)) || alike >= LIKE[0]) return 2;
  if (alike >= LIKE[1]) return 3;
  return alike >= LIKE[2] ? 4 : 5;
}

/** A nickname and what sounds the same are alike. */
function nameLevel(a: string, b: string): number {
  const level = textLevel(a, b);
  return level > 3 && (areNicknames(a, b) || soundAlike(a, b)) ? 3 : level;
}

const bothNearly = (one: number, other: number): boolean => one > 0 && other > 0 && one + other <= 4;

const isSwapped = (a: Prepared, b: Prepared): boolean =>
  bothNearly(textLevel(a.given_name, b.surname), textLevel(a.surname, b.given_name)) && !bothNearly(textLevel(a.given_name, b.given_name), textLevel(a.surname, b.surname));

/** 1 equal, 2 one digit or two neighbours exchanged, 3 day and month exchanged or two parts equal, 4 two digits, 5 different. */
function dateLevel(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  if (oneEdit(a, b)) return 2;
  const [left, right] = [a, b].map((date) => [date.slice(0, 4), date.slice(4, 6), date.slice(6)]);
  const swapped = left?.[0] === right?.[0] && left?.[1] === right?.[2] && left?.[2] === right?.[1];
  if (swapped || left?.filter((part, at) => part === right?.[at]).length === 2) return 3;
  return distance(a, b) <= 2 ? 4 : 5;
}

/** 1 equal, 2 one edit, 3 different. */
function numberLevel(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  return oneEdit(a, b) ? 2 : 3;
}

/** The two lines of an address get exchanged and joined: the better reading counts. */
function addressLevels(a: Prepared, b: Prepared): [number, number] {
  const straight: [number, number] = [textLevel(a.address_1, b.address_1), textLevel(a.address_2, b.address_2)];
  const crossed: [number, number] = [textLevel(a.address_1, b.address_2), textLevel(a.address_2, b.address_1)];
  const better = Math.min(...crossed.filter((level) => level > 0), 9) < Math.min(...straight.filter((level) => level > 0), 9);
  return better ? crossed : straight;
}

/** How many levels each column of a vector has, in the order of `COLUMNS`. */
export const LIST_LEVELS: readonly number[] = [6, 6, 5, 3, 5, 5, 5, 3, 3];

/** The last level of both names: first and last exchanged. */
const SWAPPED = 6;

export function compareRecords(a: Prepared, b: Prepared): Vector {
  const swapped = isSwapped(a, b);
  const [first, second] = addressLevels(a, b);
  return [
    swapped ? SWAPPED : nameLevel(a.given_name, b.given_name),
    swapped ? SWAPPED : nameLevel(a.surname, b.surname),
    dateLevel(a.date_of_birth, b.date_of_birth),
    numberLevel(a.street_number, b.street_number),
    first,
    second,
    textLevel(a.suburb, b.suburb),
    numberLevel(a.postcode, b.postcode),
    numberLevel(a.state, b.state),
  ];
}
