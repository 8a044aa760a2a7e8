/** Which parts of two values to mark, so that an eye finds the difference at once. */
import { foldLetters } from './normalise';

export type Segment = { readonly text: string; readonly differs: boolean };
export type DifferenceSegments = { readonly submitted: readonly Segment[]; readonly onRecord: readonly Segment[] };

type Token = { readonly text: string; readonly key: string };

/** Numbers stay whole: of 03/05/1994 and 05/03/1994 people read "03" and "05", not single digits. */
const tokensOf = (text: string): Token[] => (text.normalize('NFC').match(/\d+|[^\d]/gu) ?? []).map((token) => ({ text: token, key: foldLetters(token) }));

const shapeOf = (tokens: readonly Token[]): string => tokens.map(({ key }) => (/^\d/.test(key) ? '0' : key)).join('');

/** Lengths of the longest common subsequences of all tails (Wagner and Fischer 1974). */
function commonLengths(a: readonly Token[], b: readonly Token[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      const same = a[row]?.key === b[column]?.key;
      const line = lengths[row];
      if (line) line[column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return lengths;
}

function commonPairs(a: readonly Token[], b: readonly Token[]): [Set<number>, Set<number>] {
  const lengths = commonLengths(a, b);
  const [left, right] = [new Set<number>(), new Set<number>()];
  let [row, column] = [0, 0];
  while (row < a.length && column < b.length) {
    if (a[row]?.key === b[column]?.key) {
      left.add(row++);
      right.add(column++);
    } else if ((lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return [left, right];
}

function samePlaces(a: readonly Token[], b: readonly Token[]): [Set<number>, Set<number>] {
  const places = new Set(a.flatMap(({ key }, at) => (key === b[at]?.key ? [at] : [])));
  return [places, places];
}

function joined(tokens: readonly Token[], common: ReadonlySet<number>): Segment[] {
  return tokens.reduce<Segment[]>((segments, { text }, at) => {
    const [last, differs] = [segments.at(-1), !common.has(at)];
    return last?.differs === differs ? [...segments.slice(0, -1), { text: last.text + text, differs }] : [...segments, { text, differs }];
  }, []);
}

/**
 * Both values in pieces; those that differ are to be marked. Capitals and accents are no difference, as they are none in matching.
 * The pieces of each side joined are that value again (NFC).
 *
 * @example differenceSegments('Nowak-Bell', 'Nowak').submitted // [{ text: 'Nowak', differs: false }, { text: '-Bell', differs: true }]
 */
export function differenceSegments(submitted: string, onRecord: string): DifferenceSegments {
  const [a, b] = [tokensOf(submitted), tokensOf(onRecord)];
  const [left, right] = shapeOf(a) === shapeOf(b) ? samePlaces(a, b) : commonPairs(a, b);
  return { submitted: joined(a, left), onRecord: joined(b, right) };
}
