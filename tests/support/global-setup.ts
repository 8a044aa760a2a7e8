/**
 * One throw-away PostgreSQL for the whole run, started when a test file first asks for a database: a run of rules
 * alone pays nothing. Jest's own process owns it and hands out copies over a port of 127.0.0.1.
 */
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestCluster } from './test-cluster';

declare global {
  var testDatabases: { close: () => Promise<void> } | undefined;
}

export default async function globalSetup(): Promise<void> {
  const cluster = new TestCluster();
  const token = randomBytes(16).toString('hex');
  const server = http.createServer((req, res) => {
    // Kept open, a connection that idles out is now and then taken up again at the moment of its end.
    res.setHeader('connection', 'close');
    const name = (req.url ?? '').slice(1);
    const answer = req.headers.authorization !== token ? Promise.reject(new Error('no token')) : req.method === 'DELETE' ? cluster.drop(name) : cluster.copy();
    answer.then(
      (body) => res.end(JSON.stringify(body ?? {})),
      (error: Error) => res.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  process.env.TEST_DATABASES = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.TEST_DATABASES_TOKEN = token;
  globalThis.testDatabases = {
    close: async () => {
      server.close();
      await cluster.stop();
    },
  };
}
