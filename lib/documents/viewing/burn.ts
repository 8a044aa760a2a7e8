/** Covers regions of a page for good in the image that leaves: no layer above it, nothing beneath. */
import sharp from 'sharp';
import { pixelsOf } from './rules';
import type { Region } from './schema';

const BLACK = { r: 16, g: 16, b: 16 };

/** `image` is a JPEG of our own making. With nothing to cover it goes as it is. */
export async function burnt(image: Buffer, regions: readonly Region[]): Promise<Buffer> {
  if (regions.length === 0) return image;
  const { width, height } = await sharp(image).metadata();
  const covers = regions
    .map((region) => pixelsOf(region, { width, height }))
    .map(({ left, top, ...size }) => ({ input: { create: { ...size, channels: 3 as const, background: BLACK } }, left, top }));
  return sharp(image).composite(covers).jpeg({ quality: 85 }).toBuffer();
}
