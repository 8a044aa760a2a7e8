/**
 * A file from the mail room's scanner, one a request, as the raw body: streamed, never buffered. Not matched by the proxy
 * (it would cut bodies over 10 MB silently), so the surface, the origin and the person are checked here.
 */
import { cookies } from 'next/headers';
import { z } from 'zod';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can } from '@/lib/access/actor';
import { config } from '@/lib/platform/config';
import { log } from '@/lib/platform/log';
import { receiveScan } from '@/lib/scan-in/receive';
import { SCAN_CHANNELS } from '@/lib/scan-in/schema';
import { answer, originRefusal, statusOf } from '../guard';

const channelSchema = z.enum(SCAN_CHANNELS);

/** Header values are Latin-1: the browser sends the name percent-encoded. */
function fileNameOf(headers: Headers): string {
  try {
    return decodeURIComponent(headers.get('x-file-name') ?? '');
  } catch {
    return '';
  }
}

export async function POST(request: Request): Promise<Response> {
  if (config().SURFACE !== 'staff') return answer(404, { ok: false, reason: 'not_found', problems: [] });
  const refusal = originRefusal(request.headers);
  if (refusal !== null) return answer(refusal.status, { ok: false, reason: refusal.reason, problems: [] });
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out', problems: [] });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked', problems: [] });
    if (!can(actor, 'scan.receive')) return answer(403, { ok: false, reason: 'forbidden', problems: [] });
    const channel = channelSchema.safeParse(request.headers.get('x-scan-channel'));
    if (!channel.success || request.body === null) return answer(422, { ok: false, reason: 'invalid', problems: [] });
    const outcome = await receiveScan(actor, channel.data, fileNameOf(request.headers), request.body);
    return answer(!outcome.ok && outcome.reason === 'too_large' ? 413 : statusOf(outcome), outcome);
  } catch (error) {
    log.failure('scan.failed', error);
    return answer(503, { ok: false, reason: 'unavailable', problems: [] });
  }
}
