import type { StaffActor } from '@/lib/access/actor';
import { recordLook } from '@/lib/audit/record';
import { db } from '@/lib/platform/db';
import { getObject } from '@/lib/platform/object-store';
import { shownTo } from './scope';

/** One page of a document as an image, for the viewer; the look is logged before its bytes leave. */
export async function findPageImage(actor: StaffActor, documentId: string, number: number, size: 'page' | 'thumb'): Promise<Buffer | null> {
  const page = await db().documentPage.findFirst({
    where: { number, document: { publicId: documentId, state: 'ready', removedAt: null, destroyedAt: null, submissionId: { not: null }, ...shownTo(actor) } },
    include: { document: { include: { submission: { include: { cases: { select: { id: true, patientId: true }, take: 1 } } } } } },
  });
  if (page === null) return null;
  const about = page.document.submission?.cases[0];
  await recordLook(actor, {
    event: 'document.viewed',
    documentId: page.documentId,
    caseId: about?.id,
    patientId: about?.patientId,
    submissionId: page.document.submissionId,
    details: { page: number },
  });
  return size === 'page' ? getObject(page.objectKey, page.sha256) : getObject(page.thumbKey, page.thumbSha256);
}
