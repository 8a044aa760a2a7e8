/** How alike two normalised words are, by letters and by sound. */
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

function matchedLetters(a: string, b: string): [string[], string[]] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const first = [...a].filter((letter, at) => {
    for (let other = Math.max(0, at - reach); other <= Math.min(b.length - 1, at + reach); other += 1) {
      if (b[other] === letter && !taken.has(other)) return taken.add(other);
    }
    return false;
  });
  return [first, [...taken].sort((x, y) => x - y).map((at) => b[at] ?? '')];
}

function jaro(a: string, b: string): number {
  const [first, second] = matchedLetters(a, b);
  const matches = first.length;
  if (matches === 0) return 0;
  const transposed = first.filter((letter, at) => letter !== second[at]).length / 2;
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

/** Double Metaphone codes, the main one first (Philips 2000); empty where the letters have no Latin sound. */
export const sounds = (key: string): string[] => [...new Set(doubleMetaphone(key))].filter((code) => code !== '');

/** One code of a single letter (Lee, Lou, Li: L) says nothing. */
export function soundAlike(a: string, b: string): boolean {
  const heard = new Set(sounds(b));
  return sounds(a).some((code) => code.length > 1 && heard.has(code));
}
