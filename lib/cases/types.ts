/** What the rules of a case look at. Queries gather it; the rules never fetch. */
import type { AuthorityAnswer } from '@/lib/policies/authority';
import type { CaseKind } from '@/lib/policies/case-kinds';
import type { RecordKind, Relation } from '@/lib/policies/evidence';
import type { DocumentKind } from '@/lib/documents/checklists';
import type { CaseField } from './schema';

export const CASE_STATES = [
  'new',
  'in_progress',
  'waiting_on_requester',
  'waiting_on_provider',
  'waiting_on_registry',
  'on_hold',
  'needs_second_review',
  'ready_to_send',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const STEPS = ['identity', 'match', 'correct', 'doses', 'send'] as const;
export type Step = (typeof STEPS)[number];
/** A page of the workspace: a step of the work, or what happened so far. */
export type CaseStepName = Step | 'history';

export type ReviewState = 'to_review' | 'accepted' | 'returned' | 'asked_for';
export type DocumentFact = { readonly kind: DocumentKind; readonly review: ReviewState };

/** One row of "what they sent, what the record has". `choice` null: nobody has decided yet. */
export type FieldFact = {
  readonly field: CaseField;
  readonly agreement: 'agree' | 'similar' | 'conflict' | 'missing';
  readonly choice: 'use_submitted' | 'keep' | null;
};

/** What the portal would find if the person typed now what they will type. */
export type RehearsalFact = { readonly finds: 'this_patient' | 'nobody' | 'another_patient' | 'several'; readonly failing: readonly CaseField[] };

export type SecondReviewFact = { readonly state: 'none' | 'asked' | 'approved' | 'refused'; readonly risks: readonly string[] };

export type DispatchState = 'queued' | 'printed' | 'confirmed' | 'cancelled' | 'failed' | 'unknown';

export type CaseFacts = {
  readonly kind: CaseKind;
  readonly relation: Relation;
  readonly documents: readonly DocumentFact[];
  /** The proposal of the authority engine for today. */
  readonly authority: Pick<AuthorityAnswer, 'verdict' | 'because' | 'needs' | 'cited'>;
  /** A supervisor's word where the engine leaves it to one. */
  readonly supervisorAllowed: boolean;
  readonly linkedPatient: { readonly name: string } | null;
  readonly candidates: number;
  readonly fields: readonly FieldFact[];
  /** Fields chosen as "use submitted" and not yet saved to the record. */
  readonly unsaved: readonly CaseField[];
  readonly rehearsal: RehearsalFact | null;
  readonly doses: { readonly asked: boolean; readonly entered: number; readonly rowsWithProblems: number };
  readonly wants: readonly RecordKind[];
  readonly delivery: 'mail' | 'fax' | 'portal';
  readonly release: { readonly destination: 'accepted_id' | 'on_record' | 'submitted'; readonly needsSecond: boolean; readonly approved: boolean } | null;
  readonly dispatch: DispatchState | null;
  readonly secondReview: SecondReviewFact;
};
