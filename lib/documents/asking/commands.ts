/** The requester's answer by their link, and what became of the message that carried it. */
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { hashOfToken } from '@/lib/staff/link-token';
import { answerSchema, linkResultSchema } from './schema';

type Answered = { case_id: string | null; submission_id: string | null; documents: number; refused: string | null };

/** Files arrive by a link: good once, for the files that this browser sent and named. One answer for a wrong, an expired and a used link. */
export const answerRequest = command({
  name: 'document.answer',
  surface: 'public',
  actors: ['visitor'],
  input: answerSchema,
  subject: () => ({}),
  rate: 'upload_link',
  run: async ({ actor, tx, now, record }, { token, documents }) => {
    if (actor.uploadToken === null) return refuse('session_ended');
    const [answer] = await tx.$queryRaw<Answered[]>`
      SELECT * FROM public_answer_request(${hashOfToken(token)}, ${hashOfToken(actor.uploadToken)}, ${documents}::text[], ${actor.address ?? ''}, ${now})`;
    if (answer === undefined || answer.case_id === null) return refuse(answer?.refused ?? 'link_over');
    record({ event: 'document.answered', caseId: answer.case_id, submissionId: answer.submission_id, details: { documents: answer.documents } });
    return done({ documents: answer.documents });
  },
});

/** What became of the message with the link. Only from `sending`, and an end is an end. */
export const keepUploadLink = command({
  name: 'document.send_link',
  surface: 'worker',
  actors: ['worker'],
  input: linkResultSchema,
  subject: ({ linkId }) => ({ link: linkId }),
  run: async ({ tx, now, record }, result) => {
    const link = await tx.uploadLink.findUnique({ where: { id: result.linkId }, include: { request: { select: { caseId: true } } } });
    if (link === null) return refuse('not_found');
    const ending = result.result === 'sent' ? { state: result.result, sentAt: now, providerRef: result.providerRef } : { state: result.result, failure: result.reason };
    const { count } = await tx.uploadLink.updateMany({ where: { id: link.id, state: 'sending' }, data: ending });
    if (count === 0) return refuse('not_sending');
    const about = { purpose: link.purpose, channel: link.channel };
    const { caseId } = link.request;
    if (result.result === 'sent') record({ event: 'document.link_sent', caseId, details: about });
    else record({ event: 'document.link_failed', caseId, details: { ...about, reason: result.reason } });
    return done({ state: result.result });
  },
});
