/** How a case moves: from which state, by what action, of whom, to which state. Every move of a case is a row of this table. */
import type { StaffRole } from '@/lib/access/roles';
import type { Problem } from '@/lib/platform/outcome';
import type { CaseState } from './types';

export type CaseAction =
  | 'claim'
  | 'release_claim'
  | 'reassign'
  | 'hold'
  | 'snooze'
  | 'wait_on_requester'
  | 'wait_on_provider'
  | 'wait_on_registry'
  | 'resume'
  | 'escalate'
  | 'answer'
  | 'send_for_review'
  | 'approve'
  | 'approve_correction'
  | 'refuse_review'
  | 'queue_dispatch'
  | 'close'
  | 'join'
  | 'unjoin'
  | 'reopen';

/** Besides staff our own worker moves cases: an answer came in, a letter was confirmed, nobody answered. */
export type Mover = StaffRole | 'worker';

export type Transition = {
  readonly from: CaseState;
  readonly action: CaseAction;
  readonly by: readonly Mover[];
  readonly to: CaseState;
  readonly reasonNeeded: boolean;
  /** The words on the button. */
  readonly label: string;
  /** Goes back to where the action that it undoes found the case; `to` where nothing is known of that. */
  readonly restores: boolean;
};

const CASEWORK = ['processor', 'supervisor'] as const;
const WITH_WORKER = ['processor', 'supervisor', 'worker'] as const;
const SUPERVISOR = ['supervisor'] as const;
const WAITS = ['waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold'] as const;
/** The row goes to the state it came from. */
const STAYS = 'stays';

type Move = readonly [from: readonly CaseState[], by: readonly Mover[], to: CaseState | typeof STAYS, reasonNeeded: boolean, label: string];

const MOVES: Readonly<Record<CaseAction, readonly Move[]>> = {
  claim: [
    [['new'], CASEWORK, 'in_progress', false, 'Assign to me'],
    [['in_progress', ...WAITS, 'ready_to_send'], CASEWORK, STAYS, false, 'Assign to me'],
  ],
  release_claim: [[['in_progress', ...WAITS, 'needs_second_review', 'ready_to_send'], WITH_WORKER, STAYS, true, 'Put back']],
  // By a supervisor: it appears in the colleague's My cases.
  reassign: [
    [['new'], SUPERVISOR, 'in_progress', true, 'Give to a colleague'],
    [['in_progress', ...WAITS, 'needs_second_review', 'ready_to_send'], SUPERVISOR, STAYS, true, 'Give to a colleague'],
  ],
  hold: [[['in_progress'], CASEWORK, 'on_hold', true, 'Put on hold']],
  // On hold until an office day, when it comes back by itself.
  snooze: [[['in_progress'], CASEWORK, 'on_hold', true, 'Snooze until a day']],
  wait_on_requester: [[['in_progress'], CASEWORK, 'waiting_on_requester', true, 'Wait on requester']],
  wait_on_provider: [[['in_progress'], CASEWORK, 'waiting_on_provider', true, 'Wait on provider']],
  wait_on_registry: [[['in_progress'], CASEWORK, 'waiting_on_registry', true, 'Wait on another registry']],
  resume: [
    [WAITS, WITH_WORKER, 'in_progress', false, 'Resume'],
    // Withdrawn within the undo time, stopped at the last-mile gate, or failed on its way.
    [['ready_to_send'], WITH_WORKER, 'in_progress', true, 'Take back'],
  ],
  // A question stays with the case and the case with its holder; only the answer comes from elsewhere.
  escalate: [[['in_progress', ...WAITS], CASEWORK, STAYS, true, 'Ask a supervisor']],
  answer: [[['in_progress', ...WAITS, 'needs_second_review', 'ready_to_send'], SUPERVISOR, STAYS, true, 'Answer the question']],
  send_for_review: [[['in_progress'], CASEWORK, 'needs_second_review', true, 'Ask for a second review']],
  approve: [[['needs_second_review'], SUPERVISOR, 'ready_to_send', false, 'Approve the release']],
  approve_correction: [[['needs_second_review'], SUPERVISOR, 'in_progress', false, 'Approve the correction']],
  refuse_review: [[['needs_second_review'], SUPERVISOR, 'in_progress', true, 'Send back']],
  queue_dispatch: [[['in_progress'], CASEWORK, 'ready_to_send', false, 'Send']],
  // The outcome is asked with it, and the outcome says whether a reason is: lib/cases/outcomes.ts.
  close: [[['new', 'in_progress', ...WAITS, 'ready_to_send'], WITH_WORKER, 'closed', false, 'Close']],
  // The later of two cases about one need ends inside the earlier one, and can be taken out again.
  join: [[['new', 'in_progress', ...WAITS], CASEWORK, 'closed', true, 'Join into an earlier case']],
  unjoin: [[['closed'], CASEWORK, 'in_progress', true, 'Take out again']],
  reopen: [[['closed'], ['supervisor', 'worker'], 'in_progress', true, 'Reopen']],
};

export const TRANSITIONS: readonly Transition[] = Object.entries(MOVES).flatMap(([action, moves]) =>
  moves.flatMap(([froms, by, to, reasonNeeded, label]) =>
    froms.map((from) => ({ from, action: action as CaseAction, by, to: to === STAYS ? from : to, reasonNeeded, label, restores: action === 'unjoin' })),
  ),
);

export const findTransition = (from: CaseState, action: CaseAction): Transition | null =>
  TRANSITIONS.find((row) => row.from === from && row.action === action) ?? null;

/** The state an action leads to, or null when it does not exist here. */
export const nextState = (from: CaseState, action: CaseAction): CaseState | null => findTransition(from, action)?.to ?? null;

/** What somebody with these roles may do to a case in this state, in the table's order. */
export const allowedActions = (from: CaseState, roles: readonly Mover[]): readonly Transition[] =>
  TRANSITIONS.filter((row) => row.from === from && row.by.some((mover) => roles.includes(mover)));

/** Why this move cannot be made; none when it can. */
export function moveProblems(from: CaseState, action: CaseAction, roles: readonly Mover[], reason: string | null): readonly Problem[] {
  const row = findTransition(from, action);
  if (row === null) return [{ field: 'state', reason: 'not_from_this_state', detail: from }];
  if (!row.by.some((mover) => roles.includes(mover))) return [{ field: 'role', reason: 'not_for_this_role' }];
  return row.reasonNeeded && !reason?.trim() ? [{ field: 'reason', reason: 'reason_missing' }] : [];
}

/** Only what the requester owes us stops the promise clock; other waits are shown, and run. */
export const stopsClock = (state: CaseState): boolean => state === 'waiting_on_requester';
