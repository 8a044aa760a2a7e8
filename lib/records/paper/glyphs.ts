/** From text to glyphs: cleaning, choosing the face by whole line, shaping. */
import { faceFor, type Face, type Glyph, type Weight } from './faces';

/** A stretch of one line in one face. Widths are in em. */
export type Run = { face: Face; text: string; glyphs: readonly Glyph[]; em: number; spacing: number };

/** Non-breaking spaces survive until the line is broken; control and format characters never reach the paper. */
export const clean = (text: string): string =>
  text.normalize('NFC').replace(/[^\S\u00a0]+/gu, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');

const asPrinted = (text: string): string => text.replaceAll('\u00a0', ' ');

// Scripts whose letters change shape or order beside each other would come out misspelt, though a face has the glyphs.
const SIMPLE_SCRIPTS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]*$/u;

const printable = (text: string): boolean => SIMPLE_SCRIPTS.test(text) && faceFor(text, 'regular') !== null;

/** The characters that no face of the house prints correctly; empty when the text can be printed. */
export function unprintableCharacters(text: string): string[] {
  const printed = asPrinted(clean(text));
  if (printable(printed)) return [];
  return [...new Set(printed)].filter((character) => !printable(character));
}

/** One face for the whole text if there is one, else one a word. Throws RangeError on what `unprintableCharacters` names. */
export function byFace(text: string, weight: Weight): { face: Face; text: string }[] {
  const cleaned = clean(text);
  const whole = faceFor(asPrinted(cleaned), weight);
  if (whole) return [{ face: whole, text: cleaned }];
  return cleaned.split(/(?<= )/u).flatMap((word) => wordByFace(word, weight));
}

function wordByFace(word: string, weight: Weight): { face: Face; text: string }[] {
  const whole = faceFor(asPrinted(word), weight);
  if (whole) return [{ face: whole, text: word }];
  return [...word].map((character) => {
    const face = faceFor(asPrinted(character), weight);
    if (face === null) throw new RangeError('text with an unprintable character reached the paper');
    return { face, text: character };
  });
}

/** Letters with marks that NFC cannot join need the face's own mark positions; all others are looked up one by one. */
function glyphsOf(face: Face, text: string): Glyph[] {
  if (!/\p{M}/u.test(text)) return [...text].map((character) => face.glyph(character));
  const scale = 1000 / face.font.unitsPerEm;
  const { glyphs, positions } = face.font.layout(text);
  // fontkit keeps one object a glyph, with the code points of whoever asked first: not to be trusted for reading back.
  const written = new Map([...text].map((character) => [face.glyph(character).id, character]));
  return glyphs.map((glyph, i) => {
    const at = positions[i] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 };
    return {
      id: glyph.id,
      text: written.get(glyph.id) ?? '',
      width: glyph.advanceWidth * scale,
      advance: at.xAdvance * scale,
      dx: at.xOffset * scale,
      dy: at.yOffset * scale,
    };
  });
}

/** Shapes one stretch; `spacing` is extra space after each glyph, in em. */
export function shape(face: Face, text: string, spacing = 0): Run {
  const printed = asPrinted(text);
  const glyphs = glyphsOf(face, printed);
  const em = glyphs.reduce((sum, glyph) => sum + glyph.advance / 1000 + spacing, 0);
  return { face, text: printed, glyphs, em, spacing };
}
