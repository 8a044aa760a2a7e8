/** Who a case may be about, and how what was sent stands against what is on record. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { recordLook } from '@/lib/audit/record';
import { look } from '@/lib/look';
import { choosableFields } from '@/lib/patients/chosen';
import { differenceSegments, type Segment } from '@/lib/patients/matching/difference-segments';
import { rankCandidates } from '@/lib/patients/matching/ranking';
import { compareSubject } from '@/lib/patients/matching/score';
import type { Agreement, Comparison, FieldComparison, GuardCode } from '@/lib/patients/matching/types';
import { diagnosePortal, type PortalDiagnosis } from '@/lib/patients/portal-diagnosis';
import { findRivals, findVisible, readPatients, type FoundPatient } from '@/lib/patients/queries';
import { RISK_WORDS, type RiskCode } from '@/lib/patients/risk';
import { shownNames } from '@/lib/patients/rules';
import { publicId } from '@/lib/patients/schema';
import { now } from '@/lib/platform/clock';
import { officeDate, staffDate, type CalendarDate, officeTime } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { othersWords, rehearseChoices } from '../rehearsal';
import { rehearseSchema, type CaseField } from '../schema';
import { attemptOf, submittedOf, type Submitted } from '../submitted';
import { CASE_FIELD_WORDS } from '../labels';
import { proposalSchema } from '../proposal';
import type { CaseView } from './case';

/** One row of "what they sent, what the record has". */
export type ComparedField = {
  readonly field: CaseField;
  readonly agreement: Agreement;
  readonly words: string;
  readonly submitted: readonly Segment[];
  readonly onRecord: readonly Segment[];
  readonly choosable: boolean;
};

/** A patient who may be the person, as the browser gets them. */
export type CandidateView = {
  readonly patientId: string;
  readonly version: number;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  readonly town: string;
  readonly doses: number;
  readonly band: Comparison['band'];
  readonly combination: Comparison['combination'];
  readonly conflicts: string;
  readonly agreements: string;
  readonly guards: readonly string[];
  readonly fields: readonly ComparedField[];
  readonly diagnosis: PortalDiagnosis;
};

const plain = (text: string | null): readonly Segment[] => (text === null ? [] : [{ text, differs: false }]);

/** Two words or streets that have nothing in common are marked whole: single letters they share by chance only distract. */
function marked({ field, agreement, level, submitted, onRecord }: FieldComparison): Pick<ComparedField, 'submitted' | 'onRecord'> {
  if (agreement === 'agree' || submitted === null || onRecord === null) return { submitted: plain(submitted), onRecord: plain(onRecord) };
  if (level === 'different' && field !== 'phone' && field !== 'birthOn') return { submitted: [{ text: submitted, differs: true }], onRecord: [{ text: onRecord, differs: true }] };
  return differenceSegments(submitted, onRecord);
}

/** Two full dates of birth that differ, however nearly alike, ask somebody to choose: they stand as a conflict. */
const shownAgreement = ({ field, agreement, level }: FieldComparison): Agreement => (field === 'birthOn' && agreement === 'similar' && level !== 'partial' ? 'conflict' : agreement);

const compared = (comparison: FieldComparison, choosable: readonly CaseField[]): ComparedField => ({
  field: comparison.field,
  agreement: shownAgreement(comparison),
  words: comparison.words,
  ...marked(comparison),
  choosable: choosable.includes(comparison.field),
});

/** Guards that only repeat what the sentences beside a candidate say already. */
const SAID_ALREADY: readonly GuardCode[] = ['birth_date_not_exact', 'first_name_unconfirmed', 'last_name_unconfirmed'];

/** A patient held against what was sent, for the screen. */
export function viewCandidate(submitted: Submitted, patient: FoundPatient, comparison: Comparison, today: CalendarDate): CandidateView {
  const name = shownNames(patient).find(({ use }) => use === 'current') ?? shownNames(patient)[0];
  const choosable = choosableFields(patient, submitted);
  return {
    patientId: patient.publicId,
    version: patient.version,
    name: name === undefined ? 'No name on record' : [name.given, name.middle, name.family, name.suffix].filter(Boolean).join(' '),
    born: patient.birthOn === null ? 'No date of birth' : staffDate(patient.birthOn),
    sex: patient.sex ?? 'no gender',
    town: patient.addresses.find(({ current }) => current)?.city ?? 'no address',
    doses: patient.doseCount,
    band: comparison.band,
    combination: comparison.combination,
    conflicts: comparison.summary.conflicts,
    agreements: comparison.summary.agreements,
    guards: comparison.guards.filter(({ guard }) => !SAID_ALREADY.includes(guard)).map(({ words }) => words),
    fields: comparison.fields.map((field) => compared(field, choosable)),
    diagnosis: diagnosePortal(attemptOf(submitted), patient, today),
  };
}

