/** Which records of a list are the same person, by an estimated model; and how well that was told. */
import { sounds } from '../similarity';
import { estimate, levelBits, type Model, type Vector } from './estimate';
import { compareRecords, LIST_LEVELS, prepare, type Prepared } from './list-fields';
import { COLUMNS, type ListRecord } from './records';

export type Scored = { readonly a: number; readonly b: number; readonly bits: number };

/** A key that more records share says too little to pair them by. */
const MOST_A_KEY = 120;
const RANDOM_PAIRS = 60_000;
/** No value counts as rarer than this: a misspelling is borne by one record alone. */
const RAREST = 1 / 2000;

const letters = (text: string): string => [...text].sort().join('');

/** Keys under which two records of a person are expected to meet. */
function keysOf(record: Prepared): string[] {
  const { given_name: given, surname, date_of_birth: born, address_1: first, address_2: second, suburb, postcode, street_number: number } = record;
  const sound = (text: string): string => sounds(text)[0] ?? '';
  const keys: readonly (readonly string[])[] = [
    ['born', born], ['digits', letters(born)], ['month', born.slice(0, 6)], ['day', born.slice(4), sound(surname)],
    ['name', surname], ['name', given], ['letters', letters(given + surname)], ['heads', ...[surname.slice(0, 3), given.slice(0, 3)].sort()],
    ['sounds', ...[sound(surname), sound(given)].sort()], ['near', postcode, sound(surname)], ['near', postcode, sound(given)],
    ['street', first], ['street', second], ['house', number, suburb], ['house', number, postcode], ['area', suburb, postcode],
  ];
  return keys.filter((parts) => !parts.includes('')).map((parts) => parts.join('|'));
}

/** Pairs that share a key, each once, as `a * n + b` with a < b. */
function nearPairs(records: readonly Prepared[]): number[] {
  const byKey = new Map<string, number[]>();
  records.forEach((record, at) => {
    for (const key of new Set(keysOf(record))) byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  const pairs = new Set<number>();
  for (const places of byKey.values()) {
    if (places.length > MOST_A_KEY) continue;
    places.forEach((a, at) => places.slice(at + 1).forEach((b) => pairs.add(a * records.length + b)));
  }
  return [...pairs];
}

/** The same numbers each time (a linear congruence), so that two runs agree. */
function drawn(records: readonly Prepared[], count: number): Vector[] {
  let state = 1;
  const next = (): number => (state = (state * 48271) % 2147483647) % records.length;
  return Array.from({ length: count }, () => [next(), next()] as const).flatMap(([a, b]) => {
    const [left, right] = [records[a], records[b]];
    return a === b || left === undefined || right === undefined ? [] : [compareRecords(left, right)];
  });
}

/** Shares of each value of a field among the records: agreeing on a rare one says more. */
function valueShares(records: readonly Prepared[]): ReadonlyMap<string, number>[] {
  return COLUMNS.map((field) => {
    const counts = new Map<string, number>();
    for (const record of records) if (record[field] !== '') counts.set(record[field], (counts.get(record[field]) ?? 0) + 1);
    const filled = [...counts.values()].reduce((sum, each) => sum + each, 0);
    return new Map([...counts].map(([value, count]) => [value, count / filled]));
  });
}

function bitsOf(model: Model, shares: readonly ReadonlyMap<string, number>[], record: Prepared, vector: Vector): number {
  return COLUMNS.reduce((sum, column, field) => {
    const level = vector[field] ?? 0;
    const share = level === 1 ? shares[field]?.get(record[column]) : undefined;
    if (share === undefined) return sum + levelBits(model, field, level);
    return sum + Math.log2((model.m[field]?.[1] ?? 1) / Math.max(share, RAREST));
  }, 0);
}

/** Every pair that may be the same with its bits above even odds: above 0 it more likely is than not. */
export function scorePairs(list: readonly ListRecord[]): { readonly model: Model; readonly pairs: readonly Scored[] } {
  const records = list.map(prepare);
  const near = nearPairs(records).map((pair) => {
    const [a, b] = [Math.floor(pair / records.length), pair % records.length];
    return { a, b, vector: compareRecords(records[a] as Prepared, records[b] as Prepared) };
  });
  const allPairs = (records.length * (records.length - 1)) / 2;
  const model = estimate(drawn(records, Math.min(RANDOM_PAIRS, 4 * allPairs)), near.map(({ vector }) => vector), LIST_LEVELS, allPairs);
  const shares = valueShares(records);
  const odds = Math.log2(model.prior / (1 - model.prior));
  return { model, pairs: near.map(({ a, b, vector }) => ({ a, b, bits: bitsOf(model, shares, records[a] as Prepared, vector) + odds })) };
}

/** Records joined by pairs that are more likely true than not; whoever is joined to the same third is joined. */
export function groupsOf(count: number, pairs: readonly Scored[]): number[] {
  const parent = Array.from({ length: count }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    return top;
  };
  for (const { a, b, bits } of pairs) if (bits > 0) parent[root(a)] = root(b);
  return parent.map((_, at) => root(at));
}
