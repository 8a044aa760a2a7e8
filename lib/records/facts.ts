/** What a record says as of now: read from the tables when it is rendered, never from what was true at approval. */
import { asPartialDate, type PartialDate } from '@/lib/platform/dates';
import type { Db, Tx } from '@/lib/platform/db';
import type { RecordKind } from '@/lib/policies/evidence';
import { AGENCY } from './agency';
import { makeCovidCard, type CardSigner } from './covid-card';
import { doseOnRecord, isCovidDose, type GivenDose } from './dose-words';
import type { CovidRecordFacts, PersonOnRecord, RecordFacts } from './types';

/** For whom: a parent or anybody else gets no dose that its provider flagged confidential, nor a hint of one. */
export type Reader = { readonly isThePerson: boolean };
export type PersonRecord = { readonly publicId: string; readonly version: number; readonly person: PersonOnRecord; readonly birthOn: PartialDate; readonly doses: readonly GivenDose[] };

const include = {
  names: { where: { use: 'current', endedAt: null, hidden: false }, orderBy: { addedAt: 'desc' }, take: 1 },
  doses: { where: { voided: null }, orderBy: { givenOn: 'asc' } },
} as const;

/** The person under their current name with the doses this reader may see. Null without a name or a date of birth: no record can be made. */
export async function findPersonRecord(tx: Tx | Db, patientId: string, { isThePerson }: Reader): Promise<PersonRecord | null> {
  const patient = await tx.patient.findUnique({ where: { id: patientId }, include });
  const name = patient?.names[0];
  const birthOn = asPartialDate(patient?.birthOn ?? '');
  if (patient === null || name === undefined || birthOn === null) return null;
  const { given, middle, family, suffix } = name;
  const person = { given, family, birthOn, ...(middle === null ? {} : { middle }), ...(suffix === null ? {} : { suffix }) };
  const doses = patient.doses.filter((dose) => isThePerson || !dose.confidential);
  return { publicId: patient.publicId, version: patient.version, person, birthOn, doses };
}

type Copy = { readonly controlNumber: string; readonly asOf: Date; readonly specimen: boolean };

export const fullRecord = ({ person, birthOn, doses }: PersonRecord, copy: Copy): RecordFacts => ({
  ...copy,
  agency: AGENCY,
  person,
  doses: doses.map((dose) => doseOnRecord(dose, birthOn)),
});

export type CovidRecordMade = { readonly facts: CovidRecordFacts; readonly kid: string | null; readonly leftOff: readonly string[] };

/** The COVID-19 doses with their card, or with the reason why there is none. */
export function covidRecord(record: PersonRecord, copy: Copy, signer: CardSigner): CovidRecordMade {
  const doses = record.doses.filter(isCovidDose);
  const facts = fullRecord({ ...record, doses }, copy);
  const made = makeCovidCard(record, doses, signer, copy.asOf);
  if ('cardLeftOut' in made) return { facts: { ...facts, cardLeftOut: made.cardLeftOut }, kid: null, leftOff: [`card_${made.cardLeftOut}`] };
  return { facts: { ...facts, card: made.card }, kid: made.kid, leftOff: made.leftOff };
}

export const LETTER_KIND = { full_record: 'full', covid_record: 'covid' } as const satisfies Record<RecordKind, string>;
