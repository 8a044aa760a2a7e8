/** What the page asks now and then: still signed in, or locked? A poll is not activity. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { log } from '@/lib/platform/log';
import { answer } from '../guard';

export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value, false);
    return answer(200, { state: actor === null ? 'signed_out' : actor.kind === 'locked_staff' ? 'locked' : 'open' });
  } catch (error) {
    log.failure('session.poll_failed', error);
    return answer(503, { state: 'unknown' });
  }
}
