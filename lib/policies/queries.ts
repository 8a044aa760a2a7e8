import { now } from '@/lib/platform/clock';
import { db, dbDate, type Db, type Tx } from '@/lib/platform/db';
import { addDays, officeDate, type CalendarDate } from '@/lib/platform/dates';
import type { Closures } from './business-time';
import { closureTold, comingDays, type Closure, type ClosureTold } from './closures';
import { shortDay } from './labels';

/** The days state offices are closed, from the table staff can edit. */
export async function listClosures(tx: Tx | Db): Promise<Closures> {
  const rows = await tx.officeClosure.findMany({ where: { removedAt: null }, orderBy: { onDate: 'asc' } });
  return rows.map((row) => row.onDate);
}

/** The calendar's place among PostgreSQL's advisory locks. */
const CALENDAR_LOCK = 19_710_401;

/**
 * For whoever writes a due time: the closures, which nobody changes until this transaction ends. Whatever is saved by
 * the old calendar is then there to be seen by the walk that moves promises to the new one. Take it after the case's own lock.
 */
export async function holdClosures(tx: Tx): Promise<Closures> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(${CALENDAR_LOCK})::text`;
  return listClosures(tx);
}

/** For whoever changes the calendar: alone, once every due time under way is saved. */
export const lockCalendar = (tx: Tx): Promise<unknown> => tx.$queryRaw`SELECT pg_advisory_xact_lock(${CALENDAR_LOCK})::text`;

export async function namedClosures(tx: Tx | Db, from?: CalendarDate): Promise<readonly Closure[]> {
  const rows = await tx.officeClosure.findMany({ where: { removedAt: null, ...(from === undefined ? {} : { onDate: { gte: dbDate(from) } }) }, orderBy: { onDate: 'asc' } });
  return rows.map(({ onDate, name }) => ({ on: onDate, name }));
}

/** The closure that the foot of the queue tells of, or null. */
export async function findClosureTold(): Promise<ClosureTold | null> {
  const today = officeDate(now());
  // A week back: the last open day before a closure may lie behind other closures.
  return closureTold(await namedClosures(db(), addDays(today, -14)), today);
}

/** Closures of a span with who added them and how many promises each change moved. */
export async function listCalendar(from: CalendarDate, to: CalendarDate) {
  return db().officeClosure.findMany({
    where: { onDate: { gte: dbDate(from), lte: dbDate(to) } },
    orderBy: { onDate: 'asc' },
    include: { addedBy: { select: { name: true } }, removedBy: { select: { name: true } }, recounts: { orderBy: { askedAt: 'desc' } } },
  });
}
export type CalendarRow = Awaited<ReturnType<typeof listCalendar>>[number];

/** Changes of the calendar whose promises are still being moved. */
export const listRecountsUnderWay = () => db().promiseRecount.findMany({ where: { finishedAt: null }, orderBy: { askedAt: 'asc' } });

const DAYS_TOLD = 10;
const DAYS_BEHIND = 60;
const DAYS_AHEAD = 366;

/** The calendar page: the coming year, what lies behind it, what the next days count as, and the walks under way. */
export async function readCalendar() {
  const today = officeDate(now());
  const rows = await listCalendar(addDays(today, -DAYS_BEHIND), addDays(today, DAYS_AHEAD));
  const standing = await namedClosures(db(), today);
  return {
    today,
    coming: rows.filter(({ onDate }) => onDate >= today),
    behind: rows.filter(({ onDate }) => onDate < today).reverse(),
    days: comingDays(standing, today, DAYS_TOLD),
    moving: (await listRecountsUnderWay()).map(({ id, onDate, seen, cases, moved }) => ({ id, day: shortDay(onDate), seen, cases, moved })),
  };
}
