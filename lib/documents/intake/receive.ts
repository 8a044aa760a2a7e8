/** A stranger's file on its way in: streamed to quarantine with hard limits, its digest taken on the way. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Visitor } from '@/lib/access/actor';
import { withinRate } from '@/lib/access/rates';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { deleteObject, newKey, putStream } from '@/lib/platform/object-store';
import { done, refuse, type Outcome } from '@/lib/platform/outcome';
import { LIMITS } from './limits';
import { HEAD_BYTES, safeFileName, sniff, type MediaType } from './sniff';

export type Received = { documentId: string; fileName: string; size: number; mediaType: MediaType; token: string };
type Incoming = { kind: string; fileName: string; body: AsyncIterable<Uint8Array> };

const hashOf = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest());

class Stopped extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** First bytes, then the whole as one iterable again. */
async function withHead(body: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; all: AsyncIterable<Uint8Array> }> {
  const source = body[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { value, done: ended } = await source.next();
    if (ended) break;
    begun.push(value);
    size += value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* begun;
    for (let step = await source.next(); !step.done; step = await source.next()) yield step.value;
  }
  return { head: Buffer.concat(begun), all: all() };
}

/** Passes bytes on, counting and digesting; stops hard at the limit, whatever Content-Length said. */
function measured(body: AsyncIterable<Uint8Array>) {
  const digest = createHash('sha256');
  const seen: { size: number; stopped: boolean } = { size: 0, stopped: false };
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      seen.size += chunk.byteLength;
      seen.stopped = seen.size > LIMITS.fileBytes;
      if (seen.stopped) throw new Stopped('too_large');
      digest.update(chunk);
      yield chunk;
    }
  }
  return { stream: Readable.from(pass()), seen, sha256: () => new Uint8Array(digest.digest()) };
}

/** The browser's right to its uploads: the one it holds, or a new one where it holds none that is open. */
async function uploadToken(visitor: Visitor): Promise<string> {
  const held = visitor.uploadToken;
  if (held !== null) {
    const rows = await db().$queryRaw<object[]>`SELECT files FROM public_upload_room(${hashOf(held)}, ${now()})`;
    if (rows.length > 0) return held;
  }
  const token = randomBytes(32).toString('base64url');
  await db().$executeRaw`SELECT public_start_upload(${hashOf(token)}, ${visitor.address ?? ''}, ${now()})`;
  return token;
}

type Row = { public_id: string | null; refused: string | null };

async function keep(token: string, kind: string, fileName: string, mediaType: MediaType, key: string, file: { size: number; sha256: Uint8Array<ArrayBuffer> }): Promise<Row> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT * FROM public_receive_document(${hashOf(token)}, ${kind}, ${fileName}, ${file.size}::int, ${file.sha256}, ${mediaType}, ${key}, ${now()})`;
  return row ?? { public_id: null, refused: 'conflict' };
}

/**
 * Receives one file. Refusals: `too_many_tries`, `heic`, `type_not_taken`, `name_disagrees`, `empty`, `too_large`,
 * `too_many_files`, `submission_too_large`. What was refused leaves no object behind.
 */
export async function receiveFile(visitor: Visitor, { kind, fileName: raw, body }: Incoming): Promise<Outcome<Received>> {
  if (!(await withinRate('upload', visitor))) return refuse('too_many_tries');
  const fileName = safeFileName(raw, LIMITS.fileName);
  const { head, all } = await withHead(body);
  if (head.byteLength === 0) return refuse('empty');
  const type = sniff(head, fileName);
  if (!type.ok) return refuse(type.reason);
  const token = await uploadToken(visitor);
  const key = newKey('quarantine');
  const { stream, seen, sha256 } = measured(all);
  try {
    await putStream(key, stream);
    const row = await keep(token, kind, fileName, type.mediaType, key, { size: seen.size, sha256: sha256() });
    if (row.public_id === null) throw new Stopped(row.refused ?? 'conflict');
    return done({ documentId: row.public_id, fileName, size: seen.size, mediaType: type.mediaType, token });
  } catch (error) {
    await deleteObject(key);
    // The store's client wraps what the stream threw: whether we stopped it is known here.
    if (seen.stopped) return refuse('too_large');
    if (error instanceof Stopped) return refuse(error.reason);
    throw error;
  }
}

/** Takes one's own file back before the form is sent. */
export async function removeFile(visitor: Visitor, documentId: string): Promise<Outcome<Record<string, never>>> {
  if (visitor.uploadToken === null) return refuse('not_found');
  const [row] = await db().$queryRaw<{ public_remove_document: boolean }[]>`SELECT public_remove_document(${hashOf(visitor.uploadToken)}, ${documentId}, ${now()})`;
  return row?.public_remove_document === true ? done({}) : refuse('not_found');
}
