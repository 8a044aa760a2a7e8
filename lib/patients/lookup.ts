/** Whom a person may be, by ids: each key one statement that an index answers without the table, all of them sent as one. */
import type { CalendarDate } from '@/lib/platform/dates';
import { Prisma, type Db, type Tx } from '@/lib/platform/db';
import { blockingKeys, type BlockingKey, type Years } from './matching/blocking';
import { sift, type Row } from './matching/sifting';
import type { Subject } from './matching/types';
import type { PortalAttempt } from './portal';
import { portalKeys } from './portal-keys';

/** Rows read for one key. A key shared by more people says too little to be worth more; the other keys find the person. */
const MOST_A_KEY = 500;

type Found = { patient_id: string; by: BlockingKey['by']; family: string | null; given: string | null; birth_on: string | null };

const BEGINNINGS = Prisma.sql`(least(left(replace(family, ' ', ''), 3) COLLATE "C", left(replace(given, ' ', ''), 3) COLLATE "C") || '|' || greatest(left(replace(family, ' ', ''), 3) COLLATE "C", left(replace(given, ' ', ''), 3) COLLATE "C"))`;

const forms = (by: BlockingKey['by'], condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT patient_id, ${by}::text AS by, family, given, birth_on FROM patient_name_forms WHERE ${condition} LIMIT ${MOST_A_KEY})`;
const within = (years: Years): Prisma.Sql => (years === null ? Prisma.sql`birth_on IS NULL` : Prisma.sql`birth_on >= ${years.from} AND birth_on < ${years.to}`);
/** Without a birth date everybody of the name is asked, not only who has none on record. */
const born = (years: Years, known: boolean): Prisma.Sql => (years === null && !known ? Prisma.sql`TRUE` : within(years));

function nameStatement(key: Extract<BlockingKey, { family: string }>, known: boolean): Prisma.Sql {
  return forms(key.by, Prisma.sql`family = ${key.family} AND given = ${key.given} AND ${born(key.years, known)}`);
}

function statement(key: BlockingKey, known: boolean): Prisma.Sql {
  switch (key.by) {
    case 'birth_date':
    case 'birth_date_swapped':
      return forms(key.by, Prisma.sql`birth_on = ${key.birthOn}`);
    case 'name':
    case 'name_swapped':
      return nameStatement(key, known);
    case 'sound':
      return forms(key.by, Prisma.sql`family_sound = ${key.familySound} AND given_sound = ${key.givenSound} AND ${born(key.years, known)}`);
    case 'sound_and_day':
      return forms(key.by, Prisma.sql`family_sound = ${key.familySound} AND right(birth_on, 6) = ${key.monthAndDay}`);
    case 'sound_and_zip':
      return forms(key.by, Prisma.sql`zip = ${key.zip} AND given_sound = ${key.givenSound}`);
    case 'beginnings':
      return forms(key.by, Prisma.sql`${BEGINNINGS} = ${key.beginnings} AND ${born(key.years, known)}`);
    case 'phone':
    case 'email':
      return Prisma.sql`(SELECT patient_id, ${key.by}::text AS by, NULL::text AS family, NULL::text AS given, NULL::text AS birth_on FROM patient_contacts WHERE normalized = ${key.normalized} LIMIT ${MOST_A_KEY})`;
    case 'street':
      // ZIP+4 is found by its five digits through a range, which every collation orders alike.
      return Prisma.sql`(SELECT patient_id, ${key.by}::text AS by, NULL::text AS family, NULL::text AS given, NULL::text AS birth_on FROM patient_addresses WHERE zip >= ${key.zip} AND zip <= ${`${key.zip}-9999`} AND street = ${key.street} LIMIT ${MOST_A_KEY})`;
  }
}

const rowOf = ({ patient_id: patientId, by, family, given, birth_on: birthOn }: Found): Row => ({ patientId, by, family, given, birthOn });

/** Ids of the patients whom a person may be, the most promising first. */
export async function findIds(client: Db | Tx, subject: Subject): Promise<string[]> {
  const keys = blockingKeys(subject);
  if (keys.length === 0) return [];
  const known = subject.birthOn !== null;
  const found = await client.$queryRaw<Found[]>(Prisma.join(keys.map((key) => statement(key, known)), ' UNION ALL '));
  return sift(subject, found.map(rowOf));
}

/** Ids of the patients whom the portal finds for what is typed, by the function that the portal itself calls. */
export async function portalIds(client: Db | Tx, attempt: PortalAttempt, today: CalendarDate): Promise<string[]> {
  const { portalGiven, portalFamily, portalSuffix, birthOn, sex, phone, email } = portalKeys(attempt);
  const rows = await client.$queryRaw<{ id: string }[]>`SELECT id FROM portal_finds(${portalGiven}, ${portalFamily}, ${portalSuffix}, ${birthOn}, ${sex}, ${phone}, ${email}, ${today}::date) AS id`;
  return rows.map(({ id }) => id);
}
