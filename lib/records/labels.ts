/** The words of both records. The statement is a proposal until counsel has confirmed it. */
import { bold, type Text } from './paper/lines';
import type { CardLeftOut } from './types';

export const RECORD_TITLE = {
  full: 'Full Immunization Record',
  covid: 'COVID-19 Immunization Record',
} as const;

export const SPECIMEN = 'SPECIMEN · FICTITIOUS PERSON · NOT A RECORD';

const certifies = (department: string, doses: string): string =>
  ` The ${department} certifies that this is a true copy of the ${doses} recorded for this person in the state immunization information system (CT WiZ) at the time shown. Doses that were not reported to CT WiZ are not shown.`;

export const fullStatement = (department: string): readonly Text[] => [
  [bold('Official record.'), `${certifies(department, 'doses')} An altered or incomplete copy is not valid: all pages go together.`],
  [bold('Source.'), ' Provider: the place that gave the dose. Any other: a document that this program checked.'],
];

export const covidStatement = (department: string): Text => [bold('Official record.'), certifies(department, 'COVID-19 doses')];

export const covidTableStatement = (department: string): readonly Text[] => [
  [bold('Official record.'), `${certifies(department, 'COVID-19 doses')} An altered or incomplete copy is not valid: all pages go together.`],
  [bold('Source.'), ' Provider: the place that gave the dose. Any other: a document that this program checked.'],
];

export const COVID_ONLY = 'This page shows COVID-19 doses only.';

export const CARD_LEFT_OUT: Record<CardLeftOut, string> = {
  too_long: 'This record is too long for a SMART Health Card.',
  not_possible: 'A SMART Health Card cannot hold this record.',
};

export const CARD_NOTICE = [
  'Scanning shares everything shown here. Show it only to people you trust with it.',
  'Also show photo ID: the code does not prove who is holding it.',
] as const;

export const CARD_USES: readonly Text[] = [
  [bold('To keep it on a phone.'), ' Point the camera at the code and choose Health or Wallet.'],
  [bold('To check it.'), ' A SMART Health Card verifier says Verified, Partially verified or Not verified.'],
  [bold('After a new dose.'), ' This code does not change. Ask for a new record. It is free.'],
  [bold('Keep it safe.'), ' Store it like a birth certificate. It is not a CDC vaccination card.'],
];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export function endOfRecord(doses: number, lines: number): string {
  if (doses === 0) return 'End of record. No doses.';
  const said = `End of record. ${counted(doses, 'dose', 'doses')}`;
  return lines === doses ? `${said}.` : `${said} on ${lines} lines: a combination vaccine is listed under each group it counts for.`;
}
