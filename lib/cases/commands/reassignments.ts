import { command } from '@/lib/command';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { unfitFor } from '../colleagues';
import { moveBy } from '../moving';
import { reassignSchema } from '../schema';
import { findCase } from '../scope';

const findColleague = (tx: Tx, publicId: string) => tx.staff.findUnique({ where: { publicId }, select: { id: true, name: true, roles: true, languages: true, kinds: true, disabledAt: true } });

/** A supervisor gives a case to a named colleague who works in its language and kind; it is in their My cases at once. */
export const reassignCase = command({
  name: 'case.reassign',
  surface: 'staff',
  actors: ['staff'],
  input: reassignSchema,
  subject: ({ caseId, staffId }) => ({ case: caseId, staff: staffId }),
  run: async ({ actor, tx, now, record }, { caseId, staffId, reason }) => {
    const found = await findCase(tx, caseId);
    const colleague = found === null ? null : await findColleague(tx, staffId);
    if (found === null || colleague === null) return refuse('not_found');
    if (found.state === 'closed') return refuse('case_closed');
    const unfit = unfitFor(colleague, found);
    if (unfit !== null) return refuse('invalid', [{ field: 'staffId', reason: unfit }]);
    const holder = found.claims[0];
    if (holder?.staffId === colleague.id) return refuse('invalid', [{ field: 'staffId', reason: 'has_it_already' }]);
    const refused = await moveBy(tx, actor, found, 'reassign', { reason });
    if (refused !== null) return refused;
    await tx.caseClaim.updateMany({ where: { caseId: found.id, releasedAt: null }, data: { releasedAt: now, releaseReason: 'moved' } });
    await tx.caseClaim.create({ data: { caseId: found.id, staffId: colleague.id, at: now, seenAt: now } });
    record({ event: 'case.reassigned', caseId: found.id, details: { from: holder?.staffId ?? null, to: colleague.name, reason } });
    return done({ to: colleague.name });
  },
});
