/** What becomes of a record when some submitted values are used: the changes, and the record after them. Nothing is written here. */
import { compactKey } from './matching/normalise';
import { realEmail, realPhone } from './matching/placeholders';
import type { Field, PatientFacts, PostalAddress, RecordedContact, RecordedName, Subject } from './matching/types';
import type { Correction } from './risk';

/** Values as sent, and as whom the sender stands to the person. */
export type ChosenFrom = Subject & { readonly requesterIs: RecordedContact['owner'] | null };
export type FieldChoices = Readonly<Partial<Record<Field, 'use_submitted' | 'keep'>>>;
type ContactKind = RecordedContact['kind'];

export const currentName = ({ names }: Pick<PatientFacts, 'names'>): RecordedName | null => names.find((name) => name.use === 'current') ?? names[0] ?? null;

export const addressLine = ({ line1, line2, city, state, zip }: PostalAddress): string =>
  [line1, line2, city, `${state} ${zip}`].filter((part) => part !== null && part !== undefined && part !== '').join(', ');

export const contactKey = (kind: ContactKind, value: string): string | null => (kind === 'phone' ? realPhone(value) : realEmail(value));

const stands = (contact: RecordedContact): boolean => !contact.endedAt && !contact.badAt;
const typed = (submitted: ChosenFrom, kind: ContactKind): string | null => (kind === 'phone' ? submitted.phones : submitted.emails)[0] ?? null;

/**
 * The contact that a new one takes the place of. Only one's own is replaced: a parent's is added beside what the other
 * household gave, which is neither theirs to see nor theirs to end.
 */
export const replacedContact = (facts: PatientFacts, submitted: ChosenFrom, kind: ContactKind): RecordedContact | null =>
  submitted.requesterIs === 'self' ? (facts.contacts.find((contact) => contact.kind === kind && contact.owner === 'self' && stands(contact)) ?? null) : null;

function contactChange(facts: PatientFacts, submitted: ChosenFrom, kind: ContactKind): Correction | null {
  const value = typed(submitted, kind);
  const key = value === null ? null : contactKey(kind, value);
  if (value === null || key === null || submitted.requesterIs === null) return null;
  const there = facts.contacts.some((contact) => contact.kind === kind && contactKey(kind, contact.value) === key && stands(contact) && contact.portalUse && contact.owner !== 'clinic');
  if (there) return null;
  const replaced = replacedContact(facts, submitted, kind);
  return { field: kind, before: replaced?.value ?? null, after: value, owner: submitted.requesterIs, ...(replaced === null ? {} : { ownerBefore: replaced.owner }) };
}

function plainChange(facts: PatientFacts, submitted: ChosenFrom, field: Exclude<Field, ContactKind>): Correction | null {
  const name = currentName(facts);
  const address = facts.addresses.find(({ current }) => current);
  const values: Record<typeof field, readonly [string | null, string | null]> = {
    given: [name?.given ?? null, submitted.given],
    family: [name?.family ?? null, submitted.family],
    birthOn: [facts.birthOn, submitted.birthOn],
    sex: [facts.sex, submitted.sex ?? null],
    address: [address === undefined ? null : addressLine(address), submitted.address ? addressLine(submitted.address) : null],
  };
  const [before, after] = values[field];
  return after === null || after.trim() === '' || before === after ? null : { field, before, after };
}

const ORDER: readonly Field[] = ['given', 'family', 'birthOn', 'sex', 'phone', 'email', 'address'];

/** The changes that the choices make to a record; a value that is there already is none. */
export const chosenChanges = (facts: PatientFacts, submitted: ChosenFrom, choices: FieldChoices): readonly Correction[] =>
  ORDER.filter((field) => choices[field] === 'use_submitted')
    .map((field) => (field === 'phone' || field === 'email' ? contactChange(facts, submitted, field) : plainChange(facts, submitted, field)))
    .filter((change): change is Correction => change !== null);

function namesAfter(facts: PatientFacts, changes: readonly Correction[]): readonly RecordedName[] {
  const after = (field: Field): string | undefined => changes.find((change) => change.field === field)?.after ?? undefined;
  const [given, family, name] = [after('given'), after('family'), currentName(facts)];
  if (given === undefined && family === undefined) return facts.names;
  const next: RecordedName = { use: 'current', hidden: false, given: given ?? name?.given ?? '', middle: name?.middle, family: family ?? name?.family ?? '', suffix: name?.suffix };
  return [next, ...facts.names.map((old) => (old === name ? { ...old, use: 'former' as const } : old))];
}

function contactsAfter(facts: PatientFacts, submitted: ChosenFrom, changes: readonly Correction[]): readonly RecordedContact[] {
  const added = changes.filter((change) => change.field === 'phone' || change.field === 'email');
  const gone = added.map((change) => replacedContact(facts, submitted, change.field as ContactKind));
  const kept = facts.contacts.map((contact) => (gone.includes(contact) ? { ...contact, endedAt: 'replaced' } : contact));
  const fresh = added.map(({ field, after }): RecordedContact => ({ kind: field as ContactKind, value: after ?? '', owner: submitted.requesterIs ?? 'shared', portalUse: true, mobile: null }));
  return [...kept, ...fresh];
}

/** The record as it will be with these changes: what the portal is rehearsed with before anything is saved. */
export function factsAfter(facts: PatientFacts, submitted: ChosenFrom, changes: readonly Correction[]): PatientFacts {
  const changed = new Set(changes.map(({ field }) => field));
  return {
    ...facts,
    names: namesAfter(facts, changes),
    birthOn: changed.has('birthOn') ? submitted.birthOn : facts.birthOn,
    sex: changed.has('sex') ? (submitted.sex ?? facts.sex) : facts.sex,
    contacts: contactsAfter(facts, submitted, changes),
    addresses: changed.has('address') && submitted.address ? [{ ...submitted.address, current: true }, ...facts.addresses.map((old) => ({ ...old, current: false }))] : facts.addresses,
  };
}

const USE_ALL: FieldChoices = Object.fromEntries(ORDER.map((field) => [field, 'use_submitted']));
const sameName = (before: string | null, after: string | null): boolean => compactKey(before ?? '') === compactKey(after ?? '');

/** Fields where there is something to choose: capitals and accents of a name are not. */
export const choosableFields = (facts: PatientFacts, submitted: ChosenFrom): readonly Field[] =>
  chosenChanges(facts, submitted, USE_ALL)
    .filter(({ field, before, after }) => !((field === 'given' || field === 'family') && sameName(before, after)))
    .map(({ field }) => field);
