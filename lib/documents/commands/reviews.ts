import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { officeDate } from '@/lib/platform/dates';
import { done, refuse } from '@/lib/platform/outcome';
import { asDocumentKind, type Ticks } from '../checklists';
import { evidenceFactsSchema } from '../evidence';
import { readProblems } from '../reading/rules';
import { reviewProblems, servesHousehold } from '../rules';
import { reviewSchema, takeOverSchema } from '../schema';
import { papersOf, shownTo } from '../scope';

/** The document within a case that this person holds; anything else is not there. */
async function reviewable(tx: Tx, actor: StaffActor, caseId: string, documentId: string) {
  const held = await tx.case.findFirst({ where: { publicId: caseId, state: { not: 'closed' }, claims: { some: { staffId: actor.staffId, releasedAt: null } } }, include: { submission: { select: { relation: true } } } });
  if (held === null) return null;
  const document = await tx.document.findFirst({ where: { publicId: documentId, AND: [papersOf(held.id), shownTo(actor)] } });
  return document === null ? null : { held, document };
}

/** A person's judgement of one document, each tick with who and when; a later one supersedes it. */
export const reviewDocument = command({
  name: 'document.review',
  surface: 'staff',
  actors: ['staff'],
  input: reviewSchema,
  subject: ({ caseId, documentId }) => ({ case: caseId, document: documentId }),
  run: async ({ actor, tx, now, record }, { caseId, documentId, decision, ticks, reasons, facts }) => {
    const found = await reviewable(tx, actor, caseId, documentId);
    if (found === null) return refuse('not_claimed');
    const { held, document } = found;
    if (document.state !== 'ready') return refuse('not_ready');
    const kind = asDocumentKind(document.kind);
    const unread = decision === 'accepted' ? readProblems(kind, facts, { asksForAnother: held.submission.relation !== 'self' }) : [];
    const problems = [...reviewProblems(kind, ticks, decision, reasons, facts, officeDate(now)), ...unread];
    if (problems.length > 0) return refuse('invalid', problems);
    await tx.documentReview.updateMany({ where: { documentId: document.id, caseId: held.id, supersededAt: null }, data: { supersededAt: now } });
    await tx.documentReview.create({ data: { documentId: document.id, caseId: held.id, decision, ticks, reasons, facts, byId: actor.staffId, at: now } });
    record({ event: 'document.reviewed', caseId: held.id, documentId: document.id, patientId: held.patientId, details: { kind: document.kind, decision, ticks, reasons } });
    return done({ decision });
  },
});

type Found = NonNullable<Awaited<ReturnType<typeof reviewable>>>;

/** The acceptance of this ID in a sibling's case that still serves the household, the newest first. */
async function acceptedForSibling(tx: Tx, { held, document }: Found, now: Date) {
  const kind = asDocumentKind(document.kind);
  const reviews = await tx.documentReview.findMany({
    where: { documentId: document.id, caseId: { not: held.id }, document: { submissionId: held.submissionId }, case: { submissionId: held.submissionId }, supersededAt: null },
    include: { case: { select: { number: true } }, by: { select: { name: true } } },
    orderBy: { at: 'desc' },
  });
  const read = reviews.map((review) => ({ ...review, holder: evidenceFactsSchema.parse(review.facts).holder }));
  return read.find((review) => servesHousehold(kind, review, officeDate(now))) ?? null;
}

/** One accepted ID of a parent serves the cases of all their children: taken over whole, never by itself. */
export const takeOverReview = command({
  name: 'document.take_over',
  surface: 'staff',
  actors: ['staff'],
  input: takeOverSchema,
  subject: ({ caseId, documentId }) => ({ case: caseId, document: documentId }),
  run: async ({ actor, tx, now, record }, { caseId, documentId }) => {
    const found = await reviewable(tx, actor, caseId, documentId);
    if (found === null) return refuse('not_claimed');
    const { held, document } = found;
    const review = await acceptedForSibling(tx, found, now);
    if (document.state !== 'ready' || review === null) return refuse('nothing_to_take_over');
    const facts = evidenceFactsSchema.parse(review.facts);
    // It may have ended since: what no reviewer could accept today is not taken over either.
    const problems = reviewProblems(asDocumentKind(document.kind), review.ticks as Ticks, 'accepted', review.reasons, facts, officeDate(now));
    if (problems.length > 0) return refuse('no_longer_acceptable', problems);
    await tx.documentReview.updateMany({ where: { documentId: document.id, caseId: held.id, supersededAt: null }, data: { supersededAt: now } });
    await tx.documentReview.create({
      data: { documentId: document.id, caseId: held.id, decision: 'accepted', ticks: review.ticks as object, reasons: [], facts: review.facts as object, byId: actor.staffId, at: now },
    });
    const details = { kind: document.kind, fromCase: review.case.number, acceptedBy: review.by.name, acceptedAt: review.at.toISOString() };
    record({ event: 'document.taken_over', caseId: held.id, documentId: document.id, patientId: held.patientId, details });
    return done({ fromCase: review.case.number });
  },
});
