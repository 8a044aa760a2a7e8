/** The office calendar as people read it: which day may be closed, which closure comes next, and what a day counts as. */
import { addDays, daysBetween, weekday } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { isBusinessDay, nextBusinessDay } from './business-time';
import type { Closures } from './business-time';
import type { ChangeCause } from './promise-moves';

export type Closure = { readonly on: CalendarDate; readonly name: string };

/** Nobody closes the office further ahead than its legal holidays are known; a year typed wrong is caught here. */
const YEARS_AHEAD = 3;
/** A closure is told in the queue from a week before. */
const TOLD_DAYS = 7;

/** Why the office cannot be closed on a day, or opened again; null when it can. */
export function closureProblem(on: CalendarDate, cause: ChangeCause, standing: readonly Closure[], today: CalendarDate): Problem | null {
  const known = standing.find((closure) => closure.on === on);
  if (on < today) return { field: 'onDate', reason: 'in_the_past' };
  if (cause === 'closure_removed') return known === undefined ? { field: 'onDate', reason: 'not_closed' } : null;
  if (known !== undefined) return { field: 'onDate', reason: 'already_closed', detail: known.name };
  if (weekday(on) > 5) return { field: 'onDate', reason: 'weekend', detail: weekday(on) === 6 ? 'Saturday' : 'Sunday' };
  return daysBetween(today, on) > YEARS_AHEAD * 366 ? { field: 'onDate', reason: 'too_far' } : null;
}

export type ClosureTold = {
  /** Closures that follow each other without a business day between. */
  readonly closures: readonly Closure[];
  readonly today: CalendarDate;
  /** The last day on which the office works before them; what arrives after its close counts from `next`. */
  readonly lastOpen: CalendarDate;
  readonly next: CalendarDate;
};

function lastBusinessDay(before: CalendarDate, closures: Closures): CalendarDate {
  let on = addDays(before, -1);
  while (!isBusinessDay(on, closures)) on = addDays(on, -1);
  return on;
}

/** The next closure within a week, today included, with those that join it; null when there is none to tell of. */
export function closureTold(standing: readonly Closure[], today: CalendarDate): ClosureTold | null {
  const days = standing.map(({ on }) => on);
  const first = standing.filter(({ on }) => on >= today && daysBetween(today, on) <= TOLD_DAYS).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  if (first === undefined) return null;
  const next = nextBusinessDay(first.on, days);
  const closures = standing.filter(({ on }) => on >= first.on && on < next).sort((a, b) => (a.on < b.on ? -1 : 1));
  return { closures, today, lastOpen: lastBusinessDay(first.on, days), next };
}

export type DayCounts = {
  readonly on: CalendarDate;
  readonly open: boolean;
  /** Why it is closed: the closure's name, or "Saturday". */
  readonly closedFor: string | null;
  /** Day 0 of what arrives by 4:30 PM, and of what arrives later. */
  readonly byClose: CalendarDate;
  readonly afterClose: CalendarDate;
};

const weekendName = (on: CalendarDate): string | null => ({ 6: 'Saturday', 7: 'Sunday' })[weekday(on)] ?? null;

/** What arrives on each of the coming days counts from which day. */
export function comingDays(standing: readonly Closure[], from: CalendarDate, count: number): readonly DayCounts[] {
  const days = standing.map(({ on }) => on);
  return Array.from({ length: count }, (_, offset) => {
    const on = addDays(from, offset);
    const open = isBusinessDay(on, days);
    const afterClose = nextBusinessDay(on, days);
    return { on, open, closedFor: open ? null : (standing.find((closure) => closure.on === on)?.name ?? weekendName(on)), byClose: open ? on : afterClose, afterClose };
  });
}
