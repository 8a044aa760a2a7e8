import { can, type StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { look } from '@/lib/look';
import { readPatients } from '@/lib/patients/queries';
import { nameWords } from '@/lib/patients/matching/normalise';
import { db, Prisma } from '@/lib/platform/db';
import { done } from '@/lib/platform/outcome';
import { searchSchema } from './schema';

const MOST = 20;

/** A prefix as a range: a prepared LIKE would lose the index. U+FFFF sorts after every letter. */
const begins = (column: Prisma.Sql, word: string): Prisma.Sql => Prisma.sql`(${column} ~>=~ ${word} AND ${column} ~<~ ${`${word}\uffff`})`;

/** Name forms in which every word typed begins the first or the last name, one of them the last. */
function condition(words: readonly string[], birthOn: string | undefined): Prisma.Sql {
  const family = Prisma.sql`f.family`;
  const given = Prisma.sql`f.given`;
  const each = words.map((word) => Prisma.sql`(${begins(family, word)} OR ${begins(given, word)})`);
  const born = birthOn === undefined ? Prisma.sql`(${Prisma.join(words.map((word) => begins(family, word)), ' OR ')})` : Prisma.sql`f.birth_on = ${birthOn}`;
  return Prisma.sql`${born} AND ${Prisma.join(each, ' AND ')}`;
}

async function findIds(words: readonly string[], birthOn: string | undefined): Promise<string[]> {
  const rows = await db().$queryRaw<{ patient_id: string }[]>`SELECT DISTINCT f.patient_id FROM patient_name_forms f WHERE ${condition(words, birthOn)} LIMIT ${MOST * 3}`;
  return rows.map((row) => row.patient_id);
}

const casesOf = (ids: readonly string[]) =>
  db().case.findMany({ where: { patientId: { in: [...ids] } }, orderBy: { number: 'desc' }, select: { number: true, kind: true, state: true, dueAt: true, receivedOn: true, patientId: true } });

/** What a role needs to choose the right person: an agent sees that a record exists, its cases and their dates, no doses and no contacts. */
async function search(actor: StaffActor, { name, birthOn }: { name: string; birthOn?: string }) {
  const words = nameWords(name);
  const found = (words.length === 0 ? [] : await readPatients(db(), await findIds(words, birthOn))).filter((patient) => maySee(actor, patient)).slice(0, MOST);
  const cases = await casesOf(found.map(({ id }) => id));
  return found.map((patient) => {
    const shown = patient.names.find((one) => one.use === 'current' && !one.hidden) ?? patient.names.find((one) => !one.hidden);
    return {
      id: patient.id,
      patientId: patient.publicId,
      name: shown === undefined ? 'Name not shown' : `${shown.given} ${shown.family}`,
      birthOn: patient.birthOn,
      town: can(actor, 'case.view') ? (patient.addresses.find((address) => address.current)?.city ?? null) : null,
      cases: cases.filter((one) => one.patientId === patient.id).map(({ patientId: _, ...rest }) => rest),
    };
  });
}

/** Finds a person by parts of the name and the date of birth. The search itself is logged: its shape and whom it showed. */
export const searchPatients = look({
  name: 'patient.search',
  input: searchSchema,
  rate: 'person_search',
  run: async (actor, input) => {
    const hits = await search(actor, input);
    const shape = [`${nameWords(input.name).length} parts of a name`, ...(input.birthOn === undefined ? [] : ['date of birth'])];
    return {
      outcome: done(hits.map(({ id: _, ...hit }) => hit)),
      entries: [
        { event: 'patient.searched', details: { shape, shown: hits.map(({ patientId }) => patientId) } },
        ...hits.map(({ id }) => ({ event: 'patient.viewed' as const, patientId: id, details: { part: 'search_result' } })),
      ],
    };
  },
});
