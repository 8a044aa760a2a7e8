/**
 * The number that ties a paper to what this program issued.
 *
 * Eleven random characters (54 bits) and a check character. The alphabet has 31 signs: digits and capitals
 * without 0, I, L, O and U, which readers take for others. 31 is prime, so weights 1 to 12 catch every single
 * wrong character and every two that changed places.
 */
const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

declare const controlNumber: unique symbol;
/** `7K4M-92QX-3TFW`: three blocks of four, the last character checks the others. */
export type ControlNumber = string & { readonly [controlNumber]: true };

const weighted = (characters: string): number =>
  [...characters].reduce((sum, character, i) => sum + (i + 1) * ALPHABET.indexOf(character), 0) % ALPHABET.length;

const inBlocks = (characters: string): ControlNumber =>
  (characters.match(/.{4}/g) ?? []).join('-') as ControlNumber;

function withCheck(characters: string): ControlNumber {
  const check = [...ALPHABET].find((candidate) => weighted(characters + candidate) === 0);
  if (check === undefined) throw new Error('12 has no inverse modulo 31'); // cannot be: 31 is prime
  return inBlocks(characters + check);
}

/** An even draw below 31: bytes of 248 and more are thrown away, or the first signs would come up more often. */
function randomSign(): string {
  const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
  return byte < 248 ? ALPHABET.charAt(byte % ALPHABET.length) : randomSign();
}

/**
 * Draws a new control number, `XXXX-XXXX-XXXX`.
 *
 * Random, so that a number says nothing about its neighbours; the caller keeps it unique.
 * @example newControlNumber() // '7K4M-92QX-3TFW'
 */
export const newControlNumber = (): ControlNumber =>
  withCheck(Array.from({ length: LENGTH - 1 }, randomSign).join(''));

/**
 * Reads a control number as people type or say it: any case, spaces or dashes anywhere, I or L for 1, U for V.
 *
 * Returns null when it has a foreign character, the wrong length or a wrong check character.
 * @example parseControlNumber('7k4m 92qx 3tfw') // '7K4M-92QX-3TFW' or null
 */
export function parseControlNumber(text: string): ControlNumber | null {
  const characters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('U', 'V');
  if (characters.length !== LENGTH || [...characters].some((character) => !ALPHABET.includes(character))) return null;
  return weighted(characters) === 0 ? inBlocks(characters) : null;
}
