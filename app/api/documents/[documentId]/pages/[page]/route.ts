/** A page of a document, as an image we made ourselves. Originals are never served. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can } from '@/lib/access/actor';
import { findPageImage, type Showing } from '@/lib/documents/viewing/queries';
import { log } from '@/lib/platform/log';
import { answer } from '../../../../guard';

const HEADERS = {
  'content-type': 'image/jpeg',
  'cache-control': 'no-store',
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': 'inline; filename="page.jpg"',
};

const SHOWINGS: Readonly<Record<string, Showing | undefined>> = { page: 'page', thumb: 'thumb', whole: 'whole' };

type Context = { params: Promise<{ documentId: string; page: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked' });
    if (!can(actor, 'document.view')) return answer(404, { ok: false, reason: 'not_found' });
    const { documentId, page } = await params;
    const showing = SHOWINGS[new URL(request.url).searchParams.get('show') ?? 'page'];
    const image = showing !== undefined && /^[1-9]\d?$/.test(page) ? await findPageImage(actor, documentId, Number(page), showing) : null;
    return image === null ? answer(404, { ok: false, reason: 'not_found' }) : new Response(new Uint8Array(image), { headers: HEADERS });
  } catch (error) {
    log.failure('document.page_failed', error);
    return answer(503, { ok: false, reason: 'unavailable' });
  }
}
