/** What can be done to several cases at once. One typed table, from which the bar, the dialog and the command are made. */
import type { Permission } from '@/lib/access/permissions';
import type { StaffRole } from '@/lib/access/roles';
import { CASE_STATE_WORDS } from './labels';
import type { CaseState } from './types';

export const MOST_AT_ONCE = 50;

export const BULK_ACTIONS = ['assign_to_me', 'assign_to', 'put_back', 'resume', 'hold', 'snooze', 'wait_on_requester', 'wait_on_provider', 'wait_on_registry', 'duplicate', 'spam'] as const;
export type BulkActionId = (typeof BULK_ACTIONS)[number];

export type BulkAction = {
  /** The words on the button. */
  readonly words: string;
  /** What was done, after the number: "3 cases assigned to you". */
  readonly said: string;
  /** The command that does it to one case: its permission is needed, its rules hold. */
  readonly permission: Permission;
  readonly reasonNeeded: boolean;
  readonly colleagueNeeded?: true;
  /** Asks which case these repeat. */
  readonly originalNeeded?: true;
  /** Asks for the office day on which these come back by themselves. */
  readonly dayNeeded?: true;
  /** What takes it back, where the moves of a case allow it. */
  readonly undo: BulkActionId | null;
};

export const BULK: Readonly<Record<BulkActionId, BulkAction>> = {
  assign_to_me: { words: 'Assign to me', said: 'assigned to you', permission: 'case.claim', reasonNeeded: false, undo: 'put_back' },
  assign_to: { words: 'Assign to a colleague', said: 'assigned', permission: 'case.reassign', reasonNeeded: true, colleagueNeeded: true, undo: null },
  put_back: { words: 'Put back', said: 'put back', permission: 'case.release_claim', reasonNeeded: false, undo: 'assign_to_me' },
  resume: { words: 'Resume', said: 'resumed', permission: 'case.resume', reasonNeeded: false, undo: null },
  hold: { words: 'Put on hold', said: 'put on hold', permission: 'case.wait', reasonNeeded: true, undo: 'resume' },
  snooze: { words: 'Snooze until a day', said: 'snoozed', permission: 'case.wait', reasonNeeded: true, dayNeeded: true, undo: 'resume' },
  wait_on_requester: { words: 'Wait on requester', said: 'waiting on the requester', permission: 'case.wait', reasonNeeded: true, undo: 'resume' },
  wait_on_provider: { words: 'Wait on provider', said: 'waiting on a provider', permission: 'case.wait', reasonNeeded: true, undo: 'resume' },
  wait_on_registry: { words: 'Wait on another registry', said: 'waiting on another registry', permission: 'case.wait', reasonNeeded: true, undo: 'resume' },
  duplicate: { words: 'Close as duplicate', said: 'closed as duplicates', permission: 'case.close', reasonNeeded: true, originalNeeded: true, undo: null },
  spam: { words: 'Close as spam', said: 'closed as spam', permission: 'case.close', reasonNeeded: true, undo: null },
};

export const bulkActionsFor = (may: (permission: Permission) => boolean): readonly BulkActionId[] => BULK_ACTIONS.filter((id) => may(BULK[id].permission));

/** Roles that can have a case. */
export const TAKES_CASES: readonly StaffRole[] = ['processor', 'supervisor'];

/** Why one case of several was left as it was, with who and when where somebody else is the cause. */
export type BulkRefusal = {
  readonly caseId: string;
  readonly number: number | null;
  readonly reason: string;
  readonly state: CaseState | null;
  readonly holder: string | null;
  /** `10:42 AM` */
  readonly since: string | null;
};

/** `C-2041: Maria Ortiz took it at 10:42 AM`. */
export function refusalSentence({ number, reason, state, holder, since }: BulkRefusal): string {
  const name = number === null ? 'A case' : `C-${number}`;
  const took = holder === null ? 'somebody has it' : `${holder} took it at ${since ?? 'an earlier time'}`;
  const stands = state === null ? '' : CASE_STATE_WORDS[state].toLowerCase();
  const says: Readonly<Record<string, string>> = {
    held_by_another: took,
    not_claimed: holder === null ? 'nobody has it; assign it to yourself first' : took,
    already_yours: 'you had it already',
    case_closed: 'it was closed meanwhile',
    not_found: 'it is no longer here',
    not_in_progress: `it is ${stands}, and only a case in progress can wait`,
    not_waiting: 'it was not waiting',
    conflict: 'somebody changed it at the same moment',
    has_it_already: 'your colleague had it already',
    other_language: 'your colleague does not work in its language',
    other_kind: 'your colleague is not trained for its kind',
    no_casework: 'your colleague works no cases',
    not_working_here: 'your colleague no longer works here',
    not_for_this_role: 'this needs somebody with another role',
    not_from_this_state: `it is ${stands}, and a case in that state does not move this way`,
    outcome_not_from_this_state: `it is ${stands}, and a case in that state does not end this way`,
    no_such_case: 'no case has the number that it would repeat',
    same_case: 'it is the very case that the others repeat',
    duplicate_itself: 'the case that it would repeat is a duplicate itself',
    invalid: `it is ${stands}, and a case in that state does not end or move this way`,
  };
  return `${name}: ${says[reason] ?? 'it could not be done'}`;
}
