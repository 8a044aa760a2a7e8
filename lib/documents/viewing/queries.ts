import { can, type StaffActor } from '@/lib/access/actor';
import { appendAudit, recordLook } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db, type Prisma } from '@/lib/platform/db';
import { getObject } from '@/lib/platform/object-store';
import { shownTo } from '../scope';
import { burnt } from './burn';
import { coveredSchema, type Covered, type Region } from './schema';

/** `page`, its small picture, or the page with nothing covered, for whoever has said why. */
export type Showing = 'page' | 'thumb' | 'whole';

/** A paper of a request, or a page that the mail room has still to sort, for whoever sorts. */
const readableBy = (actor: StaffActor): Prisma.DocumentWhereInput => {
  const ofARequest = { submissionId: { not: null }, ...shownTo(actor) };
  return can(actor, 'scan.view') ? { OR: [ofARequest, { submissionId: null, scanned: { isNot: null } }] } : ofARequest;
};

async function findPage(actor: StaffActor, documentId: string, number: number) {
  return db().documentPage.findFirst({
    where: { number, document: { publicId: documentId, state: 'ready', removedAt: null, destroyedAt: null, ...readableBy(actor) } },
    include: {
      redactions: { where: { removedAt: null }, select: { left: true, top: true, width: true, height: true } },
      document: { include: { submission: { include: { cases: { select: { id: true, patientId: true }, take: 1 } } } } },
    },
  });
}

/** How long this person still sees what is covered on a document, in milliseconds; null: not at all. */
export async function revealedFor(actor: StaffActor, documentId: string): Promise<number | null> {
  const at = now();
  const reveal = await db().documentReveal.findFirst({ where: { documentId, staffId: actor.staffId, until: { gt: at } }, orderBy: { until: 'desc' }, select: { until: true } });
  return reveal === null ? null : reveal.until.getTime() - at.getTime();
}

export type Cover = Region & { readonly redactionId: string; readonly page: number; readonly covers: Covered; readonly by: string };

/** What is covered on a document, page by page. */
export async function listCovers(documentId: string): Promise<readonly Cover[]> {
  const rows = await db().pageRedaction.findMany({ where: { removedAt: null, page: { documentId } }, orderBy: { at: 'asc' }, include: { page: { select: { number: true } }, by: { select: { name: true } } } });
  return rows.map(({ publicId, page, by, covers, left, top, width, height }) => ({ redactionId: publicId, page: page.number, covers: coveredSchema.parse(covers), by: by.name, left, top, width, height }));
}

/** One page of a document as an image, for the viewer; the look is logged before its bytes leave. What is covered is burnt in. */
export async function findPageImage(actor: StaffActor, documentId: string, number: number, showing: Showing): Promise<Buffer | null> {
  const page = await findPage(actor, documentId, number);
  if (page === null) return null;
  const whole = showing === 'whole';
  if (whole && (await revealedFor(actor, page.documentId)) === null) return null;
  const about = page.document.submission?.cases[0];
  await recordLook(actor, {
    event: 'document.viewed',
    documentId: page.documentId,
    caseId: about?.id,
    patientId: about?.patientId,
    submissionId: page.document.submissionId,
    details: whole ? { page: number, uncovered: true } : { page: number },
  });
  const image = showing === 'thumb' ? await getObject(page.thumbKey, page.thumbSha256) : await getObject(page.objectKey, page.sha256);
  return burnt(image, whole ? [] : page.redactions);
}

const FETCH_WITHIN_MS = 10 * 60_000;
const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf', 'image/tiff': 'tif' };

export type Original = { readonly bytes: Buffer; readonly fileName: string };

/** Handed out once, to whoever asked for it: whoever comes second, late or for somebody else's finds nothing. */
async function markFetched(actor: StaffActor, publicId: string): Promise<{ documentId: string } | null> {
  return db().$transaction(async (tx) => {
    const at = now();
    const { count } = await tx.originalFetch.updateMany({ where: { publicId, staffId: actor.staffId, fetchedAt: null, askedAt: { gte: new Date(at.getTime() - FETCH_WITHIN_MS) } }, data: { fetchedAt: at } });
    if (count === 0) return null;
    const { documentId } = await tx.originalFetch.findUniqueOrThrow({ where: { publicId }, select: { documentId: true } });
    await appendAudit(tx, actor, { event: 'document.original_fetched', documentId, details: {} });
    return { documentId };
  });
}

/** The file as it was sent. Its own name may say whose it is, so it leaves under ours. */
export async function fetchOriginal(actor: StaffActor, publicId: string): Promise<Original | null> {
  const asked = await db().originalFetch.findFirst({ where: { publicId, staffId: actor.staffId, document: shownTo(actor) }, select: { document: { select: { publicId: true, originalKey: true, sha256: true, mediaType: true } } } });
  const { originalKey = null } = asked?.document ?? {};
  if (asked === null || originalKey === null) return null;
  const bytes = await getObject(originalKey, asked.document.sha256);
  if ((await markFetched(actor, publicId)) === null) return null;
  return { bytes, fileName: `original-${asked.document.publicId}.${ENDINGS[asked.document.mediaType] ?? 'bin'}` };
}
