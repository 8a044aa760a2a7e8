/**
 * Files from the public form, one a request, as the raw body: streamed, never buffered. Not matched by the proxy
 * (it would cut bodies over 10 MB silently), so the surface and the origin are checked here.
 */
import { cookies } from 'next/headers';
import { z } from 'zod';
import { UPLOAD_COOKIE, visitorOf } from '@/app/(public)/visitor';
import { listUploadStates, receivePublicFile, removePublicFile } from '@/lib/documents/intake/public-uploads';
import { publicId } from '@/lib/patients/schema';
import { config } from '@/lib/platform/config';
import { log } from '@/lib/platform/log';
import { answer, jsonBody, originRefusal, statusOf } from '../guard';

const kindSchema = z.string().regex(/^[a-z_]{2,40}$/);
const removeSchema = z.strictObject({ remove: publicId });

/** Header values are Latin-1: the browser sends the name percent-encoded. */
function fileNameOf(headers: Headers): string {
  try {
    return decodeURIComponent(headers.get('x-file-name') ?? '');
  } catch {
    return '';
  }
}

async function receive(request: Request, token: string | undefined): Promise<Response> {
  const visitor = visitorOf(request.headers, token);
  const kind = kindSchema.safeParse(request.headers.get('x-document-kind'));
  if (!kind.success || request.body === null) return answer(422, { ok: false, reason: 'invalid', problems: [] });
  const outcome = await receivePublicFile(visitor, { kind: kind.data, fileName: fileNameOf(request.headers), body: request.body });
  if (!outcome.ok) return answer(outcome.reason === 'too_large' ? 413 : statusOf(outcome), outcome);
  const { token: kept, ...value } = outcome.value;
  (await cookies()).set(UPLOAD_COOKIE, kept, { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
  return answer(200, { ok: true, value });
}

async function remove(request: Request, token: string | undefined): Promise<Response> {
  const read = await jsonBody(request);
  if ('status' in read) return answer(read.status, { ok: false, reason: read.reason, problems: [] });
  const parsed = removeSchema.safeParse(read.body);
  if (!parsed.success) return answer(422, { ok: false, reason: 'invalid', problems: [] });
  const outcome = await removePublicFile(visitorOf(request.headers, token), parsed.data.remove);
  return answer(statusOf(outcome), outcome);
}

export async function POST(request: Request): Promise<Response> {
  if (config().SURFACE !== 'public') return answer(404, { ok: false, reason: 'not_found', problems: [] });
  const refusal = originRefusal(request.headers);
  if (refusal !== null) return answer(refusal.status, { ok: false, reason: refusal.reason, problems: [] });
  const token = (await cookies()).get(UPLOAD_COOKIE)?.value;
  try {
    const json = request.headers.get('content-type')?.startsWith('application/json') === true;
    return await (json ? remove(request, token) : receive(request, token));
  } catch (error) {
    log.failure('upload.failed', error);
    return answer(503, { ok: false, reason: 'unavailable', problems: [] });
  }
}

/** What became of the browser's own files, for the form to say while the person is still there. */
export async function GET(request: Request): Promise<Response> {
  if (config().SURFACE !== 'public') return answer(404, { ok: false, reason: 'not_found', problems: [] });
  const token = (await cookies()).get(UPLOAD_COOKIE)?.value;
  try {
    return answer(200, { ok: true, value: await listUploadStates(visitorOf(request.headers, token)) });
  } catch (error) {
    log.failure('upload.failed', error);
    return answer(503, { ok: false, reason: 'unavailable', problems: [] });
  }
}
