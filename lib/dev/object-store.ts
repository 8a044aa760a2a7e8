/** An S3 bucket in a folder, for demo and tests only: it checks no signature, so it listens on 127.0.0.1 alone. */
import type { Server } from 'node:http';
import { mkdirSync } from 'node:fs';

type S3rver = { run: () => Promise<unknown>; httpServer: Server; close: () => Promise<void> };
type S3rverClass = new (options: { address: string; port: number; directory: string; silent: boolean; vhostBuckets: boolean; allowMismatchedSignatures: boolean; configureBuckets: { name: string }[] }) => S3rver;

/** The only access key it knows; the signature is not looked at, so there is no secret to keep. */
export const STORE_KEY_ID = 'S3RVER';

export async function startObjectStore(options: { folder: string; port: number; bucket: string }): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const { default: Store } = (await import('s3rver' as string)) as { default: S3rverClass };
  const store = new Store({ address: '127.0.0.1', port: options.port, directory: options.folder, silent: true, vhostBuckets: false, allowMismatchedSignatures: true, configureBuckets: [{ name: options.bucket }] });
  await store.run();
  return {
    endpoint: `http://127.0.0.1:${options.port}`,
    stop: async () => {
      store.httpServer.closeAllConnections();
      await store.close();
    },
  };
}
