/** Checks the whole audit against its seals and the head in the bucket, oldest first, and names the first place that is broken. */
import { availableParallelism } from 'node:os';
import { now } from '@/lib/platform/clock';
import { db, Prisma } from '@/lib/platform/db';
import { digestOf, NOTHING_BEFORE, sameBytes, stretch } from './canonical';
import { headOf, type Head, type HeadRead } from './head';
import { lastSeal, type Link } from './seal';

export type Break =
  | 'seal_missing'
  | 'seal_altered'
  | 'chain_broken'
  | 'entries_missing'
  | 'entries_added'
  | 'entries_altered'
  | 'tail_missing'
  | 'head_differs'
  | 'head_missing'
  | 'head_unreadable'
  | 'head_behind';
export type Broken = { readonly what: Break; readonly seal: number; readonly afterId?: bigint; readonly uptoId?: bigint; readonly entries?: number; readonly found?: number };
export type Verdict = { readonly seals: number; readonly entries: number; readonly unsealed: number; readonly broken: Broken | null };

/** Some 100,000 entries at most are hashed by one statement. */
const SEALS_AT_ONCE = 50;
/** The sealer writes the head right after the seal; a seal that stands longer without one has no witness. */
const HEAD_LATE_MS = 5 * 60_000;

type Read = Link & { readonly foundEntries: number; readonly foundDigest: Uint8Array };

const readSeals = (from: number, to: number): Promise<Read[]> => db().$queryRaw<Read[]>`
  SELECT s.number, s.after_id AS "afterId", s.upto_id AS "uptoId", s.entries, s.rows_digest AS "rowsDigest", s.previous, s.digest, s.sealed_at AS "sealedAt",
    found.entries AS "foundEntries", found.digest AS "foundDigest"
  FROM audit_seals s CROSS JOIN LATERAL ${stretch(Prisma.raw('s.after_id'), Prisma.raw('s.upto_id'))} AS found
  WHERE s.number >= ${from} AND s.number <= ${to} ORDER BY s.number`;

/** What stood before: the seal's number, its end, its digest. */
type Before = Pick<Link, 'number' | 'uptoId' | 'digest'>;
const START: Before = { number: 0, uptoId: 0n, digest: NOTHING_BEFORE };

function breakOf(seal: Read, before: Before): Break | null {
  if (seal.number !== before.number + 1) return 'seal_missing';
  if (!sameBytes(seal.digest, digestOf(seal))) return 'seal_altered';
  if (seal.afterId !== before.uptoId || !sameBytes(seal.previous, before.digest)) return 'chain_broken';
  if (seal.foundEntries < seal.entries) return 'entries_missing';
  if (seal.foundEntries > seal.entries) return 'entries_added';
  return sameBytes(seal.foundDigest, seal.rowsDigest) ? null : 'entries_altered';
}

const brokenAt = (what: Break, seal: Read, before: Before): Broken =>
  what === 'seal_missing' ? { what, seal: before.number + 1 } : { what, seal: seal.number, afterId: seal.afterId, uptoId: seal.uptoId, entries: seal.entries, found: seal.foundEntries };

/** Batches are read side by side, one for each core, and judged in their order. */
async function* inOrder(count: number): AsyncGenerator<Read[]> {
  const lanes = availableParallelism();
  const reading: Promise<Read[]>[] = [];
  for (let from = 1; from <= count || reading.length > 0; from += SEALS_AT_ONCE) {
    if (from <= count) reading.push(readSeals(from, Math.min(from + SEALS_AT_ONCE - 1, count)));
    if (reading.length >= lanes || from + SEALS_AT_ONCE > count) yield (await reading.shift()) ?? [];
  }
}

async function checkSeals(count: number): Promise<{ entries: number; broken: Broken | null }> {
  let before = START;
  let entries = 0;
  for await (const seals of inOrder(count)) {
    for (const seal of seals) {
      const what = breakOf(seal, before);
      if (what !== null) return { entries, broken: brokenAt(what, seal, before) };
      entries += seal.foundEntries;
      before = seal;
    }
  }
  return { entries, broken: before.number === count ? null : { what: 'seal_missing', seal: before.number + 1 } };
}

async function checkHead(head: Head | null, last: Link | null): Promise<Broken | null> {
  if (head === null) return last === null ? null : { what: 'head_missing', seal: last.number };
  if (last === null || head.number > last.number) return { what: 'tail_missing', seal: (last?.number ?? 0) + 1 };
  const witnessed = await db().auditSeal.findUnique({ where: { number: head.number } });
  if (witnessed === null || headOf(witnessed).digest !== head.digest) return { what: 'head_differs', seal: head.number };
  const next = await db().auditSeal.findUnique({ where: { number: head.number + 1 } });
  return next === null || now().getTime() - next.sealedAt.getTime() < HEAD_LATE_MS ? null : { what: 'head_behind', seal: next.number };
}

/** Entries outside every seal: those of the last minute, and numbers that the sequence never gave. */
async function countUnsealed(uptoId: bigint): Promise<{ late: number; impossible: number }> {
  const [row] = await db().$queryRaw<{ late: number; impossible: number }[]>`
    SELECT (SELECT count(*)::int FROM audit_events WHERE id > ${uptoId}) AS late, (SELECT count(*)::int FROM audit_events WHERE id <= 0) AS impossible`;
  return row ?? { late: 0, impossible: 0 };
}

/** `read` was taken from the bucket before: what is sealed meanwhile only makes the chain longer. */
export async function verifyAudit(read: HeadRead): Promise<Verdict> {
  const last = await lastSeal();
  const { entries, broken } = await checkSeals(last?.number ?? 0);
  const { late, impossible } = await countUnsealed(last?.uptoId ?? 0n);
  const added: Broken | null = impossible > 0 ? { what: 'entries_added', seal: 1, found: impossible } : null;
  const head: Broken | null = 'unreadable' in read ? { what: 'head_unreadable', seal: last?.number ?? 0 } : await checkHead(read.head, last);
  return { seals: last?.number ?? 0, entries, unsealed: late, broken: added ?? broken ?? head };
}
