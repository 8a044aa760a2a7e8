/** A day on which the office was closed without warning, and the promises that moved with it. */
import { mintWorker } from '@/lib/access/actor';
import { movePromises } from '@/lib/cases/jobs';
import { throughTheDoor } from '@/lib/command';
import { addDays, officeInstant, type CalendarDate } from '@/lib/platform/dates';
import { addClosure } from '@/lib/policies/commands';
import { onOrBefore } from './cast/office-days';
import type { Hands } from './staff';

/** Far enough back that nothing received since then counts it. */
const BUSINESS_DAYS_AGO = 8;
const REASON = { name: 'Building closed', citation: 'Commissioner’s notice: water main break on Capitol Avenue' };

const dayOf = (today: CalendarDate): CalendarDate => Array.from({ length: BUSINESS_DAYS_AGO }).reduce<CalendarDate>((on) => onOrBefore(addDays(on, -1)), today);

/** Early that morning a supervisor closes the office; the worker moves what counts the day. */
export function closedDay(today: CalendarDate, hands: Hands): { readonly at: Date; readonly run: () => Promise<void> } {
  const on = dayOf(today);
  const run = async (): Promise<void> => {
    const outcome = await throughTheDoor(addClosure, hands.of('ruth-abelson'), { onDate: on, ...REASON }, null);
    if (!outcome.ok) throw new Error(`the office was not closed on ${on}: ${outcome.reason}`);
    await movePromises(mintWorker('case.move_promises'), outcome.value as { recountId: string });
  };
  return { at: officeInstant(on, 7, 40), run };
}
