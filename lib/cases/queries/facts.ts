/** Everything the rules of a case look at, gathered once a request. What comes out names fields and papers, and no value of a person but a name. */
import type { StaffActor } from '@/lib/access/actor';
import { maySee } from '@/lib/access/restricted';
import { asDocumentKind } from '@/lib/documents/checklists';
import { asEvidence } from '@/lib/documents/evidence';
import { readDraft, type KeptDrafts } from '@/lib/drafts/rules';
import { listCaseDrafts } from '@/lib/drafts/queries';
import { caseDraft } from '@/lib/drafts/schema';
import { choosableFields } from '@/lib/patients/chosen';
import { compareSubject } from '@/lib/patients/matching/score';
import { findRivals, readPatients, type FoundPatient } from '@/lib/patients/queries';
import { asPartialDate, officeDate } from '@/lib/platform/dates';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { authority, type AuthorityAnswer } from '@/lib/policies/authority';
import { asRelation, type RecordKind } from '@/lib/policies/evidence';
import type { Standing } from '@/lib/records/last-mile';
import { standingOf } from '@/lib/records/queries';
import { ADDRESS_SOURCES } from '@/lib/records/schema';
import { correctDraft } from '../drafts';
import { rehearsalFact, rehearseChoices } from '../rehearsal';
import type { Choices } from '../schema';
import { attemptOf, submittedOf, type Submitted } from '../submitted';
import type { CaseFacts, DispatchState, FieldFact, ReviewState } from '../types';
import type { CaseView } from './case';

type Counted = {
  candidates: number;
  entered: number;
  corrected: number;
  second: 'asked' | 'approved' | 'refused' | null;
  released: boolean;
  needs_second: boolean | null;
  approved: boolean | null;
  source: string | null;
  dispatch: DispatchState | null;
};

/** What hangs on the case in other tables, in one statement. */
async function countAround(caseId: string): Promise<Counted> {
  const [row] = await db().$queryRaw<Counted[]>`
    SELECT (SELECT count(*)::int FROM match_candidates m WHERE m.case_id = c.id) AS candidates,
      (SELECT count(*)::int FROM doses d WHERE d.case_id = c.id AND NOT EXISTS (SELECT 1 FROM dose_voids v WHERE v.dose_id = d.id)) AS entered,
      (SELECT count(*)::int FROM patient_corrections k WHERE k.case_id = c.id) AS corrected,
      (SELECT coalesce(a.decision::text, 'asked') FROM approvals a WHERE a.case_id = c.id AND a.subject = 'correction' ORDER BY a.requested_at DESC LIMIT 1) AS second,
      r.id IS NOT NULL AS released, r.needs_second, r.approved_at IS NOT NULL AS approved, r.address_source AS source,
      (SELECT d.state::text FROM dispatches d WHERE d.release_id = r.id ORDER BY d.queued_at DESC LIMIT 1) AS dispatch
    FROM cases c LEFT JOIN LATERAL (SELECT * FROM record_releases x WHERE x.case_id = c.id AND x.withdrawn_at IS NULL ORDER BY x.prepared_at DESC LIMIT 1) r ON true
    WHERE c.id = ${caseId}::uuid`;
  if (row === undefined) throw new Error('the case went away while it was read');
  return row;
}

const reviewState = (decision: string | undefined): ReviewState => (decision === undefined ? 'to_review' : decision === 'accepted' ? 'accepted' : 'returned');
const reviewFor = (found: CaseView, document: CaseView['submission']['documents'][number]) => document.reviews.find(({ caseId }) => caseId === found.id);

/** Before the case is linked the rules are asked about the person as submitted; that a parent is named on the record is believed until the record is known. */
function authorityAsSubmitted(found: CaseView, wanted: readonly RecordKind[]): AuthorityAnswer {
  const documents = found.submission.documents.flatMap((document) => {
    const review = reviewFor(found, document);
    return review?.decision === 'accepted' ? (asEvidence(asDocumentKind(document.kind), review.ticks as Record<string, boolean>, review.facts) ?? []) : [];
  });
  const birthOn = found.subject.birthOn === null ? null : asPartialDate(found.subject.birthOn);
  return authority({ relation: asRelation(found.submission.relation), subject: { birthOn }, requesterNamedOnRecord: true, documents, wanted, today: officeDate(now()) });
}

