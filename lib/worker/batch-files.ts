/**
 * Print batches as encrypted temporary files: AES-256-GCM under a key that exists only in this process's memory. A file is gone
 * when its batch is confirmed, after a day, when the batch is rendered anew, and when the press stops (security requirements 17b).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

type Kept = { readonly file: string; readonly key: Buffer; readonly nonce: Buffer; readonly tag: Buffer; readonly size: number; readonly at: Date };

export const KEPT_MS = 24 * 3_600_000;

export class BatchFiles {
  private readonly kept = new Map<string, Kept>();

  private constructor(private readonly folder: string) {}

  /** Whatever an earlier process left cannot be read by anybody: its keys died with it. */
  static async open(folder: string): Promise<BatchFiles> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
    return new BatchFiles(folder);
  }

  async keep(batchId: string, bytes: Uint8Array, at: Date): Promise<void> {
    await this.drop(batchId);
    const [key, nonce] = [randomBytes(32), randomBytes(12)];
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const file = join(this.folder, randomBytes(16).toString('hex'));
    await writeFile(file, sealed, { mode: 0o600, flag: 'wx' });
    this.kept.set(batchId, { file, key, nonce, tag: cipher.getAuthTag(), size: bytes.byteLength, at });
  }

  /** The batch in clear, decrypted as it is read; null when it is not kept. An altered file ends in an error before its end. */
  read(batchId: string): { size: number; body: Readable } | null {
    const kept = this.kept.get(batchId);
    if (kept === undefined) return null;
    const decipher = createDecipheriv('aes-256-gcm', kept.key, kept.nonce);
    decipher.setAuthTag(kept.tag);
    const sealed = createReadStream(kept.file);
    sealed.on('error', (error) => decipher.destroy(error));
    return { size: kept.size, body: sealed.pipe(decipher) };
  }

  list = (): { batchId: string; at: Date }[] => [...this.kept].map(([batchId, { at }]) => ({ batchId, at }));

  async drop(batchId: string): Promise<void> {
    const kept = this.kept.get(batchId);
    if (kept === undefined) return;
    this.kept.delete(batchId);
    kept.key.fill(0);
    await rm(kept.file, { force: true });
  }

  async close(): Promise<void> {
    for (const { batchId } of this.list()) await this.drop(batchId);
    await rm(this.folder, { recursive: true, force: true });
  }
}
