/** What the lab answers: how well it was decided, counted against labels that the deciding never saw. */
import { BAND_ORDER, compareSubject } from '../score';
import type { Band } from '../types';
import { airaPairs, LABELS, type Label, type LabelledPair } from './aira';
import { groupsOf, scorePairs, type Scored } from './linkage';
import { readRecords, type RecordList } from './records';

type BandCounts = Readonly<Record<Band, number>>;
export type PairReport = { readonly pairs: number; readonly match: BandCounts; readonly possible_match: BandCounts; readonly not_a_match: BandCounts };

const countOf = (bands: readonly Band[]): BandCounts => Object.fromEntries(BAND_ORDER.map((band) => [band, bands.filter((each) => each === band).length])) as BandCounts;

/** Per label, how many pairs fell into each band. */
export function reportPairs(pairs: readonly LabelledPair[]): PairReport {
  const decided = pairs.map(({ label, subject, patient }) => ({ label, band: compareSubject(subject, patient).band }));
  const [match, possible, not] = LABELS.map((label: Label) => countOf(decided.filter((pair) => pair.label === label).map(({ band }) => band))) as [BandCounts, BandCounts, BandCounts];
  return { pairs: pairs.length, match, possible_match: possible, not_a_match: not };
}

export type ListReport = { readonly records: number; readonly truePairs: number; readonly precision: number; readonly recall: number; readonly f1: number; readonly top1: number; readonly top5: number };

const pairsIn = (sizes: Iterable<number>): number => [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

function sizesOf(keys: readonly (string | number)[]): number[] {
  const sizes = new Map<string | number, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return [...sizes.values()];
}

/** For each record with another of the same person: at which place among its candidates the first of them stands. */
function places(persons: readonly string[], pairs: readonly Scored[]): number[] {
  const others = persons.map((): Scored[] => []);
  for (const pair of pairs) {
    others[pair.a]?.push(pair);
    others[pair.b]?.push(pair);
  }
  return others.map((list) => list.toSorted((a, b) => b.bits - a.bits).findIndex(({ a, b }) => persons[a] === persons[b]));
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 100_000) / 100_000);

/** Precision and recall of the pairs within the groups that were formed, and how often the best (five) candidates hold the person. */
export function reportList({ records, persons }: RecordList): ListReport {
  const { pairs } = scorePairs(records);
  const groups = groupsOf(records.length, pairs);
  const [truePairs, formed] = [pairsIn(sizesOf(persons)), pairsIn(sizesOf(groups))];
  const right = pairsIn(sizesOf(groups.map((group, at) => `${group} ${persons[at] ?? ''}`)));
  const repeated = new Map<string, number>();
  for (const person of persons) repeated.set(person, (repeated.get(person) ?? 0) + 1);
  const found = places(persons, pairs).filter((_, at) => (repeated.get(persons[at] ?? '') ?? 0) > 1);
  const within = (most: number): number => share(found.filter((place) => place >= 0 && place < most).length, found.length);
  return { records: records.length, truePairs, precision: share(right, formed), recall: share(right, truePairs), f1: share(2 * right, formed + truePairs), top1: within(1), top5: within(5) };
}

/**
 * Reads what the file is from how it begins.
 *
 * @throws RangeError for a file that is neither labelled pairs nor a record list.
 */
export function reportFile(file: string): PairReport | ListReport {
  if (/^\s*(?:TEST|EXPECT):/m.test(file)) return reportPairs(airaPairs(file));
  return reportList(readRecords(file));
}
