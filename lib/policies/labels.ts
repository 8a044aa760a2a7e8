/** The words staff read for clocks, relations and proposals of authority. */
import { dayWriter, daysBetween } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Relation } from './evidence';

const writeShortDay = dayWriter({ weekday: 'short', month: 'short', day: 'numeric' });

/** `Fri Nov 27`, as the queue writes days. */
export const shortDay = (on: CalendarDate): string => writeShortDay(on).replace(',', '');
/** `Nov 27`. */
export const shortDate = dayWriter({ month: 'short', day: 'numeric' });
/** `Wednesday`. */
export const weekdayName = dayWriter({ weekday: 'long' });
const shortWeekday = (on: CalendarDate): string => shortDay(on).slice(0, 3);
const businessDays = (days: number): string => `${days} business ${days === 1 ? 'day' : 'days'} late`;

type ClockFacts = {
  readonly state: 'overdue' | 'due_today' | 'later' | 'stopped';
  readonly due: CalendarDate | null;
  readonly today: CalendarDate;
  readonly late: boolean;
  readonly businessDaysLate: number;
  /** The day of the promise on which a stopped clock stands. */
  readonly day: number;
  readonly targetDays: number;
};

/** A late promise stays late in words while its clock is stopped: stopping it must not look like keeping it. */
function stoppedWords({ late, businessDaysLate, day, targetDays }: ClockFacts): string {
  if (!late) return `Stopped, day ${day} of ${targetDays}`;
  return businessDaysLate === 0 ? 'Stopped, already late' : `Stopped, ${businessDays(businessDaysLate)}`;
}

export function promiseWords(clock: ClockFacts): string {
  const { state, due, today, businessDaysLate } = clock;
  if (state === 'stopped' || due === null) return stoppedWords(clock);
  if (state === 'due_today') return 'Today 4:30 PM';
  if (state === 'later') return daysBetween(today, due) === 1 ? 'Tomorrow' : shortDay(due);
  if (businessDaysLate > 0) return businessDays(businessDaysLate);
  return due === today ? 'Late since 4:30 PM' : `Late since ${shortWeekday(due)} 4:30 PM`;
}

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  self: 'Self',
  parent: 'Parent',
  guardian: 'Legal guardian',
  foster_parent: 'Foster parent',
  child_protection: 'State child-protection worker (DCF)',
  power_of_attorney: 'Agent under a power of attorney',
  health_care_representative: 'Health care representative',
  conservator: 'Conservator',
  executor: 'Executor or administrator',
  employer: 'Employer or other body with a release',
  school: 'School',
  provider: 'Provider',
  other: 'Somebody else',
};
