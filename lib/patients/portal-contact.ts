/** Why the typed e-mail or mobile fails at the portal. */
import type { CalendarDate } from '@/lib/platform/dates';
import { STANDING_WORDS } from './labels';
import { realEmail, realPhone } from './matching/placeholders';
import { oneEdit } from './matching/similarity';
import type { PatientFacts, RecordedContact } from './matching/types';
import { isTyped } from './portal';
import type { PortalAttempt } from './portal';
import { contactStanding } from './rules';
import type { ContactStanding } from './rules';

type Kind = RecordedContact['kind'];
export type ContactReason = 'not_typed' | 'neither_on_record' | 'not_on_record' | 'one_character' | Exclude<ContactStanding, 'usable'>;
export type ContactFinding = { readonly reason: ContactReason; readonly words: string; readonly onRecord: RecordedContact | null };

const KIND_WORDS: Readonly<Record<Kind, string>> = { phone: 'mobile', email: 'e-mail' };
const typedKinds = (attempt: PortalAttempt): Kind[] => (['phone', 'email'] as const).filter((kind) => (attempt[kind] ?? '').trim() !== '');

function oneCharacterOff(attempt: PortalAttempt, { kind, value }: RecordedContact): boolean {
  const key = kind === 'phone' ? realPhone : realEmail;
  const [typed, recorded] = [key(attempt[kind] ?? ''), key(value)];
  return typed !== null && recorded !== null && oneEdit(typed, recorded);
}

function unusable(attempt: PortalAttempt, patient: PatientFacts, today: CalendarDate): ContactFinding | null {
  const contact = patient.contacts.find((each) => isTyped(attempt, each));
  const standing = contact === undefined ? 'usable' : contactStanding(contact, patient, today);
  if (contact === undefined || standing === 'usable') return null;
  return { reason: standing, words: `${KIND_WORDS[contact.kind]} on record, but ${STANDING_WORDS[standing]}`, onRecord: contact };
}

function absent(attempt: PortalAttempt): ContactFinding {
  const [first, second] = typedKinds(attempt);
  if (first === undefined) return { reason: 'not_typed', words: 'neither typed', onRecord: null };
  if (second !== undefined) return { reason: 'neither_on_record', words: 'neither on record', onRecord: null };
  return { reason: 'not_on_record', words: `${KIND_WORDS[first]} not on record`, onRecord: null };
}

/** Asked only of an attempt whose contact fails: the most telling reason. */
export function contactFinding(attempt: PortalAttempt, patient: PatientFacts, today: CalendarDate): ContactFinding {
  const onRecord = unusable(attempt, patient, today);
  if (onRecord !== null) return onRecord;
  const near = patient.contacts.find((contact) => oneCharacterOff(attempt, contact));
  if (near) return { reason: 'one_character', words: `${KIND_WORDS[near.kind]}: one character differs`, onRecord: near };
  return absent(attempt);
}
