/** What an open queue asks now and then: its counts, and how many cases came since. Numbers only, no look; and a poll is not activity. */
import { cookies } from 'next/headers';
import { z } from 'zod';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can } from '@/lib/access/actor';
import { countArrivals, countViews } from '@/lib/cases/queries/queue-counts';
import { stateOfQuery } from '@/lib/cases/views';
import { log } from '@/lib/platform/log';
import { answer } from '../../guard';

const newestSchema = z.coerce.number().int().min(0).max(999_999_999);
const LONGEST_QUERY = 700;

export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value, false);
    if (actor === null) return answer(401, { reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { reason: 'locked' });
    if (!can(actor, 'queue.view')) return answer(403, { reason: 'forbidden' });
    const asked = new URL(request.url).searchParams;
    const newest = newestSchema.safeParse(asked.get('newest'));
    asked.delete('newest');
    if (!newest.success || asked.size > 20 || asked.toString().length > LONGEST_QUERY) return answer(422, { reason: 'invalid' });
    const [counts, arrivals] = await Promise.all([countViews(actor), countArrivals(actor, stateOfQuery(asked.toString()), newest.data)]);
    return answer(200, { counts, arrivals });
  } catch (error) {
    log.failure('queue.pulse_failed', error);
    return answer(503, { reason: 'unavailable' });
  }
}
