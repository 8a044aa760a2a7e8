/** The queue as it is usually written: one `count` a view, a page by `skip` and `take`, an index for each column. */
import type { Client } from 'pg';
import type { StaffActor } from '@/lib/access/actor';
import { officeDate, officeInstant } from '@/lib/platform/dates';
import { db, dbDate, type Prisma } from '@/lib/platform/db';

type Where = Prisma.CaseWhereInput;
const OPEN: Where = { state: { not: 'closed' } };

function usualViews(actor: StaffActor, at: Date): Where[] {
  const today = officeDate(at);
  return [
    { claims: { some: { releasedAt: null, staffId: actor.staffId } } },
    { claims: { none: { releasedAt: null } } },
    { dueAt: { gte: at, lte: officeInstant(today, 23, 59) } },
    { dueAt: { lt: at } },
    { state: 'waiting_on_requester' },
    { state: { in: ['waiting_on_provider', 'waiting_on_registry'] } },
    { OR: [{ state: 'needs_second_review' }, { escalations: { some: { answeredAt: null } } }] },
    { releases: { some: { dispatches: { some: { state: { in: ['failed', 'unknown'] } } } } } },
    { waits: { some: { untilAt: null, wakeOn: { gt: dbDate(today) } } } },
    {},
  ];
}

const usualRow = {
  subject: true,
  submission: { include: { documents: { where: { removedAt: null }, include: { reviews: { where: { supersededAt: null } } } } } },
  claims: { where: { releasedAt: null }, include: { staff: { select: { publicId: true, name: true } } } },
  waits: true,
  closures: { where: { undoneAt: null } },
  patient: { select: { restriction: true } },
} as const satisfies Prisma.CaseInclude;

export const usualPage = (skip: number) =>
  db().case.findMany({ where: OPEN, orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }], skip, take: 25, include: usualRow });

/** The first page, each view's count and the kinds'. */
export async function usualFirstPage(actor: StaffActor, at: Date): Promise<void> {
  await usualPage(0);
  for (const view of usualViews(actor, at)) await db().case.count({ where: { AND: [OPEN, view] } });
  await db().case.groupBy({ by: ['kind'], where: OPEN, _count: true });
}

const CLOSED: Where = { state: 'closed' };

/** "Page 10,000 of 36,000": the rows by offset, and the count that the words need. */
export async function usualHistory(skip: number): Promise<{ id: string; number: number }[]> {
  const page = await db().case.findMany({ where: CLOSED, orderBy: [{ closedAt: 'desc' }, { number: 'desc' }], skip, take: 25, select: { id: true, number: true } });
  await db().case.count({ where: CLOSED });
  return page;
}

/** Takes our own indexes away, so that the usual way does not borrow them, and gives it those a schema usually has. */
export async function usualIndexes(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`SELECT indexname AS name FROM pg_indexes WHERE tablename = 'cases' AND indexdef LIKE '%WHERE%'`);
  for (const { name } of rows) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`);
  for (const column of ['state', 'kind', 'due_at', 'received_at', 'closed_at']) await client.query(`CREATE INDEX usual_${column} ON cases (${column})`);
  await client.query('VACUUM (ANALYZE) cases');
}
