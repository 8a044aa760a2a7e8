/** What every writer of the seed needs: ids ahead of their rows, and instants from days. */
import { now } from '@/lib/platform/clock';
import { officeInstant } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';

/** Made by the database, so that thousands of rows can name each other and still go in at once. */
export async function newIds(count: number): Promise<() => string> {
  const rows = await db().$queryRaw<{ id: string }[]>`SELECT uuidv7() AS id FROM generate_series(1, ${count}::int)`;
  const ids = rows.map(({ id }) => id).values();
  return () => {
    const { value } = ids.next();
    if (value === undefined) throw new RangeError('more rows than ids');
    return value;
  };
}

const MORNING = 10;

/** A day as an instant of its morning, never later than now. */
export const instantOf = (on: CalendarDate): Date => new Date(Math.min(officeInstant(on, MORNING).getTime(), now().getTime()));
export const endOf = (on: CalendarDate | null): Date | null => (on === null ? null : instantOf(on));

const AT_ONCE = 1000;

/** Inserts in portions: a statement has room for so many parameters only. */
export async function inPortions<T>(rows: readonly T[], insert: (portion: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await insert(rows.slice(from, from + AT_ONCE));
}
