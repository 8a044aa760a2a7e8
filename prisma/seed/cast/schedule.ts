/** What people of a birth year were given, at what age, and how likely it is to be in the registry. */
import { addDays } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Random } from '../random';
import type { Vaccine } from './vaccines';

export type Planned = { readonly vaccine: Vaccine; readonly on: CalendarDate; readonly setting: 'birth' | 'practice' | 'school' | 'pharmacy' | 'mass_site' };

const MONTH = 30.44;
const at = (birthOn: CalendarDate, months: number, late: number, chance: Random): CalendarDate => addDays(birthOn, Math.round(months * MONTH) + chance.int(0, late));

type Infant = readonly (readonly [months: number, vaccines: readonly Vaccine[]])[];
const INFANTS: readonly Infant[] = [
  [[2, ['dtap_hepb_ipv', 'hib', 'pneumococcal_child', 'rotavirus']], [4, ['dtap_hepb_ipv', 'hib', 'pneumococcal_child', 'rotavirus']], [6, ['dtap_hepb_ipv', 'pneumococcal_child']], [15, ['dtap', 'hib']]],
  [[2, ['dtap_ipv_hib', 'hep_b_child', 'pneumococcal_child', 'rotavirus']], [4, ['dtap_ipv_hib', 'pneumococcal_child', 'rotavirus']], [6, ['dtap_ipv_hib', 'hep_b_child', 'pneumococcal_child']], [15, ['dtap_ipv_hib']]],
  [[2, ['dtap_hib_ipv_hepb', 'pneumococcal_child', 'rotavirus']], [4, ['dtap_hib_ipv_hepb', 'pneumococcal_child', 'rotavirus']], [6, ['dtap_hib_ipv_hepb', 'pneumococcal_child']], [15, ['dtap', 'hib']]],
];

/** A visit late once is late ever after: later visits never come before earlier ones. */
function infancy(birthOn: CalendarDate, chance: Random): Planned[] {
  const series = birthOn >= '2021-07-01' && chance.chance(0.4) ? INFANTS[2] : chance.pick(INFANTS.slice(0, 2));
  const dropsOut = chance.chance(0.3) ? chance.int(0, 3) : 99;
  const visits = (series ?? []).slice(0, dropsOut).flatMap(([months, vaccines]) => {
    const on = at(birthOn, months, 18, chance);
    return vaccines.map((vaccine): Planned => ({ vaccine, on, setting: 'practice' }));
  });
  const birth: Planned[] = chance.chance(0.86) ? [{ vaccine: 'hep_b_child', on: addDays(birthOn, chance.int(0, 2)), setting: 'birth' }] : [];
  const rsv: Planned[] = birthOn >= '2023-10-05' && chance.chance(0.5) ? [{ vaccine: 'rsv_infant', on: addDays(birthOn, chance.int(2, 50)), setting: 'practice' }] : [];
  return [...birth, ...rsv, ...visits];
}

function childhood(birthOn: CalendarDate, chance: Random): Planned[] {
  const year = at(birthOn, 12.1, 40, chance);
  const four = at(birthOn, 48.3, 200, chance);
  const first: readonly Vaccine[] = ['mmr', 'varicella', 'hep_a_child', 'pneumococcal_child'];
  const school: readonly Vaccine[] = chance.chance(0.5) ? ['dtap_ipv', 'mmrv'] : ['dtap_ipv', 'mmr', 'varicella'];
  const visit = (vaccines: readonly Vaccine[], on: CalendarDate): Planned[] => vaccines.map((vaccine) => ({ vaccine, on, setting: 'practice' }));
  // Families come and go: whole years of a childhood were given where we cannot see.
  const second = chance.chance(0.7) ? visit(['hep_a_child'], addDays(year, 200 + chance.int(0, 90))) : [];
  return [...(chance.chance(0.8) ? visit(first, year) : []), ...second, ...(chance.chance(0.7) ? visit(school, four) : [])];
}

function adolescence(birthOn: CalendarDate, chance: Random): Planned[] {
  if (chance.chance(0.2)) return [];
  const eleven = at(birthOn, 133, 300, chance);
  const plan: Planned[] = [{ vaccine: 'tdap', on: eleven, setting: 'practice' }, { vaccine: 'men_acwy', on: eleven, setting: 'practice' }];
  if (chance.chance(0.75)) plan.push({ vaccine: 'hpv', on: eleven, setting: 'practice' }, { vaccine: 'hpv', on: addDays(eleven, 190 + chance.int(0, 60)), setting: 'practice' });
  plan.push({ vaccine: 'men_acwy', on: at(birthOn, 193, 200, chance), setting: 'practice' });
  if (chance.chance(0.45)) plan.push({ vaccine: 'men_b', on: at(birthOn, 200, 200, chance), setting: 'school' });
  return plan;
}

