import { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { db, type Prisma } from '@/lib/platform/db';
import { auditEvents, type AuditEventName } from './events';
import { sentenceOf, type AuditClass } from './labels';
import { recordLook } from './record';

const PAGE = 100;

/** A case, and what came in before there was one: its submission and documents. */
export type AuditAbout = { caseId: string; submissionId: string; documentIds: readonly string[] };
export type AuditFilters = { about?: AuditAbout; classes: readonly AuditClass[]; before?: bigint };
export type AuditLine = { id: string; at: Date; who: string; class: AuditClass; words: string; changes: readonly { field: string; before: string | null; after: string | null }[] };

const names = Object.keys(auditEvents) as AuditEventName[];
const isEvent = (text: string): text is AuditEventName => (names as string[]).includes(text);
const changesSchema = z.object({ changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })) });

/** One case's whole life stands on one page. */
const MOST_HAPPENINGS = 500;

type Row = { id: bigint; at: Date; actorKind: string; staffId: string | null; event: string; details: Prisma.JsonValue };

/** Read again through its schema: an entry that does not fit is shown as such, never skipped. */
function lineOf(row: Row, who: string): AuditLine {
  const base = { id: row.id.toString(), at: row.at, who };
  if (!isEvent(row.event)) return { ...base, class: 'access', words: `unknown event "${row.event}".`, changes: [] };
  const read = auditEvents[row.event].safeParse(row.details);
  if (!read.success) return { ...base, class: 'access', words: `entry "${row.event}" cannot be read.`, changes: [] };
  const changes = changesSchema.safeParse(read.data);
  return { ...base, ...sentenceOf(row.event, read.data as never), changes: changes.success ? changes.data.changes : [] };
}

const speakers: Record<string, string> = { worker: 'System', visitor: 'Public form' };

const entriesAbout = ({ caseId, submissionId, documentIds }: AuditAbout) => [{ caseId }, { caseId: null, submissionId }, { caseId: null, documentId: { in: [...documentIds] } }];

async function namesOf(rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const staff = await db().staff.findMany({ where: { id: { in: rows.flatMap(({ staffId }) => staffId ?? []) } }, select: { id: true, name: true } });
  return new Map(staff.map(({ id, name }) => [id, name]));
}
const speakerOf = (row: Row, nameOf: ReadonlyMap<string, string>): string => nameOf.get(row.staffId ?? '') ?? speakers[row.actorKind] ?? 'Somebody';

/** Entries newest first. Looking at the audit is itself an entry. */
export async function listAudit(actor: StaffActor, { about, classes, before }: AuditFilters): Promise<{ lines: AuditLine[]; next: string | null }> {
  const rows = await db().auditEvent.findMany({
    where: { ...(about === undefined ? {} : { OR: entriesAbout(about) }), ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: PAGE,
  });
  const nameOf = await namesOf(rows);
  const lines = rows.map((row) => lineOf(row, speakerOf(row, nameOf))).filter((line) => classes.length === 0 || classes.includes(line.class));
  await recordLook(actor, { event: 'audit.viewed', caseId: about?.caseId, details: { filters: [...classes], shown: lines.length } });
  return { lines, next: rows.length === PAGE ? (rows.at(-1)?.id.toString() ?? null) : null };
}

/** Looking and being let in are no part of what happened to a case; who may see those has the audit. */
const HAPPENED: readonly AuditClass[] = ['change', 'decision', 'send'];
/** Notes stand there in their full words. */
const withLooks = names.filter((event) => event !== 'case.noted');
const happenings = withLooks.filter((event) => !/\.(viewed|searched|rehearsed|fetched|refused)$/.test(event));

/**
 * What happened to a case, newest first: for whoever works it. `looks`: also who looked, for those who may see the audit.
 * The caller has shown the case already; the look at it says "history".
 */
export async function listHappenings(about: AuditAbout, looks: boolean): Promise<readonly AuditLine[]> {
  const rows = await db().auditEvent.findMany({ where: { OR: entriesAbout(about), event: { in: looks ? withLooks : happenings } }, orderBy: { id: 'desc' }, take: MOST_HAPPENINGS });
  const nameOf = await namesOf(rows);
  return rows.map((row) => lineOf(row, speakerOf(row, nameOf))).filter((line) => looks || HAPPENED.includes(line.class));
}
