import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { linkResultSchema } from '../schema';

/** What became of the mail of a link. Only from `sending`, and an end is an end. */
export const keepLinkResult = command({
  name: 'staff.send_link',
  surface: 'worker',
  actors: ['worker'],
  input: linkResultSchema,
  subject: ({ linkId }) => ({ link: linkId }),
  run: async ({ tx, record }, result) => {
    const link = await tx.accountLink.findUnique({ where: { id: result.linkId }, include: { staff: { select: { publicId: true } } } });
    if (link === null) return refuse('not_found');
    const { count } = await tx.accountLink.updateMany({ where: { id: link.id, state: 'sending' }, data: result.result === 'sent' ? { state: 'sent' } : { state: result.result, failure: result.reason } });
    if (count === 0) return refuse('not_sending');
    const about = { person: link.staff.publicId, purpose: link.purpose };
    if (result.result === 'sent') record({ event: 'staff.link_sent', details: about });
    else record({ event: 'staff.link_failed', details: { ...about, reason: result.reason } });
    return done({ state: result.result });
  },
});
