/** The ages that a code is meant for: as limits, in words, and whether a dose lies outside. */
import type { CalendarDate } from '@/lib/platform/dates';
import { monthsOld, possibleBirthdays } from '../ages';
import type { BirthDate } from '../ages';
import type { Vaccine } from './cvx';

/** As old as anybody gets: what the table writes where it means "no limit". */
const NO_LIMIT = 1440;

/** In completed months; null where there is no limit. */
const ageRange = ({ fromMonth = 0, toMonth = NO_LIMIT }: Vaccine): { from: number | null; to: number | null } => ({
  from: fromMonth === 0 ? null : fromMonth,
  to: toMonth >= NO_LIMIT || toMonth === 0 ? null : toMonth,
});

/**
 * The dose lies outside for every day of birth that the record allows; what is only possible is not said.
 * Immune globulins, antitoxins and skin tests have no schedule by age.
 */
export function outsideAges(vaccine: Vaccine, birthOn: BirthDate, givenOn: CalendarDate): boolean {
  if (vaccine.kind === 'non_vaccine') return false;
  const { from, to } = ageRange(vaccine);
  const [first, last] = possibleBirthdays(birthOn);
  const [oldest, youngest] = [monthsOld(first, givenOn), givenOn < last ? 0 : monthsOld(last, givenOn)];
  return (from !== null && oldest < from) || (to !== null && youngest > to);
}

/** Below two years people count in months. */
const MONTHS_UNTIL = 24;

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
const inWords = (months: number): string => (months < MONTHS_UNTIL ? counted(months, 'month') : counted(Math.floor(months / 12), 'year'));

/** The table's lower limits carry a month of grace: 215 months is meant as 18 years, 5 months as 6. */
const withoutGrace = (from: number): number => ((from + 1) % 12 === 0 || from === 5 ? from + 1 : from);
/** "84 months" as upper limit is the seventh birthday: up to 6 years. */
const lastAge = (to: number): number => (to % 12 === 0 && to > MONTHS_UNTIL ? to - 1 : to);

/** `12 months to 18 years`, `18 years and over`, `up to 8 months`, `any age`. */
export function ageRangeWords(vaccine: Vaccine): string {
  const { from, to } = ageRange(vaccine);
  if (from === null) return to === null ? 'any age' : `up to ${inWords(lastAge(to))}`;
  const first = inWords(withoutGrace(from));
  return to === null ? `${first} and over` : `${first} to ${inWords(lastAge(to))}`;
}
