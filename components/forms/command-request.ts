import { refuse, type Outcome, type Refused } from '@/lib/platform/outcome';
import { askForProof } from './proof';

/** The codes that the way there, not the room, may give. */
const reasonOfStatus: Record<number, string> = {
  401: 'session_ended',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'invalid',
  422: 'invalid',
  423: 'session_locked',
  429: 'too_many',
};

const isRefused = (body: unknown): body is Refused =>
  typeof body === 'object' && body !== null && 'ok' in body && body.ok === false && 'reason' in body && typeof body.reason === 'string';
const isDone = (body: unknown): body is { ok: true; value: unknown } => typeof body === 'object' && body !== null && 'ok' in body && body.ok === true;

/** What an answer means. A 5xx is `unavailable` whatever its body says: nothing is known to have been saved. */
function meaning(status: number, body: unknown): Outcome<unknown> {
  if (status >= 500) return refuse('unavailable');
  if (status === 401 || status === 423) return refuse(reasonOfStatus[status] ?? 'unavailable');
  if (status < 300 && isDone(body)) return body;
  if (isRefused(body)) return { ...body, problems: body.problems ?? [] };
  return refuse(reasonOfStatus[status] ?? 'unavailable');
}

/** The desk's frame listens for these: it asks for the password and keeps what is written. */
const announce = (reason: string): void => {
  if (reason === 'session_ended') window.dispatchEvent(new Event('session-ended'));
  if (reason === 'session_locked') window.dispatchEvent(new Event('session-locked'));
};

type Options = { key?: string; signal?: AbortSignal; /** Goes on after the page is left. */ keepalive?: boolean };

async function send(address: string, body: string, { key, signal, keepalive }: Options): Promise<Outcome<unknown>> {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  if (key !== undefined) headers['idempotency-key'] = key;
  try {
    const answer = await fetch(address, { method: 'POST', credentials: 'same-origin', headers, body, signal, ...(keepalive === true ? { keepalive } : {}) });
    return meaning(answer.status, await answer.json().catch(() => null));
  } catch {
    return refuse('unavailable');
  }
}

/**
 * Posts JSON to the desk's own server and answers with an outcome, also when the network or the server failed.
 * The key makes a repeated request safe: the server answers a known key with the stored outcome. Where the server wants
 * to know again who it is, the person is asked and the same request is sent once more: nothing is typed twice.
 */
export async function post(address: string, body: string, options: Options = {}): Promise<Outcome<unknown>> {
  let outcome = await send(address, body, options);
  if (!outcome.ok && outcome.reason === 'step_up_needed' && (await askForProof())) outcome = await send(address, body, options);
  if (!outcome.ok) announce(outcome.reason);
  return outcome;
}
