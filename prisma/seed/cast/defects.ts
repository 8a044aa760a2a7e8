/** How what people type comes to differ from what the registry has: the reasons why an exact match finds so few. */
import { asCalendarDate } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { CorrectedField } from '@/lib/patients/risk';
import type { Random } from '../random';
import type { PhoneBook } from './phone-book';
import { currentAddress, currentName } from './rows';
import type { Place } from './rows';
import type { CastSubject, Defect } from './submission-types';
import type { CastContact, CastPatient } from './types';

type Desk = { readonly chance: Random; readonly book: PhoneBook; readonly place: Place; readonly age: number };
type Change = (subject: CastSubject, desk: Desk) => Partial<CastSubject>;
type Rule = { readonly fits: (patient: CastPatient, age: number) => boolean; readonly change: Change; readonly fields: readonly CorrectedField[]; readonly weight: number };

const PORTAL: Readonly<Record<string, string>> = { Robert: 'Bob', Deborah: 'Debbie', Kenneth: 'Ken', Susan: 'Sue', Abigail: 'Abby', Isabella: 'Bella', Elijah: 'Eli', Nathan: 'Nate', Anthony: 'Tony', Madison: 'Maddie', Dorothy: 'Dot', Charlotte: 'Charlie', Vincent: 'Vinny' };
const MARRIED = ['Hartwell', 'Prescott', 'Delgado', 'Novak', 'Sullivan', 'Amato', 'Freeman', 'Castillo'];

const usable = ({ contacts }: CastPatient): CastContact[] => contacts.filter(({ portalUse, endedOn, badOn }) => portalUse && endedOn === null && badOn === null);
const familyOf = (patient: CastPatient): string => currentName(patient).family;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll('’', '');
const swapDay = (birthOn: PartialDate): PartialDate => `${birthOn.slice(0, 4)}-${birthOn.slice(8)}-${birthOn.slice(5, 7)}` as PartialDate;
const swappable = (birthOn: PartialDate | null): boolean => birthOn !== null && birthOn.length === 10 && birthOn.slice(5, 7) !== birthOn.slice(8) && Number(birthOn.slice(8)) <= 12;

/** Two letters change places, as thumbs have it. */
function typo(text: string, chance: Random): string {
  const places = [...text].flatMap((letter, at) => (at > 0 && at < text.length - 2 && letter !== text[at + 1] ? [at] : []));
  const at = chance.pick(places);
  return `${text.slice(0, at)}${text.slice(at + 1, at + 2)}${text.slice(at, at + 1)}${text.slice(at + 2)}`;
}

function otherDay(birthOn: PartialDate): PartialDate {
  const day = Number(birthOn.slice(8));
  return `${birthOn.slice(0, 8)}${String(day > 9 ? day - 9 : day + 10).padStart(2, '0')}` as PartialDate;
}

const newPhone: Change = (_, { book }) => ({ phone: book.next('860') });

