/**
 * Which corrections a second person must see. Who asks for the record and changes where its code or letter goes may be the
 * person or somebody posing as them; the papers look alike. Friction follows signals, so that plain corrections stay quick.
 */
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';

/** Whose phone or inbox it is. */
export type ContactOwner = 'self' | 'parent' | 'guardian' | 'clinic' | 'shared';

export type CorrectedField = 'given' | 'family' | 'birthOn' | 'sex' | 'phone' | 'email' | 'address';

export type Correction = {
  readonly field: CorrectedField;
  /** Null: the record has none; `after` null: it is taken away. */
  readonly before: string | null;
  readonly after: string | null;
  /** Contacts only: whose it is after the change, and whose the replaced one was. */
  readonly owner?: ContactOwner;
  readonly ownerBefore?: ContactOwner;
  /** Contacts only: other patients who carry the new contact, the household aside. */
  readonly otherPatients?: number;
};

export type RiskContext = {
  readonly restricted: boolean;
  /** As whom the requester stands to the patient; an agency or employer is nobody's contact. */
  readonly requesterIs: ContactOwner | null;
  /** The same case owes a copy by mail or fax. */
  readonly recordAsked: boolean;
  /** Where the copy goes, null when none does. */
  readonly destination: 'accepted_id' | 'on_record' | 'submitted' | null;
  /** Fields beside the changed ones that agree with the record. */
  readonly agreeing: number;
  readonly domesticViolence: boolean;
  /** A contact on record that still works and is not replaced unseen. */
  readonly oldContactReachable: boolean;
};

export type RiskCode =
  | 'birth_date_alone'
  | 'name_and_birth_date'
  | 'contact_and_record'
  | 'contact_of_absent'
  | 'contact_on_many_records'
  | 'little_agrees'
  | 'old_contact_untold'
  | 'restricted_record'
  | 'destination_unproven';

export type Risk = { readonly code: RiskCode; readonly fields: readonly CorrectedField[]; readonly words: string };

export const RISK_WORDS: Readonly<Record<RiskCode, string>> = {
  birth_date_alone: 'The date of birth changes',
  name_and_birth_date: 'Name and date of birth change together: this may be another person',
  contact_and_record: 'The contact changes and the record is asked for at the same time',
  contact_of_absent: 'The contact of somebody who is not asking changes',
  contact_on_many_records: 'The new contact is on many other records',
  little_agrees: 'Little else agrees with the record',
  old_contact_untold: 'Nobody at the old contact can be told',
  restricted_record: 'The record is restricted',
  destination_unproven: 'The copy goes to an address that is neither on the accepted ID nor on record',
};

const changed = (changes: readonly Correction[]): readonly Correction[] => changes.filter(({ before, after }) => before !== after);
const isContact = ({ field }: Correction): boolean => field === 'phone' || field === 'email';
const isName = ({ field }: Correction): boolean => field === 'given' || field === 'family';
const fieldsOf = (changes: readonly Correction[]): readonly CorrectedField[] => changes.map(({ field }) => field);
const risk = (code: RiskCode, changes: readonly Correction[] = []): Risk => ({ code, fields: fieldsOf(changes), words: RISK_WORDS[code] });

function identityRisks(changes: readonly Correction[]): readonly Risk[] {
  const birth = changes.filter(({ field }) => field === 'birthOn');
  if (birth.length === 0) return [];
  const names = changes.filter(isName);
  return [names.length > 0 ? risk('name_and_birth_date', [...names, ...birth]) : risk('birth_date_alone', birth)];
}

/** A contact shared by a family is nobody else's; any other owner has to ask for themself. */
const ofAbsent = ({ owner, ownerBefore, before }: Correction, requesterIs: ContactOwner | null): boolean =>
  [owner, before === null ? undefined : ownerBefore].some((whose) => whose !== undefined && whose !== 'shared' && whose !== 'clinic' && whose !== requesterIs);

/** Fewer agreeing fields than a name, a birth date and one thing more: this could be anybody with the papers of a stranger. */
const FEW = 3;

/** Any contact that the portal may use opens the record to whoever holds it, also where no copy is asked for. */
function takeoverRisks(contacts: readonly Correction[], context: RiskContext): readonly Risk[] {
  if (contacts.length === 0) return [];
  const untold = context.recordAsked && (context.domesticViolence || !context.oldContactReachable);
  return [
    ...(context.recordAsked ? [risk('contact_and_record', contacts)] : []),
    ...(context.agreeing < FEW ? [risk('little_agrees', contacts)] : []),
    ...(untold ? [risk('old_contact_untold', contacts)] : []),
  ];
}

function contactRisks(changes: readonly Correction[], context: RiskContext): readonly Risk[] {
  const contacts = changes.filter(isContact);
  const absent = contacts.filter((change) => ofAbsent(change, context.requesterIs));
  const shared = contacts.filter(({ otherPatients = 0 }) => otherPatients >= POLICY_DEFAULTS.sharedContactPatients);
  return [
    ...takeoverRisks(contacts, context),
    ...(absent.length > 0 ? [risk('contact_of_absent', absent)] : []),
    ...(shared.length > 0 ? [risk('contact_on_many_records', shared)] : []),
  ];
}

/** Why a second person must see these corrections before they hold; none when one person suffices. */
export function correctionRisks(changes: readonly Correction[], context: RiskContext): readonly Risk[] {
  const real = changed(changes);
  const destination = context.destination === 'submitted' ? [risk('destination_unproven')] : [];
  if (real.length === 0) return destination;
  return [...(context.restricted ? [risk('restricted_record', real)] : []), ...identityRisks(real), ...contactRisks(real, context), ...destination];
}

/** Whether the old contact is told of the change. Silence protects a person who fled whoever reads that contact. */
export function noticeToOldContact(changes: readonly Correction[], context: RiskContext): 'send' | 'suppressed' | 'nobody_to_tell' {
  const replaced = changed(changes).some((change) => isContact(change) && change.before !== null);
  if (context.domesticViolence) return 'suppressed';
  return replaced && context.oldContactReachable ? 'send' : 'nobody_to_tell';
}
