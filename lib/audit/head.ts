/**
 * The head of the chain of seals, kept in the bucket and not in the database: whoever removes the newest entries together with
 * their seals leaves a chain that is whole, and shorter than its head. The bucket should keep versions, locked.
 */
import { z } from 'zod';
import { findObject, putObject } from '@/lib/platform/object-store';

const KEY = 'audit/head.json';
const schema = z.strictObject({ number: z.number().int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/), sealedAt: z.iso.datetime() });
export type Head = z.output<typeof schema>;

export type HeadRead = { readonly head: Head | null } | { readonly unreadable: true };

/** What the bucket says: a head, none, or something that is none. */
export async function readHead(): Promise<HeadRead> {
  const bytes = await findObject(KEY);
  if (bytes === null) return { head: null };
  try {
    return { head: schema.parse(JSON.parse(bytes.toString('utf8'))) };
  } catch {
    return { unreadable: true };
  }
}

export const headOf = ({ number, digest, sealedAt }: { number: number; digest: Uint8Array; sealedAt: Date }): Head => ({ number, digest: Buffer.from(digest).toString('hex'), sealedAt: sealedAt.toISOString() });

export const writeHead = (head: Head): Promise<void> => putObject(KEY, Buffer.from(JSON.stringify(head)), 'application/json');
