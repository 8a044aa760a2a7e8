import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { noticeResultSchema } from '../schema';

/** What became of a notice that was being sent. Only from `sending`, and an end is an end: nothing is downgraded. */
export const keepNoticeResult = command({
  name: 'notice.send',
  surface: 'worker',
  actors: ['worker'],
  input: noticeResultSchema,
  subject: ({ noticeId }) => ({ notice: noticeId }),
  run: async ({ tx, now, record }, result) => {
    const notice = await tx.notice.findUnique({ where: { id: result.noticeId } });
    if (notice === null) return refuse('not_found');
    const ending = result.result === 'sent' ? { state: result.result, sentAt: now, providerRef: result.providerRef } : { state: result.result, failure: result.reason };
    const { count } = await tx.notice.updateMany({ where: { id: notice.id, state: 'sending' }, data: ending });
    if (count === 0) return refuse('not_sending');
    const about = { template: notice.template, channel: notice.channel };
    if (result.result === 'sent') record({ event: 'notice.sent', caseId: notice.caseId, details: about });
    else record({ event: 'notice.failed', caseId: notice.caseId, details: { ...about, reason: result.reason } });
    return done({ state: result.result });
  },
});
