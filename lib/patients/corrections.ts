/** Writes of a person's fields, inside a command's transaction. Nothing is overwritten: what was, stays as history. */
import type { Tx } from '@/lib/platform/db';
import { contactKey, currentName, replacedContact, type ChosenFrom } from './chosen';
import { streetKey } from './matching/streets';
import type { PersonName } from './matching/types';
import { writeNameForms } from './name-forms';
import { portalNameKeys } from './portal-keys';
import type { FoundPatient } from './queries';
import type { Correction } from './risk';

/** Where new values came from, as the record keeps it. */
const SOURCE = 'request';

/** Why a correction is made, on what paper, by whom. */
export type Ground = { readonly caseId: string; readonly documentId: string; readonly reason: string; readonly byId: string; readonly at: Date };

const addName = (tx: Tx, patientId: string, { given, middle, family, suffix }: PersonName, at: Date) =>
  tx.patientName.create({ data: { patientId, use: 'current', given, middle: middle ?? null, family, suffix: suffix ?? null, ...portalNameKeys({ given, family, suffix }), source: SOURCE, addedAt: at } });

async function addContact(tx: Tx, patientId: string, submitted: ChosenFrom, kind: 'phone' | 'email', value: string, at: Date): Promise<void> {
  const normalized = contactKey(kind, value);
  if (normalized === null) throw new Error('a contact that cannot be read is no change');
  await tx.patientContact.create({ data: { patientId, kind, value, normalized, owner: submitted.requesterIs ?? 'shared', source: SOURCE, portalUse: submitted.requesterIs !== null, addedAt: at } });
}

const addAddress = (tx: Tx, patientId: string, { line1, line2, city, state, zip }: NonNullable<ChosenFrom['address']>, at: Date) =>
  tx.patientAddress.create({ data: { patientId, line1, line2: line2 ?? null, city, state, zip, street: streetKey(line1) ?? '', current: true, source: SOURCE, addedAt: at } });

/** A person nobody had on record, as they describe themself. */
export async function createPatient(tx: Tx, submitted: ChosenFrom, at: Date): Promise<{ id: string; publicId: string; registryNumber: number }> {
  const made = await tx.patient.create({ data: { birthOn: submitted.birthOn, sex: submitted.sex ?? null, createdAt: at }, select: { id: true, publicId: true, registryNumber: true } });
  await addName(tx, made.id, submitted, at);
  for (const kind of ['phone', 'email'] as const) {
    const value = (kind === 'phone' ? submitted.phones : submitted.emails)[0];
    if (value !== undefined && contactKey(kind, value) !== null) await addContact(tx, made.id, submitted, kind, value, at);
  }
  if (submitted.address) await addAddress(tx, made.id, submitted.address, at);
  await writeNameForms(tx, made.id);
  return made;
}

async function changeName(tx: Tx, patient: FoundPatient, changes: readonly Correction[], at: Date): Promise<void> {
  const after = (field: 'given' | 'family'): string | undefined => changes.find((change) => change.field === field)?.after ?? undefined;
  const [given, family, name] = [after('given'), after('family'), currentName(patient)];
  if (given === undefined && family === undefined) return;
  await tx.patientName.updateMany({ where: { patientId: patient.id, use: 'current' }, data: { use: 'former', endedAt: at } });
  await addName(tx, patient.id, { middle: name?.middle, suffix: name?.suffix, given: given ?? name?.given ?? '', family: family ?? name?.family ?? '' }, at);
}

async function changeContact(tx: Tx, patient: FoundPatient, submitted: ChosenFrom, change: Correction, at: Date): Promise<void> {
  if ((change.field !== 'phone' && change.field !== 'email') || change.after === null) return;
  const replaced = replacedContact(patient, submitted, change.field);
  const normalized = replaced === null ? null : contactKey(change.field, replaced.value);
  if (normalized !== null) {
    await tx.patientContact.updateMany({ where: { patientId: patient.id, kind: change.field, normalized, owner: 'self', endedAt: null }, data: { endedAt: at, portalUse: false } });
  }
  await addContact(tx, patient.id, submitted, change.field, change.after, at);
}

async function changeAddress(tx: Tx, patient: FoundPatient, submitted: ChosenFrom, changes: readonly Correction[], at: Date): Promise<void> {
  if (!submitted.address || !changes.some(({ field }) => field === 'address')) return;
  await tx.patientAddress.updateMany({ where: { patientId: patient.id, current: true }, data: { current: false, endedAt: at } });
  await addAddress(tx, patient.id, submitted.address, at);
}

/**
 * Applies corrections to a patient as read at `patient.version`; false when somebody else changed the patient meanwhile.
 * A birth date after a dose is refused by the database (constraint `patients_not_born_after_dose`), which is thrown.
 */
export async function correctPatient(tx: Tx, patient: FoundPatient, submitted: ChosenFrom, changes: readonly Correction[], ground: Ground): Promise<boolean> {
  const changed = new Set(changes.map(({ field }) => field));
  const { count } = await tx.patient.updateMany({
    where: { id: patient.id, version: patient.version },
    data: { version: patient.version + 1, ...(changed.has('birthOn') ? { birthOn: submitted.birthOn } : {}), ...(changed.has('sex') ? { sex: submitted.sex ?? null } : {}) },
  });
  if (count === 0) return false;
  await changeName(tx, patient, changes, ground.at);
  for (const change of changes) await changeContact(tx, patient, submitted, change, ground.at);
  await changeAddress(tx, patient, submitted, changes, ground.at);
  await writeNameForms(tx, patient.id);
  await tx.patientCorrection.createMany({ data: changes.map(({ field, before, after }) => ({ ...ground, patientId: patient.id, field, before, after })) });
  return true;
}
