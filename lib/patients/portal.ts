/**
 * The portal's predicate: who may ask for a code is decided here and nowhere else. The portal, the diagnosis that staff see and the rehearsal
 * before a case is closed ask the same functions. The public never learns which field failed.
 */
import { fullDate } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { realEmail, realGiven, realPhone } from './matching/placeholders';
import type { PatientFacts, RecordedContact, RecordedName, Sex } from './matching/types';
import { portalNameKeys } from './portal-keys';
import { contactStanding } from './rules';

/** What a person types into the portal. The contact is the e-mail or the mobile; one that is usable and on record is enough. */
export type PortalAttempt = {
  readonly given: string;
  readonly family: string;
  readonly birthOn: PartialDate | CalendarDate | null;
  readonly sex: Sex | null;
  readonly phone?: string | null;
  readonly email?: string | null;
};

export function givenPasses(attempt: Pick<PortalAttempt, 'given'>, name: Pick<RecordedName, 'given'>): boolean {
  const typed = realGiven(attempt.given);
  return typed !== null && typed === realGiven(name.given);
}

/** A suffix typed with the last name counts as the suffix: "Bell Jr." is not "Bell Sr.", and is "Bell". */
export function familyPasses(attempt: Pick<PortalAttempt, 'family'>, name: Pick<RecordedName, 'family' | 'suffix'>): boolean {
  const [typed, recorded] = [portalNameKeys({ given: '', family: attempt.family, suffix: null }), portalNameKeys({ given: '', ...name })];
  const suffixesAgree = typed.portalSuffix === null || recorded.portalSuffix === null || typed.portalSuffix === recorded.portalSuffix;
  return suffixesAgree && typed.portalFamily !== null && typed.portalFamily === recorded.portalFamily;
}

/** A date known in part on either side finds nobody: a missing day is never guessed. */
export const birthOnPasses = (attempt: PortalAttempt, patient: Pick<PatientFacts, 'birthOn'>): boolean =>
  attempt.birthOn !== null && patient.birthOn !== null && fullDate(attempt.birthOn) !== null && String(attempt.birthOn) === String(patient.birthOn);

export const sexPasses = (attempt: PortalAttempt, patient: Pick<PatientFacts, 'sex'>): boolean => attempt.sex !== null && attempt.sex === patient.sex;

/** Whether this contact is the one typed, usable or not. */
export function isTyped(attempt: PortalAttempt, contact: Pick<RecordedContact, 'kind' | 'value'>): boolean {
  const key = contact.kind === 'phone' ? realPhone : realEmail;
  const typed = key((contact.kind === 'phone' ? attempt.phone : attempt.email) ?? '');
  return typed !== null && typed === key(contact.value);
}

export const contactPasses = (attempt: PortalAttempt, patient: PatientFacts, today: CalendarDate): boolean =>
  patient.contacts.some((contact) => isTyped(attempt, contact) && contactStanding(contact, patient, today) === 'usable');

/**
 * Whether the portal takes this attempt for this patient: first and last name of one name on record that is not hidden, full date of birth,
 * gender, and an e-mail or mobile that the portal may use on that day; all exact once normalised.
 *
 * @example portalPasses(attempt, patient, calendarDateOf('2026-11-24')) // true
 */
export const portalPasses = (attempt: PortalAttempt, patient: PatientFacts, today: CalendarDate): boolean =>
  birthOnPasses(attempt, patient) &&
  sexPasses(attempt, patient) &&
  patient.names.some((name) => !name.hidden && givenPasses(attempt, name) && familyPasses(attempt, name)) &&
  contactPasses(attempt, patient, today);

/** Every patient that the portal takes an attempt for; only exactly one is a success. */
export const portalFinds = (attempt: PortalAttempt, patients: readonly PatientFacts[], today: CalendarDate): PatientFacts[] =>
  patients.filter((patient) => portalPasses(attempt, patient, today));
