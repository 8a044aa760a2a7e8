/** Entries as sentences, with the names of those they speak of. */
import { z } from 'zod';
import { maySee } from '@/lib/access/restricted';
import { db, type Db, type Tx } from '@/lib/platform/db';
import type { EntryRow } from './entries';
import { auditEvents, type AuditEventName } from './events';
import { sentenceOf, type AuditClass } from './labels';

export type AuditChange = { readonly field: string; readonly before: string | null; readonly after: string | null };
export type AuditLine = {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly class: AuditClass;
  readonly words: string;
  readonly changes: readonly AuditChange[];
  /** Whom it is about, where it is about somebody. */
  readonly caseNumber: number | null;
  readonly registryNumber: number | null;
};

export const eventNames = Object.keys(auditEvents) as AuditEventName[];
const isEvent = (text: string): text is AuditEventName => (eventNames as string[]).includes(text);
const changesSchema = z.object({ changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })) });
const speakers: Record<string, string> = { worker: 'System', visitor: 'Public form' };

type Said = Pick<AuditLine, 'class' | 'words' | 'changes'>;
const unread = (words: string): Said => ({ class: 'access', words, changes: [] });

/** Read again through its schema: an entry that does not fit is shown as such, with its number, never skipped. */
export function saidIn({ id, event, details }: Pick<EntryRow, 'id' | 'event' | 'details'>): Said {
  if (!isEvent(event)) return unread(`entry ${id} cannot be read: it is of a kind “${event}” that nobody knows.`);
  const read = auditEvents[event].safeParse(details);
  if (!read.success) return unread(`entry ${id}, “${event}”, cannot be read: its details do not fit.`);
  const changes = changesSchema.safeParse(read.data);
  return { ...sentenceOf(event, read.data as never), changes: changes.success ? changes.data.changes : [] };
}

/** Who looked at a restricted record is the audit's own; what was said and changed of it is for whoever opened it. */
const TOLD_OF_RESTRICTED: readonly AuditClass[] = ['look', 'access', 'send'];
const withheld = (said: Said, event: string): Said =>
  TOLD_OF_RESTRICTED.includes(said.class) ? said : { ...said, words: `made the entry “${event}” about a restricted record: whoever opens that record reads what it says.`, changes: [] };

type Reader = Parameters<typeof maySee>[0];
type Names = {
  readonly staff: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<string, { number: number; hidden: boolean }>;
  readonly patients: ReadonlyMap<string, { registryNumber: number; hidden: boolean }>;
};

const OPEN_TO_ALL = { id: null, restriction: null };

async function namesOf(client: Db | Tx, rows: readonly EntryRow[], reader: Reader): Promise<Names> {
  const ids = (of: 'staffId' | 'caseId' | 'patientId'): string[] => [...new Set(rows.flatMap((row) => row[of] ?? []))];
  const staff = await client.staff.findMany({ where: { id: { in: ids('staffId') } }, select: { id: true, name: true } });
  const cases = await client.case.findMany({ where: { id: { in: ids('caseId') } }, select: { id: true, number: true, patient: { select: { id: true, restriction: true } } } });
  const patients = await client.patient.findMany({ where: { id: { in: ids('patientId') } }, select: { id: true, registryNumber: true, restriction: true } });
  return {
    staff: new Map(staff.map(({ id, name }) => [id, name])),
    cases: new Map(cases.map(({ id, number, patient }) => [id, { number, hidden: !maySee(reader, patient ?? OPEN_TO_ALL) }])),
    patients: new Map(patients.map(({ id, registryNumber, restriction }) => [id, { registryNumber, hidden: !maySee(reader, { id, restriction }) }])),
  };
}

function lineOf(row: EntryRow, { staff, cases, patients }: Names): AuditLine {
  const [about, patient] = [cases.get(row.caseId ?? ''), patients.get(row.patientId ?? '')];
  const said = saidIn(row);
  const hides = about?.hidden === true || patient?.hidden === true;
  return {
    id: row.id.toString(),
    at: row.at,
    who: staff.get(row.staffId ?? '') ?? speakers[row.actorKind] ?? 'Somebody',
    ...(hides ? withheld(said, row.event) : said),
    caseNumber: about?.number ?? null,
    registryNumber: patient?.registryNumber ?? null,
  };
}

/** What was changed in a restricted record is read by whoever may see the record itself. */
export async function linesOf(rows: readonly EntryRow[], reader: Reader, client: Db | Tx = db()): Promise<AuditLine[]> {
  const names = await namesOf(client, rows, reader);
  return rows.map((row) => lineOf(row, names));
}
