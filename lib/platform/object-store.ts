/** Files in an S3 bucket: `quarantine/…` as strangers sent them, `clean/…` as we made them. */
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { config } from './config';

let client: S3Client | undefined;
function s3(): S3Client {
  const c = config();
  return (client ??= new S3Client({
    endpoint: c.S3_ENDPOINT,
    region: c.S3_REGION,
    forcePathStyle: true,
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

/** The object, whole. Throws when its SHA-256 is not the one the database keeps: it was swapped or damaged. */
export async function getObject(key: string, sha256: Uint8Array): Promise<Buffer> {
  const { Body } = await s3().send(new GetObjectCommand({ Bucket: Bucket(), Key: key }));
  if (Body === undefined) throw new Error('object without a body');
  const bytes = Buffer.from(await Body.transformToByteArray());
  if (!createHash('sha256').update(bytes).digest().equals(Buffer.from(sha256))) throw new Error('object does not have the digest on file');
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
