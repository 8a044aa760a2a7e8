import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { maySeePatient } from '@/lib/access/restricted';
import { compareSubject } from '@/lib/patients/matching/score';
import { findVisible, type FoundPatient } from '@/lib/patients/queries';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { linkSchema, unlinkSchema } from '../schema';
import { heldCase, isRefused, moveCase, touchClaim, type WorkCase } from '../scope';
import { submittedOf } from '../submitted';

/** Registry numbers of the candidates that somebody saw and set aside. */
export async function setAside(tx: Tx, caseId: string, chosenId: string | null): Promise<string[]> {
  const others = await tx.matchCandidate.findMany({ where: { caseId, ...(chosenId === null ? {} : { patientId: { not: chosenId } }) }, orderBy: { rank: 'asc' }, select: { patient: { select: { registryNumber: true } } } });
  return others.map(({ patient }) => String(patient.registryNumber));
}

type Link = { held: WorkCase; patient: Pick<FoundPatient, 'id'>; band: 'likely' | 'possible' | 'no'; reason: string | null };

/** Writes the link as a fact and as the case's present patient. False when the case changed meanwhile. */
export async function writeLink(tx: Tx, actor: StaffActor, { held, patient, band, reason }: Link, now: Date): Promise<boolean> {
  await tx.caseLink.create({ data: { caseId: held.id, patientId: patient.id, band, reason, byId: actor.staffId, at: now } });
  await touchClaim(tx, actor, held.id, now);
  return moveCase(tx, held, { patientId: patient.id });
}

/** A case that somebody holds, works on, and that is about nobody yet; else why not. */
export async function unlinkedCase(tx: Tx, actor: StaffActor, caseId: string) {
  const held = await heldCase(tx, actor, caseId);
  if (isRefused(held)) return held;
  if (held.state !== 'in_progress') return refuse('not_in_progress');
  return held.patientId === null ? held : refuse('already_linked');
}

/** A person says who this is. Somebody the search did not find, or found unlike, asks why. */
export const linkCase = command({
  name: 'case.link',
  surface: 'staff',
  actors: ['staff'],
  input: linkSchema,
  subject: ({ caseId, patientId }) => ({ case: caseId, patient: patientId }),
  run: async ({ actor, tx, now, record }, { caseId, patientId, reason = null }) => {
    const held = await unlinkedCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const patient = await findVisible(tx, actor, patientId);
    if (patient === null) return refuse('not_found');
    const { band } = compareSubject(submittedOf(held.subject, held.submission), patient);
    const candidate = await tx.matchCandidate.findUnique({ where: { caseId_patientId: { caseId: held.id, patientId: patient.id } } });
    if ((candidate === null || band === 'no') && reason === null) return refuse('invalid', [{ field: 'reason', reason: 'reason_missing' }]);
    if (!(await writeLink(tx, actor, { held, patient, band, reason }, now))) return refuse('conflict');
    record({
      event: 'case.linked',
      caseId: held.id,
      patientId: patient.id,
      details: { registryNumber: patient.registryNumber, band, setAside: await setAside(tx, held.id, patient.id), reason },
    });
    return done({ band });
  },
});

/** What stands in the way of taking a link back: what was already built on it. */
async function builtOn(tx: Tx, caseId: string): Promise<string | null> {
  if ((await tx.approval.count({ where: { caseId, decision: null } })) > 0) return 'second_review_open';
  return (await tx.recordRelease.count({ where: { caseId, withdrawnAt: null } })) > 0 ? 'release_stands' : null;
}

export const unlinkCase = command({
  name: 'case.unlink',
  surface: 'staff',
  actors: ['staff'],
  input: unlinkSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async ({ actor, tx, now, record }, { caseId, reason }) => {
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    if (held.patientId === null) return refuse('not_linked');
    if (!(await maySeePatient(tx, actor, held.patientId))) return refuse('restricted_record');
    const obstacle = await builtOn(tx, held.id);
    if (obstacle !== null) return refuse(obstacle);
    if (held.state !== 'in_progress') return refuse('not_in_progress');
    const { registryNumber } = await tx.patient.findUniqueOrThrow({ where: { id: held.patientId }, select: { registryNumber: true } });
    await tx.caseLink.updateMany({ where: { caseId: held.id, undoneAt: null }, data: { undoneAt: now, undoneById: actor.staffId, undoneReason: reason } });
    await touchClaim(tx, actor, held.id, now);
    if (!(await moveCase(tx, held, { patientId: null }))) return refuse('conflict');
    record({ event: 'case.unlinked', caseId: held.id, patientId: held.patientId, details: { registryNumber, reason } });
    return done({ registryNumber });
  },
});
