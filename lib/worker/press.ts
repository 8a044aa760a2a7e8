/**
 * The press: the one process with the signing key. It hands rendered batches out on a private address against a one-use ticket
 * that the database minted after approval; the staff web only pipes them. Nothing of a record is logged or stored here.
 */
import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mintWorker } from '@/lib/access/actor';
import { printBatch } from '@/lib/dispatch/printing';
import { now } from '@/lib/platform/clock';
import { required } from '@/lib/platform/config';
import { db } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import type { Refused } from '@/lib/platform/outcome';
import type { CardSigner } from '@/lib/records/covid-card';
import { BatchFiles, KEPT_MS } from './batch-files';
import { loadSigner } from './signing-keys';

const SWEEP_MS = 60_000;

type Press = { readonly signer: CardSigner; readonly files: BatchFiles };
type Ticket = { purpose: string; subject_id: string };

/** The ticket's subject, once: a second use, a forged and an old ticket find nothing. */
async function redeem(header: string | undefined): Promise<Ticket | null> {
  const token = /^Bearer ([\w-]{43})$/.exec(header ?? '')?.[1];
  if (token === undefined) return null;
  const hash = createHash('sha256').update(token).digest();
  const [ticket] = await db().$queryRaw<Ticket[]>`SELECT purpose, subject_id FROM redeem_press_ticket(${hash}, ${now()})`;
  return ticket ?? null;
}

/** Problems name envelopes and fields, never what stands in them. */
function refusal(res: http.ServerResponse, status: number, { reason, problems }: Pick<Refused, 'reason' | 'problems'>): void {
  const body = { ok: false, reason, problems: problems.map(({ field, reason: why }) => ({ field, reason: why })) };
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

async function print({ signer, files }: Press, req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
  if (req.method !== 'GET' || req.url !== '/print') return refusal(res, 404, { reason: 'not_found', problems: [] });
  const ticket = await redeem(req.headers.authorization);
  if (ticket === null) return refusal(res, 401, { reason: 'no_ticket', problems: [] });
  if (ticket.purpose !== 'print_batch') return refusal(res, 404, { reason: 'not_found', problems: [] });
  const at = now();
  const printed = await printBatch(mintWorker('press'), ticket.subject_id, signer, at);
  if (!printed.ok) return refusal(res, 409, printed);
  await files.keep(ticket.subject_id, printed.value.bytes, at);
  const batch = files.read(ticket.subject_id);
  if (batch === null) throw new Error('the batch file is gone');
  res.writeHead(200, { 'content-type': 'application/pdf', 'content-length': batch.size, 'cache-control': 'no-store' });
  await pipeline(batch.body, res);
}

function answer(press: Press, req: http.IncomingMessage, res: http.ServerResponse): void {
  print(press, req, res).catch((error: unknown) => {
    log.failure('press.failed', error);
    if (res.headersSent) res.destroy();
    else refusal(res, 503, { reason: 'unavailable', problems: [] });
  });
}

/** Confirmed batches and those of yesterday are gone from the disk. */
export async function sweepBatches(files: BatchFiles): Promise<void> {
  const kept = files.list();
  const confirmed = await db().printBatch.findMany({ where: { id: { in: kept.map(({ batchId }) => batchId) }, confirmedAt: { not: null } }, select: { id: true } });
  const over = kept.filter(({ batchId, at }) => now().getTime() - at.getTime() >= KEPT_MS || confirmed.some(({ id }) => id === batchId));
  for (const { batchId } of over) await files.drop(batchId);
}

export type OpenPress = { readonly url: string; readonly files: BatchFiles; stop(): Promise<void> };

/** Opens the press on 127.0.0.1 and PRESS_PORT, its public keys published; stop it before the process ends. */
export async function openPress(): Promise<OpenPress> {
  const signer = await loadSigner();
  const server = http.createServer({ headersTimeout: 10_000, requestTimeout: 30_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(required('PRESS_PORT'), '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  // By port, so that two presses of one machine do not empty each other's folder.
  const files = await BatchFiles.open(join(tmpdir(), `record-desk-press-${port}`));
  server.on('request', (req, res) => answer({ signer, files }, req, res));
  const sweep = setInterval(() => void sweepBatches(files).catch((error: unknown) => log.failure('press.sweep_failed', error)), SWEEP_MS);
  sweep.unref();
  log.info('press.ready', { port });
  const stop = async (): Promise<void> => {
    clearInterval(sweep);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await files.close();
  };
  return { url: `http://127.0.0.1:${port}`, files, stop };
}
