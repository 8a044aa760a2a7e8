/** What the page asks now and then: still signed in, or locked, and for how long? A poll is not activity. */
import { cookies } from 'next/headers';
import { sidOf, STAFF_COOKIE } from '@/app/(staff)/session';
import { standingOf } from '@/lib/access/sessions';
import { log } from '@/lib/platform/log';
import { answer } from '../guard';

export async function GET(): Promise<Response> {
  try {
    const sid = await sidOf((await cookies()).get(STAFF_COOKIE)?.value);
    return answer(200, sid === null ? { state: 'signed_out', because: null } : await standingOf(sid));
  } catch (error) {
    log.failure('session.poll_failed', error);
    return answer(503, { state: 'unknown' });
  }
}
