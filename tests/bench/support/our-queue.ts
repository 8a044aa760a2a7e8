/** The application's own statements of the queue, sent as the application sends them: prepared once a connection. */
import type { Client } from 'pg';
import type { StaffActor } from '@/lib/access/actor';
import { pageSql } from '@/lib/cases/queries/queue';
import { countsSql } from '@/lib/cases/queries/queue-counts';
import { pageIdsOf } from '@/lib/cases/queries/queue-sql';
import { changed, inView, keysOfRow, readQueue } from '@/lib/cases/views';
import type { Prisma } from '@/lib/platform/db';

const ALL = readQueue({}).state;
export const PAGE = 25;

const ask = (client: Client, name: string, { text, values }: Prisma.Sql) => client.query<Record<string, unknown>>({ name, text, values });

/** The first page of all open cases with every count beside it. */
export async function firstPage(client: Client, actor: StaffActor, at: Date): Promise<{ numbers: number[]; counts: Record<string, unknown> }> {
  const counts = await ask(client, 'counts', countsSql(actor, at));
  const page = await ask(client, 'page', pageSql(ALL, actor, at));
  return { numbers: page.rows.slice(0, PAGE).map((row) => Number(row.number)), counts: counts.rows[0] ?? {} };
}

/** The address of the page that begins after so many closed cases, as a reader would have come to it. */
export async function placeInHistory(client: Client, after: number) {
  const { rows } = await client.query<{ closed_at: Date; number: number }>(`SELECT closed_at, number FROM cases WHERE state = 'closed' ORDER BY closed_at DESC, number DESC OFFSET $1 LIMIT 1`, [after - 1]);
  const [row] = rows;
  if (row === undefined) throw new RangeError(`there are not ${after} closed cases`);
  const keys = keysOfRow({ dueAt: null, deadlineOn: null, deadlineProven: false, receivedAt: row.closed_at, closedAt: row.closed_at, number: row.number }, 'closed');
  return changed(inView(ALL, 'closed'), { place: { way: 'after', keys } });
}

export const historyPage = async (client: Client, actor: StaffActor, at: Date, state: Awaited<ReturnType<typeof placeInHistory>>): Promise<string[]> =>
  (await ask(client, 'history', pageIdsOf(state, actor, at, PAGE))).rows.slice(0, PAGE).map((row) => String(row.id));
