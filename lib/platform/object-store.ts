/** Files in an S3 bucket: `quarantine/…` as strangers sent them, `clean/…` as we made them. */
import { AbortMultipartUploadCommand, DeleteObjectCommand, GetObjectCommand, ListMultipartUploadsCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { config } from './config';

/** A store that is slow counts as one that is away: whoever waits for it is told, and a job tries again. */
const PATIENCE = { connectionTimeout: 3_000, requestTimeout: 30_000, socketTimeout: 10_000, throwOnRequestTimeout: true } as const;

/** What lies under the key is not what the database says: swapped or damaged. */
export class ObjectAltered extends Error {}
/** Nothing lies under the key. */
export class ObjectMissing extends Error {}

let client: S3Client | undefined;
function s3(): S3Client {
  const c = config();
  return (client ??= new S3Client({
    endpoint: c.S3_ENDPOINT,
    region: c.S3_REGION,
    forcePathStyle: true,
    requestHandler: PATIENCE,
    maxAttempts: 3,
    credentials: { accessKeyId: c.S3_ACCESS_KEY_ID, secretAccessKey: c.S3_SECRET_ACCESS_KEY },
    // The default adds trailing checksums to streamed puts, which some endpoints store as content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }));
}
const Bucket = (): string => config().S3_BUCKET;

/** A key nobody can guess, under a prefix that says what may be done with it. */
export const newKey = (prefix: 'quarantine' | 'clean'): string => `${prefix}/${randomBytes(16).toString('hex')}`;

export async function putObject(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
  await s3().send(new PutObjectCommand({ Bucket: Bucket(), Key: key, Body: bytes, ContentType: contentType }));
}

/** Streams a body of unknown length; resolves when the store has all of it. */
export async function putStream(key: string, body: Readable): Promise<void> {
  await new Upload({ client: s3(), params: { Bucket: Bucket(), Key: key, Body: body, ContentType: 'application/octet-stream' }, queueSize: 2 }).done();
}

/** The object, whole. Throws `ObjectAltered` when its SHA-256 is not the one the database keeps, `ObjectMissing` when it is gone. */
export async function getObject(key: string, sha256: Uint8Array): Promise<Buffer> {
  const bytes = await findObject(key);
  if (bytes === null) throw new ObjectMissing('no object under the key');
  if (!createHash('sha256').update(bytes).digest().equals(Buffer.from(sha256))) throw new ObjectAltered('object does not have the digest on file');
  return bytes;
}

export async function deleteObject(key: string): Promise<void> {
  await s3().send(new DeleteObjectCommand({ Bucket: Bucket(), Key: key }));
}

/** The object, or null where there is none. For what is checked by something else than a digest on file. */
export async function findObject(key: string): Promise<Buffer | null> {
  try {
    const { Body } = await s3().send(new GetObjectCommand({ Bucket: Bucket(), Key: key }));
    return Body === undefined ? null : Buffer.from(await Body.transformToByteArray());
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/** Keys under a prefix that were written before `before`, some at a time. */
export async function* listObjects(prefix: 'quarantine' | 'clean', before: Date): AsyncGenerator<string[]> {
  let ContinuationToken: string | undefined;
  do {
    const page = await s3().send(new ListObjectsV2Command({ Bucket: Bucket(), Prefix: `${prefix}/`, MaxKeys: 500, ContinuationToken }));
    yield (page.Contents ?? []).flatMap(({ Key, LastModified }) => (Key !== undefined && LastModified !== undefined && LastModified < before ? [Key] : []));
    ContinuationToken = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (ContinuationToken !== undefined);
}

/** Uploads in parts that are not finished; none where the store (the demo's) cannot tell. */
async function unfinishedUploads() {
  try {
    return (await s3().send(new ListMultipartUploadsCommand({ Bucket: Bucket(), Prefix: 'quarantine/' }))).Uploads ?? [];
  } catch (error) {
    if ((error as Error).name === 'NotImplemented') return [];
    throw error;
  }
}

/** Lets go of uploads in parts that nobody finished: a process that died left them, and they are no objects that a list shows. */
export async function endUnfinishedUploads(before: Date): Promise<number> {
  const old = (await unfinishedUploads()).filter(({ Initiated }) => Initiated !== undefined && Initiated < before);
  for (const { Key, UploadId } of old) await s3().send(new AbortMultipartUploadCommand({ Bucket: Bucket(), Key, UploadId }));
  return old.length;
}
