/** Where a region lies, in the measure of whoever draws it. */
import { THINNEST, WHOLE, type Region } from './schema';

export type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

/** In whole pixels of an image, outward: what is covered by a hair is covered. */
export function pixelsOf({ left, top, width, height }: Region, size: Size): Region {
  const [x, y] = [Math.floor((left * size.width) / WHOLE), Math.floor((top * size.height) / WHOLE)];
  const [right, bottom] = [Math.ceil(((left + width) * size.width) / WHOLE), Math.ceil(((top + height) * size.height) / WHOLE)];
  return { left: x, top: y, width: Math.min(right, size.width) - x, height: Math.min(bottom, size.height) - y };
}

const within = (value: number): number => Math.min(WHOLE, Math.max(0, Math.round(value)));

/** The rectangle between two corners, whichever was touched first; null when it is too thin to cover anything. */
export function regionBetween(a: Point, b: Point): Region | null {
  const [left, right] = [within(Math.min(a.x, b.x)), within(Math.max(a.x, b.x))];
  const [top, bottom] = [within(Math.min(a.y, b.y)), within(Math.max(a.y, b.y))];
  return right - left < THINNEST || bottom - top < THINNEST ? null : { left, top, width: right - left, height: bottom - top };
}

/** Where the keyboard begins: a strip in the middle, as long as a number. */
export const MIDDLE: Region = { left: 3500, top: 4700, width: 3000, height: 600 };
const STEP = 100;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** A press of an arrow key: moves the region, or with Shift its lower right corner. Null: another key. */
export function nudged(region: Region, key: string, resize: boolean): Region | null {
  const by = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[key];
  if (by === undefined) return null;
  const [x = 0, y = 0] = by;
  if (resize) return { ...region, width: clamp(region.width + x, THINNEST, WHOLE - region.left), height: clamp(region.height + y, THINNEST, WHOLE - region.top) };
  return { ...region, left: clamp(region.left + x, 0, WHOLE - region.width), top: clamp(region.top + y, 0, WHOLE - region.height) };
}
