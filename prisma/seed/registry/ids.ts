/** Ids as the database would have given them: version 7 in the order of making, and public ones of 128 bits. */
import type { Dice } from './dice';

const HEX4: readonly string[] = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PAIRS: readonly string[] = Array.from({ length: 4096 }, (_, value) => `${SIGNS.charAt(value >> 6)}${SIGNS.charAt(value & 63)}`);

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * Ids of one batch and one table: rising, so that they come to lie in their index one after the other.
 *
 * @param ms the instant that the ids carry; batches and tables differ in it
 */
export function idsOf(ms: number, dice: Dice): () => string {
  const head = hex(ms, 12);
  let count = 0;
  return () => {
    count += 1;
    const [high, low] = [dice.bits(), dice.bits()];
    return `${head}7${hex(count >>> 18, 3)}8${hex(count & 0x3ffff, 5)}${HEX4[high & 0xffff]}${HEX4[high >>> 16]}${HEX4[low & 0xffff]?.slice(2)}`;
  };
}

/** 22 signs of base64url. */
export function publicId(dice: Dice): string {
  let text = '';
  for (let at = 0; at < 5; at += 1) {
    const bits = dice.bits();
    text += `${PAIRS[bits & 4095]}${PAIRS[(bits >>> 12) & 4095]}`;
  }
  const bits = dice.bits();
  return `${text}${SIGNS.charAt(bits & 63)}${SIGNS.charAt((bits >>> 6) & 48)}`;
}
