import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { papersOf, shownTo } from '../scope';
import { originalSchema, redactSchema, revealSchema, uncoverSchema } from './schema';

/** The case that this person holds; whoever judges a paper covers what is on it. */
const heldCase = (tx: Tx, actor: StaffActor, caseId: string) =>
  tx.case.findFirst({ where: { publicId: caseId, state: { not: 'closed' }, claims: { some: { staffId: actor.staffId, releasedAt: null } } }, select: { id: true, patientId: true } });

/** A paper that this person may look at, and whose case it came with. */
const shownDocument = (tx: Tx, actor: StaffActor, documentId: string) =>
  tx.document.findFirst({
    where: { publicId: documentId, removedAt: null, submissionId: { not: null }, ...shownTo(actor) },
    select: { id: true, scan: true, originalKey: true, submissionId: true, submission: { select: { cases: { take: 1, select: { id: true, patientId: true } } } } },
  });

/** What the audit names of a paper. */
const aboutOf = ({ id, submissionId, submission }: NonNullable<Awaited<ReturnType<typeof shownDocument>>>) => ({
  documentId: id,
  submissionId,
  caseId: submission?.cases[0]?.id,
  patientId: submission?.cases[0]?.patientId,
});

/** Covers a region of a page: from now on no image of it leaves without. The page itself stays as it is. */
export const redactPage = command({
  name: 'document.redact',
  surface: 'staff',
  actors: ['staff'],
  input: redactSchema,
  subject: ({ caseId, documentId }) => ({ case: caseId, document: documentId }),
  run: async ({ actor, tx, now, record }, { caseId, documentId, page: number, covers, region }) => {
    const held = await heldCase(tx, actor, caseId);
    if (held === null) return refuse('not_claimed');
    const page = await tx.documentPage.findFirst({ where: { number, document: { publicId: documentId, state: 'ready', AND: [papersOf(held.id), shownTo(actor)] } } });
    if (page === null) return refuse('no_such_page');
    const { publicId } = await tx.pageRedaction.create({ data: { pageId: page.id, covers, ...region, byId: actor.staffId, at: now }, select: { publicId: true } });
    record({ event: 'document.redacted', caseId: held.id, patientId: held.patientId, documentId: page.documentId, details: { page: number, covers } });
    return done({ redactionId: publicId });
  },
});

/** Takes a cover away again: it was drawn in the wrong place, or what it covers is needed. Who drew it and when stays. */
export const uncoverPage = command({
  name: 'document.uncover',
  surface: 'staff',
  actors: ['staff'],
  input: uncoverSchema,
  subject: ({ caseId, redactionId }) => ({ case: caseId, redaction: redactionId }),
  run: async ({ actor, tx, now, record }, { caseId, redactionId, reason }) => {
    const held = await heldCase(tx, actor, caseId);
    if (held === null) return refuse('not_claimed');
    const found = await tx.pageRedaction.findFirst({
      where: { publicId: redactionId, page: { document: { AND: [papersOf(held.id), shownTo(actor)] } } },
      select: { id: true, covers: true, page: { select: { number: true, documentId: true } } },
    });
    if (found === null) return refuse('not_found');
    const { count } = await tx.pageRedaction.updateMany({ where: { id: found.id, removedAt: null }, data: { removedAt: now, removedById: actor.staffId, removalReason: reason } });
    if (count === 0) return refuse('already_uncovered');
    record({ event: 'document.uncovered', caseId: held.id, patientId: held.patientId, documentId: found.page.documentId, details: { page: found.page.number, covers: found.covers, reason } });
    return done({});
  },
});

export const REVEAL_MS = 5 * 60_000;

/** Five minutes in which this person, and nobody else, sees what is covered on a document. Why is kept, and so is each page. */
export const revealDocument = command({
  name: 'document.reveal',
  surface: 'staff',
  actors: ['staff'],
  input: revealSchema,
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ actor, tx, now, record }, { documentId, reason }) => {
    const document = await shownDocument(tx, actor, documentId);
    if (document === null) return refuse('not_found');
    if ((await tx.pageRedaction.count({ where: { removedAt: null, page: { documentId: document.id } } })) === 0) return refuse('nothing_covered');
    const until = new Date(now.getTime() + REVEAL_MS);
    await tx.documentReveal.create({ data: { documentId: document.id, staffId: actor.staffId, reason, at: now, until }, select: { id: true } });
    record({ event: 'document.revealed', ...aboutOf(document), details: { reason, minutes: REVEAL_MS / 60_000 } });
    return done({ until: until.toISOString() });
  },
});

/** The file as it was sent, for a supervisor who says why and confirms who they are: to be fetched once, within ten minutes. */
export const askForOriginal = command({
  name: 'document.fetch_original',
  surface: 'staff',
  actors: ['staff'],
  stepUp: true,
  input: originalSchema,
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ actor, tx, now, record }, { documentId, reason }) => {
    const document = await shownDocument(tx, actor, documentId);
    if (document === null) return refuse('not_found');
    if (document.scan === 'infected') return refuse('infected');
    if (document.originalKey === null) return refuse('destroyed');
    const { publicId } = await tx.originalFetch.create({ data: { documentId: document.id, staffId: actor.staffId, reason, askedAt: now }, select: { publicId: true } });
    record({ event: 'document.original_asked', ...aboutOf(document), details: { reason, scan: document.scan ?? 'not_scanned' } });
    return done({ fetchId: publicId });
  },
});