/** Fields that differ, each with what was chosen for it: in the draft, or, once values were saved, by leaving it as it is. */
function fieldsOf(submitted: Submitted, patient: FoundPatient, choices: Choices, corrected: boolean): FieldFact[] {
  const choosable = choosableFields(patient, submitted);
  return compareSubject(submitted, patient)
    .fields.filter(({ field }) => choosable.includes(field))
    .map(({ field, agreement }) => ({ field, agreement, choice: choices[field] ?? (corrected ? 'keep' : null) }));
}

async function rehearsed(submitted: Submitted, patient: FoundPatient): Promise<CaseFacts['rehearsal']> {
  return rehearsalFact(rehearseChoices(submitted, patient, await findRivals(db(), attemptOf(submitted), submitted, officeDate(now())), {}, officeDate(now())));
}

const currentName = ({ names }: FoundPatient): string => {
  const name = names.find(({ use }) => use === 'current') ?? names[0];
  return name === undefined ? 'a patient without a name' : `${name.given} ${name.family}`;
};

export type Gathered = { readonly facts: CaseFacts; readonly standing: Standing | null; readonly drafts: KeptDrafts };

/** The facts, the standing of a copy, and what this person has begun; a restricted record lends its name to nobody who may not see it. */
export async function gatherFacts(actor: StaffActor, found: CaseView): Promise<Gathered> {
  const { submission, patientId } = found;
  const wants: readonly RecordKind[] = submission.wants;
  // Who asked for a copy and named no record is owed the full one.
  const offered: readonly RecordKind[] = wants.length === 0 ? ['full_record'] : wants;
  const [around, drafts, standing, patients] = await Promise.all([
    countAround(found.id),
    listCaseDrafts(actor, found.publicId),
    standingOf(db(), found.id, offered, now()),
    patientId === null ? [] : readPatients(db(), [patientId]),
  ]);
  const [patient] = patients;
  const submitted = submittedOf(found.subject, submission);
  const choices = readDraft(drafts, caseDraft(found.publicId, 'correct'), correctDraft)?.value.choices ?? {};
  const fields = patient === undefined ? [] : fieldsOf(submitted, patient, choices, around.corrected > 0);
  const facts: CaseFacts = {
    kind: found.kind,
    relation: asRelation(submission.relation),
    documents: submission.documents.filter(({ state }) => state === 'ready').map((document) => ({ kind: asDocumentKind(document.kind), review: reviewState(reviewFor(found, document)?.decision) })),
    // The answer repeats what it was asked about; of a withheld case that is what is left of it.
    authority: (found.withheld ? null : standing?.authority) ?? authorityAsSubmitted(found, offered),
    // Where the rules leave it to a supervisor, that word is asked at the release itself.
    supervisorAllowed: true,
    linkedPatient: patient === undefined ? null : { name: maySee(actor, patient) ? currentName(patient) : 'a restricted record' },
    candidates: around.candidates,
    fields,
    unsaved: fields.flatMap(({ field, choice }) => (choice === 'use_submitted' ? [field] : [])),
    rehearsal: found.kind === 'record_not_found' && patient !== undefined ? await rehearsed(submitted, patient) : null,
    doses: { asked: found.kind === 'missing_doses' || found.kind === 'out_of_state_update', entered: around.entered, rowsWithProblems: 0 },
    wants,
    delivery: submission.delivery,
    release: around.released ? { destination: ADDRESS_SOURCES.find((source) => source === around.source) ?? 'submitted', needsSecond: around.needs_second === true, approved: around.approved === true } : null,
    dispatch: around.dispatch,
    secondReview: { state: around.second ?? 'none', risks: [] },
  };
  return { facts, standing, drafts };
}
