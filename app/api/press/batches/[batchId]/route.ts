/** A print batch as PDF: minted here, made by the press, piped. This process never has the key and keeps nothing. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can } from '@/lib/access/actor';
import { mintBatchTicket } from '@/lib/dispatch/tickets';
import { paths } from '@/lib/paths';
import { config, required } from '@/lib/platform/config';
import { log } from '@/lib/platform/log';
import { answer } from '../../../guard';

const PATIENCE_MS = 60_000;
const PUBLIC_ID = /^[A-Za-z0-9_-]{22}$/;

const fromPress = (token: string): Promise<Response> =>
  fetch(new URL('/print', required('PRESS_URL')), { headers: { authorization: `Bearer ${token}` }, cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });

/** The press found something that stops the batch: the page says which envelopes, in words. */
const toThePage = (): Response => new Response(null, { status: 303, headers: { location: new URL(`${paths.dispatch}?stopped=1`, config().STAFF_ORIGIN).href, 'cache-control': 'no-store' } });

const headers = (code: string): HeadersInit => ({
  'content-type': 'application/pdf',
  'content-disposition': `inline; filename="${code}.pdf"`,
  'cache-control': 'no-store',
});

export async function GET(request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked' });
    const { batchId } = await params;
    if (!can(actor, 'press.fetch') || !PUBLIC_ID.test(batchId)) return answer(404, { ok: false, reason: 'not_found' });
    const ticket = await mintBatchTicket(actor, batchId);
    if (ticket === null) return answer(404, { ok: false, reason: 'not_found' });
    const made = await fromPress(ticket.token);
    if (made.status === 409) return toThePage();
    if (made.status !== 200) return answer(503, { ok: false, reason: 'unavailable' });
    return new Response(made.body, { headers: headers(ticket.code) });
  } catch (error) {
    log.failure('press.batch_failed', error);
    return answer(503, { ok: false, reason: 'unavailable' });
  }
}
