/** The later of two cases about one need ends inside the earlier one; taken out again, both stand as they stood. */
import { z } from 'zod';
import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { maySeePatient } from '@/lib/access/restricted';
import { dbDate, type Tx } from '@/lib/platform/db';
import { asCalendarDate } from '@/lib/platform/dates';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { hasOpenRelease } from '@/lib/records/queries';
import { isEarlier, pressesMore } from '../joins';
import { moveBy } from '../moving';
import { declineJoinSchema, joinSchema, unjoinSchema } from '../schema';
import { findCase, heldCase, isRefused, moveCase, type WorkCase } from '../scope';
import { dueNow } from './waits';

const deadlineOf = ({ deadlineOn, deadlineReason, deadlineDocumentId, deadlineProof, deadlineProvenById, deadlineProvenAt }: WorkCase) => ({ deadlineOn, deadlineReason, deadlineDocumentId, deadlineProof, deadlineProvenById, deadlineProvenAt });

/** What a join changes besides the state, kept with it so that it can be undone exactly. */
const beforeSchema = z.object({
  claimId: z.string().nullable(),
  waitId: z.string().nullable(),
  /** The keeper's own deadline, where the joined one pressed more. */
  deadline: z.object({ deadlineOn: z.string().nullable(), deadlineReason: z.string().nullable(), deadlineDocumentId: z.string().nullable(), deadlineProof: z.string().nullable().default(null), deadlineProvenById: z.string().nullable(), deadlineProvenAt: z.coerce.date().nullable() }).nullable(),
});
type Before = z.output<typeof beforeSchema>;

const writtenDeadline = (deadline: NonNullable<Before['deadline']>) => {
  const on = deadline.deadlineOn === null ? null : asCalendarDate(deadline.deadlineOn);
  return { ...deadline, deadlineOn: on === null ? null : dbDate(on) };
};

/** The keeper's own deadline comes back, unless another has been set since: by a colleague, or by a second case that pressed more. */
const deadlineBack = (keeper: WorkCase, joined: WorkCase, { deadline }: Before) =>
  deadline !== null && JSON.stringify(deadlineOf(keeper)) === JSON.stringify(deadlineOf(joined)) ? writtenDeadline(deadline) : {};

/** Both cases, locked in the order of their numbers so that two people joining them crosswise wait instead of dying. */
async function both(tx: Tx, actor: StaffActor, caseId: string, intoId: string): Promise<{ joined: WorkCase; keeper: WorkCase } | Refused> {
  await tx.$queryRaw`SELECT 1 FROM cases WHERE public_id IN (${caseId}, ${intoId}) ORDER BY number FOR UPDATE`;
  const keeper = await heldCase(tx, actor, intoId);
  if (isRefused(keeper)) return keeper;
  const joined = await findCase(tx, caseId);
  return joined === null || !(await maySeePatient(tx, actor, joined.patientId)) ? refuse('not_found') : { joined, keeper };
}

/** Why these two cannot become one now. */
async function obstacle(tx: Tx, actor: StaffActor, joined: WorkCase, keeper: WorkCase): Promise<Refused | null> {
  if (joined.id === keeper.id) return refuse('same_case');
  if (joined.state === 'closed') return refuse((await tx.caseJoin.count({ where: { caseId: joined.id, undoneAt: null } })) > 0 ? 'already_joined' : 'other_closed');
  if (!isEarlier(keeper, joined)) return refuse('not_the_earlier');
  const holder = joined.claims[0];
  if (holder !== undefined && holder.staffId !== actor.staffId) return refuse('held_by_another');
  if ((await tx.approval.count({ where: { caseId: joined.id, decision: null } })) > 0) return refuse('second_review_open');
  const moving = (await hasOpenRelease(tx, joined.id)) || (await hasOpenRelease(tx, keeper.id));
  return moving ? refuse('release_open') : null;
}

/** Ends the joined case inside the keeper. What was joined into it before comes along to the keeper by its own join. */
async function endJoined({ actor, tx, now }: Door<StaffActor>, joined: WorkCase, reason: string): Promise<Pick<Before, 'claimId' | 'waitId'> | Refused> {
  const wait = await tx.caseWait.findFirst({ where: { caseId: joined.id, untilAt: null }, select: { id: true } });
  const claim = joined.claims[0];
  const refused = await moveBy(tx, actor, joined, 'join', { reason, change: { closedAt: now } });
  if (refused !== null) return refused;
  if (wait !== null) await tx.caseWait.update({ where: { id: wait.id }, data: { untilAt: now } });
  if (claim !== undefined) await tx.caseClaim.update({ where: { id: claim.id }, data: { releasedAt: now, releaseReason: 'joined' } });
  await tx.caseClosure.create({ data: { caseId: joined.id, outcome: 'duplicate', reason, byId: actor.staffId, at: now } });
  return { claimId: claim?.id ?? null, waitId: wait?.id ?? null };
}

