/** How many open promises would move if the office were closed, or opened, on a day. Counts only: it shows nobody. */
import { look } from '@/lib/look';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { officeDate, type CalendarDate } from '@/lib/platform/dates';
import { done, refuse } from '@/lib/platform/outcome';
import { businessDaysBetween, type Closures } from '@/lib/policies/business-time';
import type { MoveCount } from '@/lib/policies/calendar-labels';
import { closureProblem } from '@/lib/policies/closures';
import { promisedDays, type Pause } from '@/lib/policies/promise';
import { changed, type CalendarChange } from '@/lib/policies/promise-moves';
import { namedClosures } from '@/lib/policies/queries';
import { previewClosureSchema } from '@/lib/policies/schema';
import { inReach, lastingPauses } from '../promise-reach';

/** Cases that are counted alike, and how many they are. */
type Alike = { readonly receivedAt: Date; readonly targetDays: number; readonly dueAt: Date; readonly count: number; readonly pauses: readonly Pause[] };

/** A hundred thousand promises without a pause are a few hundred sums: day 0 and target say it all. */
async function listUnpaused({ on }: CalendarChange): Promise<Alike[]> {
  const rows = await db().$queryRaw<{ received_at: Date; target_days: number; due_at: Date; count: number }[]>`
    SELECT min(c.received_at) AS received_at, c.target_days, c.due_at, count(*)::int AS count FROM cases c
    WHERE ${inReach(on)} AND NOT EXISTS (SELECT 1 FROM case_waits w WHERE w.case_id = c.id AND w.stops_clock)
    GROUP BY c.received_on, c.target_days, c.due_at`;
  return rows.map((row) => ({ receivedAt: row.received_at, targetDays: row.target_days, dueAt: row.due_at, count: row.count, pauses: [] }));
}

async function listPaused({ on }: CalendarChange): Promise<Alike[]> {
  const rows = await db().$queryRaw<{ id: string; received_at: Date; target_days: number; due_at: Date }[]>`
    SELECT c.id, c.received_at, c.target_days, c.due_at FROM cases c
    WHERE ${inReach(on)} AND EXISTS (SELECT 1 FROM case_waits w WHERE w.case_id = c.id AND w.stops_clock)`;
  const pauses = await lastingPauses(db(), rows.map(({ id }) => id));
  return rows.map((row) => ({ receivedAt: row.received_at, targetDays: row.target_days, dueAt: row.due_at, count: 1, pauses: pauses.get(row.id) ?? [] }));
}

/** Where these cases fall due now and would then, none when they stay. `ruler`: the calendar by which both days are business days. */
function movesOf({ dueAt, count, ...terms }: Alike, closures: Closures, ruler: Closures): MoveCount[] {
  const [before, after] = [officeDate(dueAt), promisedDays({ ...terms, closures }).dueOn];
  return after === null || after === before ? [] : [{ before, after, businessDays: businessDaysBetween(before, after, ruler), count }];
}

function summed(moves: readonly MoveCount[]): MoveCount[] {
  const sums = new Map<string, MoveCount>();
  for (const move of moves) {
    const key = `${move.before} ${move.after}`;
    sums.set(key, { ...move, count: move.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, move]) => move);
}

export type ClosurePreview = { readonly moves: readonly MoveCount[]; /** Stopped clocks: counted when they run again. */ readonly stopped: number };

export async function previewChange(change: CalendarChange, closures: Closures): Promise<ClosurePreview> {
  const alike = [...(await listUnpaused(change)), ...(await listPaused(change))];
  const then = changed(closures, change);
  const ruler = change.cause === 'closure_added' ? closures : then;
  const moves = alike.flatMap((one) => movesOf(one, then, ruler));
  const stopped = await db().case.count({ where: { state: { not: 'closed' }, dueAt: null } });
  return { moves: summed(moves), stopped };
}

export const previewClosure = look({
  name: 'closure.preview',
  input: previewClosureSchema,
  unlogged: true,
  run: async (_actor, { onDate, cause }) => {
    const standing = await namedClosures(db());
    const problem = closureProblem(onDate, cause, standing, officeDate(now()));
    if (problem !== null) return { outcome: refuse('invalid', [problem]), entries: [] };
    return { outcome: done(await previewChange({ on: onDate, cause }, standing.map(({ on }): CalendarDate => on))), entries: [] };
  },
});
