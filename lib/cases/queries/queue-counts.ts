/** How many cases stand in each view and of each kind: live, capped, and nothing of a person, so not a look. */
import type { StaffActor } from '@/lib/access/actor';
import { CASE_KINDS, type CaseKind } from '@/lib/policies/case-kinds';
import { now } from '@/lib/platform/clock';
import { db, Prisma } from '@/lib/platform/db';
import { changed, inView, OPEN_VIEWS, readQueue, type QueueState, type QueueView } from '../views';
import { armsOf, countOf, MOST_COUNTED } from './queue-sql';

export type Count = { readonly count: number; readonly capped: boolean };
export type QueueCounts = { readonly views: Readonly<Record<QueueView, Count>>; readonly kinds: Readonly<Record<CaseKind, Count>>; /** The newest case number there is. */ readonly newest: number };

export const capped = (count: number, most = MOST_COUNTED): Count => ({ count: Math.min(count, most), capped: count > most });

const ALL: QueueState = readQueue({}).state;

const EVERYBODYS = OPEN_VIEWS.filter((view) => view !== 'mine');

/** One statement with a column for each count that is the same for everybody. Closed cases are not counted: they are history, and many. */
export function countsSql(actor: StaffActor, at: Date): Prisma.Sql {
  const states: readonly (readonly [string, QueueState])[] = [
    ...EVERYBODYS.map((view) => [`view_${view}`, inView(ALL, view)] as const),
    ...CASE_KINDS.map((kind) => [`kind_${kind}`, changed(ALL, { kinds: [kind] })] as const),
  ];
  const counts = states.map(([name, state]) => Prisma.sql`${countOf(armsOf(state, actor, at))} AS ${Prisma.raw(name)}`);
  return Prisma.sql`SELECT ${Prisma.join(counts)}, (SELECT coalesce(max(number), 0) FROM cases) AS newest`;
}

type Counted = Readonly<Record<string, number>>;
const readCounts = async (actor: StaffActor): Promise<Counted> => (await db().$queryRaw<Counted[]>(countsSql(actor, now())))[0] ?? {};

/** The count under way, and the one that begins after it for all who asked meanwhile. */
const flights: { running: Promise<Counted> | null; next: Promise<Counted> | null } = { running: null, next: null };

function fly(actor: StaffActor): Promise<Counted> {
  flights.next = null;
  flights.running = readCounts(actor).finally(() => (flights.running = null));
  return flights.running;
}

/** Whoever asks while a count is under way shares the next one: at most one statement at a time, and never an answer older than the question. */
function everybodysCounts(actor: StaffActor): Promise<Counted> {
  if (flights.running === null) return fly(actor);
  flights.next ??= flights.running.then(() => fly(actor), () => fly(actor));
  return flights.next;
}

export async function countViews(actor: StaffActor): Promise<QueueCounts> {
  const [row, mine] = await Promise.all([everybodysCounts(actor), countQueue(actor, inView(ALL, 'mine'))]);
  const of = (name: string): Count => capped(row[name] ?? 0);
  return {
    views: { ...(Object.fromEntries(EVERYBODYS.map((view) => [view, of(`view_${view}`)])) as Record<QueueView, Count>), mine, closed: { count: 0, capped: true } },
    kinds: Object.fromEntries(CASE_KINDS.map((kind) => [kind, of(`kind_${kind}`)])) as Record<CaseKind, Count>,
    newest: row.newest ?? 0,
  };
}

/** How many cases a state has in all, with its filters. */
export async function countQueue(actor: StaffActor, state: QueueState): Promise<Count> {
  const [row] = await db().$queryRaw<{ count: number }[]>(Prisma.sql`SELECT ${countOf(armsOf(state, actor, now()))} AS count`);
  return capped(row?.count ?? 0);
}

const MOST_ARRIVALS = 99;

/** How many cases of this state have come since the page was opened, when `newest` was the newest case. */
export async function countArrivals(actor: StaffActor, state: QueueState, newest: number): Promise<Count> {
  const arms = armsOf(changed(state, {}), actor, now()).map((arm) => Prisma.sql`${arm} AND c.number > ${newest}::int`);
  const [row] = await db().$queryRaw<{ count: number }[]>(Prisma.sql`SELECT ${countOf(arms, MOST_ARRIVALS)} AS count`);
  return capped(row?.count ?? 0, MOST_ARRIVALS);
}
