/** People whom tests, screenshots and the tour call by name. Their facts do not follow chance; only the coming of age follows today. */
import { addDays, calendarDateOf } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { addressRow, emailRow, guardianRow, nameRow, patientRow, phoneRow } from './rows';
import type { Place } from './rows';
import type { CastPatient } from './types';

const on = calendarDateOf;
const born = (text: string): PartialDate => on(text) as unknown as PartialDate;
const at = (line1: string, city: string, zip: string, line2: string | null = null): Place => ({ line1, line2, city, state: 'CT', zip });

/** The portal missed her on three fields; two people look like her and are not. */
function katarzynaAndLookAlikes(): CastPatient[] {
  const seen = on('2012-08-21');
  return [
    patientRow({
      key: 'katarzyna-nowak',
      birthOn: born('1994-05-03'),
      sex: 'F',
      createdOn: seen,
      names: [nameRow({ given: 'KATARZYNA', family: 'Nowak', addedOn: seen })],
      contacts: [phoneRow({ value: '(203) 555-0177', owner: 'self', addedOn: on('2019-10-02') })],
      addresses: [addressRow(at('3 Millrace Ct', 'New Haven', '06513'), on('2021-06-30')), addressRow(at('18 Ashmun St', 'New Haven', '06511'), seen, on('2021-06-30'))],
    }),
    patientRow({
      key: 'karolina-nowak',
      birthOn: born('1994-03-05'),
      sex: 'F',
      createdOn: seen,
      names: [nameRow({ given: 'Karolina', family: 'Nowak', addedOn: seen })],
      contacts: [phoneRow({ value: '(203) 555-0121', owner: 'self', addedOn: seen })],
      addresses: [addressRow(at('212 Ropewalk Ave', 'New Haven', '06515'), seen)],
    }),
    patientRow({
      key: 'kathy-bell',
      birthOn: born('1994-03-05'),
      sex: 'F',
      createdOn: on('2021-04-11'),
      names: [nameRow({ given: 'Kathy', family: 'Bell', addedOn: on('2021-04-11') })],
      contacts: [phoneRow({ value: '(860) 555-0198', owner: 'self', addedOn: on('2021-04-11') })],
      addresses: [addressRow(at('77 Harrowgate Rd', 'Enfield', '06082'), on('2021-04-11'))],
    }),
  ];
}

function okaforHale(): CastPatient[] {
  const [birth, home] = [on('2022-02-11'), at('9 Candlewright St', 'West Hartford', '06110')];
  const mobile = '(860) 555-0142';
  return [
    patientRow({
      key: 'tunde-okafor',
      birthOn: born('1989-07-19'),
      sex: 'M',
      createdOn: on('2021-03-30'),
      householdKey: 'okafor-hale',
      names: [nameRow({ given: 'Tunde', family: 'Okafor', addedOn: on('2021-03-30') })],
      contacts: [phoneRow({ value: mobile, owner: 'self', addedOn: on('2021-03-30') }), emailRow({ value: 'tunde.okafor@example.com', owner: 'self', addedOn: on('2021-03-30') })],
      addresses: [addressRow(home, on('2021-03-30'))],
    }),
    patientRow({
      key: 'amara-okafor-hale',
      birthOn: born('2022-02-11'),
      sex: 'F',
      createdOn: birth,
      householdKey: 'okafor-hale',
      names: [nameRow({ given: 'Amara', family: 'Okafor-Hale', addedOn: birth, source: 'birth_registration' })],
      contacts: [phoneRow({ value: mobile, owner: 'parent', addedOn: birth })],
      addresses: [addressRow(home, birth)],
      guardians: [
        guardianRow({ relation: 'father', given: 'Tunde', family: 'Okafor', patientKey: 'tunde-okafor', addedOn: birth }),
        guardianRow({ relation: 'mother', given: 'Rebecca', family: 'Hale', addedOn: birth }),
      ],
    }),
  ];
}

