import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { maySeePatient } from '@/lib/access/restricted';
import { chosenChanges } from '@/lib/patients/chosen';
import { lockPatient } from '@/lib/patients/queries';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Outcome, type Refused } from '@/lib/platform/outcome';
import { proposalSchema } from '../proposal';
import { decideSchema } from '../schema';
import { moveBy } from '../moving';
import { findCase, type WorkCase } from '../scope';
import { submittedOf } from '../submitted';
import { applyCorrection, changedSince } from './corrections';

async function findApproval(tx: Tx, publicId: string) {
  await tx.$queryRaw`SELECT 1 FROM approvals WHERE public_id = ${publicId} FOR UPDATE`;
  return tx.approval.findUnique({ where: { publicId }, include: { case: { select: { publicId: true } } } });
}
type Asked = NonNullable<Awaited<ReturnType<typeof findApproval>>>;

/** Applies what was proposed, in the name of the one who proposed it. What changed meanwhile is for them to look at again. */
async function applyProposal(door: Door<StaffActor>, asked: Asked, held: WorkCase): Promise<Refused | null> {
  const proposal = proposalSchema.parse(asked.proposal);
  if (held.patientId !== proposal.patientId) return refuse('conflict');
  const patient = await lockPatient(door.tx, proposal.patientId);
  if (patient.version !== proposal.patientVersion) return changedSince(door.tx, patient, proposal.patientVersion);
  const document = await door.tx.document.findUniqueOrThrow({ where: { id: proposal.documentId }, select: { id: true, kind: true } });
  const changes = chosenChanges(patient, submittedOf(held.subject, held.submission), proposal.choices);
  return applyCorrection(door, { held, patient, document, changes, reason: proposal.reason }, asked.requestedById);
}

function unfit(asked: Asked | null, actor: StaffActor, decision: 'approved' | 'refused', reason: string | undefined): Refused | null {
  if (asked === null) return refuse('not_found');
  if (asked.subject !== 'correction') return refuse('not_a_correction');
  if (asked.decision !== null) return refuse('already_decided');
  // The table's own CHECK says so too: nobody approves what they asked for.
  if (asked.requestedById === actor.staffId) return refuse('own_request');
  return decision === 'refused' && reason === undefined ? refuse('invalid', [{ field: 'reason', reason: 'reason_missing' }]) : null;
}

/** The second person's word on a correction: it is applied as proposed, or goes back with words. */
export const decideApproval = command({
  name: 'approval.decide',
  surface: 'staff',
  actors: ['staff'],
  input: decideSchema,
  subject: ({ approvalId }) => ({ approval: approvalId }),
  run: async (door, { approvalId, decision, reason }): Promise<Outcome<{ decision: 'approved' | 'refused' }>> => {
    const { actor, tx, now, record } = door;
    const asked = await findApproval(tx, approvalId);
    const obstacle = unfit(asked, actor, decision, reason);
    if (asked === null || obstacle !== null) return obstacle ?? refuse('not_found');
    const held = await findCase(tx, asked.case.publicId);
    if (held?.state !== 'needs_second_review') return refuse('conflict');
    if (!(await maySeePatient(tx, actor, held.patientId))) return refuse('restricted_record');
    await tx.approval.update({ where: { id: asked.id }, data: { decision, decidedById: actor.staffId, decidedAt: now, decisionReason: reason ?? null } });
    record({ event: 'approval.decided', caseId: held.id, patientId: held.patientId, details: { subject: asked.subject, decision, reason: reason ?? null } });
    const refused = decision === 'approved' ? await applyProposal(door, asked, held) : null;
    if (refused !== null) return refused;
    const moved = await moveBy(tx, actor, held, decision === 'approved' ? 'approve_correction' : 'refuse_review', { reason: reason ?? null });
    return moved ?? done({ decision });
  },
});
