/** A real bucket behind a line that a test can break: what the store answers is its own, what arrives is the test's choice. */
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/lib/dev/free-port';
import { startObjectStore, STORE_KEY_ID } from '@/lib/dev/object-store';

export type Fault = 'unavailable' | 'half' | 'cut' | { readonly swapped: Buffer };
export type Asked = { readonly method: string; readonly key: string; readonly query: string };

export type FaultyStore = {
  readonly endpoint: string;
  /** Asked for each request; null lets it through. */
  fault: (asked: Asked) => Fault | null | Promise<Fault | null>;
  readonly close: () => Promise<void>;
};

const BUCKET = 'documents';

function answer(broken: Fault, res: http.ServerResponse): void {
  if (broken === 'unavailable') res.writeHead(503, { 'content-type': 'application/xml' }).end('<Error><Code>SlowDown</Code></Error>');
  else if (broken === 'cut') res.destroy();
  else if (broken === 'half') res.writeHead(200, { 'content-length': 100 }).write(Buffer.alloc(50), () => res.destroy());
  else res.writeHead(200, { 'content-length': broken.swapped.length }).end(broken.swapped);
}

/** Sets S3_* to itself; start it before the first setting is read. */
export async function startFaultyStore(): Promise<FaultyStore> {
  const folder = mkdtempSync(join(tmpdir(), 'faulty-store-'));
  const port = await freePort();
  const store = await startObjectStore({ folder, port, bucket: BUCKET });
  const line = http.createServer((req, res) => {
    const asked = { method: req.method ?? '', key: decodeURIComponent((req.url ?? '').split('?')[0] ?? '').replace(`/${BUCKET}/`, ''), query: (req.url ?? '').split('?')[1] ?? '' };
    const pass = (): void => {
      const on = http.request({ port, host: '127.0.0.1', method: req.method, path: req.url, headers: req.headers }, (from) => {
        res.writeHead(from.statusCode ?? 500, from.headers);
        from.pipe(res);
      });
      on.on('error', () => res.destroy());
      req.pipe(on);
    };
    void Promise.resolve(started.fault(asked)).then((broken) => (broken === null ? pass() : answer(broken, res)));
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const started: FaultyStore = {
    endpoint: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    fault: () => null,
    close: async () => {
      line.closeAllConnections();
      await new Promise((resolve) => line.close(resolve));
      await store.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  Object.assign(process.env, { S3_ENDPOINT: started.endpoint, S3_BUCKET: BUCKET, S3_ACCESS_KEY_ID: STORE_KEY_ID });
  return started;
}
