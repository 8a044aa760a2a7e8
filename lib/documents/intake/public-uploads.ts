/** The files of the public form: one browser's own, until it sends the form or four hours have passed. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Visitor } from '@/lib/access/actor';
import { withinRate } from '@/lib/access/rates';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { done, refuse, type Outcome } from '@/lib/platform/outcome';
import { receiveFile, type Incoming, type KeptFile, type Received, type StoredFile } from './receive';
import { PUBLIC_TYPES } from './sniff';

const hashOf = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest());

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

type Row = { public_id: string | null; refused: string | null; already_here: boolean };

async function keepFor(token: string, { kind, fileName, size, sha256, mediaType, objectKey }: StoredFile): Promise<KeptFile> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT * FROM public_receive_document(${hashOf(token)}, ${kind}, ${fileName}, ${size}::int, ${sha256}, ${mediaType}, ${objectKey}, ${now()})`;
  return row === undefined || row.public_id === null ? { refused: row?.refused ?? 'conflict' } : { documentId: row.public_id, alreadyHere: row.already_here };
}

/** Receives a file for the form of this browser. Besides `receiveFile`'s refusals: `too_many_files`, `submission_too_large`. */
export async function receivePublicFile(visitor: Visitor, incoming: Incoming): Promise<Outcome<Received & { token: string }>> {
  let token = '';
  const received = await receiveFile(
    {
      admits: () => withinRate('upload', visitor),
      takes: PUBLIC_TYPES,
      keep: async (file) => keepFor((token = await uploadToken(visitor)), file),
    },
    incoming,
  );
  return received.ok ? done({ ...received.value, token }) : received;
}

/** Takes one's own file back before the form is sent. */
export async function removePublicFile(visitor: Visitor, documentId: string): Promise<Outcome<Record<string, never>>> {
  if (visitor.uploadToken === null) return refuse('not_found');
  const [row] = await db().$queryRaw<{ public_remove_document: boolean }[]>`SELECT public_remove_document(${hashOf(visitor.uploadToken)}, ${documentId}, ${now()})`;
  return row?.public_remove_document === true ? done({}) : refuse('not_found');
}

const statesSchema = z.array(z.object({ public_id: z.string(), state: z.enum(['received', 'checking', 'ready', 'refused']), refused_reason: z.string().nullable() }));

export type UploadState = { readonly documentId: string; readonly state: 'checking' | 'ready' | 'refused'; readonly reason: string | null };

/** Whether one's own files can be read, or why not: told while one is still there to send another. */
export async function listUploadStates(visitor: Visitor): Promise<UploadState[]> {
  if (visitor.uploadToken === null) return [];
  const rows = statesSchema.parse(await db().$queryRaw`SELECT * FROM public_upload_states(${hashOf(visitor.uploadToken)}, ${now()})`);
  return rows.map(({ public_id: documentId, state, refused_reason: reason }) => ({ documentId, state: state === 'received' ? 'checking' : state, reason }));
}
