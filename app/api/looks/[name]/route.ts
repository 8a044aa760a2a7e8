/** The one mouth for reads that carry personal terms: they go by POST, so that no name stands in a URL. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { takeLook } from '@/lib/look';
import { findLook } from '@/lib/looks';
import { log } from '@/lib/platform/log';
import { answer, jsonBody, originRefusal, statusOf } from '../../guard';

export async function POST(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  try {
    const refusal = originRefusal(request.headers);
    if (refusal !== null) return answer(refusal.status, { ok: false, ...refusal, problems: [] });
    const look = await findLook(name);
    if (look === null) return answer(404, { ok: false, reason: 'not_found', problems: [] });
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out', problems: [] });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked', problems: [] });
    const read = await jsonBody(request);
    if ('status' in read) return answer(read.status, { ok: false, reason: read.reason, problems: [] });
    const outcome = await takeLook(look, actor, read.body);
    return answer(statusOf(outcome), outcome);
  } catch (error) {
    log.failure('look.failed', error, { look: name.slice(0, 60) });
    return answer(503, { ok: false, reason: 'unavailable', problems: [] });
  }
}