function sorrells(): CastPatient[] {
  const [birth, decree, home] = [on('2015-06-09'), on('2024-05-02'), at('41 Kestrel Rise Rd', 'Norwich', '06360')];
  return [
    patientRow({
      key: 'hannah-sorrell',
      birthOn: born('2015-06-09'),
      sex: 'F',
      createdOn: birth,
      householdKey: 'sorrell',
      names: [nameRow({ given: 'Hannah', middle: 'June', family: 'Sorrell', addedOn: birth, source: 'birth_registration' })],
      contacts: [phoneRow({ value: '(860) 555-0116', owner: 'guardian', addedOn: decree }), phoneRow({ value: '(860) 555-5555', owner: 'clinic', mobile: false, portalUse: false, addedOn: birth })],
      addresses: [addressRow(home, decree), addressRow(at('6 Shadbush Ln', 'Groton', '06340'), birth, decree)],
      guardians: [
        guardianRow({ relation: 'guardian', given: 'Nicole', family: 'Sorrell', addedOn: decree, source: 'probate_decree' }),
        guardianRow({ relation: 'mother', given: 'Dana', family: 'Sorrell', addedOn: birth, endedOn: decree }),
      ],
    }),
  ];
}

/** Every letter that a system can lose. */
function diacritics(): CastPatient {
  const seen = on('2020-01-15');
  return patientRow({
    key: 'nguyen-nunez-obrien',
    birthOn: born('1987-12-01'),
    sex: 'M',
    createdOn: seen,
    names: [
      nameRow({ given: 'Nguyễn Łukasz', family: 'Ñuñez-O’Brien 李', addedOn: seen }),
      nameRow({ use: 'alias', given: 'NGUYEN LUKASZ', family: 'NUNEZ OBRIEN', addedOn: on('2021-04-03'), source: 'pharmacy' }),
    ],
    contacts: [phoneRow({ value: '(475) 555-0160', owner: 'self', addedOn: seen }), emailRow({ value: 'lukasz.no@example.org', owner: 'self', addedOn: seen })],
    addresses: [addressRow(at('130 Fernwhistle Ter', 'Stamford', '06902', 'Apt 4B'), seen)],
  });
}

/** Eighteen in twelve days: his mother's contact, her right and her opt-out question all end together. */
function achterbergs(today: CalendarDate): CastPatient[] {
  const eighteenth = addDays(today, 12);
  const birth = on(`${Number(eighteenth.slice(0, 4)) - 18}${eighteenth.slice(4) === '-02-29' ? '-02-28' : eighteenth.slice(4)}`);
  const home = at('58 Lanternfield Dr', 'Glastonbury', '06033');
  const mobile = '(860) 555-0155';
  return [
    patientRow({
      key: 'margit-achterberg',
      birthOn: born('1979-01-28'),
      sex: 'F',
      createdOn: on('2021-03-02'),
      householdKey: 'achterberg',
      names: [nameRow({ given: 'Margit', family: 'Achterberg', addedOn: on('2021-03-02') })],
      contacts: [phoneRow({ value: mobile, owner: 'self', addedOn: on('2021-03-02') })],
      addresses: [addressRow(home, on('2021-03-02'))],
    }),
    patientRow({
      key: 'liam-achterberg',
      birthOn: birth as unknown as PartialDate,
      sex: 'M',
      createdOn: birth,
      householdKey: 'achterberg',
      names: [nameRow({ given: 'Liam', middle: 'Pieter', family: 'Achterberg', addedOn: birth, source: 'birth_registration' })],
      contacts: [phoneRow({ value: mobile, owner: 'parent', addedOn: birth }), emailRow({ value: 'achterberg.family@example.com', owner: 'shared', addedOn: on('2021-06-01') })],
      addresses: [addressRow(home, birth)],
      guardians: [guardianRow({ relation: 'mother', given: 'Margit', family: 'Achterberg', patientKey: 'margit-achterberg', addedOn: birth })],
    }),
  ];
}

export const namedPeople = (today: CalendarDate): CastPatient[] => [...katarzynaAndLookAlikes(), ...okaforHale(), ...sorrells(), diacritics(), ...achterbergs(today)];
