/**
 * An export is made twice: once to count it and take its checksum, which stands in the audit before anything leaves; once
 * when it is fetched. Entries are never changed, so both are the same byte for byte, and a file that is not is not handed out.
 */
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { readEntries } from '@/lib/audit/entries';
import { linesOf } from '@/lib/audit/lines';
import { appendAudit } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db, type Db, type Tx } from '@/lib/platform/db';
import { fileName, fileOf, type FileFacts, type FileFormat } from './files';
import { resolveFilters } from './queries';
import { filterSchema } from './schema';

/** A file that a person can still read; more is asked for by shorter spans. */
export const MOST_ENTRIES = 20_000;
const FETCH_WITHIN_MS = 10 * 60_000;

export type Made = { readonly bytes: Buffer; readonly sha256: string; readonly entries: number };

/** Null: what the filters name is gone, or there is more than one file holds. */
export async function makeFile(client: Db | Tx, actor: StaffActor, format: FileFormat, facts: FileFacts): Promise<Made | 'unknown' | 'too_many'> {
  const resolved = await resolveFilters(facts.filters);
  if (resolved === null) return 'unknown';
  const rows = await readEntries(client, { ...resolved.scope, uptoId: facts.uptoId }, null, MOST_ENTRIES + 1);
  if (rows.length > MOST_ENTRIES) return 'too_many';
  const lines = await linesOf(rows, actor, client);
  const bytes = fileOf(format, lines.map((line, at) => ({ ...line, event: rows[at]?.event ?? '', requestId: rows[at]?.requestId ?? '', address: rows[at]?.address ?? null })), facts);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), entries: rows.length };
}

const ownExport = async (actor: StaffActor, publicId: string) => {
  const found = await db().auditExport.findUnique({ where: { publicId } });
  return found?.staffId === actor.staffId ? found : null;
};
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Handed out once: whoever comes second, late or for somebody else's finds nothing. */
async function markFetched(actor: StaffActor, publicId: string, sha256: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const at = now();
    const { count } = await tx.auditExport.updateMany({ where: { publicId, staffId: actor.staffId, fetchedAt: null, createdAt: { gte: new Date(at.getTime() - FETCH_WITHIN_MS) } }, data: { fetchedAt: at } });
    if (count === 1) await appendAudit(tx, actor, { event: 'audit.fetched', details: { sha256 } });
    return count === 1;
  });
}

export type Fetched = { readonly name: string; readonly bytes: Buffer; readonly sha256: string; readonly format: FileFormat };

/** The file; null when there is none to fetch, `differs` when it no longer comes out the same. */
export async function fetchExport(actor: StaffActor, publicId: string): Promise<Fetched | 'differs' | null> {
  const kept = await ownExport(actor, publicId);
  if (kept === null || kept.fetchedAt !== null) return null;
  const format = kept.format as FileFormat;
  const made = await makeFile(db(), actor, format, { filters: filterSchema.parse(kept.filters), uptoId: kept.uptoId, at: kept.createdAt });
  if (typeof made === 'string' || made.sha256 !== hexOf(kept.sha256)) return 'differs';
  return (await markFetched(actor, publicId, made.sha256)) ? { name: fileName(format, kept.createdAt, made.sha256), bytes: made.bytes, sha256: made.sha256, format } : null;
}

/** The checksum beside it, as often as one likes: it says nothing of anybody. */
export async function findChecksum(actor: StaffActor, publicId: string): Promise<{ name: string; sha256: string } | null> {
  const kept = await ownExport(actor, publicId);
  return kept === null ? null : { name: fileName(kept.format as FileFormat, kept.createdAt, hexOf(kept.sha256)), sha256: hexOf(kept.sha256) };
}
