/** Who has a case open and that it changed, as server-sent events. A stream is no activity: it keeps no session alive. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can } from '@/lib/access/actor';
import { findWatched, mayListen, presenceStream } from '@/lib/cases/queries/presence';
import { log } from '@/lib/platform/log';
import { answer } from '../guard';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy that compresses or gathers would keep the events to itself.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

export async function GET(request: Request): Promise<Response> {
  try {
    const cookie = (await cookies()).get(STAFF_COOKIE)?.value;
    const actor = await staffOf(request.headers, cookie, false);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked' });
    if (!can(actor, 'case.view')) return answer(404, { ok: false, reason: 'not_found' });
    const publicId = new URL(request.url).searchParams.get('case') ?? '';
    const watched = /^[A-Za-z0-9_-]{22}$/.test(publicId) ? await findWatched(publicId) : null;
    if (watched === null) return answer(404, { ok: false, reason: 'not_found' });
    if (!mayListen(actor)) return answer(429, { ok: false, reason: 'too_many' });
    const still = async () => {
      const now = await staffOf(request.headers, cookie, false);
      return now?.kind === 'staff' && can(now, 'case.view') ? now : null;
    };
    return new Response(presenceStream(request.signal, actor, watched, still), { headers: HEADERS });
  } catch (error) {
    log.failure('presence.refused', error);
    return answer(503, { ok: false, reason: 'unavailable' });
  }
}

/** The framework would open a stream for it and read nothing. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });
