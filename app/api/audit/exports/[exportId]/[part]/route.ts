/** An export of the audit, once, by the person who made it; and beside it, as often as they like, its checksum. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { can, type StaffActor } from '@/lib/access/actor';
import { fetchExport, findChecksum } from '@/lib/audit-explorer/exports';
import { checksumFile } from '@/lib/audit-explorer/files';
import { log } from '@/lib/platform/log';
import { answer } from '../../../../guard';

const PUBLIC_ID = /^[A-Za-z0-9_-]{22}$/;
const TYPES = { csv: 'text/csv; charset=utf-8; header=present', json: 'application/json' } as const;

/** RFC 6266; our names are ASCII letters, digits, dots and hyphens, so one parameter says it. */
const download = (body: BodyInit, type: string, name: string, sha256: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

const notFound = (): Response => answer(404, { ok: false, reason: 'not_found' });

async function file(actor: StaffActor, exportId: string): Promise<Response> {
  const fetched = await fetchExport(actor, exportId);
  if (fetched === null) return notFound();
  // An entry that was being written when the export was counted has come in since: it is to be made again.
  if (fetched === 'differs') return answer(409, { ok: false, reason: 'differs' });
  return download(new Uint8Array(fetched.bytes), TYPES[fetched.format], fetched.name, fetched.sha256);
}

async function checksum(actor: StaffActor, exportId: string): Promise<Response> {
  const found = await findChecksum(actor, exportId);
  if (found === null) return notFound();
  const text = checksumFile(found.name, found.sha256);
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': `attachment; filename="${found.name}.sha256"`, 'cache-control': 'no-store' } });
}

export async function GET(request: Request, { params }: { params: Promise<{ exportId: string; part: string }> }): Promise<Response> {
  try {
    const actor = await staffOf(request.headers, (await cookies()).get(STAFF_COOKIE)?.value);
    if (actor === null) return answer(401, { ok: false, reason: 'signed_out' });
    if (actor.kind === 'locked_staff') return answer(423, { ok: false, reason: 'locked' });
    const { exportId, part } = await params;
    if (!can(actor, 'audit.export') || !PUBLIC_ID.test(exportId)) return notFound();
    return part === 'file' ? await file(actor, exportId) : part === 'checksum' ? await checksum(actor, exportId) : notFound();
  } catch (error) {
    log.failure('audit.export_failed', error);
    return answer(503, { ok: false, reason: 'unavailable' });
  }
}
