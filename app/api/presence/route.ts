/** Who has a case open and that it changed, as server-sent events. A stream is no activity: it keeps no session alive. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can, type StaffActor } from '@/lib/access/actor';
import { findWatched, listHere, watchCase } from '@/lib/cases/queries/presence';
import { eventStream, type EventPen } from '@/lib/platform/event-stream';
import { log } from '@/lib/platform/log';
import { answer } from '../guard';

/** How often the session is asked again, stale colleagues vanish and the connection proves itself. */
const TICK_MS = 15_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy that compresses or gathers would keep the events to itself.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

type Asked = { headers: Headers; cookie: string | undefined };

/** Ends the stream with the session, else says who is here now. */
async function tick(pen: EventPen, { headers, cookie }: Asked, caseId: string): Promise<void> {
  const actor = await staffOf(headers, cookie, false);
  if (actor?.kind !== 'staff' || !can(actor, 'case.view')) return pen.end();
  pen.send('here', { people: await listHere(actor, caseId) });
  pen.beat();
}

async function open(pen: EventPen, actor: StaffActor, asked: Asked, watched: { id: string; version: number }): Promise<() => void> {
  const failed = (error: unknown): void => (log.failure('presence.failed', error), pen.end());
  pen.send('version', { version: watched.version });
  const leave = await watchCase(actor, watched.id, { here: (people) => pen.send('here', { people }), changed: (change) => pen.send('changed', change), failed });
  const timer = setInterval(() => void tick(pen, asked, watched.id).catch(failed), TICK_MS);
  return () => (clearInterval(timer), leave());
}

export async function GET(request: Request): Promise<Response> {
  try {
    const asked = { headers: request.headers, cookie: (await cookies()).get(STAFF_COOKIE)?.value };
    const actor = await staffOf(asked.headers, asked.cookie, false);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked' });
    if (!can(actor, 'case.view')) return answer(404, { ok: false, reason: 'not_found' });
    const publicId = new URL(request.url).searchParams.get('case') ?? '';
    const watched = /^[A-Za-z0-9_-]{22}$/.test(publicId) ? await findWatched(publicId) : null;
    if (watched === null) return answer(404, { ok: false, reason: 'not_found' });
    return new Response(eventStream(request.signal, (pen) => open(pen, actor, asked, watched)), { headers: HEADERS });
  } catch (error) {
    log.failure('presence.refused', error, { requestId: request.headers.get('x-record-desk-request') ?? 'none' });
    return answer(503, { ok: false, reason: 'unavailable' });
  }
}

/** The framework would open a stream for it and read nothing. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });
