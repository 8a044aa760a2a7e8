import { createHash } from 'node:crypto';
import { thumbprintOf, type Coordinates } from './signature';

/**
 * Whether a card of an issuer outside the directory is intact, without asking the network for its key.
 * An ECDSA signature and its message leave two possible public keys (SEC 1, section 4.1.6), and a `kid` is the hash of
 * the public key (RFC 7638): so a card tells of itself whether the key it names has signed it. That shows that nobody
 * altered it afterwards; it shows nothing about who made it. All numbers here are public, so timing gives nothing away.
 */

// P-256 (SEC 2, section 2.4.2): y² = x³ - 3x + b modulo p, group order n, generator (gx, gy).
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const gx = 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n;
const gy = 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n;

type Point = { readonly x: bigint; readonly y: bigint } | null;

const mod = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, remainder, s, t] = [mod(value, modulus), modulus, 1n, 0n];
  while (remainder !== 0n) {
    const quotient = a / remainder;
    [a, remainder] = [remainder, a - quotient * remainder];
    [s, t] = [t, s - quotient * t];
  }
  return mod(s, modulus);
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base, p)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

function add(first: Point, second: Point): Point {
  if (first === null) return second;
  if (second === null) return first;
  if (first.x === second.x && mod(first.y + second.y, p) === 0n) return null;
  const slope =
    first.x === second.x
      ? (3n * first.x * first.x - 3n) * inverse(2n * first.y, p)
      : (second.y - first.y) * inverse(second.x - first.x, p);
  const x = mod(slope * slope - first.x - second.x, p);
  return { x, y: mod(slope * (first.x - x) - first.y, p) };
}

function multiply(point: Point, factor: bigint): Point {
  let [sum, doubled]: [Point, Point] = [null, point];
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const inBase64 = (value: bigint): string => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toString('base64url');

/** The point with this x and an even y, or null when the curve has none; p mod 4 is 3, so the root is one power. */
function pointAt(x: bigint): Point {
  const square = mod(x * x * x - 3n * x + b, p);
  const y = power(square, (p + 1n) / 4n);
  if ((y * y) % p !== square) return null;
  return { x, y: y % 2n === 0n ? y : p - y };
}

function recovered(signed: Buffer, signature: Buffer): Coordinates[] {
  const [r, s] = [numberOf(signature.subarray(0, 32)), numberOf(signature.subarray(32))];
  const point = r > 0n && r < n && s > 0n && s < n ? pointAt(r) : null;
  if (point === null) return [];
  const overR = inverse(r, n);
  const fromMessage = multiply({ x: gx, y: gy }, mod(-numberOf(createHash('sha256').update(signed).digest()) * overR, n));
  const fromPoint = multiply(point, mod(s * overR, n));
  const mirrored = fromPoint && { x: fromPoint.x, y: p - fromPoint.y };
  const keys = [add(fromPoint, fromMessage), add(mirrored, fromMessage)];
  return keys.flatMap((key) => (key === null ? [] : [{ x: inBase64(key.x), y: inBase64(key.y) }]));
}

/** Whether the key whose thumbprint is `kid` signed these bytes. */
export const signedByItsKid = (signed: Buffer, signature: Buffer, kid: string): boolean =>
  recovered(signed, signature).some((key) => thumbprintOf(key) === kid);
