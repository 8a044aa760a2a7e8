/**
 * Seals: closes the entries that have come in, links the closing to the one before.
 *
 * Entries get their number when they are written and are seen when their transaction commits, so a smaller number can appear
 * after a larger one. A stretch is closed only when every transaction that could hold a number of it has ended: an entry
 * takes its number after its transaction has one, so those are the ones that had begun when the last number was read.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '@/lib/platform/clock';
import { db, Prisma, type Tx } from '@/lib/platform/db';
import { digestOf, NOTHING_BEFORE, stretch, type Sealed } from './canonical';

/** A stretch is read as a whole; after a long silence many are closed at once. */
const MOST_ENTRIES = 10_000;
const PATIENCE_MS = 20_000;
const AGAIN_MS = 50;

export type Link = Sealed & { readonly digest: Uint8Array };

/** The last number that was given to anybody. Numbers are outside transactions: those not yet committed count. */
async function lastNumber(): Promise<bigint> {
  const [row] = await db().$queryRaw<{ id: bigint }[]>`SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS id FROM audit_events_id_seq`;
  return row?.id ?? 0n;
}

/**
 * A transaction of our own, younger than all that had begun. Not the snapshot's xmax: that is one past the last *ended* one,
 * and transactions beyond it may be running.
 */
async function youngest(): Promise<bigint> {
  const [row] = await db().$queryRaw<{ xid: bigint }[]>`SELECT pg_current_xact_id()::text::bigint AS xid`;
  return row?.xid ?? 0n;
}

async function allEnded(xid: bigint): Promise<boolean> {
  const [row] = await db().$queryRaw<{ ended: boolean }[]>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint > ${xid} AS ended`;
  return row?.ended === true;
}

/** Up to where nothing can come in any more; null when a transaction of then is still running after all patience. */
export async function settledId(patienceMs = PATIENCE_MS): Promise<bigint | null> {
  const id = await lastNumber();
  const xid = await youngest();
  const until = performance.now() + patienceMs;
  while (!(await allEnded(xid))) {
    if (performance.now() >= until) return null;
    await pause(AGAIN_MS);
  }
  return id;
}

export const lastSeal = (client: Pick<Tx, 'auditSeal'> = db()): Promise<Link | null> => client.auditSeal.findFirst({ orderBy: { number: 'desc' } });

async function endOfStretch(tx: Tx, afterId: bigint, settled: bigint): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ id: bigint | null }[]>`
    SELECT max(id) AS id FROM (SELECT id FROM audit_events WHERE id > ${afterId} AND id <= ${settled} ORDER BY id LIMIT ${MOST_ENTRIES}) AS next`;
  return row?.id ?? null;
}

/** The next seal, or null when nothing is left to close. Two workers at once: the second waits and goes on from the first. */
const sealNext = (settled: bigint): Promise<Link | null> =>
  db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('audit_seals'))::text`;
      const last = await lastSeal(tx);
      const afterId = last?.uptoId ?? 0n;
      const uptoId = await endOfStretch(tx, afterId, settled);
      if (uptoId === null) return null;
      const [closed] = await tx.$queryRaw<{ entries: number; digest: Uint8Array }[]>`SELECT entries, digest FROM ${stretch(Prisma.sql`${afterId}`, Prisma.sql`${uptoId}`)} AS closed`;
      if (closed === undefined) throw new Error('a stretch has no digest');
      const sealed: Sealed = { number: (last?.number ?? 0) + 1, afterId, uptoId, entries: closed.entries, rowsDigest: closed.digest, previous: last?.digest ?? NOTHING_BEFORE, sealedAt: now() };
      const link = { ...sealed, digest: new Uint8Array(digestOf(sealed)) };
      await tx.auditSeal.create({ data: { ...link, rowsDigest: new Uint8Array(link.rowsDigest), previous: new Uint8Array(link.previous) } });
      return link;
    },
    { timeout: 15_000, maxWait: 5_000 },
  );

/** Closes everything that is settled. The newest seal, or null where there is none at all. */
export async function sealSettled(patienceMs?: number): Promise<{ last: Link | null; waits: boolean }> {
  const settled = await settledId(patienceMs);
  let last = await lastSeal();
  if (settled === null) return { last, waits: true };
  for (let next = await sealNext(settled); next !== null; next = await sealNext(settled)) last = next;
  return { last, waits: false };
}
