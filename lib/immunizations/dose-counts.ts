/** More doses of a group than anybody is plausibly given: usually one dose copied twice, or another person's card. */
import { daysBetween } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { vaccineGroups } from './codes/groups';
import type { DatedDose, EarlierDose, ReasonProblem } from './types';

/**
 * Days on which doses of a group may lie in a lifetime. The longest series of CDC's decision support 4.64 (antigen data),
 * with room for repeats: lost records, dialysis, campaign doses of oral polio vaccine, repeated hepatitis B series.
 * Groups that are boosted for life (tetanus, rabies, immune globulins, skin tests) are not here.
 */
const PLAUSIBLE: Readonly<Record<string, number>> = {
  BCG: 3, DENGUE: 4, DTAP: 8, HepA: 5, HepB: 12, HIB: 6, HPV: 5, 'Japanese encephalitis': 6, MENING: 10, MeningB: 7, MMR: 5,
  PneumoPCV: 7, PneumoPPV: 5, POLIO: 14, ROTAVIRUS: 4, RSV: 4, VARICELLA: 4, YELLOWFEVER: 5, ZOSTER: 5, 'COVID-19': 18,
};

/** Influenza by season: two for a child's first, one more for the other hemisphere or a mistake. */
const IN_A_SEASON = 3;
const SEASON_DAYS = 182;

const daysOf = (group: string, doses: readonly EarlierDose[]): CalendarDate[] =>
  [...new Set(doses.filter(({ cvx }) => vaccineGroups(cvx).includes(group)).map(({ givenOn }) => givenOn))];

function isTooMany(group: string, doses: readonly EarlierDose[], givenOn: CalendarDate): boolean {
  const days = daysOf(group, doses);
  if (group === 'FLU') return days.filter((day) => Math.abs(daysBetween(day, givenOn)) <= SEASON_DAYS).length > IN_A_SEASON;
  const plausible = PLAUSIBLE[group];
  return plausible !== undefined && days.length > plausible;
}

export function tooManyDoses(dose: DatedDose, earlier: readonly EarlierDose[]): ReasonProblem[] {
  const group = vaccineGroups(dose.cvx).find((name) => isTooMany(name, [...earlier, dose], dose.givenOn));
  return group === undefined ? [] : [{ field: 'cvx', reason: 'more_doses_than_plausible', detail: group }];
}