const ageYears = (birthOn: CalendarDate, on: string): number => Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (on.slice(5) < birthOn.slice(5) ? 1 : 0);

/** One autumn after another, for those who go. */
function influenza(birthOn: CalendarDate, today: CalendarDate, chance: Random): Planned[] {
  const habit = chance.weighted([[0, 6], [0.2, 3], [0.55, 2]] as const);
  const years = Array.from({ length: 14 }, (_, back) => Number(today.slice(0, 4)) - back);
  return years.flatMap((year): Planned[] => {
    const on = addDays(`${year}-09-10` as CalendarDate, chance.int(0, 75));
    const age = ageYears(birthOn, on);
    if (addDays(birthOn, 190) > on || !chance.chance(habit)) return [];
    return [{ vaccine: age >= 65 ? 'flu_high' : 'flu', on, setting: age < 18 ? 'practice' : 'pharmacy' }];
  });
}

function covidVaccine(age: number, on: CalendarDate): Vaccine | null {
  if (on < '2022-09-02') return age >= 12 ? 'covid_first' : age >= 5 ? 'covid_child' : 'covid_toddler';
  if (on < '2023-09-13') return age >= 12 ? 'covid_bivalent' : age >= 5 ? 'covid_bivalent_child' : null;
  return age >= 12 ? 'covid_recent' : 'covid_recent_child';
}

/** When Connecticut opened it to an age: 75 and over first, children of five in November 2021, the smallest in June 2022. */
function covidOpened(birthOn: CalendarDate): CalendarDate {
  const age = ageYears(birthOn, '2021-04-01');
  if (age >= 75) return '2021-01-18' as CalendarDate;
  if (age >= 55) return '2021-03-01' as CalendarDate;
  if (age >= 16) return '2021-04-01' as CalendarDate;
  if (age >= 12) return '2021-05-13' as CalendarDate;
  return (age >= 5 ? '2021-11-05' : '2022-06-25') as CalendarDate;
}

function covid(birthOn: CalendarDate, chance: Random): Planned[] {
  if (!chance.chance(birthOn > '2015-01-01' ? 0.4 : 0.78) || birthOn > '2021-12-01') return [];
  const first = addDays(covidOpened(birthOn), chance.int(0, 70));
  const boosters = [addDays('2021-11-15' as CalendarDate, chance.int(0, 60)), addDays('2022-09-20' as CalendarDate, chance.int(0, 70)), addDays('2023-09-25' as CalendarDate, chance.int(0, 70)), addDays('2024-09-15' as CalendarDate, chance.int(0, 70)), addDays('2025-09-20' as CalendarDate, chance.int(0, 50))];
  const dates = [first, addDays(first, 22 + chance.int(0, 9)), ...boosters.filter((on) => on > addDays(first, 150)).slice(0, chance.int(0, 4))];
  return dates.flatMap((on, dose): Planned[] => {
    const vaccine = covidVaccine(ageYears(birthOn, on), on);
    return vaccine === null ? [] : [{ vaccine, on, setting: dose < 2 && chance.chance(0.5) ? 'mass_site' : 'pharmacy' }];
  });
}

function grownUp(birthOn: CalendarDate, today: CalendarDate, chance: Random): Planned[] {
  const years = (back: number): CalendarDate => addDays(today, -Math.round(back * 365.25) - chance.int(0, 300));
  const plan: Planned[] = [];
  if (chance.chance(0.5)) plan.push({ vaccine: chance.chance(0.8) ? 'tdap' : 'td', on: years(chance.int(1, 9)), setting: 'practice' });
  if (chance.chance(0.18)) plan.push({ vaccine: 'hep_b_adult', on: years(3), setting: 'practice' });
  const age = ageYears(birthOn, today);
  if (age >= 52 && chance.chance(0.55)) plan.push({ vaccine: 'zoster', on: years(1.2), setting: 'pharmacy' });
  if (age >= 67 && chance.chance(0.6)) plan.push({ vaccine: 'pneumococcal_adult', on: years(chance.int(1, 2)), setting: 'practice' });
  if (age >= 78 && chance.chance(0.5)) plan.push({ vaccine: 'rsv_adult', on: years(0.6), setting: 'pharmacy' });
  return plan;
}

/** Everything planned for a person up to today; what lies outside of today is left to the caller. */
export function planFor(birthOn: CalendarDate, today: CalendarDate, chance: Random): Planned[] {
  // The registry knows children born from 1998 on; older childhoods came in only where somebody brought paper.
  const young = birthOn >= '1998-01-01' || chance.chance(0.06) ? [...infancy(birthOn, chance), ...childhood(birthOn, chance), ...adolescence(birthOn, chance)] : [];
  const adult = ageYears(birthOn, today) >= 19 ? grownUp(birthOn, today, chance) : [];
  return [...young, ...adult, ...covid(birthOn, chance), ...influenza(birthOn, today, chance)];
}
