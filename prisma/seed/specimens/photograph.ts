/** From a sheet to a picture: flat like a scan, or on a table as telephones see it. */
import sharp from 'sharp';
import { random } from '../random';
import type { Random } from '../random';
import type { Sheet } from './sheet';
import type { SpecimenLook } from './types';

export type Picture = { readonly bytes: Buffer; readonly mediaType: 'image/png' | 'image/jpeg'; readonly width: number; readonly height: number };

const svgOf = (width: number, height: number, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`);

const clipped = ({ width, height, radius, svg }: Sheet): string =>
  `<clipPath id="edge"><rect width="${width}" height="${height}" rx="${radius}"/></clipPath><g clip-path="url(#edge)">${svg}</g>`;

/** `png` keeps every hairline; `jpeg` is what scanners put into a PDF. */
async function scan(sheet: Sheet, as: 'png' | 'jpeg'): Promise<Picture> {
  const { width, height } = sheet;
  const image = sharp(svgOf(width, height, `<rect width="${width}" height="${height}" fill="#fff"/>${clipped(sheet)}`)).flatten({ background: '#fff' });
  if (as === 'jpeg') return { bytes: await image.jpeg({ quality: 84 }).toBuffer(), mediaType: 'image/jpeg', width, height };
  return { bytes: await image.png({ compressionLevel: 5 }).toBuffer(), mediaType: 'image/png', width, height };
}

/** The table, the sheet's shadow, and the sheet lying a little askew, one side nearer to the lens than the other. */
function laid(sheet: Sheet, chance: Random): { svg: Buffer; width: number; height: number } {
  const [across, down] = [Math.round(sheet.width * 0.09), Math.round(sheet.height * 0.1)];
  const [width, height] = [sheet.width + across * 2, sheet.height + down * 2];
  const turn = (chance.next() * 2 - 1) * 2.4;
  const skew = (chance.next() * 2 - 1) * 1.2;
  const tone = chance.pick(['#b9bec3', '#aaa59d', '#9aa0a3', '#c3bfb6']);
  const lie = `translate(${width / 2} ${height / 2}) rotate(${turn.toFixed(2)}) skewX(${skew.toFixed(2)}) scale(1 ${(0.985 + chance.next() * 0.015).toFixed(3)}) translate(${-sheet.width / 2} ${-sheet.height / 2})`;
  const light = `<radialGradient id="light" cx="${(0.25 + chance.next() * 0.5).toFixed(2)}" cy="${(0.15 + chance.next() * 0.4).toFixed(2)}" r=".95"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#11161c" stop-opacity=".3"/></radialGradient>`;
  const shadow = [26, 17, 9].map((spread) => `<rect x="${-spread / 2 + 5}" y="${-spread / 2 + 9}" width="${sheet.width + spread}" height="${sheet.height + spread}" rx="${sheet.radius + spread / 2}" fill="#15181c" opacity=".1"/>`).join('');
  const body = `<defs>${light}</defs><rect width="${width}" height="${height}" fill="${tone}"/><g transform="${lie}">${shadow}${clipped(sheet)}</g><rect width="${width}" height="${height}" fill="url(#light)"/>`;
  return { svg: svgOf(width, height, body), width, height };
}

const GRAIN = 256;
/** Sensor grain from our own chance (the library's noise differs from run to run): black or white specks, faint as `strength` of 255. */
function specks(strength: number): Buffer {
  const chance = random(`grain/${strength}`);
  return Buffer.concat(Array.from({ length: GRAIN * GRAIN }, () => (chance.chance(0.5) ? WHITE : BLACK)(strength)));
}
const WHITE = (alpha: number): Buffer => Buffer.from([255, 255, 255, alpha]);
const BLACK = (alpha: number): Buffer => Buffer.from([0, 0, 0, alpha]);
const tiles = new Map<number, Buffer>();
function grainTile(strength: number): Buffer {
  const tile = tiles.get(strength) ?? specks(strength);
  tiles.set(strength, tile);
  return tile;
}

async function photo(sheet: Sheet, seed: string, poor: boolean): Promise<Picture> {
  const { svg, width, height } = laid(sheet, random(`photo/${seed}`));
  const tile = { input: grainTile(poor ? 30 : 9), raw: { width: GRAIN, height: GRAIN, channels: 4 as const }, tile: true };
  let image = sharp(svg).flatten({ background: '#999' });
  if (poor) image = image.blur(3.4).modulate({ brightness: 0.62 });
  const bytes = await image.composite([tile]).jpeg({ quality: poor ? 38 : 74 }).toBuffer();
  return { bytes, mediaType: 'image/jpeg', width, height };
}

/** The same sheet, look and seed give the same bytes (for one version of the image library). */
export function picture(sheet: Sheet, look: SpecimenLook | 'scan_jpeg', seed: string): Promise<Picture> {
  if (look === 'scan' || look === 'scan_jpeg') return scan(sheet, look === 'scan' ? 'png' : 'jpeg');
  return photo(sheet, seed, look === 'poor_photo');
}
