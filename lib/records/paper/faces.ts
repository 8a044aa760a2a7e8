/**
 * The type faces of the paper and what each of them can print.
 *
 * Public Sans carries nearly every name. What it lacks is looked for in Noto Sans, then in Noto Sans SC
 * (10 MB a weight), each read from disk only when a line needs it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fontkit, { type Font } from '@pdf-lib/fontkit';

export type Weight = 'regular' | 'bold';

/** One glyph in thousandths of an em; `dx`, `dy` and a differing `advance` come from shaped lines only. */
export type Glyph = { id: number; text: string; width: number; advance: number; dx: number; dy: number };

export type Face = {
  readonly key: string;
  readonly font: Font;
  /** The fixed everyday subset: made once in a process and shared by every document. */
  readonly house: boolean;
  covers(character: string): boolean;
  glyph(character: string): Glyph;
};

const FILES: Record<string, Record<Weight, string>> = {
  public: {
    regular: '@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf',
    bold: '@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf',
  },
  noto: {
    regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  han: {
    regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
};

/** Printable ASCII, Latin-1 and the punctuation of our own texts: what a page needs unless a name asks for more. */
export const HOUSE_CHARACTERS: readonly string[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)),
  ...Array.from({ length: 0x100 - 0xa1 }, (_, i) => String.fromCodePoint(0xa1 + i)),
  ...'–—‘’“”•…',
];
const HOUSE = new Set(HOUSE_CHARACTERS);

/** From the project's root and at run time, so that a bundler neither follows nor inlines the font files. */
const readFont = (file: string): Font => fontkit.create(readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(file)));

const fonts = new Map<string, Font>();
function fontOf(family: string, weight: Weight): Font {
  const key = `${family}-${weight}`;
  const known = fonts.get(key);
  if (known) return known;
  const file = FILES[family]?.[weight];
  if (file === undefined) throw new RangeError(`no such face: ${key}`);
  const font = readFont(file);
  fonts.set(key, font);
  return font;
}

function face(key: string, font: Font, house: boolean): Face {
  const glyphs = new Map<string, Glyph>();
  const covers = (character: string) =>
    house ? HOUSE.has(character) : font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  const glyph = (character: string): Glyph => {
    const known = glyphs.get(character);
    if (known) return known;
    const { id, advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const width = (advanceWidth * 1000) / font.unitsPerEm;
    const made = { id, text: character, width, advance: width, dx: 0, dy: 0 };
    glyphs.set(character, made);
    return made;
  };
  return { key, font, house, covers, glyph };
}

const faces = new Map<string, Face>();
function faceOf(family: string, weight: Weight): Face {
  const key = `${family}-${weight}`;
  const known = faces.get(key);
  if (known) return known;
  const made = face(key, fontOf(family === 'house' ? 'public' : family, weight), family === 'house');
  faces.set(key, made);
  return made;
}

/** The first face in the order of the house that has every character of the text, or null. */
export function faceFor(text: string, weight: Weight): Face | null {
  const characters = [...text];
  for (const family of ['house', 'public', 'noto', 'han']) {
    const candidate = faceOf(family, weight);
    if (characters.every((character) => candidate.covers(character))) return candidate;
  }
  return null;
}
