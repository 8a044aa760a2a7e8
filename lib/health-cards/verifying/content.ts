import { z } from 'zod';
import type { Claims, Entry } from './claims';

export type Coding = { readonly system: 'cvx' | 'snomed' | 'icd11' | 'other'; readonly code: string };

export type ReadDose = {
  readonly codings: readonly Coding[];
  /** CVX code, when the card has one. */
  readonly cvx: string | null;
  readonly status: string;
  /** `yyyy-mm-dd`, or as much of it as the card says. */
  readonly givenOn: string | null;
  readonly lot: string | null;
  readonly performer: string | null;
  readonly subpotent: boolean;
};

export type ReadName = { readonly family: string | null; readonly given: readonly string[]; readonly text: string | null };

export type CardContent = {
  readonly names: readonly ReadName[];
  readonly birthOn: string | null;
  readonly doses: readonly ReadDose[];
  /** Types of resources that are neither patient nor dose, as a patient summary has them. */
  readonly others: readonly string[];
};

/** What staff must be told about a card that passed. */
export type ContentRemark =
  | 'status_not_completed'
  | 'subpotent_dose'
  | 'patient_missing'
  | 'several_patients'
  | 'reference_unclear'
  | 'dose_unreadable'
  | 'no_doses';

const SYSTEMS: Readonly<Record<string, Coding['system']>> = {
  'http://hl7.org/fhir/sid/cvx': 'cvx',
  'http://snomed.info/sct': 'snomed',
  'http://id.who.int/icd11/mms': 'icd11',
  'http://id.who.int/icd/release/11/mms': 'icd11',
};

const codingSchema = z
  .object({ system: z.string().optional(), code: z.string() })
  .transform(({ system, code }): Coding => ({ system: SYSTEMS[system ?? ''] ?? 'other', code }));

const patientSchema = z.object({
  name: z
    .array(z.object({ family: z.string().optional(), given: z.array(z.string()).optional(), text: z.string().optional() }))
    .default([]),
  birthDate: z.string().regex(/^\d{4}(-\d\d){0,2}$/).optional(),
});

const doseSchema = z.object({
  status: z.string(),
  vaccineCode: z.object({ coding: z.array(codingSchema).min(1) }),
  patient: z.object({ reference: z.string().optional() }).optional(),
  occurrenceDateTime: z.string().regex(/^\d{4}(-\d\d){0,2}(T.*)?$/).optional(),
  lotNumber: z.string().optional(),
  performer: z.array(z.object({ actor: z.object({ display: z.string().optional() }) })).default([]),
  isSubpotent: z.boolean().default(false),
});

type RawDose = z.infer<typeof doseSchema>;

const readDose = (raw: RawDose): ReadDose => ({
  codings: raw.vaccineCode.coding,
  cvx: raw.vaccineCode.coding.find((coding) => coding.system === 'cvx')?.code ?? null,
  status: raw.status,
  givenOn: raw.occurrenceDateTime?.split('T')[0] ?? null,
  lot: raw.lotNumber ?? null,
  performer: raw.performer.find((each) => each.actor.display !== undefined)?.actor.display ?? null,
  subpotent: raw.isSubpotent,
});

const ofType = (entries: readonly Entry[], type: string): Entry[] => entries.filter((entry) => entry.resource.resourceType === type);

/** Of several patients none is taken: a card that leaves open whose doses these are shows no name. */
function readPatient(patients: readonly Entry[]): Pick<CardContent, 'names' | 'birthOn'> {
  const patient = patients.length === 1 ? patientSchema.safeParse(patients[0]?.resource).data : undefined;
  const names = (patient?.name ?? []).map(({ family, given, text }) => ({ family: family ?? null, given: given ?? [], text: text ?? null }));
  return { names, birthOn: patient?.birthDate ?? null };
}

function remarksOn(patients: readonly Entry[], named: boolean, doses: readonly RawDose[], unread: number): ContentRemark[] {
  const unclear = doses.some((dose) => dose.patient?.reference !== patients[0]?.fullUrl);
  const found: readonly [boolean, ContentRemark][] = [
    [doses.some((dose) => dose.status !== 'completed'), 'status_not_completed'],
    [doses.some((dose) => dose.isSubpotent), 'subpotent_dose'],
    [patients.length === 0 || (patients.length === 1 && !named), 'patient_missing'],
    [patients.length > 1, 'several_patients'],
    [patients.length === 1 && unclear, 'reference_unclear'],
    [unread > 0, 'dose_unreadable'],
    [doses.length + unread === 0, 'no_doses'],
  ];
  return found.flatMap(([holds, remark]) => (holds ? [remark] : []));
}

/** Reads the patient and the doses of a card that has passed; call it for no other. */
export function readContent(claims: Claims): { content: CardContent; remarks: ContentRemark[] } {
  const entries = claims.vc.credentialSubject.fhirBundle.entry;
  const patients = ofType(entries, 'Patient');
  const immunizations = ofType(entries, 'Immunization');
  const read = immunizations.flatMap((entry) => doseSchema.safeParse(entry.resource).data ?? []);
  const patient = readPatient(patients);
  const others = entries.map((entry) => entry.resource.resourceType).filter((type) => type !== 'Patient' && type !== 'Immunization');
  return {
    content: { ...patient, doses: read.map(readDose), others },
    remarks: remarksOn(patients, patient.names.length > 0, read, immunizations.length - read.length),
  };
}