export const DEFECTS: Readonly<Record<Defect, Rule>> = {
  new_phone: { fits: (patient) => usable(patient).length > 0, change: newPhone, fields: ['phone'], weight: 9 },
  new_email: { fits: (patient) => usable(patient).some(({ kind }) => kind === 'email'), change: (subject, { book }) => ({ phone: null, email: book.mailbox(`${subject.given}.new`, subject.family) }), fields: ['email'], weight: 3 },
  day_month_swapped: { fits: ({ birthOn }) => swappable(birthOn), change: ({ birthOn }) => ({ birthOn: birthOn === null ? null : swapDay(birthOn) }), fields: ['birthOn'], weight: 4 },
  birth_digit: { fits: ({ birthOn }) => birthOn?.length === 10, change: ({ birthOn }) => ({ birthOn: birthOn === null ? null : otherDay(birthOn) }), fields: ['birthOn'], weight: 2 },
  married_name: { fits: ({ sex }, age) => sex === 'F' && age > 23 && age < 60, change: (_, { chance }) => ({ family: chance.pick(MARRIED) }), fields: ['family'], weight: 3 },
  hyphen_added: { fits: (patient, age) => patient.sex === 'F' && age > 23 && !familyOf(patient).includes('-'), change: ({ family }, { chance }) => ({ family: `${family}-${chance.pick(MARRIED)}` }), fields: ['family'], weight: 2 },
  second_surname_left_out: { fits: (patient) => / \p{Lu}/u.test(familyOf(patient)) && !/^(Di|De) /.test(familyOf(patient)), change: ({ family }) => ({ family: family.split(' ')[0] ?? family }), fields: ['family'], weight: 24 },
  nickname: { fits: (patient) => currentName(patient).given in PORTAL, change: ({ given }) => ({ given: PORTAL[given] ?? given }), fields: ['given'], weight: 6 },
  diacritics_lost: {
    fits: (patient) => plain(familyOf(patient) + currentName(patient).given) !== familyOf(patient) + currentName(patient).given,
    change: ({ given, family }) => ({ given: plain(given), family: plain(family) }),
    fields: ['given', 'family'],
    weight: 3,
  },
  typo: { fits: (patient) => familyOf(patient).length > 5, change: ({ family }, { chance }) => ({ family: typo(family, chance) }), fields: ['family'], weight: 3 },
  sex_differs: { fits: ({ sex }) => sex === 'X', change: () => ({ sex: 'F' }), fields: ['sex'], weight: 20 },
  parent_contact_ended: { fits: ({ contacts }, age) => age >= 18 && age < 24 && contacts.length > 0 && contacts.every(({ owner }) => owner !== 'self'), change: newPhone, fields: ['phone'], weight: 40 },
  no_contact_on_record: { fits: (patient) => patient.contacts.length === 0, change: newPhone, fields: ['phone'], weight: 40 },
  moved: { fits: () => true, change: (_, { place, book }) => ({ address: place, phone: book.next('203') }), fields: ['phone', 'address'], weight: 3 },
  three_fields: {
    fits: (patient, age) => patient.sex === 'F' && age > 23 && age < 60 && swappable(patient.birthOn),
    change: ({ family, birthOn }, { chance, book }) => ({ family: `${family}-${chance.pick(MARRIED)}`, birthOn: birthOn === null ? null : swapDay(birthOn), phone: book.next('860') }),
    fields: ['family', 'birthOn', 'phone'],
    weight: 2,
  },
};

const capitalized = (name: string): string => name.toLocaleLowerCase('en-US').replace(/(^|[ -])\p{L}/gu, (start) => start.toLocaleUpperCase('en-US'));

/** What the portal would have found: the record's own values. */
export function asOnRecord(patient: CastPatient): CastSubject {
  const { given: written, middle, family, suffix } = currentName(patient);
  // Some practices send capitals; people write their names as names.
  const given = written === written.toLocaleUpperCase('en-US') ? capitalized(written) : written;
  const [phone, email] = (['phone', 'email'] as const).map((kind) => usable(patient).find((contact) => contact.kind === kind)?.value ?? null);
  const address = currentAddress(patient);
  const place = address === null ? null : { line1: address.line1, line2: address.line2, city: address.city, state: address.state, zip: address.zip };
  return { given, middle, family, suffix, birthOn: patient.birthOn, sex: patient.sex, phone: phone ?? null, email: email ?? null, address: place, patientKey: patient.key, defect: null };
}

export function defectFor(patient: CastPatient, age: number, chance: Random): Defect {
  const fitting = (Object.keys(DEFECTS) as Defect[]).filter((defect) => DEFECTS[defect].fits(patient, age));
  return chance.weighted(fitting.map((defect) => [defect, DEFECTS[defect].weight] as const));
}

export const submittedWith = (subject: CastSubject, defect: Defect, desk: Desk): CastSubject => ({ ...subject, ...DEFECTS[defect].change(subject, desk), defect });

const fieldText = (subject: CastSubject, field: CorrectedField): string | null =>
  field === 'address' ? (subject.address === null ? null : `${subject.address.line1}, ${subject.address.city}`) : subject[field];

/** A fixed case: the record now has what they wrote, and had the other before. */
export function corrected(onRecord: CastSubject, wrong: CastSubject, defect: Defect): { field: CorrectedField; before: string | null; after: string | null }[] {
  return DEFECTS[defect].fields
    .map((field) => ({ field, before: fieldText(wrong, field), after: fieldText(onRecord, field) }))
    .filter(({ before, after }) => before !== after);
}

/** A full birth date, for papers that must print one. */
export const birthDate = ({ birthOn }: Pick<CastSubject, 'birthOn'>, otherwise: CalendarDate): CalendarDate => (birthOn === null ? otherwise : (asCalendarDate(birthOn) ?? otherwise));
