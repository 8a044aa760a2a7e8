/**
 * Legal holidays on which Connecticut state offices are closed, as first filled into the table of closures that staff edit.
 * Source: C.G.S. 1-4 (days), observed the Friday before a Saturday and the Monday after a Sunday; Good Friday by the Western church.
 * Read November 2026 for the years 2026 to 2028.
 */
import { calendarDateOf } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';

export type Holiday = { readonly on: CalendarDate; readonly name: string; readonly citation: string };

const CITATION = 'C.G.S. 1-4';

/** One row a holiday: its name, and the day the offices close for it, year by year. */
const DAYS: readonly (readonly [name: string, ...days: string[]])[] = [
  ["New Year's Day", '2026-01-01', '2027-01-01', '2027-12-31'],
  ['Martin Luther King Day', '2026-01-19', '2027-01-18', '2028-01-17'],
  ['Lincoln Day', '2026-02-12', '2027-02-12', '2028-02-11'],
  ["Washington's Birthday", '2026-02-16', '2027-02-15', '2028-02-21'],
  ['Good Friday', '2026-04-03', '2027-03-26', '2028-04-14'],
  ['Memorial Day', '2026-05-25', '2027-05-31', '2028-05-29'],
  ['Juneteenth', '2026-06-19', '2027-06-18', '2028-06-19'],
  ['Independence Day', '2026-07-03', '2027-07-05', '2028-07-04'],
  ['Labor Day', '2026-09-07', '2027-09-06', '2028-09-04'],
  ['Columbus Day', '2026-10-12', '2027-10-11', '2028-10-09'],
  ["Veterans' Day", '2026-11-11', '2027-11-11', '2028-11-10'],
  ['Thanksgiving', '2026-11-26', '2027-11-25', '2028-11-23'],
  ['Christmas', '2026-12-25', '2027-12-24', '2028-12-25'],
];

/** In order of date. New Year's Day 2028 is a Saturday, so its closure falls into 2027. */
export const CONNECTICUT_HOLIDAYS: readonly Holiday[] = DAYS.flatMap(([name, ...days]) =>
  days.map((day) => ({ on: calendarDateOf(day), name, citation: CITATION })),
).sort((a, b) => (a.on < b.on ? -1 : 1));
