import { z } from 'zod';
import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { releaseLapsed } from '../lapses';
import { moveBy } from '../moving';
import { caseOnlySchema, releaseClaimSchema } from '../schema';
import { findCase, heldCase, isRefused, type WorkCase } from '../scope';

/**
 * The oldest promise in one's scope that nobody has. SKIP LOCKED, so that fifty people asking at once get fifty
 * different cases and nobody waits for another.
 */
async function lockNext(tx: Tx, actor: StaffActor, passed: readonly string[]): Promise<{ id: string; public_id: string } | null> {
  const rows = await tx.$queryRaw<{ id: string; public_id: string }[]>`
    SELECT c.id, c.public_id FROM cases c
    WHERE c.state IN ('new', 'in_progress')
      AND c.language = ANY(${[...actor.languages]})
      AND (cardinality(${[...actor.kinds]}::text[]) = 0 OR c.kind::text = ANY(${[...actor.kinds]}))
      AND c.id <> ALL(${[...passed]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM case_claims k WHERE k.case_id = c.id AND k.released_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM case_claims k WHERE k.case_id = c.id AND k.staff_id = ${actor.staffId}::uuid AND k.release_reason = 'passed_on')
    ORDER BY c.due_order, c.deadline_rank, c.deadline_order, c.number
    FOR UPDATE OF c SKIP LOCKED LIMIT 1`;
  return rows[0] ?? null;
}

/** A locked case can have been claimed between the statement's snapshot and its lock: the lock is asked again, with a fresh look. */
async function nextCaseId(tx: Tx, actor: StaffActor): Promise<string | null> {
  const passed: string[] = [];
  for (let next = await lockNext(tx, actor, passed); next !== null; next = await lockNext(tx, actor, passed)) {
    if ((await tx.caseClaim.count({ where: { caseId: next.id, releasedAt: null } })) === 0) return next.public_id;
    passed.push(next.id);
  }
  return null;
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
    const next = await nextCaseId(tx, actor);
    const found = next === null ? null : await findCase(tx, next);
    if (found === null) return refuse('nothing_waiting');
    const refused = await giveTo(tx, actor, found, now);
    if (refused !== null) return refused;
    record({ event: 'case.claimed', caseId: found.id, details: { how: 'next', from: null } });
    return done({ number: found.number });
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
    for (const lapsed of await releaseLapsed(tx, now)) record(lapsed);
    const found = await findCase(tx, caseId);
    if (found === null) return refuse('not_found');
    if (found.state === 'closed') return refuse('case_closed');
    const holder = found.claims[0];
    if (holder?.staffId === actor.staffId) return refuse('already_yours');
    if (holder !== undefined && !actor.roles.includes('supervisor')) return refuse('held_by_another');
    if (holder !== undefined) await tx.caseClaim.update({ where: { id: holder.id }, data: { releasedAt: now, releaseReason: 'moved' } });
    const refused = await giveTo(tx, actor, found, now);
    if (refused !== null) return refused;
    record({ event: 'case.claimed', caseId: found.id, details: { how: holder === undefined ? 'chosen' : 'moved', from: holder?.staffId ?? null } });
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
