import { z } from 'zod';
import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { Prisma, type Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { releaseLapsed } from '../lapses';
import { moveBy } from '../moving';
import { caseOnlySchema, releaseClaimSchema } from '../schema';
import { findCase, heldCase, isRefused, type WorkCase } from '../scope';
import { nextState, TRANSITIONS } from '../transitions';

const STARTED = nextState('new', 'claim');
const CLAIMED_AS_NEXT = TRANSITIONS.filter(({ action, to }) => action === 'claim' && to === STARTED).map(({ from }) => from);

/**
 * Claims the oldest promise in one's scope that nobody has, in one statement. SKIP LOCKED, so that fifty people asking at
 * once get fifty different cases and nobody waits for another. The lock reads the row again: a case that was claimed
 * after the statement began has a holder by then, and is passed over. The states are those from which the table lets *claim*
 * come to the one it starts.
 */
export function nextClaim(actor: StaffActor, now: Date): Prisma.Sql {
  const trained = actor.kinds.length === 0 ? Prisma.empty : Prisma.sql`AND c.kind = ANY(${[...actor.kinds]}::"CaseKind"[])`;
  return Prisma.sql`
    WITH next AS (
      SELECT c.id FROM cases c
      WHERE c.holder_id IS NULL AND c.state IN (${Prisma.raw(CLAIMED_AS_NEXT.map((state) => `'${state}'`).join(', '))}) AND c.language = ANY(${[...actor.languages]}) ${trained}
        AND NOT EXISTS (SELECT 1 FROM case_claims k WHERE k.case_id = c.id AND k.staff_id = ${actor.staffId}::uuid AND k.release_reason = 'passed_on')
      ORDER BY c.due_order, c.deadline_rank, c.deadline_order, c.number
      FOR UPDATE OF c SKIP LOCKED LIMIT 1),
    claim AS (
      INSERT INTO case_claims (case_id, staff_id, at, seen_at) SELECT id, ${actor.staffId}::uuid, ${now}, ${now} FROM next)
    UPDATE cases c SET state = ${STARTED}::"CaseState", holder_id = ${actor.staffId}::uuid, version = c.version + 1
    FROM next WHERE c.id = next.id
    RETURNING c.id, c.number`;
}

/** Gives a case to whoever asks and, if it was new, starts it; else why not. */
async function giveTo(tx: Tx, actor: StaffActor, found: WorkCase, now: Date): Promise<Refused | null> {
  const refused = await moveBy(tx, actor, found, 'claim');
  if (refused === null) await tx.caseClaim.create({ data: { caseId: found.id, staffId: actor.staffId, at: now, seenAt: now } });
  return refused;
}

export const takeNext = command({
  name: 'case.take_next',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async ({ actor, tx, now, record }) => {
    for (const lapsed of await releaseLapsed(tx, now)) record(lapsed);
    const [claimed] = await tx.$queryRaw<{ id: string; number: number }[]>(nextClaim(actor, now));
    if (claimed === undefined) return refuse('nothing_waiting');
    record({ event: 'case.claimed', caseId: claimed.id, details: { how: 'next', from: null } });
    return done({ number: claimed.number });
  },
});

/** A chosen case: free ones only; a supervisor may move a colleague's. */
export const claimCase = command({
  name: 'case.claim',
  surface: 'staff',
  actors: ['staff'],
  input: caseOnlySchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId }) => {
    const found = await findCase(tx, caseId);
    if (found === null) return refuse('not_found');
    if (found.state === 'closed') return refuse('case_closed');
    // Locks on other cases come after one's own and never wait: nobody waits in a circle.
    for (const lapsed of await releaseLapsed(tx, now)) record(lapsed);
    const holder = await tx.caseClaim.findFirst({ where: { caseId: found.id, releasedAt: null } });
    if (holder?.staffId === actor.staffId) return refuse('already_yours');
    if (holder !== null && !actor.roles.includes('supervisor')) return refuse('held_by_another');
    if (holder !== null) await tx.caseClaim.update({ where: { id: holder.id }, data: { releasedAt: now, releaseReason: 'moved' } });
    const refused = await giveTo(tx, actor, found, now);
    if (refused !== null) return refused;
    record({ event: 'case.claimed', caseId: found.id, details: { how: holder === null ? 'chosen' : 'moved', from: holder?.staffId ?? null } });
    return done({ number: found.number });
  },
});

export const releaseClaim = command({
  name: 'case.release_claim',
  surface: 'staff',
  actors: ['staff'],
  input: releaseClaimSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, reason }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const refused = await moveBy(tx, actor, held, 'release_claim', { reason });
    if (refused !== null) return refused;
    await tx.caseClaim.updateMany({ where: { caseId: held.id, staffId: actor.staffId, releasedAt: null }, data: { releasedAt: now, releaseReason: reason } });
    record({ event: 'case.claim_released', caseId: held.id, details: { reason } });
    return done({ number: held.number });
  },
});
