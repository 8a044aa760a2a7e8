/**
 * A stranger's file on its way in, whichever way it takes: streamed to quarantine with hard limits, its digest taken on
 * the way. Who may put it where is said by the destination.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { deleteObject, newKey, putStream } from '@/lib/platform/object-store';
import { done, refuse, type Outcome } from '@/lib/platform/outcome';
import { LIMITS } from './limits';
import { HEAD_BYTES, safeFileName, sniff, type MediaType } from './sniff';

export type Incoming = { readonly kind: string; readonly fileName: string; readonly body: AsyncIterable<Uint8Array> };
/** In the store and in no table yet. */
export type StoredFile = { readonly kind: string; readonly fileName: string; readonly mediaType: MediaType; readonly objectKey: string; readonly size: number; readonly sha256: Uint8Array<ArrayBuffer> };
/** `alreadyHere`: the same file had arrived before, so this copy of its bytes is let go. */
export type KeptFile = { readonly documentId: string; readonly alreadyHere: boolean } | { readonly refused: string };

/**
 * Where a file is put, and who may put how many there: the public form's own uploads, a one-time link, the mail room's
 * scanner. `keep` writes the row under the limits of that place and asks for `document.make_safe` in the same transaction.
 */
export type Destination = {
  /** Asked before a byte is read; false: too many tries from there. */
  readonly admits: () => Promise<boolean>;
  readonly takes: readonly MediaType[];
  readonly keep: (file: StoredFile) => Promise<KeptFile>;
};

export type Received = { documentId: string; fileName: string; size: number; mediaType: MediaType };

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

/**
 * Receives one file. Refusals: `too_many_tries`, `heic`, `type_not_taken`, `name_disagrees`, `empty`, `too_large`, and
 * what the destination says. What was refused leaves no object behind; what is sent twice leaves one.
 */
export async function receiveFile(destination: Destination, { kind, fileName: raw, body }: Incoming): Promise<Outcome<Received>> {
  if (!(await destination.admits())) return refuse('too_many_tries');
  const fileName = safeFileName(raw, LIMITS.fileName);
  const { head, all } = await withHead(body);
  if (head.byteLength === 0) return refuse('empty');
  const type = sniff(head, fileName, destination.takes);
  if (!type.ok) return refuse(type.reason);
  const objectKey = newKey('quarantine');
  const { stream, seen, sha256 } = measured(all);
  try {
    await putStream(objectKey, stream);
    const kept = await destination.keep({ kind, fileName, mediaType: type.mediaType, objectKey, size: seen.size, sha256: sha256() });
    if ('refused' in kept) throw new Stopped(kept.refused);
    if (kept.alreadyHere) await deleteObject(objectKey);
    return done({ documentId: kept.documentId, fileName, size: seen.size, mediaType: type.mediaType });
  } catch (error) {
    await deleteObject(objectKey);
    // The store's client wraps what the stream threw: whether we stopped it is known here.
    if (seen.stopped) return refuse('too_large');
    if (error instanceof Stopped) return refuse(error.reason);
    throw error;
  }
}
