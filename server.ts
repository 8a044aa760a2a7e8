/**
 * Both webs run behind this small server: it refuses what the framework lets through (absolute-form requests, Upgrade,
 * TRACE, two Hosts, headers that steer the framework), stamps the request id and the client's address, and stops cleanly.
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import next from 'next';
import { config } from './lib/platform/config';
import { followClock } from './lib/platform/clock';
import { log } from './lib/platform/log';

const dev = process.env.NODE_ENV === 'development';
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const STEERING = /^(next-action|upgrade|x-matched-path|x-now-route-matches|x-middleware-.*|x-invoke-.*|x-nextjs-.*|x-record-desk-.*)$/;
/** The upload route takes its time on a phone; everything else is quick. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The status to refuse with, or 0. */
function refusal(req: http.IncomingMessage): number {
  const url = req.url ?? '';
  const path = url.split('?')[0] ?? '';
  if (!url.startsWith('/') || url.startsWith('//') || /[\\\0]|%5c|%2f|%00/i.test(path)) return 400;
  // The framework takes `/page.rsc` for `/page`; each page here has one spelling.
  if (/(\.|%2e)(r|%72)(s|%73)(c|%63)$/i.test(path)) return 404;
  if (!METHODS.has(req.method ?? '')) return 405;
  if (req.method !== 'GET' && req.method !== 'HEAD' && !url.startsWith('/api/')) return 405;
  if (Object.keys(req.headers).some((name) => STEERING.test(name) && !(dev && name.startsWith('x-nextjs-')))) return 400;
  return req.headersDistinct.host?.length === 1 ? 0 : 400;
}

/** The nearest hop that we do not run ourselves; a header that no trusted proxy wrote counts for nothing. */
function clientAddress(req: http.IncomingMessage, hops: number): string {
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
  return (hops > 0 ? forwarded.at(-hops) : undefined) ?? req.socket.remoteAddress ?? '';
}

const KEY_SET = '/.well-known/jwks.json';

/** The configured issuer has a path of its own; its key set is one route, whatever that path is. */
const routed = (url: string, issuerPath: string): string => (url.split('?')[0] === `${issuerPath}${KEY_SET}` ? KEY_SET : url);

function headers(res: http.ServerResponse, isOpen: boolean): void {
  res.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  // The key set of our cards is for everybody's verifiers; everything else is for our own pages.
  if (!isOpen) res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
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
  const stopClock = await followClock();
  const app = next({ dev, hostname: HOST, port: PORT, dir: process.cwd() });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = http.createServer({ headersTimeout: 10_000, requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16_384 }, (req, res) => {
    const status = refusal(req);
    req.url = routed(req.url ?? '', issuerPath);
    headers(res, req.url === KEY_SET);
    if (status !== 0) {
      res.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
      req.resume();
      return;
    }
    const requestId = randomUUID();
    req.headers['x-record-desk-request'] = requestId;
    req.headers['x-record-desk-address'] = clientAddress(req, TRUSTED_PROXY_HOPS);
    res.setHeader('X-Request-Id', requestId);
    answer(req, res).catch((error: unknown) => {
      log.failure('web.request_failed', error, { requestId });
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
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
