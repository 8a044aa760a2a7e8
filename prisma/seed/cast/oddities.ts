/** What happens to records: nicknames, hidden names, deaths, opt-outs, half-known birthdays, children without a name yet. */
import { addDays, ageOn, asCalendarDate } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { Random } from '../random';
import { PLACEHOLDER_GIVEN } from './heritage';
import { currentName, nameRow } from './rows';
import type { CastPatient } from './types';

const NICKNAMES: Readonly<Record<string, string>> = {
  Robert: 'Bob', Richard: 'Dick', Deborah: 'Debbie', Kenneth: 'Ken', Susan: 'Sue', Judith: 'Judy', Gerald: 'Jerry', Abigail: 'Abby', Isabella: 'Bella',
  Elijah: 'Eli', Nathan: 'Nate', Anthony: 'Tony', Gabriella: 'Gabby', Madison: 'Maddie', Dorothy: 'Dot', Salvatore: 'Sal', Vincent: 'Vinny', Reginald: 'Reggie', Charlotte: 'Charlie',
};

type Change = (patient: CastPatient, today: CalendarDate) => CastPatient;
type Oddity = { readonly count: number; readonly fits: (patient: CastPatient, age: number) => boolean; readonly change: Change };

const withName = (patient: CastPatient, name: Parameters<typeof nameRow>[0]): CastPatient => ({ ...patient, names: [...patient.names, nameRow(name)] });

/** A former name that the person asked not to be shown: it matches, it is not read. */
const hideFormer: Change = (patient) => {
  const { given, family } = currentName(patient);
  const before = patient.sex === 'F' ? 'Daniel' : 'Danielle';
  return withName(patient, { use: 'former', given: before === given ? 'Rowan' : before, family, hidden: true, addedOn: patient.createdOn, endedOn: addDays(patient.createdOn, 200), source: 'court_decree' });
};

const nickname: Change = (patient) => {
  const { given, family } = currentName(patient);
  return withName(patient, { use: 'alias', given: NICKNAMES[given] ?? given, family, addedOn: patient.createdOn, source: 'pharmacy' });
};

const adopted: Change = (patient) => ({
  ...withName(patient, { use: 'former', given: 'Jesse', family: 'Underhill', hidden: true, addedOn: patient.createdOn, endedOn: addDays(patient.createdOn, 60), source: 'sealed_adoption' }),
  restriction: 'sealed_adoption',
});

const ODDITIES: readonly Oddity[] = [
  { count: 14, fits: (patient) => currentName(patient).given in NICKNAMES, change: nickname },
  { count: 3, fits: (_, age) => age > 19 && age < 45, change: hideFormer },
  { count: 5, fits: (_, age) => age > 72, change: (patient, today) => ({ ...patient, deceasedOn: addDays(today, -140) }) },
  { count: 1, fits: (_, age) => age > 40 && age < 60, change: (patient, today) => ({ ...patient, deceasedOn: addDays(today, -900) }) },
  { count: 3, fits: (_, age) => age > 24 && age < 60, change: (patient, today) => ({ ...patient, optedOutOn: addDays(today, -420) }) },
  { count: 2, fits: (_, age) => age > 4 && age < 15, change: (patient, today) => ({ ...patient, optedOutOn: addDays(today, -800) }) },
  { count: 2, fits: (_, age) => age > 24 && age < 60, change: (patient) => ({ ...patient, restriction: 'staff_family' }) },
  { count: 1, fits: (_, age) => age > 24 && age < 45, change: (patient) => ({ ...patient, restriction: 'protected_address' }) },
  { count: 1, fits: (_, age) => age > 50, change: (patient) => ({ ...patient, restriction: 'vip' }) },
  { count: 1, fits: (_, age) => age > 3 && age < 9, change: adopted },
  { count: 2, fits: (patient, age) => age > 55 && patient.deceasedOn === null, change: (patient) => ({ ...patient, birthOn: (patient.birthOn?.slice(0, 7) ?? null) as PartialDate | null }) },
  { count: 1, fits: (_, age) => age > 70, change: (patient) => ({ ...patient, birthOn: (patient.birthOn?.slice(0, 4) ?? null) as PartialDate | null }) },
  { count: 9, fits: (_, age) => age > 20, change: (patient) => ({ ...patient, contacts: [] }) },
  { count: 6, fits: (patient) => patient.contacts.length > 0, change: (patient, today) => ({ ...patient, contacts: patient.contacts.map((contact) => ({ ...contact, badOn: addDays(today, -60) })) }) },
];

function ageOf({ birthOn }: CastPatient, today: CalendarDate): number {
  const full = birthOn === null ? null : asCalendarDate(birthOn);
  return full === null ? -1 : ageOn(full, today).years;
}

/** Each person has at most one of these, so that a test of one oddity is not troubled by another. */
export function withOddities(patients: readonly CastPatient[], chance: Random, today: CalendarDate): CastPatient[] {
  const changed = new Map<string, CastPatient>();
  for (const { count, fits, change } of ODDITIES) {
    const fitting = patients.filter((patient) => !changed.has(patient.key) && fits(patient, ageOf(patient, today)));
    for (const patient of chance.shuffle(fitting).slice(0, count)) changed.set(patient.key, change(patient, today));
  }
  return patients.map((patient) => changed.get(patient.key) ?? patient);
}

/** Rows that a hospital opened before the child had a name, never joined to the child's own. */
export function oddRows(patients: readonly CastPatient[], count: number, today: CalendarDate): CastPatient[] {
  const young = patients.filter((patient) => ageOf(patient, today) >= 0 && ageOf(patient, today) < 7 && patient.restriction === null).slice(0, count);
  return young.map((patient) => ({
    ...patient,
    key: `${patient.key}-before-naming`,
    optedOutOn: null,
    names: [nameRow({ given: PLACEHOLDER_GIVEN[patient.sex === 'M' ? 'M' : 'F'], family: currentName(patient).family.split(/[ -]/)[0] ?? '', addedOn: patient.createdOn, source: 'hospital' })],
    contacts: [],
    guardians: [],
  }));
}
