/** Lines and columns of printed text as SVG, y downward, sizes in pixels. */
import { outlineOf } from './faces';
import type { Face } from './faces';

export type Print = {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly face?: Face;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Extra room after each letter, in thousandths of the size. */
  readonly tracking?: number;
  /** Every letter in a cell of this width, as typewriters and machine-readable zones have it; in thousandths of the size. */
  readonly cell?: number;
  /** Squeezed to this width when longer. */
  readonly fit?: number;
  readonly opacity?: number;
};

const letters = (text: string): string[] => [...text.normalize('NFC')];

function cells(text: string, { face = 'regular', tracking = 0, cell }: Omit<Print, 'x' | 'y' | 'size'>): { d: string; at: number; next: number }[] {
  let at = 0;
  return letters(text).map((letter) => {
    const { d, advance } = outlineOf(face, letter);
    const start = cell === undefined ? at : at + (cell - advance) / 2;
    at += cell ?? advance + tracking;
    return { d, at: start, next: at };
  });
}

/** Width in pixels. */
export function widthOf(text: string, style: Omit<Print, 'x' | 'y'>): number {
  const end = cells(text, style).at(-1)?.next ?? 0;
  return ((end - (style.cell === undefined ? (style.tracking ?? 0) : 0)) * style.size) / 1000;
}

const SHARE = { start: 0, middle: 0.5, end: 1 } as const;

export function print(style: Print, text: string): string {
  const { x, y, size, fill = '#1b2430', anchor = 'start', fit, opacity = 1 } = style;
  const width = widthOf(text, style);
  const squeeze = fit !== undefined && width > fit ? fit / width : 1;
  const scale = size / 1000;
  const left = x - width * squeeze * SHARE[anchor];
  const paths = cells(text, style).filter(({ d }) => d !== '');
  const glyphs = paths.map(({ d, at }) => `<path transform="translate(${Math.round(at)})" d="${d}"/>`).join('');
  return `<g fill="${fill}" opacity="${opacity}" transform="translate(${left.toFixed(1)} ${y.toFixed(1)}) scale(${(scale * squeeze).toFixed(5)} ${(-scale).toFixed(5)})">${glyphs}</g>`;
}

/** Words broken into lines no wider than `width`. */
export function wrapped(text: string, width: number, style: Omit<Print, 'x' | 'y'>): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, style) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A paragraph; answers its SVG and the baseline below it. */
export function paragraph(style: Print & { readonly width: number; readonly leading?: number }, text: string): { readonly svg: string; readonly y: number } {
  const leading = style.leading ?? style.size * 1.5;
  const lines = wrapped(text, style.width, style);
  const svg = lines.map((line, row) => print({ ...style, y: style.y + row * leading }, line)).join('');
  return { svg, y: style.y + lines.length * leading };
}
