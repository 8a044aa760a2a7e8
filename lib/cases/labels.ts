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
  fixed: 'Fixed',
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

/** How a case ended, after its day: "Tue Nov 24, copy sent". */
export const OUTCOME_SHORT_WORDS: Readonly<Record<CaseOutcome, string>> = {
  fixed: 'fixed',
  copy_sent: 'copy sent',
  doses_added: 'doses added',
  referred_elsewhere: 'referred elsewhere',
  no_connecticut_record: 'no Connecticut record',
  cannot_use_portal: 'copy mailed instead',
  refused: 'refused',
  unanswered: 'unanswered',
  withdrawn: 'withdrawn',
  duplicate: 'duplicate',
  spam: 'spam',
  suspected_false: 'suspected false document',
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
  which_case: 'Which case does it repeat? Write its number',
  not_a_case_number: 'Write a case number, such as C-2041',
  no_such_case: 'There is no case of that number',
  same_case: 'This is the same case',
  duplicate_itself: 'That case is a duplicate itself: name the one that goes on',
  only_on_hold: 'Only a case on hold comes back by itself',
  not_to_come: 'Choose a day to come',
  too_far: 'Choose a day within the next six months',
  office_closed: 'The office is closed that day: choose another',
  not_working_here: 'They no longer work here',
  no_casework: 'They do not work on cases',
  other_language: 'They do not work in the language of this case',
  other_kind: 'They do not work on this kind of case',
  has_it_already: 'They have this case already',
};

/** Why a case as a whole could not be moved, under the button that was pressed. */
export const MOVE_REFUSAL_WORDS: Readonly<Record<string, string>> = {
  held_by_another: 'A colleague took this case a moment ago.',
  already_yours: 'You have this case already.',
  not_waiting: 'It is not waiting any more.',
  not_claimed: 'You no longer have this case.',
  case_closed: 'This case is closed.',
  not_from_this_state: 'The case has moved on. Reload to see where it stands.',
  not_for_this_role: 'This needs somebody with another role.',
  already_asked: 'A supervisor has been asked already and has yet to answer.',
  nothing_asked: 'The question was answered a moment ago.',
  own_request: 'Somebody else answers what you asked.',
  already_sent: 'The copy has left: it cannot be taken back.',
  already_printed: 'The envelope is printed: take it out of the batch first.',
  undo_over: 'The minute for taking it back is over: ask a supervisor.',
  withdrawn: 'It was taken back already.',
  same_case: 'This is the same case.',
  already_joined: 'That case is joined already.',
  joined_elsewhere: 'It was joined into another case: take it out there.',
  other_closed: 'That case is closed.',
  not_the_earlier: 'The earlier case keeps: join the later one into it.',
  holds_joined_cases: 'Other cases were joined into that one: take them out first.',
  second_review_open: 'A second person has yet to decide on that case.',
  release_open: 'A copy is on its way: wait until it is sent, or take it back.',
  already_undone: 'It was taken out already.',
  already_declined: 'That was said already.',
};
