/** Why the portal missed somebody, field by field, for staff; and whether it will find them now. Never shown to the public. */
import { fullDate, staffDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { SPELLING_WORDS } from './labels';
import { birthDateLevel } from './matching/birth-dates';
import { differenceSegments } from './matching/difference-segments';
import type { DifferenceSegments } from './matching/difference-segments';
import { spellingOf } from './matching/spelling';
import type { PatientFacts, RecordedName, Spelling } from './matching/types';
import { birthOnPasses, familyPasses, givenPasses, isTyped, portalFinds, sexPasses } from './portal';
import type { PortalAttempt } from './portal';
import { contactFinding } from './portal-contact';
import type { ContactReason } from './portal-contact';
import { nameReason, nameReasonWords } from './portal-names';
import type { NameReason } from './portal-names';
import { contactStanding, shownNames } from './rules';

export type PortalField = 'given' | 'family' | 'birthOn' | 'sex' | 'contact';

export const PORTAL_FIELD_LABELS: Readonly<Record<PortalField, string>> = {
  given: 'First name',
  family: 'Last name',
  birthOn: 'Date of birth',
  sex: 'Gender',
  contact: 'Mobile or e-mail',
};

export type PortalReason = NameReason | ContactReason | 'no_full_date_on_record' | 'swapped' | 'one_digit' | 'two_parts' | 'different';

export type PortalFinding = {
  readonly field: PortalField;
  readonly passes: boolean;
  /** Null when it passes. */
  readonly reason: PortalReason | null;
  /** How the spelling differs though it passes: capitals, an accent, a hyphen, a space. */
  readonly spelling: Spelling | null;
  readonly submitted: string | null;
  readonly onRecord: string | null;
  /** The pieces to mark, where both are known. */
  readonly segments: DifferenceSegments | null;
  readonly words: string;
};

export type PortalDiagnosis = { readonly passes: boolean; readonly failing: number; readonly findings: readonly PortalFinding[] };

type Reason = { readonly reason: PortalReason; readonly words: string };

function finding(field: PortalField, submitted: string | null, onRecord: string | null, failure: Reason | null): PortalFinding {
  const both = submitted !== null && onRecord !== null;
  const spelling = both && failure === null && field !== 'contact' ? spellingOf(submitted, onRecord) : null;
  const nuance = spelling === null || spelling === 'same' ? 'passes' : `passes, ${SPELLING_WORDS[spelling]}`;
  return {
    field,
    passes: failure === null,
    reason: failure?.reason ?? null,
    spelling,
    submitted,
    onRecord,
    segments: both ? differenceSegments(submitted, onRecord) : null,
    words: failure?.words ?? nuance,
  };
}

/** The name on record that the portal came closest to; the current one where none is closer. */
function closestName(attempt: PortalAttempt, patient: PatientFacts): RecordedName | null {
  const score = (name: RecordedName): number =>
    2 * (Number(givenPasses(attempt, name)) + Number(familyPasses(attempt, name))) + Number(name.use === 'current');
  return shownNames(patient).toSorted((a, b) => score(b) - score(a))[0] ?? null;
}

function nameFinding(field: 'given' | 'family', attempt: PortalAttempt, name: RecordedName | null): PortalFinding {
  const typed = attempt[field].trim() === '' ? null : attempt[field];
  if (name === null) return finding(field, typed, null, { reason: 'no_name_on_record', words: 'no usable name on record' });
  const passes = field === 'given' ? givenPasses(attempt, name) : familyPasses(attempt, name);
  if (passes) return finding(field, typed, name[field], null);
  const reason = nameReason(field, attempt, name);
  return finding(field, typed, name[field], { reason, words: nameReasonWords(reason, attempt[field], name[field]) });
}

const BIRTH_WORDS = { swapped: 'month, day swapped', one_digit: 'one digit differs', two_parts: 'one of month, day and year differs' } as const;

function birthFailure(attempt: PortalAttempt, patient: PatientFacts): Reason {
  if (attempt.birthOn === null || fullDate(attempt.birthOn) === null) return { reason: 'not_typed', words: 'not typed in full' };
  if (patient.birthOn === null || fullDate(patient.birthOn) === null) return { reason: 'no_full_date_on_record', words: 'no full date on record' };
  const level = birthDateLevel(attempt.birthOn as PatientFacts['birthOn'], patient.birthOn);
  if (level === 'swapped' || level === 'one_digit' || level === 'two_parts') return { reason: level, words: BIRTH_WORDS[level] };
  return { reason: 'different', words: 'not on record' };
}

function birthFinding(attempt: PortalAttempt, patient: PatientFacts): PortalFinding {
  const [typed, recorded] = [attempt.birthOn, patient.birthOn].map((date) => (date === null ? null : staffDate(date)));
  return finding('birthOn', typed ?? null, recorded ?? null, birthOnPasses(attempt, patient) ? null : birthFailure(attempt, patient));
}

function sexFinding(attempt: PortalAttempt, patient: PatientFacts): PortalFinding {
  if (sexPasses(attempt, patient)) return finding('sex', attempt.sex, patient.sex, null);
  if (attempt.sex === null) return finding('sex', null, patient.sex, { reason: 'not_typed', words: 'not typed' });
  if (patient.sex === null) return finding('sex', attempt.sex, null, { reason: 'not_on_record', words: 'none on record' });
  return finding('sex', attempt.sex, patient.sex, { reason: 'different', words: `${attempt.sex} typed, ${patient.sex} on record` });
}

function contactFindingOf(attempt: PortalAttempt, patient: PatientFacts, today: CalendarDate): PortalFinding {
  const found = patient.contacts.find((contact) => isTyped(attempt, contact) && contactStanding(contact, patient, today) === 'usable');
  if (found !== undefined) return finding('contact', attempt[found.kind] ?? null, found.value, null);
  const typed = [attempt.phone, attempt.email].filter((value) => value?.trim()).join(' or ') || null;
  const { reason, words, onRecord } = contactFinding(attempt, patient, today);
  return finding('contact', onRecord === null ? typed : (attempt[onRecord.kind] ?? null), onRecord?.value ?? null, { reason, words });
}

/**
 * What the portal saw, field by field: passes or the reason, both values, the pieces that differ, and the words for staff.
 * It passes exactly when the portal itself would (`portalPasses`).
 *
 * @example diagnosePortal(attempt, patient, today).findings[1]?.words // '“-Bell” not on record'
 */
export function diagnosePortal(attempt: PortalAttempt, patient: PatientFacts, today: CalendarDate): PortalDiagnosis {
  const name = closestName(attempt, patient);
  const findings = [
    nameFinding('family', attempt, name),
    nameFinding('given', attempt, name),
    birthFinding(attempt, patient),
    sexFinding(attempt, patient),
    contactFindingOf(attempt, patient, today),
  ];
  const failing = findings.filter(({ passes }) => !passes).length;
  return { passes: failing === 0, failing, findings };
}

export type PortalRehearsal = {
  readonly passes: boolean;
  readonly reason: 'finds_them' | 'finds_nobody' | 'finds_somebody_else' | 'finds_several';
  readonly found: readonly string[];
  /** The fields that still fail on this patient. */
  readonly left: readonly PortalField[];
  readonly words: string;
};

function rehearsalReason(found: readonly string[], theirs: string): PortalRehearsal['reason'] {
  if (found.length > 1) return 'finds_several';
  if (found.length === 0) return 'finds_nobody';
  return found[0] === theirs ? 'finds_them' : 'finds_somebody_else';
}

function rehearsalWords(reason: PortalRehearsal['reason'], found: number, left: readonly PortalField[]): string {
  const fields = left.map((field) => PORTAL_FIELD_LABELS[field].toLowerCase()).join(', ');
  if (reason === 'finds_them') return 'The portal finds exactly one record, theirs.';
  if (reason === 'finds_several') return `The portal finds ${found} records: it sends no code until only one is left.`;
  if (reason === 'finds_somebody_else') return 'The portal finds somebody else.';
  return `The portal still finds nobody: ${fields} ${left.length === 1 ? 'is' : 'are'} left.`;
}

/**
 * Whether what this person will type now finds exactly one record, theirs. A `record_not_found` case is not fixed before it does.
 *
 * @param patientAfter the patient with the values chosen so far.
 * @param others everybody else whom the attempt might find; an older version of the same patient among them is ignored.
 * @example rehearsePortal(attempt, corrected, others, today).words // 'The portal still finds nobody: date of birth is left.'
 */
export function rehearsePortal(
  attempt: PortalAttempt,
  patientAfter: PatientFacts,
  others: readonly PatientFacts[],
  today: CalendarDate,
): PortalRehearsal {
  const everybody = [patientAfter, ...others.filter(({ publicId }) => publicId !== patientAfter.publicId)];
  const found = portalFinds(attempt, everybody, today).map(({ publicId }) => publicId);
  const left = diagnosePortal(attempt, patientAfter, today).findings.filter(({ passes }) => !passes).map(({ field }) => field);
  const reason = rehearsalReason(found, patientAfter.publicId);
  return { passes: reason === 'finds_them', reason, found, left, words: rehearsalWords(reason, found.length, left) };
}
