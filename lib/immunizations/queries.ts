/** Doses on record, as rules compare them and as a history shows them; and the code table as a clerk asks it. */
import { z } from 'zod';
import { asDocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import { look } from '@/lib/look';
import { birthOn, fullDateText, line } from '@/lib/patients/schema';
import { now } from '@/lib/platform/clock';
import { asPartialDate, calendarDateOf, fullDate, officeDate, staffDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';
import type { Db, Tx } from '@/lib/platform/db';
import { done } from '@/lib/platform/outcome';
import { ageText, monthsOld } from './ages';
import { findVaccine } from './codes/cvx';
import { groupNames } from './codes/groups';
import { searchVaccines, type VaccineFound } from './codes/vaccine-search';
import { vaccineText } from './codes/vaccine-words';

const include = {
  voided: { include: { by: { select: { name: true } } } },
  recordedBy: { select: { name: true } },
  document: { select: { kind: true } },
} as const;

/** Every dose of a patient, voided ones among them, in the order in which they were given. */
export const readDoses = (client: Db | Tx, patientId: string) => client.dose.findMany({ where: { patientId }, include, orderBy: [{ givenOn: 'asc' }, { id: 'asc' }] });
export type DoseRow = Awaited<ReturnType<typeof readDoses>>[number];

export type DosePerson = { readonly birthOn: PartialDate | null; readonly deceasedOn: CalendarDate | null; readonly optedOut: boolean };

/** What the rules ask about the person. */
export async function readDosePerson(client: Db | Tx, patientId: string): Promise<DosePerson> {
  const row = await client.patient.findUniqueOrThrow({ where: { id: patientId }, select: { birthOn: true, deceasedOn: true, optedOutAt: true } });
  return { birthOn: row.birthOn === null ? null : asPartialDate(row.birthOn), deceasedOn: row.deceasedOn, optedOut: row.optedOutAt !== null };
}

/** A dose as the browser gets it: what is shown, and what a typed row is held against. */
export type DoseOnRecord = {
  readonly doseId: string;
  readonly version: number;
  readonly cvx: string;
  readonly tradeName: string | null;
  readonly vaccine: string;
  readonly lot: string | null;
  readonly organization: string | null;
  readonly source: string;
  readonly givenOn: CalendarDate;
  readonly age: string | null;
  /** Copied from a document rather than reported by its provider. */
  readonly fromPaper: boolean;
  readonly readFrom: string | null;
  readonly confidential: boolean;
  readonly voided: { readonly reason: string; readonly by: string; readonly on: string } | null;
  /** A combination counts for each of its groups. */
  readonly groups: readonly string[];
};

const readFrom = ({ document, page, recordedBy }: DoseRow): string | null =>
  document === null ? null : `${DOCUMENT_KIND_WORDS[asDocumentKind(document.kind)].full}, page ${page}${recordedBy === null ? '' : `, by ${recordedBy.name}`}`;

/** A row in the words of the screen. A code that no group knows stands under its own name. */
export function viewDose(row: DoseRow, bornOn: PartialDate | null): DoseOnRecord {
  const groups = groupNames(row.cvx);
  const vaccine = vaccineText(row.cvx, row.tradeName);
  return {
    doseId: row.publicId,
    version: row.version,
    cvx: row.cvx,
    tradeName: row.tradeName,
    vaccine,
    lot: row.lot,
    organization: row.organization,
    source: row.source,
    givenOn: row.givenOn,
    age: bornOn === null ? null : ageText(bornOn, row.givenOn),
    fromPaper: row.source !== '00',
    readFrom: readFrom(row),
    confidential: row.confidential,
    voided: row.voided === null ? null : { reason: row.voided.reason, by: row.voided.by.name, on: staffDate(officeDate(row.voided.at)) },
    groups: groups.length > 0 ? groups : [vaccine],
  };
}

/** Whoever is too young for a vaccine today was too young on every day a card can name. */
function tooYoung(cvx: string, born: CalendarDate, today: CalendarDate): boolean {
  return (findVaccine(cvx)?.fromMonth ?? 0) > monthsOld(born, today);
}

/** Before a date is typed only what the person cannot have reached yet is certain: it goes behind the rest. */
function withoutDate(text: string, bornOn: PartialDate | undefined, today: CalendarDate): readonly VaccineFound[] {
  const found = searchVaccines(text);
  const born = bornOn === undefined ? null : fullDate(bornOn);
  return born === null ? found : [...found].sort((a, b) => Number(tooYoung(a.cvx, born, today)) - Number(tooYoung(b.cvx, born, today)));
}

/** Vaccines for what is typed: trade name, CVX, abbreviation or a misspelling; a date and a birth date narrow. A code table: nobody is shown. */
export const searchVaccine = look({
  name: 'vaccine.search',
  input: z.strictObject({ text: line(60), givenOn: fullDateText.optional(), birthOn: birthOn.optional() }),
  unlogged: true,
  run: async (_actor, { text, givenOn, birthOn: typed }) => {
    const bornOn = typed === undefined ? undefined : (asPartialDate(typed) ?? undefined);
    const found = givenOn === undefined ? withoutDate(text, bornOn, officeDate(now())) : searchVaccines(text, calendarDateOf(givenOn), bornOn);
    return { outcome: done(found), entries: [] };
  },
});
