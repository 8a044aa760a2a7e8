/** A copy is prepared, approved (by a second person where the rules ask for one) and, within a minute, taken back. */
import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { maySeePatient } from '@/lib/access/restricted';
import { dispatchCode } from '@/lib/dispatch/codes';
import { recipientProblems } from '@/lib/letters/envelope-window';
import type { Tx } from '@/lib/platform/db';
import type { AuthorityAnswer } from '@/lib/policies/authority';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { newControlNumber } from '@/lib/records/control-number';
import { addressLines } from '@/lib/records/destinations';
import { asksSecond, standingProblems } from '@/lib/records/last-mile';
import { findRelease, hasOpenRelease, lastMileOf, problemsOf, standingOf, type Release } from '@/lib/records/queries';
import { approveSchema, prepareSchema, withdrawSchema } from '@/lib/records/schema';
import { moveBy } from '../moving';
import { findCase, heldCase, isRefused, touchClaim, type WorkCase } from '../scope';
import type { CaseAction } from '../transitions';

export const prepareRelease = command({
  name: 'release.prepare',
  surface: 'staff',
  actors: ['staff'],
  input: prepareSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, records, channel, recipientName, address, addressSource }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    if (!(await maySeePatient(tx, actor, held.patientId))) return refuse('restricted_record');
    if (held.state !== 'in_progress') return refuse('not_in_progress');
    if (await hasOpenRelease(tx, held.id)) return refuse('release_open');
    const standing = await standingOf(tx, held.id, records, now);
    if (standing === null) return refuse('not_releasable', [{ field: 'patient', reason: 'no_patient' }]);
    const destination = { addressSource, recipientName, addressLines: addressLines(address) };
    const problems = [...standingProblems(standing, destination), ...recipientProblems([recipientName, ...destination.addressLines])];
    if (problems.length > 0) return refuse('not_releasable', problems);
    const needsSecond = asksSecond(standing, destination);
    const { patientId, patientVersion, authority } = standing;
    const release = await tx.recordRelease.create({
      data: { caseId: held.id, patientId, patientVersion, records, channel, ...destination, authority, needsSecond, preparedById: actor.staffId, preparedAt: now },
    });
    const refused = needsSecond ? await moveBy(tx, actor, held, 'send_for_review', { reason: 'release' }) : null;
    if (refused !== null) return refused;
    await touchClaim(tx, actor, held.id, now);
    record({ event: 'release.prepared', caseId: held.id, patientId, details: { records, channel, addressSource, needsSecond, rule: authority.cited.rule } });
    return done({ releaseId: release.publicId, needsSecond });
  },
});

/** Who may approve, and by which move: whoever has the case; where a second person is asked, a supervisor who did not prepare it. */
async function approvable(tx: Tx, actor: StaffActor, release: Release): Promise<WorkCase | Refused> {
  if (release.withdrawnAt !== null) return refuse('withdrawn');
  if (release.approvedAt !== null) return refuse('conflict');
  if (!release.needsSecond) return heldCase(tx, actor, release.case.publicId);
  if (release.preparedById === actor.staffId) return refuse('second_person_needed');
  return (await findCase(tx, release.case.publicId)) ?? refuse('not_found');
}

/** The decision, the records with their numbers and the one dispatch: all in the decision's transaction, or none. */
async function approve({ actor, tx, now }: Door<StaffActor>, release: Release, authority: AuthorityAnswer | null): Promise<{ code: string; dispatchId: string } | null> {
  const { count } = await tx.recordRelease.updateMany({
    where: { id: release.id, version: release.version, approvedAt: null, withdrawnAt: null },
    data: { approvedById: actor.staffId, approvedAt: now, ...(authority === null ? {} : { approvedAuthority: authority }), version: release.version + 1 },
  });
  if (count === 0) return null;
  await tx.issuedRecord.createMany({ data: release.records.map((kind) => ({ releaseId: release.id, kind, controlNumber: newControlNumber() })) });
  const code = await dispatchCode(tx, now);
  const { publicId } = await tx.dispatch.create({
    data: { code, releaseId: release.id, channel: release.channel, purpose: 'record', state: 'queued', queuedAt: now },
  });
  return { code, dispatchId: publicId };
}

