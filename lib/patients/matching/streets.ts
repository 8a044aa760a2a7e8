/** Streets and ZIP codes in one spelling. */
import { foldLetters } from './normalise';

/** The suffixes that matter in Connecticut mail (USPS Publication 28, appendix C1, shortened), and directions. */
const SHORT: Readonly<Record<string, string>> = {
  street: 'st', str: 'st', avenue: 'ave', av: 'ave', road: 'rd', drive: 'dr', lane: 'ln', court: 'ct', place: 'pl', circle: 'cir', boulevard: 'blvd',
  terrace: 'ter', parkway: 'pkwy', highway: 'hwy', turnpike: 'tpke', square: 'sq', trail: 'trl', extension: 'ext', heights: 'hts', mount: 'mt', saint: 'st',
  crescent: 'cres', north: 'n', south: 's', east: 'e', west: 'w', northeast: 'ne', northwest: 'nw', southeast: 'se', southwest: 'sw',
};
const UNIT = /(?:^|\s)(?:(?:apt|apartment|unit|suite|ste|floor|fl|rm|room|lot)(?:\s|\d|$)|#).*$/;
const NOWHERE = new Set(['unknown', 'homeless', 'none', 'no address', 'general delivery', 'bad address', 'undomiciled']);

/**
 * House number and street without the flat, as stored for search, or null when there is none.
 *
 * @example streetKey('18 Ashmun Street, Apt. 3') // '18 ashmun st'
 */
export function streetKey(line1: string): string | null {
  const words = foldLetters(line1).replace(/[.,']/g, ' ').replace(/#/g, ' # ').replace(/\bp\s*o\s+box\b/, 'pobox').replace(/[^\p{L}\p{N}#]+/gu, ' ').trim();
  const street = words.replace(UNIT, '').split(' ').map((word) => SHORT[word] ?? word).join(' ').trim();
  return street === '' || NOWHERE.has(street) ? null : street;
}

/** The five digits of a ZIP code, or null. 00000 and 99999 are what systems ask for when nobody knows. */
export function zipKey(zip: string): string | null {
  const digits = /^\s*(\d{5})(?:-?\d{4})?\s*$/.exec(zip)?.[1] ?? null;
  return digits === null || /^(?:0{5}|9{5})$/.test(digits) ? null : digits;
}
