/** The queue: views with capped counts and one page of rows in promise order. */
import type { StaffActor } from '@/lib/access/actor';
import { recordLook } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db, Prisma } from '@/lib/platform/db';
import { officeDate, officeInstant } from '@/lib/platform/dates';
import { promise } from '@/lib/policies/promise';
import { listClosures } from '@/lib/policies/queries';

export const QUEUE_VIEWS = ['mine', 'unassigned', 'due_today', 'overdue', 'waiting', 'second_review', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export const asView = (text: string | undefined): QueueView => QUEUE_VIEWS.find((view) => view === text) ?? 'all';

const PAGE = 50;
/** Nobody reads a count beyond this; counting on would cost more than the page. */
const MOST_COUNTED = 999;

const free = Prisma.sql`NOT EXISTS (SELECT 1 FROM case_claims k WHERE k.case_id = c.id AND k.released_at IS NULL)`;

function condition(view: QueueView, actor: StaffActor, at: Date): Prisma.Sql {
  const today = officeDate(at);
  switch (view) {
    case 'mine':
      return Prisma.sql`EXISTS (SELECT 1 FROM case_claims k WHERE k.case_id = c.id AND k.released_at IS NULL AND k.staff_id = ${actor.staffId}::uuid)`;
    case 'unassigned':
      return free;
    case 'due_today':
      return Prisma.sql`c.due_at >= ${at} AND c.due_at <= ${officeInstant(today, 23, 59)}`;
    case 'overdue':
      return Prisma.sql`c.due_at < ${at}`;
    case 'waiting':
      return Prisma.sql`c.state = 'waiting_on_requester'`;
    case 'second_review':
      return Prisma.sql`c.state = 'needs_second_review'`;
    case 'all':
      return Prisma.sql`true`;
  }
}

export type QueueCount = { view: QueueView; count: number; capped: boolean };

/** Each view's number of open cases, counted no further than 999. */
export async function countViews(actor: StaffActor): Promise<QueueCount[]> {
  const at = now();
  const parts = QUEUE_VIEWS.map(
    (view) => Prisma.sql`SELECT ${view} AS view, (SELECT count(*)::int FROM (SELECT 1 FROM cases c WHERE c.state <> 'closed' AND ${condition(view, actor, at)} LIMIT ${MOST_COUNTED + 1}) x) AS count`,
  );
  const rows = await db().$queryRaw<{ view: QueueView; count: number }[]>(Prisma.join(parts, ' UNION ALL '));
  return rows.map(({ view, count }) => ({ view, count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED }));
}

export type QueueCursor = { due: Date | null; number: number };

/** Where the last page ended: cases after it in promise order, those with a stopped clock last. */
function after(cursor: QueueCursor | null): Prisma.Sql {
  if (cursor === null) return Prisma.sql`true`;
  if (cursor.due === null) return Prisma.sql`c.due_at IS NULL AND c.number > ${cursor.number}`;
  return Prisma.sql`(c.due_at > ${cursor.due} OR c.due_at IS NULL OR (c.due_at = ${cursor.due} AND c.number > ${cursor.number}))`;
}

/** One page of a view. The look is logged with what it showed before the rows are handed out. */
export async function listQueue(actor: StaffActor, view: QueueView, cursor: QueueCursor | null) {
  const at = now();
  const ids = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM cases c WHERE c.state <> 'closed' AND ${condition(view, actor, at)} AND ${after(cursor)}
    ORDER BY c.due_at ASC NULLS LAST, c.number LIMIT ${PAGE + 1}`;
  const cases = await db().case.findMany({
    where: { id: { in: ids.slice(0, PAGE).map(({ id }) => id) } },
    include: {
      subject: true,
      submission: { include: { documents: { where: { removedAt: null }, include: { reviews: { where: { supersededAt: null } } }, orderBy: { receivedAt: 'asc' } } } },
      claims: { where: { releasedAt: null }, include: { staff: { select: { publicId: true, name: true } } } },
      waits: true,
      patient: { select: { restriction: true } },
    },
  });
  const order = new Map(ids.map(({ id }, place) => [id, place]));
  const rows = cases.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  await recordLook(actor, { event: 'queue.viewed', details: { view, shown: rows.map((row) => `C-${row.number}`) } });
  const last = rows.at(-1);
  return { rows, next: ids.length > PAGE && last !== undefined ? { due: last.dueAt, number: last.number } : null };
}
export type QueueRow = Awaited<ReturnType<typeof listQueue>>['rows'][number];

/** The promise of each row as it stands now, in the rows' order. */
export async function promisesOf(rows: readonly QueueRow[]) {
  const at = now();
  const closures = await listClosures(db());
  const promises = rows.map(({ receivedAt, targetDays, waits }) => {
    const pauses = waits.filter((wait) => wait.stopsClock).map((wait) => ({ from: wait.fromAt, until: wait.untilAt, reason: wait.reason }));
    return promise({ receivedAt, targetDays, closures, pauses, now: at });
  });
  return { promises, today: officeDate(at) };
}

/** A place in the list as a URL carries it: due time and case number, nothing of a person. */
export const cursorText = ({ due, number }: QueueCursor): string => `${due === null ? 'x' : due.getTime()}.${number}`;

export function asCursor(text: string | undefined): QueueCursor | null {
  const parts = /^(x|\d{1,15})\.(\d{1,9})$/.exec(text ?? '');
  return parts === null ? null : { due: parts[1] === 'x' ? null : new Date(Number(parts[1])), number: Number(parts[2]) };
}