export const joinCases = command({
  name: 'case.join',
  surface: 'staff',
  actors: ['staff'],
  input: joinSchema,
  subject: ({ caseId, intoId }) => ({ case: caseId, into: intoId }),
  run: async (door, { caseId, intoId, reason }) => {
    const { actor, tx, now, record } = door;
    const found = await both(tx, actor, caseId, intoId);
    if (isRefused(found)) return found;
    const { joined, keeper } = found;
    const refused = await obstacle(tx, actor, joined, keeper);
    if (refused !== null) return refused;
    if ((await tx.caseJoin.count({ where: { intoId: joined.id, undoneAt: null } })) > 0) return refuse('holds_joined_cases');
    const ended = await endJoined(door, joined, reason);
    if (isRefused(ended)) return ended;
    const urgent = pressesMore(joined, keeper);
    const before: Before = { ...ended, deadline: urgent ? deadlineOf(keeper) : null };
    await tx.caseJoin.create({ data: { caseId: joined.id, intoId: keeper.id, stateBefore: joined.state, before: JSON.parse(JSON.stringify(before)) as object, reason, byId: actor.staffId, at: now } });
    if (!(await moveCase(tx, keeper, urgent ? writtenDeadline(deadlineOf(joined)) : {}))) return refuse('conflict');
    const details = { into: keeper.number, joined: joined.number, reason };
    record({ event: 'case.joined', caseId: joined.id, details });
    record({ event: 'case.joined', caseId: keeper.id, details });
    return done({ number: keeper.number });
  },
});

/** Takes back the wait, the claim and the closure of the joined case; its promise is counted anew. */
async function restore({ tx, now, actor }: Door<StaffActor>, joined: WorkCase, stateBefore: WorkCase['state'], { claimId, waitId }: Before, reason: string): Promise<Refused | null> {
  await tx.caseClosure.updateMany({ where: { caseId: joined.id, undoneAt: null }, data: { undoneAt: now } });
  if (waitId !== null) await tx.caseWait.update({ where: { id: waitId }, data: { untilAt: null } });
  if (claimId !== null) await tx.caseClaim.update({ where: { id: claimId }, data: { releasedAt: null, releaseReason: null, seenAt: now } });
  return moveBy(tx, actor, joined, 'unjoin', { reason, restoring: stateBefore, change: { closedAt: null, dueAt: await dueNow(tx, joined, now) } });
}

/** By whoever holds the keeper; once that is closed, by a supervisor. */
function mayUnjoin(actor: StaffActor, keeper: WorkCase): boolean {
  return actor.roles.includes('supervisor') || (keeper.state !== 'closed' && keeper.claims[0]?.staffId === actor.staffId);
}

export const unjoinCase = command({
  name: 'case.unjoin',
  surface: 'staff',
  actors: ['staff'],
  input: unjoinSchema,
  subject: ({ joinId }) => ({ join: joinId }),
  run: async (door, { joinId, reason }) => {
    const { actor, tx, now, record } = door;
    const asked = await tx.caseJoin.findUnique({ where: { publicId: joinId }, include: { case: { select: { publicId: true } }, into: { select: { publicId: true } } } });
    if (asked === null) return refuse('not_found');
    await tx.$queryRaw`SELECT 1 FROM cases WHERE id IN (${asked.caseId}::uuid, ${asked.intoId}::uuid) ORDER BY number FOR UPDATE`;
    const [joined, keeper] = [await findCase(tx, asked.case.publicId), await findCase(tx, asked.into.publicId)];
    const join = await tx.caseJoin.findUniqueOrThrow({ where: { id: asked.id } });
    if (joined === null || keeper === null) return refuse('not_found');
    if (join.undoneAt !== null) return refuse('already_undone');
    if (!mayUnjoin(actor, keeper)) return refuse('not_claimed');
    if (await hasOpenRelease(tx, keeper.id)) return refuse('release_open');
    const before = beforeSchema.parse(join.before);
    await tx.caseJoin.update({ where: { id: join.id }, data: { undoneAt: now, undoneById: actor.staffId, undoneReason: reason } });
    const refused = await restore(door, joined, join.stateBefore, before, reason);
    if (refused !== null) return refused;
    if (!(await moveCase(tx, keeper, deadlineBack(keeper, joined, before)))) return refuse('conflict');
    const details = { from: keeper.number, joined: joined.number, reason };
    record({ event: 'case.unjoined', caseId: joined.id, details });
    record({ event: 'case.unjoined', caseId: keeper.id, details });
    return done({ number: joined.number });
  },
});

/** "Not the same need": the pair is not proposed again, from either side. */
export const declineJoin = command({
  name: 'case.decline_join',
  surface: 'staff',
  actors: ['staff'],
  input: declineJoinSchema,
  subject: ({ caseId, intoId }) => ({ case: caseId, into: intoId }),
  run: async ({ actor, tx, now, record }, { caseId, intoId }) => {
    const held = await heldCase(tx, actor, intoId);
    if (isRefused(held)) return held;
    const other = await tx.case.findUnique({ where: { publicId: caseId }, select: { id: true, number: true, patientId: true } });
    if (other === null || !(await maySeePatient(tx, actor, other.patientId))) return refuse('not_found');
    if (other.id === held.id) return refuse('same_case');
    const { count } = await tx.caseJoinDecline.createMany({ data: { caseId: other.id, intoId: held.id, byId: actor.staffId, at: now }, skipDuplicates: true });
    if (count === 0) return refuse('already_declined');
    record({ event: 'case.join_declined', caseId: held.id, details: { other: other.number } });
    return done({});
  },
});

