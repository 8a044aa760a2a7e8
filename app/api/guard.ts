/** What every writing or asking request must show before anything is read: our origin, our form, our size. */
import { z } from 'zod';
import { config } from '@/lib/platform/config';
import { requestId } from '@/lib/platform/request';
import { strictJson } from '@/lib/platform/strict-json';

const MOST_BYTES = 256 * 1024;

export type Refusal = { status: number; reason: string };

/** Non-GET needs our Origin and, where the browser says it, a same-origin fetch (security requirements 7). */
export function originRefusal(headers: Headers): Refusal | null {
  const c = config();
  const ours = c.SURFACE === 'public' ? c.PUBLIC_ORIGIN : c.STAFF_ORIGIN;
  const site = headers.get('sec-fetch-site');
  if (headers.get('origin') !== ours || (site !== null && site !== 'same-origin')) return { status: 403, reason: 'other_origin' };
  return null;
}

/** The body as JSON, or why not. */
export async function jsonBody(request: Request): Promise<{ body: unknown } | Refusal> {
  if (request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json') return { status: 415, reason: 'not_json' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return { status: 413, reason: 'too_large' };
    chunks.push(chunk);
  }
  try {
    return { body: strictJson(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    return { status: 422, reason: 'not_json' };
  }
}

export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** A refusal names the request, so that whoever reports it can be helped from the log. */
export const answer = (status: number, body: object): Response =>
  Response.json(status < 400 ? body : { ...body, requestId: requestId() }, { status, headers: { 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '2' } : {}) } });

const STATUS: Record<string, number> = { forbidden: 403, step_up_needed: 403, not_found: 404, conflict: 409, session_locked: 423, too_many_tries: 429 };
export const statusOf = (outcome: { ok: boolean; reason?: string }): number => (outcome.ok ? 200 : (STATUS[outcome.reason ?? ''] ?? 422));
