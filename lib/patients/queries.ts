/** Reads of patients. Who is looked up is found by blocking keys, each one indexed statement, then compared in memory. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { asPartialDate } from '@/lib/platform/dates';
import { Prisma, type Db, type Tx } from '@/lib/platform/db';
import { blockingKeys, type BlockingKey } from './matching/blocking';
import { compactKey } from './matching/normalise';
import { SIMILAR } from './matching/parameters';
import { jaroWinkler, soundAlike } from './matching/similarity';
import type { PatientFacts, Subject } from './matching/types';

/** Rows read for one key. A key shared by more people says too little to be worth more; the other keys find the person. */
const MOST_A_KEY = 500;
/** Patients compared for one person. */
const MOST_COMPARED = 200;

type Row = { patient_id: string; family: string | null; given: string | null };

const forms = (condition: Prisma.Sql, named: boolean): Prisma.Sql =>
  named
    ? Prisma.sql`(SELECT patient_id, family, given FROM patient_name_forms WHERE ${condition} LIMIT ${MOST_A_KEY})`
    : Prisma.sql`(SELECT patient_id, NULL::text AS family, NULL::text AS given FROM patient_name_forms WHERE ${condition} LIMIT ${MOST_A_KEY})`;

function statement(key: BlockingKey): Prisma.Sql {
  switch (key.by) {
    // Everybody born on a day is too many to load: their names are read from the index alone and sifted.
    case 'birth_date':
    case 'birth_date_swapped':
      return forms(Prisma.sql`birth_on = ${key.birthOn}`, true);
    case 'name':
    case 'name_swapped':
      return forms(Prisma.sql`family = ${key.family} AND given = ${key.given}`, false);
    case 'sound':
      return forms(Prisma.sql`family_sound = ${key.familySound} AND given_sound = ${key.givenSound}`, false);
    case 'sound_and_day':
      return forms(Prisma.sql`family_sound = ${key.familySound} AND right(birth_on, 6) = ${key.monthAndDay}`, false);
    case 'phone':
    case 'email':
      return Prisma.sql`(SELECT patient_id, NULL::text AS family, NULL::text AS given FROM patient_contacts WHERE normalized = ${key.normalized} LIMIT ${MOST_A_KEY})`;
    case 'street':
      // ZIP+4 is found by its five digits through a range, which every collation orders alike.
      return Prisma.sql`(SELECT patient_id, NULL::text AS family, NULL::text AS given FROM patient_addresses WHERE zip >= ${key.zip} AND zip <= ${`${key.zip}-9999`} AND street = ${key.street} LIMIT ${MOST_A_KEY})`;
  }
}

const alike = (a: string, b: string): boolean => a !== '' && b !== '' && (jaroWinkler(a, b) >= SIMILAR || soundAlike(a, b));

/** Of those born on the day, the ones whose name is at all like the one sent; crosswise too, since boxes get swapped. */
function nameLike(subject: Subject): (row: Row) => boolean {
  const sent = [compactKey(subject.family), compactKey(subject.given)];
  return ({ family, given }) => family === null || sent.some((key) => alike(key, family.replaceAll(' ', '')) || alike(key, (given ?? '').replaceAll(' ', '')));
}

/** Ids of the patients whom a person may be, those that most keys lead to first. */
async function findIds(client: Db | Tx, subject: Subject): Promise<string[]> {
  const keys = blockingKeys(subject);
  if (keys.length === 0) return [];
  const rows = await client.$queryRaw<Row[]>(Prisma.join(keys.map(statement), ' UNION ALL '));
  const hits = new Map<string, number>();
  for (const { patient_id: id } of rows.filter(nameLike(subject))) hits.set(id, (hits.get(id) ?? 0) + 1);
  return [...hits].sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED).map(([id]) => id);
}

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
