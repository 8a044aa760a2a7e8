/** When somebody was at the desk: paper comes in, calls are taken and cases end on business days only. */
import { addDays } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { isBusinessDay, nextBusinessDay } from '@/lib/policies/business-time';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';

const CLOSURES = CONNECTICUT_HOLIDAYS.map(({ on }) => on);

export const onOrAfter = (on: CalendarDate): CalendarDate => (isBusinessDay(on, CLOSURES) ? on : nextBusinessDay(on, CLOSURES));
export function onOrBefore(on: CalendarDate): CalendarDate {
  return isBusinessDay(on, CLOSURES) ? on : onOrBefore(addDays(on, -1));
}
