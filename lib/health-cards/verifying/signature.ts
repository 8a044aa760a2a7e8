import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Coordinates of a P-256 point in base64url. */
export type Coordinates = { readonly x: string; readonly y: string };

/** RFC 7638 thumbprint: what a `kid` has to be. */
export const thumbprintOf = ({ x, y }: Coordinates): string =>
  createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('base64url');

function keyAt({ x, y }: Coordinates): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return null; // not a point of the curve: then it signs nothing
  }
}

/** Whether the key signed these bytes with ES256; nothing else is tried. */
export function signatureHolds(signed: Buffer, signature: Buffer, coordinates: Coordinates): boolean {
  const key = keyAt(coordinates);
  return key !== null && verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
