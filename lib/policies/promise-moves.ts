/**
 * What a change of the office calendar does to a promise that was made before it. Changes are taken one after the
 * other, so that each step names the closure that caused it, however many were made at once.
 */
import type { CalendarDate } from '@/lib/platform/dates';
import { closeOf } from './business-time';
import type { Closures } from './business-time';
import { promisedDays } from './promise';
import type { PromiseTerms } from './promise';

export const CHANGE_CAUSES = ['closure_added', 'closure_removed'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

export type CalendarChange = { readonly on: CalendarDate; readonly cause: ChangeCause };
export type PromiseMove = CalendarChange & { readonly before: Date; readonly after: Date };

const without = (closures: Closures, on: CalendarDate): Closures => closures.filter((day) => day !== on);

export const changed = (closures: Closures, { on, cause }: CalendarChange): Closures =>
  cause === 'closure_added' ? [...without(closures, on), on] : without(closures, on);

const undone = (closures: Closures, { on, cause }: CalendarChange): Closures =>
  changed(closures, { on, cause: cause === 'closure_added' ? 'closure_removed' : 'closure_added' });

/** The calendar before the changes and after each of them, worked back from the one that holds now. */
export function calendarsThrough(changes: readonly CalendarChange[], closures: Closures): readonly Closures[] {
  return changes.reduceRight<readonly Closures[]>(([next = closures, ...later], change) => [undone(next, change), next, ...later], [closures]);
}

/**
 * How a promise that stands at `dueAt` moves through these changes. One that was counted after a change stands where
 * that change left it: the steps begin behind the last calendar that agrees with it.
 */
export function promiseMoves(terms: Omit<PromiseTerms, 'closures'>, dueAt: Date, changes: readonly CalendarChange[], calendars: readonly Closures[]): readonly PromiseMove[] {
  const dues = calendars.map((closures) => promisedDays({ ...terms, closures }).dueOn).map((on) => (on === null ? dueAt : closeOf(on)));
  const agreeing = dues.findLastIndex((due) => due.getTime() === dueAt.getTime());
  const moves: PromiseMove[] = [];
  let before = dueAt;
  changes.forEach((change, at) => {
    const after = dues[at + 1] ?? before;
    if (at < agreeing || after.getTime() === before.getTime()) return;
    moves.push({ ...change, before, after });
    before = after;
  });
  return moves;
}
