/**
 * Recovery codes: ten at a time, 80 random bits each in Crockford's base 32 (no I, L, O, U), so that a plain SHA-256 is
 * as hard to turn back as the code is to guess.
 */
import { createHash, randomBytes } from 'node:crypto';

export const CODES_IN_A_SET = 10;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** `7KQ2-M0XD-…`. 32 divides 256: no letter comes more often than another. */
function newCode(): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

export const newCodes = (): string[] => Array.from({ length: CODES_IN_A_SET }, newCode);

/** As typed: any case, with or without hyphens, O for 0, I or L for 1; or null when it is none. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return SHAPE.test(letters) ? letters : null;
}

/** Of a code as `readRecoveryCode` gives it or as it was made. */
export const hashOfCode = (code: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(code.replaceAll('-', '')).digest());
