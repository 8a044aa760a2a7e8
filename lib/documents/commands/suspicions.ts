/** A supervisor suspects a paper to be false. Said among us only: the requester is asked for a paper, and accused of nothing. */
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { suspectSchema } from '../schema';
import { papersOf, shownTo } from '../scope';

/** Supersedes whatever was judged of it in this case; the supervisor need not hold the case. Reviewing it again takes the word back. */
export const suspectDocument = command({
  name: 'document.suspect',
  surface: 'staff',
  actors: ['staff'],
  input: suspectSchema,
  subject: ({ caseId, documentId }) => ({ case: caseId, document: documentId }),
  run: async ({ actor, tx, now, record }, { caseId, documentId, reason }) => {
    const about = await tx.case.findFirst({ where: { publicId: caseId, state: { not: 'closed' } } });
    const document = about === null ? null : await tx.document.findFirst({ where: { publicId: documentId, AND: [papersOf(about.id), shownTo(actor)] } });
    if (about === null || document === null) return refuse('not_found');
    if (document.state !== 'ready') return refuse('not_ready');
    const standing = { documentId: document.id, caseId: about.id, supersededAt: null };
    if ((await tx.documentReview.count({ where: { ...standing, decision: 'suspected_false' } })) > 0) return refuse('suspected_already');
    await tx.documentReview.updateMany({ where: standing, data: { supersededAt: now } });
    await tx.documentReview.create({ data: { documentId: document.id, caseId: about.id, decision: 'suspected_false', ticks: {}, reasons: [], facts: {}, byId: actor.staffId, at: now } });
    record({ event: 'document.suspected', caseId: about.id, documentId: document.id, patientId: about.patientId, details: { kind: document.kind, reason } });
    return done({ decision: 'suspected_false' as const });
  },
});
