/** What a weight must not decide alone. Each guard is a rule of the trade; those that stop hold the pair below `likely`. */
import { staffDate } from '@/lib/platform/dates';
import { guardWords } from '../labels';
import type { SubjectEvidence } from './compare';
import { splitSuffix, suffixKey } from './normalise';
import type { Evidence, Field, Guard, GuardCode, Level, PatientFacts, Subject } from './types';

const is = (evidence: Evidence, ...levels: readonly Level[]): boolean => levels.includes(evidence.level);

/** An agreeing contact of the person's own, not one that a family shares. */
const ownContact = ({ byField: { phone, email } }: SubjectEvidence): boolean =>
  [phone, email].some((contact) => contact.level === 'exact' && contact.owner === 'self');

const sharedOnly = ({ byField: { phone, email } }: SubjectEvidence): boolean => {
  const agreeing = [phone, email].filter((contact) => contact.level === 'exact');
  return agreeing.length > 0 && agreeing.every((contact) => contact.owner === 'shared');
};

/**
 * The first name is the twin guardrail. A nickname or a part of the name confirms it only where neither gender nor middle name speaks
 * against it; a nickname needs the middle name or a contact of the person's own besides: Ann and Anna can be sisters.
 */
function firstNameConfirmed(evidence: SubjectEvidence): boolean {
  const { given, sex } = evidence.byField;
  if (is(given, 'exact', 'swapped')) return true;
  const against = is(sex, 'different') || evidence.middle === 'different';
  if (against) return false;
  return is(given, 'part') || (is(given, 'nickname') && (evidence.middle === 'exact' || ownContact(evidence)));
}

/** Twins share last name, birth date, address, guardian and often the phone, so these alone never reach `likely`. */
const looksLikeTwin = ({ byField: { given, family, birthOn } }: SubjectEvidence): boolean =>
  !is(given, 'missing') && is(family, 'exact', 'part', 'near') && is(birthOn, 'exact');

function suffixesConflict(subject: Subject, evidence: SubjectEvidence): boolean {
  const suffixOf = (name: Pick<Subject, 'family' | 'suffix'>): string | null => suffixKey(name.suffix) ?? splitSuffix(name.family).suffix;
  const [a, b] = [suffixOf(subject), evidence.name === null ? null : suffixOf(evidence.name)];
  return a !== null && b !== null && a !== b;
}

/** Something beyond name, birth date and ZIP: a contact, or a street. A shared contact is no strength alone. */
function corroborated(evidence: SubjectEvidence): boolean {
  const { phone, email, address } = evidence.byField;
  if (is(address, 'exact', 'similar')) return true;
  const contact = is(phone, 'exact') || is(email, 'exact');
  return contact && (!sharedOnly(evidence) || is(address, 'area'));
}

const NAME_AND_BIRTH: readonly Field[] = ['given', 'family', 'birthOn'];

export function guardsFor(subject: Subject, patient: PatientFacts, evidence: SubjectEvidence): Guard[] {
  const { byField } = evidence;
  const confirmed = firstNameConfirmed(evidence);
  const agreeing = NAME_AND_BIRTH.every((field) => !is(byField[field], 'different', 'missing'));
  const found: readonly (readonly [GuardCode, boolean, stops: boolean, detail?: string])[] = [
    ['suffix_conflict', suffixesConflict(subject, evidence), true],
    ['twin', !confirmed && looksLikeTwin(evidence), true],
    ['first_name_unconfirmed', !confirmed && !looksLikeTwin(evidence), true],
    // A changed last name is common, and so are cousins: what remains is for a person to weigh.
    ['last_name_unconfirmed', is(byField.family, 'different', 'missing'), true],
    ['birth_date_not_exact', !is(byField.birthOn, 'exact'), true],
    ['name_and_birth_date_only', agreeing && !corroborated(evidence) && !sharedOnly(evidence), true],
    ['shared_contact', sharedOnly(evidence), !corroborated(evidence)],
    ['placeholder', evidence.placeholders.length > 0, false, evidence.placeholders.join(', ')],
    ['deceased', Boolean(patient.deceasedOn), true, patient.deceasedOn ? staffDate(patient.deceasedOn) : ''],
    ['restricted', Boolean(patient.restricted), false],
  ];
  return found.filter(([, applies]) => applies).map(([guard, , stops, detail]) => ({ guard, stops, words: guardWords(guard, detail) }));
}
