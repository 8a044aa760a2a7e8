/**
 * What is hashed. An entry's canonical bytes are PostgreSQL's own binary form of its columns in this order (`record_send`: for
 * each column its type, its length or -1 for none, its bytes), so no two different entries have the same and nothing of an
 * entry is left out. A seal's are its numbers, big-endian, and its digests.
 */
import { createHash } from 'node:crypto';
import { Prisma } from '@/lib/platform/db';

const ENTRY = Prisma.raw(
  'pg_catalog.record_send(ROW(id, at, actor_kind::text, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address))',
);

/** Of a stretch of entries: how many, and SHA-256 over all of them in their order. For a FROM or LATERAL clause. */
export const stretch = (afterId: Prisma.Sql, uptoId: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int AS entries, pg_catalog.sha256(coalesce(string_agg(${ENTRY}, ''::bytea ORDER BY id), ''::bytea)) AS digest
    FROM audit_events WHERE id > ${afterId} AND id <= ${uptoId})`;

export type Sealed = { readonly number: number; readonly afterId: bigint; readonly uptoId: bigint; readonly entries: number; readonly rowsDigest: Uint8Array; readonly previous: Uint8Array; readonly sealedAt: Date };

/** Before the first seal there is nothing. */
export const NOTHING_BEFORE: Uint8Array = new Uint8Array(32);

/** The link of the chain: changes with the seal before and with every number of this one. */
export function digestOf({ number, afterId, uptoId, entries, rowsDigest, previous, sealedAt }: Sealed): Buffer {
  const numbers = Buffer.alloc(32);
  numbers.writeInt32BE(number, 0);
  numbers.writeBigInt64BE(afterId, 4);
  numbers.writeBigInt64BE(uptoId, 12);
  numbers.writeInt32BE(entries, 20);
  numbers.writeBigInt64BE(BigInt(sealedAt.getTime()), 24);
  return createHash('sha256').update(previous).update(numbers).update(rowsDigest).digest();
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
