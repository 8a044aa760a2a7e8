/** Ids as the database would have given them: version 7 in the order of making, and public ones of 128 bits. */

/**
 * Chance for ids alone (sfc32, 128 bits of state). The dice of the people go round in 32 bits: among a hundred million throws
 * two portions would meet, and the ids that follow would be the same.
 */
export class IdChance {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    this.state = Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 1);
    for (let at = 0; at < seed.length; at += 1) {
      this.state[at % 3] = Math.imul((this.state[at % 3] ?? 0) ^ seed.charCodeAt(at), 0x01000193);
      this.bits();
    }
    for (let again = 0; again < 20; again += 1) this.bits();
  }

  bits(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state;
    const next = (a + b + counter) | 0;
    this.state[3] = counter + 1;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = c + (c << 3);
    this.state[2] = ((c << 21) | (c >>> 11)) + next;
    return next >>> 0;
  }
}

const HEX4: readonly string[] = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PAIRS: readonly string[] = Array.from({ length: 4096 }, (_, value) => `${SIGNS.charAt(value >> 6)}${SIGNS.charAt(value & 63)}`);

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * Ids of one batch and one table: rising, so that they come to lie in their index one after the other.
 *
 * @param ms the instant that the ids carry; batches and tables differ in it
 */
export function idsOf(ms: number, chance: IdChance): () => string {
  const head = hex(ms, 12);
  let count = 0;
  return () => {
    count += 1;
    const [high, low] = [chance.bits(), chance.bits()];
    return `${head}7${hex(count >>> 18, 3)}8${hex(count & 0x3ffff, 5)}${HEX4[high & 0xffff]}${HEX4[high >>> 16]}${HEX4[low & 0xffff]?.slice(2)}`;
  };
}

/** 22 signs of base64url. */
export function publicId(chance: IdChance): string {
  let text = '';
  for (let at = 0; at < 5; at += 1) {
    const bits = chance.bits();
    text += `${PAIRS[bits & 4095]}${PAIRS[(bits >>> 12) & 4095]}`;
  }
  const bits = chance.bits();
  return `${text}${SIGNS.charAt(bits & 63)}${SIGNS.charAt((bits >>> 6) & 48)}`;
}
