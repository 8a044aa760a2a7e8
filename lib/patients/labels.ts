/** Codes of this room in the words that staff read. */
import type { Field, GuardCode, Level, Sex, Spelling } from './matching/types';
import type { ContactStanding } from './rules';

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  given: 'First name',
  family: 'Last name',
  birthOn: 'Date of birth',
  sex: 'Gender',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
};

export const SEX_LABELS: Readonly<Record<Sex, string>> = { F: 'F', M: 'M', X: 'X' };

export const BAND_LABELS = { likely: 'Likely', possible: 'Possible', no: 'Not this person' } as const;

export const NAME_USE_LABELS = { current: 'Current name', former: 'Former name', alias: 'Also known as' } as const;

export const CONTACT_OWNER_LABELS = { self: 'Their own', parent: "A parent's", guardian: "A guardian's", clinic: "The clinic's", shared: 'Shared by the family' } as const;

/** Beside two spellings that count as the same. */
export const SPELLING_WORDS: Readonly<Record<Spelling, string>> = {
  same: 'same',
  capitals: 'only capitals differ',
  accent: 'only an accent differs',
  hyphen: 'only a hyphen differs',
  apostrophe: 'only an apostrophe differs',
  space: 'only a space differs',
  punctuation: 'only punctuation and accents differ',
};

/** Beside a field. `their` is her, his or their. What a field says in its own way overrides the general word. */
const GENERAL: Readonly<Record<Level, string>> = {
  exact: 'same',
  nickname: 'nickname of the same name',
  part: 'one part of {their} name',
  near: 'one letter differs',
  similar: 'spelled alike',
  sound: 'sounds alike',
  initial: 'only the initial is given',
  middle: 'same as the middle name',
  swapped: 'first and last name swapped',
  one_digit: 'one digit differs',
  two_parts: 'one of day, month and year differs',
  partial: 'same as far as it is known',
  last_seven: 'only the area code differs',
  area: 'same town or ZIP, other street',
  different: 'different',
  missing: 'missing',
};

const SPECIAL: Readonly<Partial<Record<`${Field}:${Level}`, string>>> = {
  'birthOn:swapped': 'day and month swapped',
  'given:near': 'nearly the same spelling',
  'family:near': 'nearly the same spelling',
  'email:near': 'one character differs',
  'address:similar': 'nearly the same street',
  'phone:different': 'different number',
};

export const levelWords = (field: Field, level: Level, their: string): string => (SPECIAL[`${field}:${level}`] ?? GENERAL[level]).replace('{their}', their);

const GUARDS: Readonly<Record<GuardCode, string>> = {
  twin: 'Same last name and date of birth, but another first name: may be a twin.',
  first_name_unconfirmed: 'The first name is not confirmed.',
  last_name_unconfirmed: 'The last name is not confirmed.',
  last_name_not_exact: 'The last name is only nearly the same.',
  suffix_conflict: 'Jr., Sr. or number after the name conflicts: may be a parent or child.',
  birth_date_not_exact: 'The date of birth does not agree exactly.',
  name_and_birth_date_only: 'Only name and date of birth agree: two people can share both.',
  placeholder: 'Counted as missing: {detail}.',
  shared_contact: 'The contact that agrees is shared by the family.',
  deceased: 'Recorded as deceased on {detail}.',
  restricted: 'Restricted record: a supervisor decides.',
};

export const guardWords = (guard: GuardCode, detail = ''): string => GUARDS[guard].replace('{detail}', detail);

/** Why the portal does not send a code to a contact on record. */
export const STANDING_WORDS: Readonly<Record<Exclude<ContactStanding, 'usable'>, string>> = {
  clinic: "it is the clinic's",
  placeholder: 'it stands for none',
  ended: 'it has ended',
  bad: 'mail or calls to it failed',
  not_for_portal: 'the portal may not use it',
  came_of_age: "it is a parent's or guardian's and stopped on the 18th birthday",
  age_unknown: "it is a parent's or guardian's and the age is not known",
  landline: 'it is a landline, which takes no code',
};
