/**
 * The demo's page on 127.0.0.1. It shows passwords, so it answers only to its own loopback names: a web page elsewhere
 * that points a name of its own at 127.0.0.1 gets nothing.
 */
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { ClockDial } from './clock-dial';
import { currentCode, type DemoStaff } from './demo-staff';
import { page, policy } from './launcher-html';
import { FRONT_SCRIPT, frontPage, mailPage } from './launcher-page';
import { Obstacle } from './places';
import type { Sinks } from './sinks';

export type LauncherOptions = {
  port: number;
  urls: { staff: string; public: string };
  sinks: Sinks;
  clock: ClockDial;
  staff: () => DemoStaff[];
  scanned: boolean;
};

type Reply = { status?: number; type?: string; body?: string | Buffer; location?: string };

const FORM_LIMIT = 4096;

async function form(req: http.IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of req as AsyncIterable<Buffer>) {
    text += part.toString('utf8');
    if (text.length > FORM_LIMIT) throw new Obstacle('That form is too long.');
  }
  return new URLSearchParams(text);
}

async function turnClock(req: http.IncomingMessage, options: LauncherOptions): Promise<Reply> {
  const own = [`http://127.0.0.1:${options.port}`, `http://localhost:${options.port}`];
  if (!own.includes(req.headers.origin ?? '')) return { status: 403, body: 'Only this page may move the clock.' };
  const fields = await form(req);
  if (fields.get('move') === 'back') await options.clock.letRun();
  else await options.clock.moveTo(fields.get('at') ?? '');
  return { status: 303, location: '/#clock' };
}

async function show(path: string, nonce: string, options: LauncherOptions): Promise<Reply> {
  const [, kind, id = ''] = path.split('/');
  const { urls, sinks, scanned } = options;
  if (path === '/') return { body: page('Record Desk, demo', nonce, frontPage({ urls, sinks, scanned, staff: options.staff(), now: await options.clock.now() }), FRONT_SCRIPT) };
  if (path === '/codes') return { type: 'application/json', body: JSON.stringify(Object.fromEntries(options.staff().map((person) => [person.email, currentCode(person)]))) };
  const mail = kind === 'mail' ? sinks.mails.find(id) : undefined;
  if (mail !== undefined) return { body: page(mail.subject, nonce, mailPage(mail)) };
  const fax = kind === 'fax' ? sinks.faxes.find(id) : undefined;
  if (fax !== undefined) return { type: 'application/pdf', body: Buffer.from(fax.document, 'base64') };
  return { status: 404, body: 'There is no such page.' };
}

async function reply(req: http.IncomingMessage, nonce: string, options: LauncherOptions): Promise<Reply> {
  const hosts = [`127.0.0.1:${options.port}`, `localhost:${options.port}`];
  if (!hosts.includes(req.headers.host ?? '')) return { status: 403, body: 'Ask for this page as 127.0.0.1.' };
  const path = (req.url ?? '/').split('?')[0] ?? '/';
  if (req.method === 'GET') return show(path, nonce, options);
  return req.method === 'POST' && path === '/clock' ? turnClock(req, options) : { status: 405, body: 'That is not possible here.' };
}

export async function startLauncher(options: LauncherOptions): Promise<{ stop: () => Promise<void> }> {
  const server = http.createServer((req, res) => {
    const nonce = randomBytes(16).toString('base64');
    const send = ({ status = 200, type, body = '', location }: Reply): void => {
      const plain = status === 200 ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
      res.writeHead(status, { 'content-type': type ?? plain, 'content-security-policy': policy(nonce), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'same-origin', ...(location === undefined ? {} : { location }) });
      res.end(body);
    };
    reply(req, nonce, options).then(send, (error: Error) => send({ status: error instanceof Obstacle ? 422 : 500, body: error.message }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
