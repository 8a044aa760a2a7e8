/** What a weight must not decide alone. Each guard is a rule of the trade; those that stop hold the pair below `likely`. */
import { staffDate } from '@/lib/platform/dates';
import { guardWords } from '../labels';
import { confirming, is, isPaid } from './combinations';
import type { SubjectEvidence } from './compare';
import { splitSuffix, suffixKey } from './normalise';
import type { Band, Field, Guard, GuardCode, PatientFacts, Subject } from './types';

/** An agreeing contact of the person's own, not one that a family shares. */
const ownContact = ({ byField: { phone, email } }: SubjectEvidence): boolean =>
  [phone, email].some((contact) => contact.level === 'exact' && contact.owner === 'self');

const sharedOnly = ({ byField: { phone, email } }: SubjectEvidence): boolean => {
  const agreeing = [phone, email].filter((contact) => contact.level === 'exact');
  return agreeing.length > 0 && agreeing.every((contact) => contact.owner === 'shared');
};

/**
 * The first name is the twin guardrail. One that is not exactly the same is confirmed only where neither gender nor middle name speaks
 * against it, and by a contact of the person's own: a household's contact is a twin's as well. A part of the name needs none, a nickname
 * may have the middle name instead: Ann and Anna can be sisters.
 */
function firstNameConfirmed(evidence: SubjectEvidence): boolean {
  const { given, sex } = evidence.byField;
  if (is(given, 'exact', 'swapped')) return true;
  if (is(given, 'different', 'missing', 'initial') || is(sex, 'different') || evidence.middle === 'different') return false;
  return is(given, 'part') || ownContact(evidence) || (is(given, 'nickname') && evidence.middle === 'exact');
}

/** Twins share last name, birth date, address, guardian and often the phone, so these alone never reach `likely`. */
const looksLikeTwin = ({ byField: { given, family, birthOn } }: SubjectEvidence): boolean =>
  !is(given, 'missing') && is(family, 'exact', 'part', 'near') && is(birthOn, 'exact');

/** People do change their first name; then their own contact says so, or last and middle name do at the same street or phone. Of twins a household shares all but these. */
const renamed = (evidence: SubjectEvidence): boolean =>
  ownContact(evidence) || (evidence.middle === 'exact' && is(evidence.byField.family, 'exact') && confirming(evidence).length > 0);

/** A first name and a date of birth are shared by somebody among millions; another last name leaves nothing else. */
const nothingElse = (evidence: SubjectEvidence): boolean => confirming(evidence).length === 0 && evidence.middle !== 'exact';

function suffixesConflict(subject: Subject, evidence: SubjectEvidence): boolean {
  const suffixOf = (name: Pick<Subject, 'family' | 'suffix'>): string | null => suffixKey(name.suffix) ?? splitSuffix(name.family).suffix;
  const [a, b] = [suffixOf(subject), evidence.name === null ? null : suffixOf(evidence.name)];
  return a !== null && b !== null && a !== b;
}

const NAME_AND_BIRTH: readonly Field[] = ['given', 'family', 'birthOn'];

type Row = readonly [GuardCode, applies: boolean, holds: Band | null, detail?: string];

function firstNameRows(evidence: SubjectEvidence): Row[] {
  const { given } = evidence.byField;
  const twin = !firstNameConfirmed(evidence) && looksLikeTwin(evidence);
  const open = !firstNameConfirmed(evidence) || (!is(given, 'exact', 'swapped') && !isPaid(evidence));
  const holds = is(given, 'different') && !renamed(evidence) ? 'no' : 'possible';
  return [['twin', twin, holds], ['first_name_unconfirmed', open && !twin, holds]];
}

export function guardsFor(subject: Subject, patient: PatientFacts, evidence: SubjectEvidence): Guard[] {
  const { byField } = evidence;
  const agreeing = NAME_AND_BIRTH.every((field) => !is(byField[field], 'different', 'missing'));
  const alone = confirming(evidence).length === 0;
  const otherFamily = is(byField.family, 'different', 'missing');
  const rows: readonly Row[] = [
    ['suffix_conflict', suffixesConflict(subject, evidence), 'possible'],
    ...firstNameRows(evidence),
    // A changed last name is common, and so are cousins: what remains is for a person to weigh.
    ['last_name_unconfirmed', otherFamily && !isPaid(evidence), nothingElse(evidence) ? 'no' : 'possible'],
    ['last_name_not_exact', !otherFamily && !is(byField.family, 'exact') && !isPaid(evidence), 'possible'],
    ['birth_date_not_exact', !is(byField.birthOn, 'exact') && !isPaid(evidence), 'possible'],
    ['name_and_birth_date_only', agreeing && alone && !sharedOnly(evidence), 'possible'],
    ['shared_contact', sharedOnly(evidence), alone ? 'possible' : null],
    ['placeholder', evidence.placeholders.length > 0, null, evidence.placeholders.join(', ')],
    ['deceased', Boolean(patient.deceasedOn), 'possible', patient.deceasedOn ? staffDate(patient.deceasedOn) : ''],
    ['restricted', Boolean(patient.restricted), null],
  ];
  return rows.filter(([, applies]) => applies).map(([guard, , holds, detail]) => ({ guard, holds, words: guardWords(guard, detail) }));
}
