/** Reads of patients. Who is looked up is found by blocking keys, sifted, then fetched and compared in memory. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { asPartialDate, type CalendarDate } from '@/lib/platform/dates';
import type { Db, Tx } from '@/lib/platform/db';
import { findIds, portalIds } from './lookup';
import type { PatientFacts, Subject } from './matching/types';
import type { PortalAttempt } from './portal';

export const patientInclude = {
  names: { orderBy: { addedAt: 'desc' } },
  contacts: { orderBy: { addedAt: 'desc' } },
  addresses: { orderBy: { addedAt: 'desc' } },
  _count: { select: { doses: { where: { voided: null } } } },
} as const;

const loadPatients = (client: Db | Tx, ids: readonly string[]) => client.patient.findMany({ where: { id: { in: [...ids] } }, include: patientInclude });
export type PatientRow = Awaited<ReturnType<typeof loadPatients>>[number];

/** A patient with the ids that writes need. */
export type FoundPatient = PatientFacts & {
  readonly id: string;
  readonly registryNumber: number;
  readonly version: number;
  readonly doseCount: number;
  readonly restriction: PatientRow['restriction'];
  readonly householdId: string | null;
};

/** The plain facts that matching, the portal and the rules look at. */
export const factsOf = (row: PatientRow): FoundPatient => ({
  id: row.id,
  publicId: row.publicId,
  registryNumber: row.registryNumber,
  version: row.version,
  doseCount: row._count.doses,
  restriction: row.restriction,
  householdId: row.householdId,
  names: row.names,
  birthOn: row.birthOn === null ? null : asPartialDate(row.birthOn),
  sex: row.sex,
  contacts: row.contacts,
  addresses: row.addresses,
  deceasedOn: row.deceasedOn,
  restricted: row.restriction,
});

/** Patients by id, as facts, in no order. For commands and for pages that log their own look. */
export const readPatients = async (client: Db | Tx, ids: readonly string[]): Promise<FoundPatient[]> =>
  ids.length === 0 ? [] : (await loadPatients(client, ids)).map(factsOf);

/** Everybody whom this person may be, by all names, contacts and addresses on record, past and present; unranked. */
export const findPatients = async (client: Db | Tx, subject: Subject): Promise<FoundPatient[]> => readPatients(client, await findIds(client, subject));

/**
 * Everybody whom the portal might find for an attempt: those it finds now, asked of the whole registry by the portal's own function, and
 * those who come near enough to be found once the record is corrected.
 */
export async function findRivals(client: Db | Tx, attempt: PortalAttempt, subject: Subject, today: CalendarDate): Promise<FoundPatient[]> {
  const [found, near] = [await portalIds(client, attempt, today), await findIds(client, subject)];
  return readPatients(client, [...new Set([...found, ...near])]);
}

/** A patient by public id, if this person may see them. */
export async function findVisible(client: Db | Tx, actor: StaffActor, publicId: string): Promise<FoundPatient | null> {
  const row = await client.patient.findUnique({ where: { publicId }, select: { id: true } });
  const [patient] = row === null ? [] : await readPatients(client, [row.id]);
  return patient !== undefined && maySee(actor, patient) ? patient : null;
}

/** A patient locked against other writers until the transaction ends. */
export async function lockPatient(tx: Tx, id: string): Promise<FoundPatient> {
  await tx.$queryRaw`SELECT 1 FROM patients WHERE id = ${id}::uuid FOR UPDATE`;
  const [patient] = await readPatients(tx, [id]);
  if (patient === undefined) throw new Error('a case is linked to a patient who is not there');
  return patient;
}

/** How many other patients carry a contact now, a household's own members aside. */
export async function countSharing(client: Db | Tx, patient: Pick<FoundPatient, 'id' | 'householdId'>, normalized: string): Promise<number> {
  const household = patient.householdId === null ? {} : { patient: { OR: [{ householdId: null }, { householdId: { not: patient.householdId } }] } };
  const rows = await client.patientContact.groupBy({ by: ['patientId'], where: { normalized, endedAt: null, patientId: { not: patient.id }, ...household } });
  return rows.length;
}
