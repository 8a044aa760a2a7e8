/**
 * Both webs run behind this small server: it refuses what the framework lets through (absolute-form requests, Upgrade,
 * TRACE, two Hosts, headers that steer the framework), stamps the request id and the client's address, and stops cleanly.
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import { followClock } from './lib/platform/clock';
import { config, requireFor } from './lib/platform/config';
import { answerHeaders, BARE_POLICY, clientAddress, refusalOf } from './lib/platform/front-door';
import { log } from './lib/platform/log';
import { asRequest } from './lib/platform/request';

const dev = process.env.NODE_ENV === 'development';
/** The upload route takes its time on a phone; everything else is quick. */
const REQUEST_TIMEOUT_MS = 120_000;

const KEY_SET = '/.well-known/jwks.json';

/** The configured issuer has a path of its own; its key set is one route, whatever that path is. */
const routed = (url: string, issuerPath: string): string => (url.split('?')[0] === `${issuerPath}${KEY_SET}` ? KEY_SET : url);

/** On every answer, whoever writes it: what it did not say itself about its content and its keeping is said here, at the last moment. */
function dress(res: http.ServerResponse, requestId: string, isOpen: boolean): void {
  for (const [name, value] of Object.entries(answerHeaders(isOpen))) res.setHeader(name, value);
  res.setHeader('X-Request-Id', requestId);
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => http.ServerResponse;
  res.writeHead = (...args: unknown[]) => {
    if (!res.hasHeader('content-security-policy')) res.setHeader('Content-Security-Policy', BARE_POLICY);
    if (!res.hasHeader('cache-control')) res.setHeader('Cache-Control', 'no-store');
    return writeHead(...args);
  };
}

/** What is no HTTP at all, or has headers without end, is told so by hand: no answer of the framework exists for it. */
function turnAway(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
  const head = { ...answerHeaders(false), 'X-Request-Id': randomUUID(), 'Content-Security-Policy': BARE_POLICY, 'Cache-Control': 'no-store', 'Content-Length': '0', Connection: 'close' };
  socket.end(`HTTP/1.1 ${status}\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`);
}

/** What the first person of a day asks for: loaded now, so that they do not wait for it. Nobody is signed in here; nothing is looked at. */
const FIRST_ASKED = { staff: ['/ready', '/sign-in', '/api/auth/csrf', '/api/session', '/queue'], public: ['/ready', '/request', '/request/form'] } as const;

async function warmUp(origin: string, surface: keyof typeof FIRST_ASKED): Promise<void> {
  for (const path of FIRST_ASKED[surface]) await (await fetch(`${origin}${path}`, { redirect: 'manual' })).arrayBuffer();
}

async function main(): Promise<void> {
  const { HOST, PORT, SURFACE, TRUSTED_PROXY_HOPS, SHC_ISSUER_URL } = config();
  const issuerPath = new URL(SHC_ISSUER_URL).pathname;
  if (SURFACE === undefined) throw new Error('Configuration: SURFACE must be staff or public');
  requireFor(SURFACE);
  const stopClock = await followClock();
  const app = next({ dev, hostname: HOST, port: PORT, dir: process.cwd() });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = http.createServer({ headersTimeout: 10_000, requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16_384 }, (req, res) => {
    const requestId = randomUUID();
    const { method, url, headersDistinct } = req;
    const status = refusalOf({ method, url, headers: req.headers, hosts: headersDistinct.host?.length ?? 0 }, dev);
    req.url = routed(url ?? '', issuerPath);
    dress(res, requestId, req.url === KEY_SET);
    if (status !== 0) {
      res.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
      req.resume();
      return;
    }
    req.headers['x-record-desk-request'] = requestId;
    req.headers['x-record-desk-address'] = clientAddress(req.headers['x-forwarded-for'], req.socket.remoteAddress, TRUSTED_PROXY_HOPS);
    asRequest(requestId, () => answer(req, res)).catch((error: unknown) => {
      log.failure('web.request_failed', error, { requestId });
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  server.on('clientError', turnAway);
  if (!dev) server.on('upgrade', (_req, socket) => socket.destroy());
  server.listen(PORT, HOST, () => {
    log.info('web.ready', { surface: SURFACE, port: PORT });
    if (!dev) warmUp(`http://${HOST}:${PORT}`, SURFACE).catch((error: unknown) => log.failure('web.not_warm', error));
  });

  const stop = (): void => {
    server.close(() => void stopClock().finally(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 20_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by a parent over IPC: when the parent is gone, so are we.
  process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
