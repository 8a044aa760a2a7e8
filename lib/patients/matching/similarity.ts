/** How alike two normalised words are, by letters and by sound. */
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** Kept between calls: a search compares thousands of names, and most of the time went into making small lists. */
const LONGEST = 64;
const [leftTaken, rightTaken] = [new Uint8Array(LONGEST), new Uint8Array(LONGEST)];

/** Marks the letters that both words have at about the same place, and counts them. */
function markShared(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  leftTaken.fill(0, 0, a.length);
  rightTaken.fill(0, 0, b.length);
  let shared = 0;
  for (let at = 0; at < a.length; at += 1) {
    const last = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= last; other += 1) {
      if (rightTaken[other] === 1 || a.charCodeAt(at) !== b.charCodeAt(other)) continue;
      leftTaken[at] = 1;
      rightTaken[other] = 1;
      shared += 1;
      break;
    }
  }
  return shared;
}

/** Of the marked letters, how many stand in another order. */
function outOfOrder(a: string, b: string): number {
  let [moved, other] = [0, 0];
  for (let at = 0; at < a.length; at += 1) {
    if (leftTaken[at] === 0) continue;
    while (rightTaken[other] === 0) other += 1;
    if (a.charCodeAt(at) !== b.charCodeAt(other)) moved += 1;
    other += 1;
  }
  return moved;
}

function jaro(first: string, second: string): number {
  const [a, b] = [first.slice(0, LONGEST), second.slice(0, LONGEST)];
  const matches = markShared(a, b);
  if (matches === 0) return 0;
  const transposed = outOfOrder(a, b) / 2;
  return (matches / a.length + matches / b.length + (matches - transposed) / matches) / 3;
}

/**
 * Jaro-Winkler similarity, 0 to 1, prefix weight 0.1 over four letters (Winkler 1990).
 *
 * @example jaroWinkler('martha', 'marhta') // 0.961
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const plain = jaro(a, b);
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return plain + prefix * 0.1 * (1 - plain);
}

/** One letter more, less, changed, or two neighbours exchanged. */
export function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  if (distance(a, b) === 1) return true;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.length === b.length && at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}

/** Codes of names heard lately: the same few thousand come again and again. */
const heard = new Map<string, readonly string[]>();
const MOST_HEARD = 20_000;

/** Double Metaphone codes, the main one first (Philips 2000); empty where the letters have no Latin sound. */
export function sounds(key: string): readonly string[] {
  const known = heard.get(key);
  if (known !== undefined) return known;
  if (heard.size >= MOST_HEARD) heard.clear();
  const codes = [...new Set(doubleMetaphone(key))].filter((code) => code !== '');
  heard.set(key, codes);
  return codes;
}

/** One code of a single letter (Lee, Lou, Li: L) says nothing. */
export function soundAlike(a: string, b: string): boolean {
  const others = sounds(b);
  return sounds(a).some((code) => code.length > 1 && others.includes(code));
}
