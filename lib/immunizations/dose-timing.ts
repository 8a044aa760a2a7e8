/** When a dose was given: against birth, age, the vaccine's own years, and other live vaccines. */
import { daysBetween } from '@/lib/platform/dates';
import { ageRangeWords, outsideAges } from './codes/age-range';
import { findVaccine } from './codes/cvx';
import { isRsvAntibody, vaccineGroups } from './codes/groups';
import { isLiveInjectedOrNasal, LIVE_INTERVAL_DAYS } from './codes/live-vaccines';
import { impossibleYears } from './codes/use-years';
import type { DatedDose, DosePatient, EarlierDose, ReasonProblem } from './types';

/** Hepatitis B alone (a combination is never given at birth), its immune globulin, RSV antibody and BCG. */
function fitsBirthDate(cvx: string): boolean {
  const groups = vaccineGroups(cvx);
  return isRsvAntibody(cvx) || (groups.length === 1 && ['HepB', 'HBIG', 'BCG'].includes(groups[0] ?? ''));
}

/** A date of birth copied into the date column is the commonest slip of the pen. */
export function birthDateProblems({ cvx, givenOn }: DatedDose, { birthOn }: DosePatient): ReasonProblem[] {
  return givenOn === birthOn && !fitsBirthDate(cvx) ? [{ field: 'givenOn', reason: 'given_on_birth_date' }] : [];
}

export function ageProblems(dose: DatedDose, patient: DosePatient): ReasonProblem[] {
  // The birth date's own question covers it.
  if (birthDateProblems(dose, patient).length > 0) return [];
  const vaccine = findVaccine(dose.cvx);
  const outside = vaccine !== null && outsideAges(vaccine, patient.birthOn, dose.givenOn);
  return outside ? [{ field: 'cvx', reason: 'outside_age_range', detail: ageRangeWords(vaccine) }] : [];
}

export function yearsProblems({ cvx, tradeName, givenOn }: DatedDose): ReasonProblem[] {
  const years = impossibleYears(cvx, tradeName, givenOn);
  if (years === null) return [];
  const [first, last] = years;
  return [{ field: 'givenOn', reason: 'outside_brand_years', detail: last === undefined ? `from ${first}` : `${first} to ${last}` }];
}

/** The same day is fine, and 28 days are (ACIP, General Best Practice Guidelines, timing of live vaccines). */
export function liveProblems({ cvx, givenOn }: DatedDose, earlier: readonly EarlierDose[]): ReasonProblem[] {
  if (!isLiveInjectedOrNasal(cvx)) return [];
  const close = earlier.find((other) => {
    const apart = Math.abs(daysBetween(other.givenOn, givenOn));
    return isLiveInjectedOrNasal(other.cvx) && apart > 0 && apart < LIVE_INTERVAL_DAYS;
  });
  return close === undefined ? [] : [{ field: 'givenOn', reason: 'live_doses_too_close', detail: close.givenOn }];
}
