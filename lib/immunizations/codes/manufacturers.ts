/** The makers' table, and who became whom. */
import table from './mvx.json';

const MAKERS: Readonly<Record<string, string>> = table.makers;

/** "Nobody knows" and "somebody else" say nothing about a dose: the same as a blank. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['UNK', 'OTH']);

/**
 * Companies that were merged or sold: an old card names the maker of its day, the table the one of today.
 * From the notes in CDC's MVX table ("acquired by", "part of", "became"), and for Vaxelis its partnership.
 */
const LINEAGES: readonly ReadonlySet<string>[] = [
  new Set(['PMC', 'CON', 'IM', 'PSC', 'ACA', 'MSP', 'MCM']),
  new Set(['MSD', 'OTC', 'MSP', 'MCM']),
  new Set(['PFR', 'WAL', 'WA', 'LED', 'PRX']),
  new Set(['SKB', 'IDB', 'NOV', 'CHI', 'PWJ', 'EVN', 'CMP']),
  new Set(['SEQ', 'CSL', 'NOV', 'CHI', 'PWJ', 'EVN', 'CMP', 'ZLB', 'AVB', 'AR', 'CEN']),
  new Set(['MED', 'AVI', 'ASZ']),
  new Set(['MBL', 'MA', 'GRF']),
  new Set(['BN', 'PAX', 'CRU', 'BP', 'BPC', 'SI', 'JNJ', 'NOV', 'CHI']),
  new Set(['MIP', 'ACA', 'CNJ', 'VXG', 'PMC']),
  new Set(['JSN', 'JNJ', 'CRU']),
  new Set(['BAH', 'BA', 'IAG', 'IUS', 'NAV']),
  new Set(['VAL', 'INT', 'VET']),
  new Set(['TVA', 'BRR']),
];

/**
 * Codes that makers outside the table's products filled as well: Lederle's and Wyeth's influenza, pneumococcal, oral polio,
 * DT, Td and tetanus vaccines, state laboratories' Td, varicella, BCG, rabies and smallpox vaccines of other countries.
 */
export const OTHER_MAKERS: ReadonlySet<string> = new Set(['02', '09', '18', '19', '21', '28', '33', '35', '40', '75', '140', '141']);

export const allMakers = (): readonly string[] => Object.keys(MAKERS);

/** A maker's name, or null for a code that the table does not have. */
export const makerName = (mvx: string): string | null => MAKERS[mvx] ?? null;

export const saysNothing = (mvx: string): boolean => SAYS_NOTHING.has(mvx);

/** The same company, or one that became or owned the other. */
export const sameMaker = (one: string, other: string): boolean =>
  one === other || LINEAGES.some((lineage) => lineage.has(one) && lineage.has(other));
