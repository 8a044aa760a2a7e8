/**
 * How a picture looks, in 528 bits that survive another size, another quality and another file: which of its slow waves
 * (discrete cosine transform, 23 by 23 without the mean) lie above their median. Fewer bits, or neighbours compared as in
 * the better known dHash, do not tell two licenses of one state apart: the sheet is the same, the person a small part of it.
 */

/** The lightness to hash is so many pixels wide and high. */
export const HASH_SIDE = 64;
const WAVES = 23;
export const HASH_BITS = WAVES * WAVES - 1;

/** Of so many differing bits at most are two pictures one. On our specimens: one picture again at most 38, two people's at least 54. */
export const SAME_PICTURE = 44;

const cosines = Array.from({ length: WAVES }, (_, wave) => Array.from({ length: HASH_SIDE }, (_, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * HASH_SIDE))));
const sum = (length: number, of: (at: number) => number): number => Array.from({ length }, (_, at) => of(at)).reduce((total, one) => total + one, 0);

/** `gray` holds 64 by 64 lightnesses, row by row; the answer is 528 characters of 0 and 1, as PostgreSQL writes bits. */
export function pictureHash(gray: Uint8Array): string {
  const rows = Array.from({ length: HASH_SIDE }, (_, y) => cosines.map((wave) => sum(HASH_SIDE, (x) => (gray[y * HASH_SIDE + x] ?? 0) * (wave[x] ?? 0))));
  const strengths = cosines.flatMap((wave) => cosines.map((_, u) => sum(HASH_SIDE, (y) => (rows[y]?.[u] ?? 0) * (wave[y] ?? 0)))).slice(1);
  const median = [...strengths].sort((a, b) => a - b)[HASH_BITS / 2] ?? 0;
  return strengths.map((strength) => (strength > median ? '1' : '0')).join('');
}
