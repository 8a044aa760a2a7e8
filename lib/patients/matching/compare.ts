/** One person against one patient, field by field, over everything on record. */
import { compareAddresses } from './addresses';
import { compareBirthDates } from './birth-dates';
import { compareContacts } from './contacts';
import { levelWeight } from './evidence';
import { compareNames } from './names';
import type { NameEvidence } from './names';
import { isPlaceholderContact, isPlaceholderFamily, isPlaceholderGiven } from './placeholders';
import type { Evidence, Field, Level, PatientFacts, Sex, Subject } from './types';

export type SubjectEvidence = {
  readonly byField: Readonly<Record<Field, Evidence>>;
  readonly middle: Level;
  readonly name: NameEvidence['name'];
  /** What was submitted or recorded only to fill a box. */
  readonly placeholders: readonly string[];
};

function compareSex(submitted: Sex | null | undefined, onRecord: Sex | null): Evidence {
  const known = Boolean(submitted) && onRecord !== null;
  const level: Level = !known ? 'missing' : submitted === onRecord ? 'exact' : 'different';
  return { field: 'sex', level, weight: levelWeight('sex', level), submitted: submitted ?? null, onRecord };
}

function placeholdersIn(subject: Subject, patient: PatientFacts): string[] {
  const given = [subject, ...patient.names].map((name) => name.given).filter(isPlaceholderGiven);
  const family = [subject, ...patient.names].map((name) => name.family).filter(isPlaceholderFamily);
  const contacts = [
    ...subject.phones.map((value) => ({ kind: 'phone', value }) as const),
    ...subject.emails.map((value) => ({ kind: 'email', value }) as const),
    ...patient.contacts,
  ];
  return [...new Set([...given, ...family, ...contacts.filter(({ kind, value }) => isPlaceholderContact(kind, value)).map(({ value }) => value)])];
}

export function gatherEvidence(subject: Subject, patient: PatientFacts): SubjectEvidence {
  const names = compareNames(subject, patient.names);
  return {
    byField: {
      given: names.given,
      family: names.family,
      birthOn: compareBirthDates(subject.birthOn, patient.birthOn),
      sex: compareSex(subject.sex, patient.sex),
      phone: compareContacts('phone', subject.phones, patient.contacts),
      email: compareContacts('email', subject.emails, patient.contacts),
      address: compareAddresses(subject.address, patient.addresses),
    },
    middle: names.middle,
    name: names.name,
    placeholders: placeholdersIn(subject, patient),
  };
}
