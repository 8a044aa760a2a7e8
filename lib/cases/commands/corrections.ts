import { command, type Door } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { chosenChanges, contactKey } from '@/lib/patients/chosen';
import { correctPatient } from '@/lib/patients/corrections';
import { compareSubject } from '@/lib/patients/matching/score';
import { countSharing, lockPatient, type FoundPatient } from '@/lib/patients/queries';
import { correctionRisks, type Correction, type Risk } from '@/lib/patients/risk';
import type { Tx } from '@/lib/platform/db';
import { officeClock } from '@/lib/platform/dates';
import { done, refuse, type Outcome, type Refused } from '@/lib/platform/outcome';
import { asDocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { papersOf } from '@/lib/documents/scope';
import type { Proposal } from '../proposal';
import { copyOwed } from '../readiness';
import { refreshCandidates } from '../refreshing';
import { correctSchema } from '../schema';
import { moveBy } from '../moving';
import { heldCase, isRefused, moveCase, touchClaim, type WorkCase } from '../scope';
import { submittedOf } from '../submitted';

/** What somebody else saved since the version that was on screen, field by field, so that it can be looked at. */
export async function changedSince(tx: Tx, patient: FoundPatient, seen: number): Promise<Refused> {
  const latest = await tx.patientCorrection.findMany({ where: { patientId: patient.id }, orderBy: { at: 'desc' }, take: 7 * Math.max(1, patient.version - seen), include: { by: { select: { name: true } } } });
  const moments = [...new Set(latest.map(({ at }) => at.getTime()))].slice(0, Math.max(1, patient.version - seen));
  const lines = latest.filter(({ at }) => moments.includes(at.getTime()));
  return refuse('conflict', lines.map(({ field, before, after, by, at }) => ({ field: `choices.${field}`, reason: 'changed_meanwhile', detail: `${by.name} saved at ${officeClock(at)}: ${before ?? 'none'} → ${after ?? 'none'}` })));
}

async function withSharing(tx: Tx, patient: FoundPatient, changes: readonly Correction[]): Promise<readonly Correction[]> {
  const counted: Correction[] = [];
  for (const change of changes) {
    const key = change.field === 'phone' || change.field === 'email' ? contactKey(change.field, change.after ?? '') : null;
    counted.push(key === null ? change : { ...change, otherPatients: await countSharing(tx, patient, key) });
  }
  return counted;
}

/** Why a second person must see these changes; none when one suffices. */
async function risksOf(tx: Tx, held: WorkCase, patient: FoundPatient, changes: readonly Correction[]): Promise<readonly Risk[]> {
  const submitted = submittedOf(held.subject, held.submission);
  const changed = changes.map(({ field }) => field);
  return correctionRisks(await withSharing(tx, patient, changes), {
    restricted: patient.restriction !== null,
    requesterIs: submitted.requesterIs,
    recordAsked: copyOwed({ kind: held.kind, wants: held.submission.wants, delivery: held.submission.delivery }),
    // Where the copy goes is looked at when it is released, not here.
    destination: null,
    agreeing: compareSubject(submitted, patient).fields.filter(({ field, agreement }) => agreement === 'agree' && !changed.includes(field)).length,
    domesticViolence: patient.restriction === 'protected_address',
    oldContactReachable: patient.contacts.some((contact) => !contact.endedAt && !contact.badAt && contact.owner !== 'clinic'),
  });
}

type Standing = { held: WorkCase; patient: FoundPatient; document: { id: string; kind: string }; changes: readonly Correction[]; reason: string };

/**
 * Whether a dose was given before the chosen birth date. The table's trigger refuses it too; asked here, because the driver
 * does not name the constraint, and so that nobody sends a second person what cannot be saved. The patient is locked: no dose slips in.
 */
async function bornAfterDose(tx: Tx, patient: FoundPatient, changes: readonly Correction[]): Promise<boolean> {
  const birthOn = changes.find(({ field }) => field === 'birthOn')?.after ?? null;
  if (birthOn === null) return false;
  const [row] = await tx.$queryRaw<{ early: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM doses d WHERE d.patient_id = ${patient.id}::uuid AND d.given_on < birth_earliest(${birthOn})
      AND NOT EXISTS (SELECT 1 FROM dose_voids v WHERE v.dose_id = d.id)) AS early`;
  return row?.early === true;
}

/** Applies what was chosen, in the words of the one who chose; shared by the plain way and the approved one. */
export async function applyCorrection({ tx, now, record }: Pick<Door<StaffActor>, 'tx' | 'now' | 'record'>, { held, patient, document, changes, reason }: Standing, byId: string): Promise<Refused | null> {
  const early = await bornAfterDose(tx, patient, changes);
  if (early) return refuse('invalid', [{ field: 'choices.birthOn', reason: 'born_after_a_dose' }]);
  const ground = { caseId: held.id, documentId: document.id, reason, byId, at: now };
  if (!(await correctPatient(tx, patient, submittedOf(held.subject, held.submission), changes, ground))) return changedSince(tx, patient, patient.version);
  await refreshCandidates(tx, patient.id, held.id);
  const shown = changes.map(({ field, before, after }) => ({ field, before, after }));
  const evidence = DOCUMENT_KIND_WORDS[asDocumentKind(document.kind)].full;
  record({ event: 'patient.corrected', caseId: held.id, patientId: patient.id, documentId: document.id, details: { changes: shown, reason, evidence } });
  return null;
}

async function askSecond({ actor, tx, now, record }: Door<StaffActor>, { held, patient, document, changes, reason }: Standing, choices: Proposal['choices'], risks: readonly Risk[]): Promise<Outcome<{ state: 'second_review' }>> {
  const codes = risks.map(({ code }) => code);
  const proposal: Proposal = { patientId: patient.id, documentId: document.id, patientVersion: patient.version, choices, changes: changes.map(({ field, before, after }) => ({ field, before, after })), reason };
  await tx.approval.create({ data: { caseId: held.id, subject: 'correction', proposal, risks: codes, reason, requestedById: actor.staffId, requestedAt: now } });
  const refused = await moveBy(tx, actor, held, 'send_for_review', { reason });
  if (refused !== null) return refused;
  record({ event: 'approval.requested', caseId: held.id, patientId: patient.id, documentId: document.id, details: { subject: 'correction', risks: codes, reason } });
  return done({ state: 'second_review' as const });
}

/** The patient and the accepted paper that the correction rests on, or why there is none. */
async function grounds(tx: Tx, actor: StaffActor, held: WorkCase, documentId: string) {
  if (held.state !== 'in_progress') return refuse('not_in_progress');
  if (held.patientId === null) return refuse('not_linked');
  const document = await tx.document.findFirst({
    where: { publicId: documentId, ...papersOf(held.id), reviews: { some: { caseId: held.id, supersededAt: null, decision: 'accepted' } } },
    select: { id: true, kind: true },
  });
  if (document === null) return refuse('invalid', [{ field: 'documentId', reason: 'not_accepted' }]);
  const patient = await lockPatient(tx, held.patientId);
  return maySee(actor, patient) ? { patient, document } : refuse('not_found');
}

/** Saves chosen values to the record, or lays them before a second person when signals say so. */
export const correctCase = command({
  name: 'case.correct',
  surface: 'staff',
  actors: ['staff'],
  input: correctSchema,
  subject: ({ caseId }) => ({ case: caseId }),
  run: async (door, { caseId, patientVersion, choices, reason, documentId }): Promise<Outcome<{ state: 'corrected' | 'second_review' }>> => {
    const { actor, tx, now } = door;
    const held = await heldCase(tx, actor, caseId);
    if (isRefused(held)) return held;
    const ground = await grounds(tx, actor, held, documentId);
    if (isRefused(ground)) return ground;
    const { patient, document } = ground;
    if (patient.version !== patientVersion) return changedSince(tx, patient, patientVersion);
    const changes = chosenChanges(patient, submittedOf(held.subject, held.submission), choices);
    if (changes.length === 0) return refuse('nothing_to_correct');
    const standing = { held, patient, document, changes, reason };
    await touchClaim(tx, actor, held.id, now);
    if (await bornAfterDose(tx, patient, changes)) return refuse('invalid', [{ field: 'choices.birthOn', reason: 'born_after_a_dose' }]);
    const risks = await risksOf(tx, held, patient, changes);
    if (risks.length > 0) return askSecond(door, standing, choices, risks);
    const refused = await applyCorrection(door, standing, actor.staffId);
    if (refused !== null) return refused;
    return (await moveCase(tx, held, {})) ? done({ state: 'corrected' as const }) : refuse('conflict');
  },
});
