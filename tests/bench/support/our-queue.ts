/** The queue as the page asks for it: the application's own functions over its own connections. */
import type { StaffActor } from '@/lib/access/actor';
import { pageSql } from '@/lib/cases/queries/queue';
import { countViews, type QueueCounts } from '@/lib/cases/queries/queue-counts';
import { pageIdsOf } from '@/lib/cases/queries/queue-sql';
import { changed, inView, keysOfRow, type QueueState, readQueue } from '@/lib/cases/views';
import { db } from '@/lib/platform/db';

const ALL = readQueue({}).state;
export const PAGE = 25;

/** The first page of all open cases with every count beside it; without the audit entry, which is a write and measured with the pages. */
export async function firstPage(actor: StaffActor, at: Date): Promise<{ numbers: number[]; counts: QueueCounts }> {
  const [counts, rows] = await Promise.all([countViews(actor), db().$queryRaw<{ number: number }[]>(pageSql(ALL, actor, at))]);
  return { numbers: rows.slice(0, PAGE).map(({ number }) => number), counts };
}

/** The address of the page that begins after so many closed cases, as a reader would have come to it. */
export async function placeInHistory(after: number): Promise<QueueState> {
  const [row] = await db().$queryRaw<{ closed_at: Date; number: number }[]>`SELECT closed_at, number FROM cases WHERE state = 'closed' ORDER BY closed_at DESC, number DESC OFFSET ${after - 1}::int LIMIT 1`;
  if (row === undefined) throw new RangeError(`there are not ${after} closed cases`);
  const keys = keysOfRow({ dueAt: null, deadlineOn: null, deadlineProven: false, receivedAt: row.closed_at, closedAt: row.closed_at, number: row.number }, 'closed');
  return changed(inView(ALL, 'closed'), { place: { way: 'after', keys } });
}

/** Which cases stand on that page. */
export const historyPage = async (actor: StaffActor, at: Date, state: QueueState): Promise<string[]> =>
  (await db().$queryRaw<{ id: string }[]>(pageIdsOf(state, actor, at, PAGE))).slice(0, PAGE).map(({ id }) => id);
