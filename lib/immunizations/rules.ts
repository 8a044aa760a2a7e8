/** What keeps a dose out, and what a person may let in with a reason. */
import { asCalendarDate, daysBetween } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { possibleBirthdays } from './ages';
import { findVaccine, isDoseCode } from './codes/cvx';
import { tooManyDoses } from './dose-counts';
import { lotProblems, productProblems } from './dose-product';
import { ageProblems, birthDateProblems, liveProblems, yearsProblems } from './dose-timing';
import type { AcceptedReason, Refusal } from './schema';
import type { DatedDose, DosePatient, DoseProblem, DoseToCheck, EarlierDose } from './types';

const refused = (field: string, reason: Refusal): DoseProblem => ({ field, reason, severity: 'refused' });

function codeRefusals({ cvx }: DoseToCheck): DoseProblem[] {
  const vaccine = findVaccine(cvx);
  if (!isDoseCode(cvx)) return [refused('cvx', 'not_a_dose_code')];
  if (vaccine === null) return [refused('cvx', 'unknown_code')];
  return vaccine.kind === 'never_active' ? [refused('cvx', 'never_active_code')] : [];
}

function dateRefusals(givenOn: CalendarDate, { birthOn, deceasedOn }: DosePatient, today: CalendarDate): DoseProblem[] {
  const [earliestBirth] = possibleBirthdays(birthOn);
  return [
    // A birth date known in part refuses only what lies before every day that it could be.
    ...(givenOn < earliestBirth ? [refused('givenOn', 'before_birth')] : []),
    ...(daysBetween(today, givenOn) > 0 ? [refused('givenOn', 'in_future')] : []),
    ...(deceasedOn && givenOn > deceasedOn ? [refused('givenOn', 'after_death')] : []),
  ];
}

function refusals(dose: DoseToCheck, patient: DosePatient, today: CalendarDate): DoseProblem[] {
  const givenOn = asCalendarDate(dose.givenOn);
  return [
    ...(patient.optedOut ? [refused('patientId', 'patient_opted_out')] : []),
    ...codeRefusals(dose),
    ...(givenOn === null ? [refused('givenOn', 'not_a_date')] : dateRefusals(givenOn, patient, today)),
  ];
}

/**
 * Everything wrong with a dose. Refusals come alone: words about ages and lots help nobody while the date lies before birth.
 * Dates are calendar dates; `today` is the office's. A birth date known in part raises only what is certain.
 */
export function doseProblems(dose: DoseToCheck, patient: DosePatient, earlier: readonly EarlierDose[], today: CalendarDate): DoseProblem[] {
  const refusing = refusals(dose, patient, today);
  const givenOn = asCalendarDate(dose.givenOn);
  if (refusing.length > 0 || givenOn === null) return refusing;
  const dated: DatedDose = { ...dose, givenOn };
  return [
    ...birthDateProblems(dated, patient),
    ...ageProblems(dated, patient),
    ...yearsProblems(dated),
    ...liveProblems(dated, earlier),
    ...productProblems(dated),
    ...lotProblems(dated),
    ...tooManyDoses(dated, earlier),
  ].map((problem) => ({ ...problem, severity: 'needs_reason' }));
}

/** What still stands against a dose after the reasons that were given; a refusal no reason lifts. */
export const openProblems = (problems: readonly DoseProblem[], accepted: readonly AcceptedReason[]): DoseProblem[] =>
  problems.filter(({ reason, severity }) => severity === 'refused' || !accepted.some(({ problem }) => problem === reason));
