/** The doses of the cast, as providers reported them over the years. */
import { db, dbDate } from '@/lib/platform/db';
import type { CastDose } from './cast/types';
import type { PatientIds } from './patients';
import { inPortions, instantOf, newIds } from './rows';

/** `voidedById`: who struck out what clinics entered by mistake. */
export async function addDoses(cast: readonly CastDose[], patients: PatientIds, voidedById: string): Promise<void> {
  const next = await newIds(cast.length);
  const made = cast.map((dose) => ({ id: next(), dose }));
  const rows = made.map(({ id, dose: { patientKey, givenOn, recordedOn, voided: _voided, ...dose } }) => ({
    ...dose,
    id,
    patientId: patients.get(patientKey) ?? '',
    givenOn: dbDate(givenOn),
    recordedAt: instantOf(recordedOn),
  }));
  await inPortions(rows, (data) => db().dose.createMany({ data }));
  const voids = made.flatMap(({ id, dose: { voided } }) => (voided === null ? [] : [{ doseId: id, reason: voided.reason, byId: voidedById, at: instantOf(voided.on) }]));
  await inPortions(voids, (data) => db().doseVoid.createMany({ data }));
}
