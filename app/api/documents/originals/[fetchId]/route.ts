/** A file as a stranger sent it: a supervisor's download, once, with the reason on record. Never shown by a browser. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can } from '@/lib/access/actor';
import { fetchOriginal } from '@/lib/documents/viewing/queries';
import { log } from '@/lib/platform/log';
import { answer } from '../../../guard';

const PUBLIC_ID = /^[A-Za-z0-9_-]{22}$/;

/** No type that a browser opens, whatever it is. The name is ours: letters, digits, dots and hyphens. */
const headers = (fileName: string): HeadersInit => ({
  'content-type': 'application/octet-stream',
  'content-disposition': `attachment; filename="${fileName}"`,
  'cache-control': 'no-store',
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
});

export async function GET(request: Request, { params }: { params: Promise<{ fetchId: string }> }): Promise<Response> {
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked' });
    const { fetchId } = await params;
    const original = can(actor, 'document.fetch_original') && PUBLIC_ID.test(fetchId) ? await fetchOriginal(actor, fetchId) : null;
    return original === null ? answer(404, { ok: false, reason: 'not_found' }) : new Response(new Uint8Array(original.bytes), { headers: headers(original.fileName) });
  } catch (error) {
    log.failure('document.original_failed', error);
    return answer(503, { ok: false, reason: 'unavailable' });
  }
}
