/** Waits of a case as lines: when, how many business days the clock stood for them, and why. */
import { addDays, officeDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { businessDaysAfter, closeOf } from './business-time';
import type { Closures } from './business-time';
import { shortDate } from './labels';

export type Waited = { readonly state: string; readonly stopsClock: boolean; readonly fromAt: Date; readonly untilAt: Date | null; readonly reason: string };

/** How many business days end inside a span: each moves a promise that stands still for it by one. */
export const closesWithin = (from: Date, until: Date, closures: Closures): number =>
  businessDaysAfter(addDays(officeDate(from), -1), officeDate(until), closures).map(closeOf).filter((close) => from <= close && close < until).length;

/** `Nov 20`, `Nov 20-24`, `Nov 28-Dec 2`. */
function spanWords(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return shortDate(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${shortDate(from)}-${Number(to.slice(8))}` : `${shortDate(from)}-${shortDate(to)}`;
}

const days = (count: number): string => (count === 0 ? 'no business day' : `${count} business ${count === 1 ? 'day' : 'days'}`);

/** What a wait without a stopped clock was for. */
const RUNNING: Readonly<Record<string, string>> = {
  waiting_on_provider: 'Asked a provider',
  waiting_on_registry: 'Asked another registry',
  on_hold: 'On hold',
};

function line({ state, stopsClock, fromAt, untilAt, reason }: Waited, closures: Closures, now: Date): string {
  const [from, to] = [officeDate(fromAt), officeDate(untilAt ?? now)];
  const when = untilAt === null ? `since ${shortDate(from)}` : spanWords(from, to);
  if (!stopsClock) return `${RUNNING[state] ?? 'Waited'} ${when}, the clock ${untilAt === null ? 'runs' : 'ran'} on: ${reason}`;
  return `Stopped ${when} (${days(closesWithin(fromAt, untilAt ?? now, closures))}${untilAt === null ? ' so far' : ''}): ${reason}`;
}

/** One line for each wait, oldest first: "Stopped Nov 20-24 (2 business days): waiting for birth certificate". */
export const pauseLines = (waits: readonly Waited[], closures: Closures, now: Date): readonly string[] =>
  [...waits].sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime()).map((wait) => line(wait, closures, now));
