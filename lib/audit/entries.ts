/** Entries as rows, newest first, each question by its own tree: a case or a person, a colleague, a span of days. */
import { db, Prisma, type Db, type Tx } from '@/lib/platform/db';
import type { AuditEventName } from './events';

/** A case, and what came in before there was one: its submission and documents. */
export type AuditAbout = { readonly caseId: string; readonly submissionId: string; readonly documentIds: readonly string[] };
export type AuditScope = {
  readonly about?: AuditAbout;
  readonly patientId?: string;
  readonly staffId?: string;
  readonly actorKind?: 'worker' | 'visitor';
  readonly events?: readonly AuditEventName[];
  readonly fromAt?: Date;
  /** Not of this instant any more. */
  readonly untilAt?: Date;
  readonly uptoId?: bigint;
};
/** Where a page ends: entries are ordered by time, and those of one time by number. */
export type Place = { readonly at: Date; readonly id: bigint };
export type EntryRow = {
  id: bigint;
  at: Date;
  actorKind: string;
  staffId: string | null;
  event: string;
  caseId: string | null;
  patientId: string | null;
  details: Prisma.JsonValue;
  requestId: string;
  address: string | null;
};

const COLUMNS = Prisma.raw('id, at, actor_kind AS "actorKind", staff_id AS "staffId", event, case_id AS "caseId", patient_id AS "patientId", details, request_id AS "requestId", address');
const NEWEST_FIRST = Prisma.raw('ORDER BY at DESC, id DESC');

function conditions(scope: AuditScope, before: Place | null): Prisma.Sql[] {
  return [
    ...(scope.patientId === undefined ? [] : [Prisma.sql`patient_id = ${scope.patientId}::uuid`]),
    ...(scope.staffId === undefined ? [] : [Prisma.sql`staff_id = ${scope.staffId}::uuid`]),
    ...(scope.actorKind === undefined ? [] : [Prisma.sql`actor_kind = ${scope.actorKind}::"ActorKind"`]),
    ...(scope.events === undefined ? [] : [Prisma.sql`event = ANY(${[...scope.events]})`]),
    ...(scope.fromAt === undefined ? [] : [Prisma.sql`at >= ${scope.fromAt}`]),
    ...(scope.untilAt === undefined ? [] : [Prisma.sql`at < ${scope.untilAt}`]),
    ...(scope.uptoId === undefined ? [] : [Prisma.sql`id <= ${scope.uptoId}`]),
    // The first half is what the months are chosen by.
    ...(before === null ? [] : [Prisma.sql`at <= ${before.at} AND (at, id) < (${before.at}, ${before.id})`]),
  ];
}

/** Three questions and not one with OR: each then walks its own tree and stops at the page's end. */
const branches = ({ about }: AuditScope): Prisma.Sql[][] =>
  about === undefined
    ? [[]]
    : [
        [Prisma.sql`case_id = ${about.caseId}::uuid`],
        [Prisma.sql`case_id IS NULL AND submission_id = ${about.submissionId}::uuid`],
        ...about.documentIds.map((id) => [Prisma.sql`case_id IS NULL AND submission_id IS NULL AND document_id = ${id}::uuid`]),
      ];

const where = (parts: readonly Prisma.Sql[]): Prisma.Sql => (parts.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...parts], ' AND ')}`);

/** So many at most, newest first, from a place on. */
export function entriesStatement(scope: AuditScope, before: Place | null, most: number): Prisma.Sql {
  const shared = conditions(scope, before);
  const each = branches(scope).map((own) => Prisma.sql`(SELECT ${COLUMNS} FROM audit_events ${where([...own, ...shared])} ${NEWEST_FIRST} LIMIT ${most})`);
  return each.length === 1 ? (each[0] as Prisma.Sql) : Prisma.sql`SELECT * FROM (${Prisma.join(each, ' UNION ALL ')}) AS found ${NEWEST_FIRST} LIMIT ${most}`;
}

export const readEntries = (client: Db | Tx, scope: AuditScope, before: Place | null, most: number): Promise<EntryRow[]> => client.$queryRaw<EntryRow[]>(entriesStatement(scope, before, most));

export async function readEntry(id: bigint): Promise<EntryRow | null> {
  const [row] = await db().$queryRaw<EntryRow[]>`SELECT ${COLUMNS} FROM audit_events WHERE id = ${id} LIMIT 1`;
  return row ?? null;
}

/** The newest number that can be seen. */
export async function newestId(client: Db | Tx): Promise<bigint> {
  const [row] = await client.$queryRaw<{ id: bigint | null }[]>`SELECT max(id) AS id FROM audit_events`;
  return row?.id ?? 0n;
}