export type Candidates = {
  /** False until the worker has looked. */
  readonly searched: boolean;
  readonly ambiguous: boolean;
  /** Restricted records among them that this person may not see. */
  readonly hidden: number;
  readonly list: readonly CandidateView[];
};

/** The candidates the search kept, compared anew with their records as they are now. The look is logged with whom it showed. */
export async function listCandidates(actor: StaffActor, found: CaseView): Promise<Candidates> {
  const kept = await db().matchCandidate.findMany({ where: { caseId: found.id }, select: { patientId: true } });
  const searched = kept.length > 0 || (await db().auditEvent.count({ where: { caseId: found.id, event: 'case.matched' } })) > 0;
  const submitted = submittedOf(found.subject, found.submission);
  const patients = await readPatients(db(), kept.map(({ patientId }) => patientId));
  const byId = new Map(patients.map((patient) => [patient.publicId, patient]));
  const ranking = rankCandidates(submitted, patients);
  const today = officeDate(now());
  const list = ranking.candidates.flatMap(({ patient, comparison }) => {
    const row = byId.get(patient.publicId);
    return row !== undefined && maySee(actor, row) ? [viewCandidate(submitted, row, comparison, today)] : [];
  });
  if (list.length > 0) await recordLook(actor, { event: 'patient.searched', caseId: found.id, details: { shape: ['case'], shown: list.map(({ patientId }) => patientId) } });
  return { searched, ambiguous: ranking.ambiguous, hidden: ranking.candidates.length - list.length, list };
}

/** The patient a case is linked to, against what was sent; null when it is linked to nobody, or to somebody this person may not see. */
export async function findLinked(actor: StaffActor, found: CaseView): Promise<CandidateView | null> {
  if (found.patientId === null) return null;
  const [patient] = await readPatients(db(), [found.patientId]);
  if (patient === undefined || !maySee(actor, patient)) return null;
  await recordLook(actor, { event: 'patient.viewed', caseId: found.id, patientId: patient.id, details: { part: 'comparison' } });
  const submitted = submittedOf(found.subject, found.submission);
  return viewCandidate(submitted, patient, compareSubject(submitted, patient), officeDate(now()));
}

const risksInWords = (codes: readonly string[]): string[] => codes.map((code) => RISK_WORDS[code as RiskCode] ?? code);
const shownValue = (field: string, value: string | null): string => (value === null ? 'none' : field === 'birthOn' ? staffDate(value as CalendarDate) : value);

/** Corrections of this case that went to a second person, the latest first, in words for both. */
export async function listReviews(caseId: string) {
  const rows = await db().approval.findMany({ where: { caseId, subject: 'correction' }, orderBy: { requestedAt: 'desc' }, include: { requestedBy: { select: { name: true } }, decidedBy: { select: { name: true } } } });
  return rows.map((row) => ({
    requestedById: row.requestedById,
    shown: {
      approvalId: row.publicId,
      askedBy: row.requestedBy.name,
      askedAt: officeTime(row.requestedAt),
      reason: row.reason,
      risks: risksInWords(row.risks),
      changes: proposalSchema.parse(row.proposal).changes.map(({ field, before, after }) => ({ field: CASE_FIELD_WORDS[field as CaseField] ?? field, before: shownValue(field, before), after: shownValue(field, after) })),
      decided: row.decision === null ? null : { decision: row.decision, by: row.decidedBy?.name ?? 'a supervisor', reason: row.decisionReason },
    },
  }));
}

/** What the portal would find with the values chosen so far, for a candidate or for the patient linked. Nothing is saved. */
export const rehearseCase = look({
  name: 'case.rehearse',
  input: rehearseSchema.extend({ patientId: publicId }),
  run: async (actor, { caseId, patientId, choices }) => {
    const found = await db().case.findUnique({ where: { publicId: caseId }, include: { subject: true, submission: true } });
    const patient = await findVisible(db(), actor, patientId);
    const related = found !== null && patient !== null && (found.patientId === patient.id || (await db().matchCandidate.count({ where: { caseId: found.id, patientId: patient.id } })) > 0);
    if (found === null || patient === null || !related) return { outcome: refuse('not_found'), entries: [] };
    const submitted = submittedOf(found.subject, found.submission);
    const rivals = await findRivals(db(), attemptOf(submitted), submitted, officeDate(now()));
    const { passes, words, reason, left, found: ids } = rehearseChoices(submitted, patient, rivals, choices, officeDate(now()));
    const others = rivals.filter((other) => other.id !== patient.id && ids.includes(other.publicId));
    const shown = others.filter((other) => maySee(actor, other));
    const details = { found: reason, ...(shown.length === 0 ? {} : { shown: shown.map((other) => other.publicId) }) };
    return { outcome: done({ passes, words: [words, othersWords(shown, others.length - shown.length)].filter(Boolean).join(' '), left }), entries: [{ event: 'case.rehearsed' as const, caseId: found.id, patientId: patient.id, details }] };
  },
});
