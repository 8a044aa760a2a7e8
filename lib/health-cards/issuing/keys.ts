import { createHash, generateKeyPairSync } from 'node:crypto';

/** The public half of a P-256 key (RFC 7517, RFC 7518 section 6.2). */
export type PublicKey = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/** The whole key. Lives only in the process that signs; `d` never leaves it. */
export type SigningKey = PublicKey & { readonly d: string };

/** A key as it is published; `crlVersion` is the counter of its revocation list, where it has one. */
export type PublishedKey = PublicKey & { readonly crlVersion?: number };

/**
 * RFC 7638 thumbprint of a key: base64url SHA-256 of its required members in lexical order, 43 characters.
 * It is the `kid` of cards. The private part makes no difference. No errors.
 * Source: SMART Health Cards Framework 1.4.0, "Determining keys associated with an issuer".
 * @example
 * thumbprint(generateSigningKey()) // '3Kfdg-XwP-7gXyywtUfUADwBumDOPKMQx-iELL11W9s'
 */
export function thumbprint(key: PublicKey): string {
  const { crv, kty, x, y } = key;
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

/**
 * A new P-256 signing key as a JWK with its private `d`; keep it encrypted and only where cards are signed.
 * Throws Error when the platform's OpenSSL has no P-256. Source: SMART Health Cards Framework 1.4.0, "Generating and resolving cryptographic keys".
 * @example
 * const key = generateSigningKey(); // { kty: 'EC', crv: 'P-256', x: '…', y: '…', d: '…' }
 */
export function generateSigningKey(): SigningKey {
  const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  if (x === undefined || y === undefined || d === undefined) throw new Error('the generated key has no coordinates');
  return { kty: 'EC', crv: 'P-256', x, y, d };
}

/**
 * The body of `<issuer>/.well-known/jwks.json`; serve it with `Access-Control-Allow-Origin: *`.
 * Each member is built from the public coordinates, so `d` cannot slip through. Old keys stay in; a compromised one is left out. No errors.
 * Source: SMART Health Cards Framework 1.4.0, "Determining keys associated with an issuer" and "Revocation" (`crlVersion`).
 * @example
 * publicJwks([signingKey]).keys[0] // { kty: 'EC', use: 'sig', alg: 'ES256', crv: 'P-256', x, y, kid }
 */
export const publicJwks = (keys: readonly PublishedKey[]) => ({
  keys: keys.map((key) => ({
    kty: 'EC' as const,
    use: 'sig' as const,
    alg: 'ES256' as const,
    crv: 'P-256' as const,
    x: key.x,
    y: key.y,
    kid: thumbprint(key),
    ...(key.crlVersion === undefined ? {} : { crlVersion: key.crlVersion }),
  })),
});

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Whether a signing key is a year old and a new one is due; the old public key stays published. No errors.
 * Source: SMART Health Cards Framework 1.4.0, "Key Management" (at least annually).
 * @example
 * newKeyIsDue(new Date('2025-11-01T00:00:00Z'), new Date('2026-11-24T00:00:00Z')) // true
 */
export const newKeyIsDue = (madeAt: Date, now: Date): boolean => now.getTime() - madeAt.getTime() >= YEAR_MS;