export const approveRelease = command({
  name: 'release.approve',
  surface: 'staff',
  actors: ['staff'],
  input: approveSchema,
  subject: ({ releaseId }) => ({ release: releaseId }),
  run: async (door, { releaseId }) => {
    const { actor, tx, now, record } = door;
    const release = await findRelease(tx, releaseId);
    if (release === null) return refuse('not_found');
    if (!(await maySeePatient(tx, actor, release.patientId))) return refuse('restricted_record');
    const found = await approvable(tx, actor, release);
    if (isRefused(found)) return found;
    const standing = await standingOf(tx, release.caseId, release.records, now);
    const problems = problemsOf(release, standing);
    if (problems.length > 0) return refuse('last_mile', problems);
    const approved = await approve(door, release, standing?.authority ?? null);
    if (approved === null) return refuse('conflict');
    const refused = await moveBy(tx, actor, found, release.needsSecond ? 'approve' : 'queue_dispatch');
    if (refused !== null) return refused;
    const { records, channel, patientId } = release;
    record({ event: 'release.approved', caseId: found.id, patientId, details: { records, channel, dispatch: approved.code } });
    return done({ dispatch: approved.code, dispatchId: approved.dispatchId });
  },
});

const UNDO_MS = 60_000;

/** Why it is too late: the minute is over or the envelope is printed, unless the last-mile questions stop it anyway. */
async function tooLate(tx: Tx, release: Release, now: Date): Promise<Refused | null> {
  const dispatch = release.dispatches[0];
  if (release.approvedAt === null || dispatch === undefined) return null;
  if (dispatch.state !== 'queued' && dispatch.state !== 'printed') return refuse('already_sent');
  if ((await lastMileOf(tx, release, now)).length > 0) return null;
  if (dispatch.state === 'printed') return refuse('already_printed');
  return now.getTime() - release.approvedAt.getTime() > UNDO_MS ? refuse('undo_over') : null;
}

/** Out of the queue and out of its batch, from the version that was judged; false when somebody was faster. */
async function cancelDispatches(tx: Tx, { dispatches }: Release): Promise<boolean> {
  const cancelled = await tx.dispatch.updateMany({
    where: { OR: dispatches.map(({ id, version }) => ({ id, version })) },
    data: { state: 'cancelled', batchId: null, version: { increment: 1 } },
  });
  return cancelled.count === dispatches.length;
}

const mayWithdraw = (actor: StaffActor, found: WorkCase, release: Release): boolean =>
  found.claims[0]?.staffId === actor.staffId || release.approvedById === actor.staffId || actor.roles.includes('supervisor');

/** The way back of the case: from the envelope, from the second person's table, or none while it was only prepared. */
const BACK: Partial<Record<WorkCase['state'], CaseAction>> = { ready_to_send: 'resume', needs_second_review: 'refuse_review' };

export const withdrawRelease = command({
  name: 'release.withdraw',
  surface: 'staff',
  actors: ['staff'],
  input: withdrawSchema,
  subject: ({ releaseId }) => ({ release: releaseId }),
  run: async ({ actor, tx, now, record }, { releaseId, reason }) => {
    const asked = await findRelease(tx, releaseId);
    const found = asked === null ? null : await findCase(tx, asked.case.publicId);
    // Read again under the case's lock: an envelope may have been printed while we waited.
    const release = found === null ? null : await findRelease(tx, releaseId);
    if (found === null || release === null) return refuse('not_found');
    if (!mayWithdraw(actor, found, release)) return refuse('not_claimed');
    if (release.withdrawnAt !== null) return refuse('withdrawn');
    const late = await tooLate(tx, release, now);
    if (late !== null) return late;
    const { count } = await tx.recordRelease.updateMany({
      where: { id: release.id, version: release.version, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnById: actor.staffId, version: release.version + 1 },
    });
    if (count === 0 || !(await cancelDispatches(tx, release))) return refuse('conflict');
    const action = BACK[found.state];
    const refused = action === undefined ? null : await moveBy(tx, actor, found, action, { reason });
    if (refused !== null) return refused;
    record({ event: 'release.withdrawn', caseId: found.id, patientId: release.patientId, details: { reason } });
    return done({ state: 'withdrawn' as const });
  },
});
