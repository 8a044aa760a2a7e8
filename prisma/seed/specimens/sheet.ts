/** A drawn face, before anybody photographs it, and the ornaments that sheets share. */
import { print } from './print';
import type { Print } from './print';

export type Sheet = {
  readonly width: number;
  readonly height: number;
  /** Corner radius: plastic cards are round, paper is not. */
  readonly radius: number;
  readonly svg: string;
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const rect = (box: Box, style: string): string => `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" ${style}/>`;
export const rule = (x1: number, y1: number, x2: number, y2: number, stroke = '#6f7a86', width = 1): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${stroke}" stroke-width="${width}" fill="none"/>`;

/** Fine waves as security paper has them. */
export function waves({ x, y, width, height }: Box, ink: string, gap = 11): string {
  const lines: string[] = [];
  for (let top = y + gap; top < y + height; top += gap) {
    const steps = Array.from({ length: Math.ceil(width / 22) }, (_, step) => `q5.5 ${step % 2 === 0 ? -5 : 5} 11 0t11 0`).join('');
    lines.push(`M${x} ${top}${steps}`);
  }
  return `<path d="${lines.join('')}" fill="none" stroke="${ink}" stroke-width=".8" opacity=".5"/>`;
}

/** A rosette of turning ellipses: an ornament of nobody's. */
export function rosette(x: number, y: number, radius: number, ink: string, opacity = 0.35): string {
  const petals = Array.from({ length: 18 }, (_, turn) => `<ellipse rx="${radius}" ry="${(radius * 0.42).toFixed(1)}" transform="rotate(${turn * 10})"/>`);
  return `<g transform="translate(${x} ${y})" fill="none" stroke="${ink}" stroke-width=".8" opacity="${opacity}">${petals.join('')}<circle r="${radius}"/></g>`;
}

/** The word that keeps all of these from being taken for real. */
export function watermark(width: number, height: number, size: number, ink = '#c0392b', angle = -24): string {
  const mark = print({ x: 0, y: size * 0.35, size, face: 'bold', fill: ink, anchor: 'middle', tracking: 120, opacity: 0.17 }, 'SPECIMEN');
  return `<g transform="translate(${width / 2} ${height / 2}) rotate(${angle})">${mark}</g>`;
}

/** A small label with its value below. */
export function field(at: { readonly x: number; readonly y: number }, label: string, value: string, style: Partial<Print> & { readonly gap?: number } = {}): string {
  const { gap = 22, ...print_ } = style;
  return (
    print({ ...at, size: 11.5, fill: '#4b5a68', tracking: 20 }, label) + print({ x: at.x, y: at.y + gap, size: 20, face: 'semibold', ...print_ }, value)
  );
}

/** A seal of no office: rings and words that say so. */
export function specimenSeal(x: number, y: number, radius: number, ink = '#7a4a12'): string {
  const ring = [radius, radius * 0.92, radius * 0.66].map((r) => `<circle cx="${x}" cy="${y}" r="${r.toFixed(1)}"/>`).join('');
  const teeth = Array.from({ length: 48 }, (_, turn) => {
    const angle = (turn * Math.PI) / 24;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return `M${(x + cos * radius).toFixed(1)} ${(y + sin * radius).toFixed(1)}L${(x + cos * radius * 1.06).toFixed(1)} ${(y + sin * radius * 1.06).toFixed(1)}`;
  }).join('');
  const words = [
    print({ x, y: y - radius * 0.12, size: radius * 0.2, face: 'bold', fill: ink, anchor: 'middle', tracking: 60 }, 'SPECIMEN'),
    print({ x, y: y + radius * 0.16, size: radius * 0.15, fill: ink, anchor: 'middle', tracking: 40 }, 'SEAL OF'),
    print({ x, y: y + radius * 0.36, size: radius * 0.15, fill: ink, anchor: 'middle', tracking: 40 }, 'NO OFFICE'),
  ].join('');
  return `<g opacity=".75"><g fill="none" stroke="${ink}" stroke-width="1.4">${ring}<path d="${teeth}"/></g>${words}</g>`;
}

export const page = (svg: string, paper = '#fdfdfb'): Sheet => ({
  width: 1100,
  height: 1424,
  radius: 0,
  svg: `${rect({ x: 0, y: 0, width: 1100, height: 1424 }, `fill="${paper}"`)}${svg}${watermark(1100, 1424, 150)}${print(
    { x: 550, y: 1396, size: 13, fill: '#8a3324', anchor: 'middle', tracking: 120 },
    'SPECIMEN. FICTITIOUS PERSON. NOT A LEGAL DOCUMENT.',
  )}`,
});

