/** Words for cases as the queue and the workspace write them. */
import type { CaseKind } from '@/lib/policies/case-kinds';
import type { RecordKind } from '@/lib/policies/evidence';
import type { CaseField, CaseOutcome } from './schema';
import type { CaseState, Step } from './types';

export const CASE_KIND_WORDS: Readonly<Record<CaseKind, string>> = {
  record_not_found: 'Record not found',
  missing_doses: 'Missing doses',
  out_of_state_update: 'Out-of-state update',
  record_request: 'Record by mail or fax',
  third_party_release: 'Employer release',
  record_correction: 'Correction',
  opt_out: 'Opt out',
  opt_in: 'Opt in',
  other: 'Other',
};

export const CASE_FIELD_WORDS: Readonly<Record<CaseField, string>> = {
  given: 'first name',
  family: 'last name',
  birthOn: 'date of birth',
  sex: 'gender',
  phone: 'phone',
  email: 'e-mail',
  address: 'address',
};

type Wanted = {
  readonly kind: CaseKind;
  readonly wants: readonly RecordKind[];
  readonly delivery: 'mail' | 'fax' | 'portal';
  /** The fields a correction is about. */
  readonly corrects?: readonly CaseField[];
};

/** The kind as a row of the queue says it: "Record by fax", "COVID-19 by fax", "Correction: date of birth". */
export function queueKindWords({ kind, wants, delivery, corrects = [] }: Wanted): string {
  if (kind === 'record_correction' && corrects.length > 0) return `Correction: ${corrects.map((field) => CASE_FIELD_WORDS[field]).join(', ')}`;
  if (kind !== 'record_request' || delivery === 'portal') return CASE_KIND_WORDS[kind];
  const covidOnly = wants.length > 0 && wants.every((record) => record === 'covid_record');
  return `${covidOnly ? 'COVID-19' : 'Record'} by ${delivery}`;
}

/** Where the case goes after its own kind is done: "Record not found, then copy by mail". */
export const thenWords = ({ kind, wants, delivery }: Wanted): string =>
  kind === 'record_not_found' && wants.length > 0 && delivery !== 'portal' ? `${CASE_KIND_WORDS[kind]}, then copy by ${delivery}` : CASE_KIND_WORDS[kind];

export const CASE_STATE_WORDS: Readonly<Record<CaseState, string>> = {
  new: 'New',
  in_progress: 'In progress',
  waiting_on_requester: 'Waiting on requester',
  waiting_on_provider: 'Waiting on provider',
  waiting_on_registry: 'Waiting on another registry',
  on_hold: 'On hold',
  needs_second_review: 'Needs second review',
  ready_to_send: 'Ready to send',
  closed: 'Closed',
};

export const OUTCOME_WORDS: Readonly<Record<CaseOutcome, string>> = {
  fixed: 'Fixed: the portal finds them',
  copy_sent: 'Copy sent',
  doses_added: 'Doses added',
  referred_elsewhere: 'Referred to another state’s registry',
  no_connecticut_record: 'No Connecticut record',
  cannot_use_portal: 'Cannot use the portal: copy mailed instead',
  refused: 'Refused, with what would change it',
  unanswered: 'Unanswered',
  withdrawn: 'Withdrawn by the requester',
  duplicate: 'Duplicate of another case',
  spam: 'Spam',
  suspected_false: 'Suspected false document',
};

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  identity: 'Identity',
  match: 'Match',
  correct: 'Correct',
  doses: 'Doses',
  send: 'Send',
};

/** Why a move or an ending is refused, said so that one knows what to do. */
export const CASE_PROBLEM_WORDS: Readonly<Record<string, string>> = {
  not_from_this_state: 'The case has moved on; look again at where it stands',
  not_for_this_role: 'This needs somebody with another role',
  reason_missing: 'Say why, in a sentence',
  outcome_not_from_this_state: 'A case in this state does not end this way',
  corrections_unsaved: 'Save the chosen values first',
  rehearsal_not_passed: 'The portal must find exactly this person first: rehearse it',
  no_dose_entered: 'No dose has been added yet',
  copy_not_confirmed: 'Confirm that the copy left first',
};
