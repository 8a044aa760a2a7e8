/** Builders: patients on record, documents that were accepted, and cases in somebody's hands. */
import { mintWorker, type StaffActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { claimCase } from '@/lib/cases/commands/claims';
import { matchCase } from '@/lib/cases/commands/matches';
import { nameForms } from '@/lib/patients/matching/blocking';
import { realEmail, realPhone } from '@/lib/patients/matching/placeholders';
import { streetKey } from '@/lib/patients/matching/streets';
import { portalNameKeys } from '@/lib/patients/portal-keys';
import { now } from '@/lib/platform/clock';
import { db, dbDate } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { aCase } from './cases';

type Wishes = {
  given?: string;
  family?: string;
  birthOn?: string | null;
  sex?: 'F' | 'M' | 'X' | null;
  phone?: string;
  email?: string;
  line1?: string;
  restriction?: 'staff_family' | 'sealed_adoption' | 'protected_address' | 'vip';
  doseOn?: string;
};

/** A patient as the registry holds them, with the index by which they are found. */
export async function aPatient({ given = 'Ana', family = 'Rivera', birthOn = '1990-04-02', sex = 'F', phone = '(203) 555-0177', email, line1, restriction, doseOn }: Wishes = {}) {
  const [source, addedAt] = ['registry', now()];
  const patient = await db().patient.create({ data: { birthOn, sex, restriction, createdAt: addedAt } });
  const name = await db().patientName.create({ data: { patientId: patient.id, use: 'current', given, family, ...portalNameKeys({ given, family }), source, addedAt } });
  await db().patientNameForm.createMany({ data: nameForms({ given, family }).map((form) => ({ ...form, patientId: patient.id, nameId: name.id, birthOn, zip: line1 === undefined ? null : '06051' })) });
  const contact = { patientId: patient.id, owner: 'self', source, portalUse: true, addedAt } as const;
  await db().patientContact.create({ data: { ...contact, kind: 'phone', value: phone, normalized: realPhone(phone) ?? phone, mobile: true } });
  if (email !== undefined) await db().patientContact.create({ data: { ...contact, kind: 'email', value: email, normalized: realEmail(email) ?? email } });
  if (line1 !== undefined) await db().patientAddress.create({ data: { patientId: patient.id, line1, city: 'New Britain', state: 'CT', zip: '06051', street: streetKey(line1) ?? '', current: true, source, addedAt } });
  if (doseOn !== undefined) await db().dose.create({ data: { patientId: patient.id, cvx: '208', givenOn: dbDate(calendarDateOf(doseOn)), source: '01', recordedAt: addedAt } });
  return patient;
}

/** A photo ID of the case's submission, accepted by somebody. */
export async function anAcceptedId(found: { id: string; submissionId: string }, by: StaffActor) {
  const document = await db().document.create({
    data: { submissionId: found.submissionId, kind: 'photo_id', fileName: 'license.jpg', size: 1000, sha256: new Uint8Array(32), mediaType: 'image/jpeg', state: 'ready', scan: 'clean', receivedAt: now() },
  });
  await db().documentReview.create({ data: { documentId: document.id, caseId: found.id, decision: 'accepted', ticks: {}, reasons: [], facts: {}, byId: by.staffId, at: now() } });
  return document;
}

/** A case in somebody's hands, its candidates found by the worker as in life. */
export async function aMatchedCase(by: StaffActor, wishes: Parameters<typeof aCase>[0] = {}) {
  const found = await aCase(wishes);
  await throughTheDoor(matchCase, mintWorker('test'), { caseId: found.id }, null);
  const claimed = await throughTheDoor(claimCase, by, { caseId: found.publicId }, null);
  if (!claimed.ok) throw new Error(claimed.reason);
  return found;
}

export const eventsOf = async (caseId: string) => (await db().auditEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map((entry) => entry.event);
export const detailsOf = async (caseId: string, event: string) => (await db().auditEvent.findFirst({ where: { caseId, event }, orderBy: { id: 'desc' } }))?.details;
