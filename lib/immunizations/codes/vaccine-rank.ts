/** How well a vaccine answers what was typed: trade name, CVX, abbreviation, or a misspelling of them. */
import { distance } from 'fastest-levenshtein';
import { allVaccines, isDoseCode } from './cvx';
import type { Vaccine } from './cvx';
import { brandKey, brandWords, productsOfCode } from './products';
import { SYNONYMS } from './synonyms';
import { vaccineLabel } from './vaccine-words';

/** A code by itself, or with one of its brands. */
export type Entry = {
  readonly vaccine: Vaccine;
  readonly brand: string | null;
  /** The maker, where the brand has one only. */
  readonly mvx: string | null;
  readonly keys: readonly string[];
  readonly words: readonly string[];
};
export type Ranked = { readonly entry: Entry; readonly rank: number };

const RANK = { cvx: 1000, synonym: 960, exact: 950, brand: 900, label: 800, words: 700, within: 400, misspelt: 300 } as const;
/** What nobody means first: codes without a brand's precision, and those of other countries. */
const BEHIND: Readonly<Partial<Record<Vaccine['kind'], number>>> = { unspecified: 60, foreign: 40, withdrawn: 200 };

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).map(brandKey).filter((word) => word !== '');

function entry(vaccine: Vaccine, brand: string | null, mvx: string | null): Entry {
  const names = [vaccineLabel(vaccine.cvx), vaccine.label, ...(brand === null ? [] : [brand])];
  return { vaccine, brand, mvx, keys: names.map(brandKey), words: [...new Set(names.flatMap(wordsOf))] };
}

/** One row for a brand and code, however many names the table has for the pair. */
function brandEntries(vaccine: Vaccine): Entry[] {
  const byBrand = new Map(productsOfCode(vaccine.cvx).map((product) => [brandKey(brandWords(product.name)), product]));
  return [...byBrand.values()].map(({ name, mvx }) => entry(vaccine, brandWords(name), mvx.length === 1 ? (mvx[0] ?? null) : null));
}

const ENTRIES: readonly Entry[] = allVaccines()
  .filter(({ cvx, kind }) => kind !== 'never_active' && isDoseCode(cvx))
  .flatMap((vaccine) => [...brandEntries(vaccine), entry(vaccine, null, null)]);

/** Letters that may be wrong in a word of this length. */
const slips = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

function misspellingRank(key: string, { keys, words }: Entry): number {
  const most = slips(key.length);
  if (most === 0) return 0;
  const apart = Math.min(...[...keys, ...words].map((name) => Math.min(distance(key, name), distance(key, name.slice(0, key.length)))));
  return apart <= most ? RANK.misspelt - apart * 20 : 0;
}

function codeRank(typed: string, { vaccine, brand }: Entry): number {
  if (!/^\d{1,3}$/.test(typed)) return 0;
  if (vaccine.cvx === typed.padStart(2, '0')) return RANK.cvx - (brand === null ? 0 : 1);
  return vaccine.cvx.startsWith(typed) ? RANK.words : 0;
}

/** A synonym lists its codes in the order in which they are meant. */
function synonymRank(key: string, { vaccine, brand }: Entry): number {
  const meant = SYNONYMS[key]?.indexOf(vaccine.cvx) ?? -1;
  return meant < 0 ? 0 : RANK.synonym - meant * 5 - (brand === null ? 0 : 4);
}

/** One letter is a whole word: the A of "hep A" is not the beginning of "adult". */
const answersWord = (typed: string, name: string): boolean => (typed.length === 1 ? name === typed : name.startsWith(typed));

const behind = (rank: number, { kind }: Vaccine): number => (rank === 0 ? 0 : rank - (BEHIND[kind] ?? 0));

function nameRank(typed: string, candidate: Entry): number {
  const key = brandKey(typed);
  const { keys, words, brand } = candidate;
  if (keys.includes(key)) return RANK.exact;
  if (brand !== null && brandKey(brand).startsWith(key)) return RANK.brand;
  if (keys.some((name) => name.startsWith(key))) return RANK.label;
  if (wordsOf(typed).every((word) => words.some((name) => answersWord(word, name)))) return RANK.words;
  return key.length > 2 && keys.some((name) => name.includes(key)) ? RANK.within : 0;
}

const ranking = (rankOf: (candidate: Entry) => number): readonly Ranked[] =>
  ENTRIES.map((candidate) => ({ entry: candidate, rank: rankOf(candidate) })).filter(({ rank }) => rank > 0);

/** A synonym says itself which codes are meant first, so that "flu" offers the unspecified one. */
const speltRank = (text: string, candidate: Entry): number =>
  synonymRank(brandKey(text), candidate) || behind(codeRank(text, candidate) || nameRank(text, candidate), candidate.vaccine);

/** Entries that answer, with their rank; misspellings only where nothing is spelt so. */
export function rankEntries(typed: string): readonly Ranked[] {
  const text = typed.trim();
  const key = brandKey(text);
  if (key === '') return [];
  const spelt = ranking((candidate) => speltRank(text, candidate));
  return spelt.length > 0 ? spelt : ranking((candidate) => behind(misspellingRank(key, candidate), candidate.vaccine));
}
