import { z } from 'zod';
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { isPresent } from '../presence';
import { beatSchema } from '../schema';

/**
 * "I have this case open", each quarter of a minute. Advice only and no audit: the look itself was logged when the page
 * was read. The page sends it by itself, so it keeps no session alive; only typing keeps a claim.
 */
export const beatPresence = command({
  name: 'presence.beat',
  surface: 'staff',
  actors: ['staff'],
  input: beatSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  unaudited: true,
  sentByThePage: true,
  run: async ({ actor, tx, now }, { caseId, editing, leaving }) => {
    const found = await tx.case.findUnique({ where: { publicId: caseId }, select: { id: true } });
    if (found === null) return refuse('not_found');
    const who = { caseId_staffId: { caseId: found.id, staffId: actor.staffId } };
    const before = await tx.casePresence.findUnique({ where: who });
    const goesOn = before !== null && before.editing === editing && isPresent(before.seenAt, now);
    const sinceAt = goesOn ? before.sinceAt : now;
    if (leaving) await tx.casePresence.deleteMany({ where: { caseId: found.id, staffId: actor.staffId } });
    else await tx.casePresence.upsert({ where: who, create: { caseId: found.id, staffId: actor.staffId, editing, sinceAt, seenAt: now }, update: { editing, sinceAt, seenAt: now } });
    if (editing && !leaving) await tx.caseClaim.updateMany({ where: { caseId: found.id, staffId: actor.staffId, releasedAt: null }, data: { seenAt: now } });
    if (!goesOn || leaving) await tx.$executeRaw`SELECT pg_notify('case_presence', ${JSON.stringify({ case: found.id })})`;
    return done({});
  },
});

/** Rows this old are of pages that never said goodbye; nobody is shown them for long. */
const SWEPT_AFTER_MS = 10 * 60_000;

/** Each minute: whoever left without a word (a crash, a lost network) leaves no row behind. It changes nothing that anybody is shown. */
export const sweepPresence = command({
  name: 'presence.sweep',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  unaudited: true,
  run: async ({ tx, now }) => {
    const { count } = await tx.casePresence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - SWEPT_AFTER_MS) } } });
    return done({ swept: count });
  },
});
