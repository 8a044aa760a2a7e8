/** Handwriting as SVG: no two letters alike, the same words always the same. */
import { random } from '../random';
import type { Random } from '../random';
import { outlineOf } from './faces';
import { MARKS, penLetter, strokesOf } from './pen-strokes';
import type { Point } from './pen-strokes';

export type Pen = {
  readonly x: number;
  readonly y: number;
  /** Height of a capital, in pixels. */
  readonly size: number;
  readonly ink?: string;
  readonly width?: number;
  /** Whose hand: two people never write alike. */
  readonly hand?: string;
  /** Written smaller when longer than this. */
  readonly fit?: number;
};

type Hand = { readonly slant: number; readonly tremor: number; readonly spread: number };
const handOf = (name: string): Hand => {
  const chance = random(`hand/${name}`);
  return { slant: 0.08 + chance.next() * 0.2, tremor: 1 + chance.next() * 1.1, spread: 2 + chance.next() * 9 };
};

const near = (chance: Random, reach: number): number => (chance.next() * 2 - 1) * reach;
const at = (points: readonly Point[], index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
const short = (value: number): string => value.toFixed(1);

/** A curve through all points (Catmull-Rom as cubic Béziers): a pen does not draw corners. */
function curve(points: readonly Point[]): string {
  const [startX, startY] = at(points, 0);
  const pieces = points.slice(1).map((to, index) => {
    const [before, from, after] = [at(points, index - 1), at(points, index), at(points, index + 2)];
    const lead = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const trail = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...lead, ...trail, ...to].map(short).join(' ')}`;
  });
  return `M${short(startX)} ${short(startY)}${pieces.join('')}`;
}

function shaken(points: readonly Point[], left: number, hand: Hand, chance: Random): Point[] {
  const [dx, dy, stretch] = [near(chance, 1.5), near(chance, 2.5), 1 + near(chance, 0.06)];
  return points.map(([x, y]) => {
    const height = y * stretch + dy + near(chance, hand.tremor);
    return [left + x + dx + near(chance, hand.tremor) + height * hand.slant, height];
  });
}

function markStrokes(mark: string, width: number, tall: boolean): readonly (readonly Point[])[] {
  const drawn = MARKS[mark];
  if (drawn === undefined) return [];
  const base = drawn.above ? (tall ? 90 : 46) : 0;
  return strokesOf(drawn.strokes).map((stroke) => stroke.map(([x, y]): Point => [x + width / 2, y + base]));
}

type Written = { readonly d: string; readonly outlines: string; readonly width: number };
const isTall = (letter: string): boolean => /[\p{Lu}bdfhklt0-9]/u.test(letter);

/** A letter that the hand does not know is lent by a printed face, leaning like the rest. */
function lent(letter: string, left: number, hand: Hand): { svg: string; width: number } {
  const { d, advance } = outlineOf('light', letter);
  const svg = `<path stroke="none" transform="translate(${short(left)}) skewX(${short((Math.atan(hand.slant) * 180) / Math.PI)}) scale(.11)" d="${d}"/>`;
  return { svg, width: advance * 0.11 };
}

/** A letter and the marks that follow it in decomposed text. The dot of an i gives way to what stands above it. */
function clusters(text: string): { letter: string; marks: string[] }[] {
  const found: { letter: string; marks: string[] }[] = [];
  for (const sign of text.normalize('NFD')) {
    if (/\p{M}/u.test(sign)) found.at(-1)?.marks.push(sign);
    else found.push({ letter: sign, marks: [] });
  }
  return found.map(({ letter, marks }) => ({ letter: letter === 'i' && marks.length > 0 ? 'ı' : letter, marks }));
}

function written(text: string, hand: Hand, chance: Random): Written {
  let left = 0;
  const [curves, outlines]: [string[], string[]] = [[], []];
  for (const { letter, marks } of clusters(text)) {
    const known = penLetter(letter);
    const borrowed = known === null ? lent(letter, left, hand) : null;
    if (borrowed !== null) outlines.push(borrowed.svg);
    const width = known?.width ?? borrowed?.width ?? 0;
    const strokes = [...(known?.strokes ?? []), ...marks.flatMap((mark) => markStrokes(mark, width, isTall(letter)))];
    curves.push(...strokes.map((stroke) => curve(shaken(stroke, left, hand, chance))));
    left += width + hand.spread + near(chance, 2);
  }
  return { d: curves.join(''), outlines: outlines.join(''), width: left };
}

/** One line in somebody's hand; `y` is the baseline. */
export function hand(pen: Pen, text: string): string {
  const { x, y, size, ink = '#22398f', width = 2.2, fit } = pen;
  const name = pen.hand ?? 'anybody';
  const chance = random(`${name}/${text}/${Math.round(x)}/${Math.round(y)}`);
  const line = written(text, handOf(name), chance);
  const natural = (line.width * size) / 88;
  const scale = (size / 88) * (fit !== undefined && natural > fit ? fit / natural : 1);
  const tilt = near(chance, 0.6).toFixed(2);
  return `<g fill="${ink}" transform="translate(${short(x)} ${short(y)}) rotate(${tilt}) scale(${scale.toFixed(4)} ${(-scale).toFixed(4)})"><path d="${line.d}" fill="none" stroke="${ink}" stroke-width="${short(width / scale)}" stroke-linecap="round" stroke-linejoin="round"/>${line.outlines}</g>`;
}

/** A signature: bigger, faster, with a stroke under it. */
export function signature(pen: Pen, name: string): string {
  const initial = name.trim();
  const end = pen.x + Math.min(pen.fit ?? 400, initial.length * pen.size * 0.5);
  const flourish = `<path d="M${short(pen.x + 10)} ${short(pen.y + pen.size * 0.34)}Q${short((pen.x + end) / 2)} ${short(pen.y + pen.size * 0.12)} ${short(end)} ${short(pen.y + pen.size * 0.22)}" fill="none" stroke="${pen.ink ?? '#1b2430'}" stroke-width="${pen.width ?? 2}" stroke-linecap="round"/>`;
  return hand({ ink: '#1b2430', ...pen, hand: `sign/${name}` }, initial) + flourish;
}
