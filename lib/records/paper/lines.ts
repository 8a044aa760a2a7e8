/** Breaking words into lines of a given width. */
import type { Weight } from './faces';
import { byFace, shape, type Run } from './glyphs';

/** A stretch of words in one weight; `spacing` is letter spacing in em. */
export type Words = { text: string; weight: Weight; spacing?: number };
/** What a line or paragraph says: plain words, or stretches of them. */
export type Text = string | readonly (string | Words)[];

/** `width` in points, without the space that ends a broken line. */
export type Line = { runs: readonly Run[]; width: number };

export const bold = (text: string, spacing?: number): Words => ({ text, weight: 'bold', ...(spacing === undefined ? {} : { spacing }) });

type Atom = Pick<Run, 'face' | 'spacing'> & { text: string; em: number };
type Word = { atoms: Atom[]; em: number };

const atom = (from: Pick<Run, 'face' | 'spacing'>, text: string): Atom => ({
  face: from.face,
  spacing: from.spacing,
  text,
  em: shape(from.face, text, from.spacing).em,
});

const wordOf = (atoms: Atom[]): Word => ({ atoms, em: atoms.reduce((sum, part) => sum + part.em, 0) });

function stretches(text: Text, weight: Weight): Pick<Atom, 'face' | 'spacing' | 'text'>[] {
  const parts = typeof text === 'string' ? [text] : text;
  return parts
    .map((part) => (typeof part === 'string' ? { text: part, weight } : part))
    .flatMap((part) => byFace(part.text, part.weight).map((piece) => ({ ...piece, spacing: ('spacing' in part && part.spacing) || 0 })));
}

/** Words may cross from one weight into another ("**7K4M**."), so they are collected over the stretches. */
function wordsOf(text: Text, weight: Weight): Word[] {
  const words: Atom[][] = [[]];
  for (const stretch of stretches(text, weight)) {
    stretch.text.split(' ').forEach((piece, i) => {
      if (i > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push(atom(stretch, piece));
    });
  }
  return words.filter((word) => word.length > 0).map(wordOf);
}

/** A word wider than the line breaks after a hyphen if that helps, else wherever it must. */
function pieces(word: Word, em: number): Word[] {
  if (word.em <= em) return [word];
  const parts = word.atoms.flatMap((part) => part.text.split(/(?<=-)/u).map((text) => atom(part, text)));
  const small = parts.flatMap((part) => (part.em <= em ? [part] : [...part.text].map((character) => atom(part, character))));
  return packed(small.map((part) => wordOf([part])), em, () => 0).map((line) => wordOf(line.flatMap((piece) => piece.atoms)));
}

function packed(words: readonly Word[], em: number, gap: (after: Word) => number): Word[][] {
  const lines: Word[][] = [];
  let width = Infinity;
  for (const word of words) {
    const last = lines.at(-1);
    const before = last?.at(-1);
    const needed = before ? width + gap(before) + word.em : Infinity;
    if (last && needed <= em) {
      last.push(word);
      width = needed;
    } else {
      lines.push([word]);
      width = word.em;
    }
  }
  return lines;
}

const space = (after: Word): number => {
  const last = after.atoms.at(-1);
  return last ? shape(last.face, ' ', last.spacing).em : 0;
};

function joined(words: readonly Word[], size: number, broken: boolean): Line {
  const width = words.reduce((sum, word, i) => sum + word.em + (i < words.length - 1 ? space(word) : 0), 0) * size;
  const atoms = words.flatMap((word, i) =>
    word.atoms.map((part, j) => {
      const spaced = j === word.atoms.length - 1 && (i < words.length - 1 || broken);
      return spaced ? { ...part, text: `${part.text} ` } : part;
    }),
  );
  return { runs: merged(atoms).map((part) => shape(part.face, part.text, part.spacing)), width };
}

function merged(atoms: readonly Atom[]): Atom[] {
  const runs: Atom[] = [];
  for (const part of atoms) {
    const last = runs.at(-1);
    if (last && last.face === part.face && last.spacing === part.spacing) last.text += part.text;
    else runs.push({ ...part });
  }
  return runs;
}

/** Lines of at most `width` points at `size` points; a broken line keeps its space so that readers hear two words. */
export function breakLines(text: Text, options: { size: number; width: number; weight?: Weight }): Line[] {
  const em = options.width / options.size + 1e-6;
  const words = wordsOf(text, options.weight ?? 'regular').flatMap((word) => pieces(word, em));
  const lines = packed(words, em, space);
  return lines.map((line, i) => joined(line, options.size, i < lines.length - 1));
}

/** The width in points if the text is set in one line. */
export const widthOf = (text: Text, size: number, weight: Weight = 'regular'): number =>
  breakLines(text, { size, width: Infinity, weight })[0]?.width ?? 0;
