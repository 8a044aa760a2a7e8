/** The keys that sign cards: read from the press's own file, their public halves made known to the database. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { publicJwks, thumbprint, type SigningKey } from '@/lib/health-cards/issuing/keys';
import { now } from '@/lib/platform/clock';
import { required } from '@/lib/platform/config';
import { db } from '@/lib/platform/db';
import type { CardSigner } from '@/lib/records/covid-card';

const coordinate = z.string().regex(/^[\w-]{43}$/);
const keySetSchema = z.object({ keys: z.array(z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate, d: coordinate })).min(1) });

/** Oldest first, as a rotation appends them. What a parser would say quotes the key, so the error says only where it was. */
async function readKeys(file: string): Promise<SigningKey[]> {
  const text = await readFile(file, 'utf8');
  try {
    return keySetSchema.parse(JSON.parse(text)).keys;
  } catch {
    throw new Error('SHC_KEYS_FILE is no set of private P-256 keys');
  }
}

/** A key that is new to the database starts to hold now; one that is there keeps its day and its revocation list. */
async function publish(keys: readonly SigningKey[]): Promise<void> {
  for (const key of keys) {
    const [publicJwk] = publicJwks([key]).keys;
    await db().healthCardKey.upsert({ where: { kid: thumbprint(key) }, create: { kid: thumbprint(key), publicJwk: { ...publicJwk }, activeAt: now() }, update: {} });
  }
}

/** The signer of this process: the newest key of the file. Older ones stay published, so that older cards can be checked. */
export async function loadSigner(): Promise<CardSigner> {
  const keys = await readKeys(required('SHC_KEYS_FILE'));
  await publish(keys);
  const key = keys.at(-1);
  if (key === undefined) throw new Error('SHC_KEYS_FILE holds no key');
  return { key, ridSecret: Buffer.from(required('SHC_RID_SECRET'), 'base64'), issuer: required('SHC_ISSUER_URL') };
}
