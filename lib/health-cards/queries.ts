/** What the public may ask about our cards. */
import { z } from 'zod';
import { db } from '@/lib/platform/db';
import type { PublishedKey } from './issuing/keys';

const publicKeySchema = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), crlVersion: z.number().int().optional() });

/**
 * The public halves of every signing key that is still trusted, oldest first; only the public coordinates are taken over.
 * Throws ZodError when a stored key is no P-256 key. Source: SMART Health Cards Framework 1.4.0, "Determining keys associated with an issuer".
 * @example
 * publicJwks(await listPublicKeys()) // { keys: [{ kty: 'EC', use: 'sig', alg: 'ES256', crv: 'P-256', x, y, kid }] }
 */
export async function listPublicKeys(): Promise<PublishedKey[]> {
  const rows = await db().$queryRaw<{ jwk: unknown }[]>`SELECT jwk FROM public_card_keys()`;
  return rows.map(({ jwk }) => publicKeySchema.parse(jwk));
}
