/** Builders: a person in the registry, and a case that has come as far as sending. */
import type { StaffActor } from '@/lib/access/actor';
import { claimCase } from '@/lib/cases/commands/claims';
import { closeCase } from '@/lib/cases/commands/closings';
import { approveRelease, prepareRelease } from '@/lib/cases/commands/releases';
import { makeBatch } from '@/lib/dispatch/commands/batches';
import { throughTheDoor } from '@/lib/command';
import { now } from '@/lib/platform/clock';
import { db, dbDate } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { aCase } from './cases';

export const HOME = { line1: '88 Example Street', city: 'New Britain', state: 'CT', zip: '06051' };
export const HOME_ON_ID = '88 Example Street, New Britain, CT 06051-1234';

type DoseRow = { cvx: string; tradeName?: string; givenOn: string; lot?: string; organization?: string; confidential?: boolean };
type PatientWishes = { given?: string; family?: string; birthOn?: string; doses?: readonly DoseRow[]; guardian?: { given: string; family: string } };

export const COVID_DOSES: readonly DoseRow[] = [
  { cvx: '208', tradeName: 'Pfizer-BioNTech', givenOn: '2021-03-11', lot: 'EN6198', organization: 'Hartford HealthCare' },
  { cvx: '208', tradeName: 'Pfizer-BioNTech', givenOn: '2021-04-01', lot: 'ER8733', organization: 'Hartford HealthCare' },
];

export async function aPatient({ given = 'Ana', family = 'Rivera', birthOn = '1990-04-02', doses = COVID_DOSES, guardian }: PatientWishes = {}) {
  const at = now();
  const source = 'test';
  return db().patient.create({
    data: {
      birthOn,
      sex: 'F',
      createdAt: at,
      names: { create: { use: 'current', given, family, source, addedAt: at } },
      contacts: { create: { kind: 'phone', value: '(860) 555-0134', normalized: '+18605550134', mobile: true, owner: 'self', source, portalUse: false, addedAt: at } },
      addresses: { create: { ...HOME, street: '88 EXAMPLE ST', current: true, source, addedAt: at } },
      guardians: guardian === undefined ? undefined : { create: { ...guardian, relation: 'mother', source: 'birth_registration', addedAt: at } },
      doses: { create: doses.map((dose) => ({ ...dose, givenOn: dbDate(calendarDateOf(dose.givenOn)), source: '00', recordedAt: at })) },
    },
  });
}
export type TestPatient = Awaited<ReturnType<typeof aPatient>>;

type Wishes = Parameters<typeof aCase>[0];

/** A case of somebody who holds it, linked to the patient. */
export async function aLinkedCase(staff: StaffActor, patient: TestPatient, wishes: Wishes = {}) {
  const opened = await aCase(wishes);
  await throughTheDoor(claimCase, staff, { caseId: opened.publicId }, null);
  return db().case.update({ where: { id: opened.id }, data: { patientId: patient.id } });
}
export type TestCase = Awaited<ReturnType<typeof aLinkedCase>>;

/** An accepted photo ID on the case. */
export async function acceptId(staff: StaffActor, of: TestCase, facts: Record<string, string> = { address: HOME_ON_ID, expiresOn: '2030-01-01' }) {
  const document = await db().document.create({
    data: { submissionId: of.submissionId, kind: 'photo_id', fileName: 'id.jpg', size: 10, sha256: new Uint8Array(32), mediaType: 'image/jpeg', state: 'ready', receivedAt: now() },
  });
  await db().documentReview.create({ data: { documentId: document.id, caseId: of.id, decision: 'accepted', ticks: { photo_present: true }, reasons: [], facts, byId: staff.staffId, at: now() } });
}

export const aRequest = (of: TestCase, changes: object = {}) => ({
  caseId: of.publicId,
  records: ['full_record'],
  channel: 'mail',
  recipientName: 'Ana Rivera',
  address: HOME,
  addressSource: 'accepted_id',
  ...changes,
});

/** The value of an outcome that must be a yes. */
export function yes<T>(outcome: { ok: boolean; reason?: string; problems?: unknown; value?: unknown }): T {
  if (!outcome.ok) throw new Error(`${outcome.reason}: ${JSON.stringify(outcome.problems)}`);
  return outcome.value as T;
}

/** A case ready for an ordinary release, by one person. */
export async function aReadyCase(staff: StaffActor, wishes: Wishes = {}, patient?: TestPatient) {
  const person = patient ?? (await aPatient());
  const linked = await aLinkedCase(staff, person, wishes);
  await acceptId(staff, linked);
  return { patient: person, of: linked };
}

/** Prepared and approved: a dispatch that waits. */
export async function anApproved(staff: StaffActor, of: TestCase, changes: object = {}) {
  const { releaseId } = yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, staff, aRequest(of, changes), null));
  const { dispatch, dispatchId } = yes<{ dispatch: string; dispatchId: string }>(await throughTheDoor(approveRelease, staff, { releaseId }, null));
  return { releaseId, code: dispatch, dispatchId };
}

export const aBatchOf = async (staff: StaffActor, dispatchIds: readonly string[]) =>
  yes<{ batchId: string; number: number }>(await throughTheDoor(makeBatch, staff, { dispatchIds }, null));

/** A case of somebody who holds it, refused for want of papers: its letter waits for the printer. */
export async function aLetter(staff: StaffActor, wishes: Wishes = {}) {
  const of = await aCase(wishes);
  await throughTheDoor(claimCase, staff, { caseId: of.publicId }, null);
  const closed = await throughTheDoor(closeCase, staff, { caseId: of.publicId, outcome: 'refused', reason: 'No ID came' }, null);
  if (!closed.ok) throw new Error(closed.reason);
  return { of, letter: await db().outcomeLetter.findFirstOrThrow({ where: { caseId: of.id } }) };
}
