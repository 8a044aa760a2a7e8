/**
 * The demo's fax and text-message gateways: two small HTTP interfaces on 127.0.0.1 behind a bearer token.
 *   POST /faxes     { to, reference, document }  (E.164; ours, at most once; base64 PDF)  → { id, reference, state, reason }
 *   POST /messages  { to, reference, text }
 *   GET  /faxes/<reference>, /messages/<reference>: what became of it, or 404; for a sender that lost the answer.
 * The same reference again is the same message. A fax number ending 0000 fails; one ending 0001 is busy twice, and a
 * busy line is tried again under the same reference.
 */
import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { z } from 'zod';
import type { Tray } from './tray';

type State = 'delivered' | 'failed' | 'busy';
type Sent = { id: string; at: string; to: string; attempts: number; state: State; reason: string | null };
export type Fax = Sent & { document: string };
export type Text = Sent & { text: string };

const number = z.string().regex(/^\+[1-9]\d{7,14}$/);
const reference = z.string().regex(/^[\w-]{1,80}$/);
const faxBody = z.strictObject({ to: number, reference, document: z.base64().min(8) });
const textBody = z.strictObject({ to: number, reference, text: z.string().min(1).max(1600) });
const BUSY_TIMES = 2;
const BODY_LIMIT = 30 * 2 ** 20;

function faxState(to: string, attempts: number): Pick<Sent, 'state' | 'reason'> {
  if (to.endsWith('0000')) return { state: 'failed', reason: 'no_fax_machine' };
  if (to.endsWith('0001') && attempts <= BUSY_TIMES) return { state: 'busy', reason: 'line_busy' };
  return { state: 'delivered', reason: null };
}

function takeFax(tray: Tray<Fax>, body: unknown): Fax {
  const { to, reference: id, document } = faxBody.parse(body);
  const known = tray.find(id);
  if (known !== undefined && known.state !== 'busy') return known;
  const attempts = (known?.attempts ?? 0) + 1;
  return tray.put({ id, at: new Date().toISOString(), to, attempts, document, ...faxState(to, attempts) });
}

function takeText(tray: Tray<Text>, body: unknown): Text {
  const { to, reference: id, text } = textBody.parse(body);
  return tray.find(id) ?? tray.put({ id, at: new Date().toISOString(), to, attempts: 1, text, state: 'delivered', reason: null });
}

const answer = ({ id, state, reason, at, attempts }: Sent) => ({ id, reference: id, state, reason, at, attempts });

async function json(req: http.IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > BODY_LIMIT) throw new SyntaxError('too long');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

function hasToken(req: http.IncomingMessage, token: string): boolean {
  const given = Buffer.from(req.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

type Trays = { faxes: Tray<Fax>; texts: Tray<Text> };

async function reply(req: http.IncomingMessage, trays: Trays, token: string): Promise<[status: number, body: object]> {
  if (!hasToken(req, token)) return [401, { error: 'unauthorized' }];
  const [, kind, id] = (req.url ?? '').split('/');
  if (kind !== 'faxes' && kind !== 'messages') return [404, { error: 'not_found' }];
  if (req.method === 'GET') {
    const found = (kind === 'faxes' ? trays.faxes : trays.texts).find(id ?? '');
    return found === undefined ? [404, { error: 'not_found' }] : [200, answer(found)];
  }
  if (req.method !== 'POST' || id !== undefined) return [405, { error: 'method_not_allowed' }];
  const body = await json(req);
  return [202, answer(kind === 'faxes' ? takeFax(trays.faxes, body) : takeText(trays.texts, body))];
}

export async function startGateways(options: Trays & { port: number; token: string }): Promise<{ faxUrl: string; smsUrl: string; stop: () => Promise<void> }> {
  const server = http.createServer((req, res) => {
    const send = ([status, body]: [number, object]): void => void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    reply(req, options, options.token).then(send, (error: Error) => send([error instanceof z.ZodError || error instanceof SyntaxError ? 422 : 500, { error: error.name }]));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${options.port}`;
  return {
    faxUrl: `${base}/faxes`,
    smsUrl: `${base}/messages`,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
