/** Doses of the people with names of their own, as the tour and the tests count on them. */
import { addDays, calendarDateOf } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { CastDose } from './types';

type Row = readonly [on: string, cvx: string, trade: string | null, mvx: string | null, lot: string | null, source?: CastDose['source'], voidedFor?: string];

function rows(patientKey: string, organization: string, list: readonly Row[]): CastDose[] {
  return list.map(([text, cvx, tradeName, mvx, lot, source = '00', voidedFor]) => {
    const givenOn = calendarDateOf(text);
    const recordedOn = addDays(givenOn, source === '00' ? 1 : 45);
    const voided = voidedFor === undefined ? null : { reason: voidedFor, on: addDays(recordedOn, 30) };
    return { patientKey, cvx, tradeName, mvx, lot, givenOn, source, organization: source === '00' ? organization : null, confidential: false, recordedOn, voided };
  });
}

/** 18 doses, the last of them COVID-19: what Katarzyna Nowak-Bell asks for. */
const KATARZYNA: readonly Row[] = [
  ['1994-07-06', '01', null, null, null, '03'], ['1994-09-07', '01', null, null, null, '03'], ['1994-11-09', '01', null, null, null, '03'],
  ['1994-07-06', '02', null, null, null, '03'], ['1994-09-07', '02', null, null, null, '03'], ['1995-08-15', '02', null, null, null, '03'],
  ['1995-08-15', '03', null, null, null, '03'], ['1999-05-20', '03', null, null, null, '03'],
  ['2006-08-28', '115', 'BOOSTRIX', 'SKB', 'AC52B006AA'], ['2012-08-21', '114', 'MENACTRA', 'PMC', 'U4270AA'],
  ['2018-10-16', '150', 'Fluarix, quadrivalent, preservative free', 'SKB', '3J7N4'], ['2019-10-02', '150', 'Fluarix, quadrivalent, preservative free', 'SKB', '9HL54'],
  ['2021-04-16', '208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', 'EW0172'], ['2021-05-07', '208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', 'ER8737'],
  ['2021-12-04', '208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', 'FK9893'], ['2022-10-12', '300', null, 'PFR', 'GH9694'],
  ['2023-10-05', '309', null, 'PFR', 'HD9867'], ['2024-10-09', '140', 'Fluzone trivalent, preservative free', 'PMC', 'UT8432AA'],
];

/** 17, close to hers in number and kind: a look-alike's history proves nothing. */
const KAROLINA: readonly Row[] = [
  ['1994-05-10', '01', null, null, null, '02'], ['1994-07-12', '01', null, null, null, '02'], ['1994-09-13', '01', null, null, null, '02'],
  ['1994-05-10', '02', null, null, null, '02'], ['1994-07-12', '02', null, null, null, '02'], ['1995-06-20', '02', null, null, null, '02'],
  ['1995-06-20', '03', null, null, null, '02'], ['1998-08-11', '03', null, null, null, '02'], ['2005-09-12', '115', 'ADACEL', 'PMC', 'C2541AA'],
  ['2012-06-18', '114', 'MENACTRA', 'PMC', 'U4102AB'], ['2019-10-11', '150', 'Fluzone, quadrivalent, preservative free', 'PMC', 'UT6680LA'],
  ['2021-04-20', '207', 'Moderna COVID-19 Vaccine', 'MOD', '045B21A'], ['2021-05-18', '207', 'Moderna COVID-19 Vaccine', 'MOD', '036C21A'],
  ['2021-12-14', '207', 'Moderna COVID-19 Vaccine', 'MOD', '054H21A'], ['2022-09-28', '229', null, 'MOD', '063H22A'],
  ['2023-10-17', '312', null, 'MOD', '3032745'], ['2024-10-02', '140', 'Fluarix trivalent, preservative free', 'SKB', '7M4X2'],
];

const KATHY: readonly Row[] = [
  ['2021-04-11', '208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', 'EW0168'], ['2021-05-02', '208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', 'EW0179'],
  ['2021-12-11', '208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', 'FJ8757'], ['2023-11-02', '150', 'Fluarix, quadrivalent, preservative free', 'SKB', 'F3LN9'],
];

/** 17 count, one is voided; the third Hib dose came on paper. Her card adds varicella, hepatitis A and doubtful rows. */
const AMARA: readonly Row[] = [
  ['2022-02-12', '08', 'ENGERIX B-PEDS', 'SKB', '4T97S'],
  ['2022-04-13', '08', 'ENGERIX B-PEDS', 'SKB', '4T97S'], ['2022-04-13', '20', 'INFANRIX', 'SKB', '7C3LK'], ['2022-04-13', '49', 'PEDVAXHIB', 'MSD', 'U019442'],
  ['2022-04-13', '133', 'PREVNAR 13', 'WAL', 'FA2297'], ['2022-04-13', '10', 'IPOL', 'PMC', 'T1C47'],
  ['2022-06-15', '20', 'INFANRIX', 'SKB', '7C3LK'], ['2022-06-15', '49', 'PEDVAXHIB', 'MSD', 'U021107'], ['2022-06-15', '133', 'PREVNAR 13', 'WAL', 'FA2301'], ['2022-06-15', '10', 'IPOL', 'PMC', 'T1C47'],
  ['2022-08-17', '08', 'ENGERIX B-PEDS', 'SKB', 'K9P55'], ['2022-08-17', '20', 'INFANRIX', 'SKB', '3B7XA'], ['2022-08-17', '133', 'PREVNAR 13', 'WAL', 'FK1180'], ['2022-08-17', '10', 'IPOL', 'PMC', 'T2A09'],
  ['2023-02-20', '49', 'PEDVAXHIB', 'MSD', null, '01'], ['2023-02-20', '03', 'M-M-R II', 'MSD', 'W018842'],
  ['2024-11-02', '140', 'Fluarix trivalent, preservative free', 'SKB', 'D2X77', '00', 'Given to another person'], ['2025-10-14', '140', 'Fluarix trivalent, preservative free', 'SKB', 'G5RR4'],
];

export function namedDoses(today: CalendarDate): CastDose[] {
  const all = [
    ...rows('katarzyna-nowak', 'Millrace Pharmacy', KATARZYNA),
    ...rows('karolina-nowak', 'Ledgestone Family Medicine', KAROLINA),
    ...rows('kathy-bell', 'Oxbow Mill Vaccination Site', KATHY),
    ...rows('amara-okafor-hale', 'Elm Street Pediatrics', AMARA),
  ];
  return all.filter(({ givenOn }) => givenOn < today);
}
