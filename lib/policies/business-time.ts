/**
 * Business days of Connecticut state offices, in the office's own zone whatever zone the machine is in.
 * An office day ends at 4:30 PM; what arrives after that is received on the next business day, and the day of receipt is day 0.
 */
import { addDays, officeDate, officeInstant, weekday } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';

/** Days on which state offices are closed: C.G.S. 1-4 and what governors add. Weekends need no entry. */
export type Closures = readonly CalendarDate[];

/** Each day's close is asked for again and again, and finding the zone's offset is the dear part. */
const closes = new Map<CalendarDate, number>();

/** 4:30 PM of an office day: the cut-off for receipt and the hour at which promises fall due. */
export function closeOf(on: CalendarDate): Date {
  const close = closes.get(on) ?? officeInstant(on, 16, 30).getTime();
  closes.set(on, close);
  return new Date(close);
}

export const isBusinessDay = (on: CalendarDate, closures: Closures): boolean => weekday(on) < 6 && !closures.includes(on);

export function nextBusinessDay(after: CalendarDate, closures: Closures): CalendarDate {
  let on = addDays(after, 1);
  while (!isBusinessDay(on, closures)) on = addDays(on, 1);
  return on;
}

/** Day 0: the office day on which something counts as received. 4:30:00 PM itself is still that day. */
export function receivedOn(at: Date, closures: Closures): CalendarDate {
  const on = officeDate(at);
  return isBusinessDay(on, closures) && at <= closeOf(on) ? on : nextBusinessDay(on, closures);
}

/** The nth business day after `from`, which is day 0; with 0 the first business day from `from` on. Throws RangeError below 0. */
export function addBusinessDays(from: CalendarDate, days: number, closures: Closures): CalendarDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of business days: ${days}`);
  if (days === 0) return isBusinessDay(from, closures) ? from : nextBusinessDay(from, closures);
  let on = from;
  for (let counted = 0; counted < days; counted += 1) on = nextBusinessDay(on, closures);
  return on;
}

/** Business days after `from`, up to and with `to`. */
export function businessDaysAfter(from: CalendarDate, to: CalendarDate, closures: Closures): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let on = nextBusinessDay(from, closures); on <= to; on = nextBusinessDay(on, closures)) days.push(on);
  return days;
}

/** How many business days lie after `from`, up to and with `to`; negative when `to` is earlier. */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate, closures: Closures): number {
  if (to < from) return -businessDaysBetween(to, from, closures);
  return businessDaysAfter(from, to, closures).length;
}

/** When a promise of so many business days falls due, if nothing stops its clock. */
export const dueAt = (received: CalendarDate, businessDays: number, closures: Closures): Date =>
  closeOf(addBusinessDays(received, businessDays, closures));
