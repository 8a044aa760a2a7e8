/**
 * The promise clock of one case. It counts office days at their close (4:30 PM): a business day in whose close
 * the clock stands still does not count, so an hour's question costs nobody a day and a week's question moves the promise a week.
 */
import { officeDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { businessDaysAfter, closeOf, nextBusinessDay, receivedOn } from './business-time';
import type { Closures } from './business-time';
import { promiseWords } from './labels';

/** A time in which the requester owed us something. Waiting on a provider or another registry is none. */
export type Pause = { readonly from: Date; readonly until: Date | null; readonly reason: string };

export type PromiseState = 'overdue' | 'due_today' | 'later' | 'stopped';

export type PromiseTerms = {
  readonly receivedAt: Date;
  readonly targetDays: number;
  readonly closures: Closures;
  readonly pauses: readonly Pause[];
};
export type PromiseInput = PromiseTerms & { readonly now: Date };

export type Promised = {
  readonly receivedOn: CalendarDate;
  /** Null while the clock is stopped. */
  readonly dueAt: Date | null;
  readonly state: PromiseState;
  /** Business days after the due day on which the clock ran, today included; 0 on the due day's own evening. */
  readonly businessDaysLate: number;
  /** Business days that passed with the clock stopped. */
  readonly pausedDays: number;
  readonly words: string;
};

const covers = (pause: Pause, at: Date): boolean => pause.from <= at && (pause.until === null || at < pause.until);
const stopped = (at: Date, pauses: readonly Pause[]): boolean => pauses.some((pause) => covers(pause, at));

/** When the first pause without an end begins: from then on no further day counts. */
function standsStillFrom(pauses: readonly Pause[]): number {
  return Math.min(...pauses.filter((pause) => pause.until === null).map((pause) => pause.from.getTime()));
}

/** The day on which the promise falls due, or null when the clock stands still before it gets there. */
function dueOn(received: CalendarDate, { targetDays, closures, pauses }: PromiseTerms): CalendarDate | null {
  const stillFrom = standsStillFrom(pauses);
  let on = received;
  for (let counted = 0; counted < targetDays; ) {
    on = nextBusinessDay(on, closures);
    const close = closeOf(on);
    if (close.getTime() >= stillFrom) return null;
    if (!stopped(close, pauses)) counted += 1;
  }
  return on;
}

/** Which day of the promise the clock stands on: the day of receipt is 0. */
function dayStoodOn(received: CalendarDate, pause: Pause, { closures, pauses }: PromiseInput): number {
  const stoppedOn = officeDate(pause.from);
  return businessDaysAfter(received, stoppedOn, closures).filter((on) => on === stoppedOn || !stopped(closeOf(on), pauses)).length;
}

/** Day 0 and the due day, whatever the time is now: what a case keeps in its row. */
export function promisedDays(terms: PromiseTerms): { readonly receivedOn: CalendarDate; readonly dueOn: CalendarDate | null } {
  const received = receivedOn(terms.receivedAt, terms.closures);
  return { receivedOn: received, dueOn: dueOn(received, terms) };
}

function stateOf(due: CalendarDate, now: Date): PromiseState {
  if (now > closeOf(due)) return 'overdue';
  return due === officeDate(now) ? 'due_today' : 'later';
}

/** Reads the promise at an instant. `pauses` are those that stop the clock, in any order. */
export function promise(input: PromiseInput): Promised {
  const { targetDays, closures, pauses, now } = input;
  const { receivedOn: received, dueOn: due } = promisedDays(input);
  const today = officeDate(now);
  const open = pauses.find((pause) => covers(pause, now)) ?? null;
  const late = due !== null && now > closeOf(due);
  const businessDaysLate = late ? businessDaysAfter(due, today, closures).filter((on) => !stopped(closeOf(on), pauses)).length : 0;
  const state = open !== null || due === null ? 'stopped' : stateOf(due, now);
  const day = open === null ? 0 : dayStoodOn(received, open, input);
  return {
    receivedOn: received,
    dueAt: state === 'stopped' || due === null ? null : closeOf(due),
    state,
    businessDaysLate,
    pausedDays: businessDaysAfter(received, today, closures).map(closeOf).filter((close) => close <= now && stopped(close, pauses)).length,
    words: promiseWords({ state, due, today, late, businessDaysLate, day, targetDays }),
  };
}
