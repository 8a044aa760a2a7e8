/**
 * Printed letters as outlines. Fresh machines have no fonts and librsvg draws text only with installed ones,
 * so every letter becomes a path here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import type { Font } from '@pdf-lib/fontkit';

const PACKAGED = {
  regular: '@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf',
  semibold: '@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf',
  bold: '@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf',
  light: '@expo-google-fonts/public-sans/300Light/PublicSans_300Light.ttf',
  noto: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  notoBold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  han: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
} as const;
type Packaged = keyof typeof PACKAGED;

/** Each face with those that lend it what it lacks. The Chinese one is 10 MB and is read only when somebody needs it. */
const LENDERS = {
  light: ['light', 'noto', 'han'],
  regular: ['regular', 'noto', 'han'],
  semibold: ['semibold', 'notoBold', 'han'],
  bold: ['bold', 'notoBold', 'han'],
} as const satisfies Record<string, readonly Packaged[]>;
export type Face = keyof typeof LENDERS;

/** `d` in a box of 1000 units a letter, y upward. */
export type Outline = { readonly d: string; readonly advance: number };

const fonts = new Map<Packaged, Font>();
const outlines = new Map<string, Outline>();

const read = (name: Packaged): Font => fontkit.create(readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(PACKAGED[name])));

function fontOf(name: Packaged): Font {
  const font = fonts.get(name) ?? read(name);
  fonts.set(name, font);
  return font;
}

type Command = { readonly command: string; readonly args: readonly number[] };
const LETTERS: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

function pathOf(commands: readonly Command[], scale: number): string {
  return commands.map(({ command, args }) => `${LETTERS[command] ?? ''}${args.map((value) => Math.round(value * scale)).join(' ')}`).join('');
}

function outlineIn(face: Face, codePoint: number): Outline {
  const lender = LENDERS[face].find((name) => fontOf(name).hasGlyphForCodePoint(codePoint)) ?? face;
  const font = fontOf(lender);
  const glyph = font.glyphForCodePoint(codePoint);
  const scale = 1000 / font.unitsPerEm;
  const { commands } = glyph.path as unknown as { readonly commands: readonly Command[] };
  return { d: pathOf(commands, scale), advance: Math.round(glyph.advanceWidth * scale) };
}

export function outlineOf(face: Face, letter: string): Outline {
  const key = `${face}${letter}`;
  const outline = outlines.get(key) ?? outlineIn(face, letter.codePointAt(0) ?? 32);
  outlines.set(key, outline);
  return outline;
}
