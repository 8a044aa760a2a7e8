/** What the public form asks the server. */
import { now } from '@/lib/platform/clock';
import { officeDate, type CalendarDate } from '@/lib/platform/dates';

/** The office's day, against which the form reads dates: the same one the command checks with. */
export const formDay = (): CalendarDate => officeDate(now());
