/** How cases move and end. */
import { allowedOutcomes, closingProblems } from '@/lib/cases/outcomes';
import { OUTCOMES } from '@/lib/cases/schema';
import { TRANSITIONS, allowedActions, findTransition, moveProblems, nextState, stopsClock } from '@/lib/cases/transitions';
import type { CaseAction, Mover } from '@/lib/cases/transitions';
import { CASE_STATES } from '@/lib/cases/types';
import type { CaseState } from '@/lib/cases/types';

const actions = (state: CaseState, ...roles: Mover[]): string[] => allowedActions(state, roles).map((row) => row.action);

test.each<[CaseState, CaseAction, CaseState | null]>([
  ['new', 'claim', 'in_progress'],
  ['in_progress', 'claim', 'in_progress'],
  ['waiting_on_provider', 'claim', 'waiting_on_provider'],
  ['in_progress', 'release_claim', 'in_progress'],
  ['in_progress', 'hold', 'on_hold'],
  ['in_progress', 'snooze', 'on_hold'],
  ['new', 'reassign', 'in_progress'],
  ['on_hold', 'reassign', 'on_hold'],
  ['waiting_on_provider', 'escalate', 'waiting_on_provider'],
  ['new', 'join', 'closed'],
  ['closed', 'unjoin', 'in_progress'],
  ['in_progress', 'wait_on_requester', 'waiting_on_requester'],
  ['in_progress', 'wait_on_provider', 'waiting_on_provider'],
  ['in_progress', 'wait_on_registry', 'waiting_on_registry'],
  ['waiting_on_requester', 'resume', 'in_progress'],
  ['on_hold', 'resume', 'in_progress'],
  ['ready_to_send', 'resume', 'in_progress'],
  ['in_progress', 'send_for_review', 'needs_second_review'],
  ['needs_second_review', 'approve', 'ready_to_send'],
  ['needs_second_review', 'approve_correction', 'in_progress'],
  ['needs_second_review', 'refuse_review', 'in_progress'],
  ['in_progress', 'queue_dispatch', 'ready_to_send'],
  ['ready_to_send', 'close', 'closed'],
  ['closed', 'reopen', 'in_progress'],
  ['new', 'queue_dispatch', null],
  ['needs_second_review', 'close', null],
  ['needs_second_review', 'queue_dispatch', null],
  ['closed', 'claim', null],
  ['closed', 'close', null],
  ['waiting_on_requester', 'queue_dispatch', null],
])('from %s, %s leads to %s', (from, action, to) => {
  expect(nextState(from, action)).toBe(to);
});

test.each<[CaseState, Mover[], string[]]>([
  ['new', ['processor'], ['claim', 'close', 'join']],
  ['in_progress', ['processor'], ['claim', 'release_claim', 'hold', 'snooze', 'wait_on_requester', 'wait_on_provider', 'wait_on_registry', 'escalate', 'send_for_review', 'queue_dispatch', 'close', 'join']],
  ['needs_second_review', ['processor'], ['release_claim']],
  ['needs_second_review', ['supervisor'], ['release_claim', 'reassign', 'answer', 'approve', 'approve_correction', 'refuse_review']],
  ['closed', ['processor'], ['unjoin']],
  ['closed', ['supervisor'], ['unjoin', 'reopen']],
  ['waiting_on_requester', ['worker'], ['release_claim', 'resume', 'close']],
])('in %s, %p may %p', (state, roles, expected) => {
  expect(actions(state, ...roles)).toEqual(expected);
});

test('phone agents, auditors and administrators move no case', () => {
  for (const state of CASE_STATES) expect(actions(state, 'phone_agent', 'auditor', 'administrator')).toEqual([]);
});

test('nobody but a supervisor lets a second review pass', () => {
  const deciding = TRANSITIONS.filter((row) => ['approve', 'approve_correction', 'refuse_review'].includes(row.action));
  expect(deciding.map((row) => row.by)).toEqual([['supervisor'], ['supervisor'], ['supervisor']]);
});

test('each state and action stand in the table once, with words', () => {
  expect(new Set(TRANSITIONS.map((row) => `${row.from} ${row.action}`)).size).toBe(TRANSITIONS.length);
  expect(TRANSITIONS.filter((row) => row.label === '')).toEqual([]);
});

test('from every state a case can still reach its end', () => {
  const reaches = (state: CaseState, seen: readonly CaseState[] = []): boolean =>
    state === 'closed' || TRANSITIONS.some((row) => row.from === state && !seen.includes(row.to) && row.to !== state && reaches(row.to, [...seen, state]));
  expect(CASE_STATES.filter((state) => !reaches(state))).toEqual([]);
});

test.each<[CaseState, CaseAction, Mover[], string | null, string[]]>([
  ['in_progress', 'wait_on_requester', ['processor'], 'clearer photo asked for', []],
  ['in_progress', 'wait_on_requester', ['processor'], null, ['reason_missing']],
  ['in_progress', 'wait_on_requester', ['processor'], '   ', ['reason_missing']],
  ['in_progress', 'wait_on_requester', ['phone_agent'], 'said on the phone', ['not_for_this_role']],
  ['closed', 'hold', ['supervisor'], 'reason', ['not_from_this_state']],
  ['closed', 'reopen', ['supervisor'], null, ['reason_missing']],
  ['in_progress', 'queue_dispatch', ['processor'], null, []],
])('%s, %s by %p with reason %p: %p', (from, action, roles, reason, expected) => {
  expect(moveProblems(from, action, roles, reason).map((problem) => problem.reason)).toEqual(expected);
});

test('only waiting on the requester stops the clock', () => {
  expect(CASE_STATES.filter(stopsClock)).toEqual(['waiting_on_requester']);
});

describe('how a case ends', () => {
  const facts = {
    kind: 'record_not_found' as const,
    rehearsal: { finds: 'this_patient' as const, failing: [] },
    unsaved: [],
    doses: { asked: false, entered: 0, rowsWithProblems: 0 },
    dispatch: null,
  };
  const end = (more: Partial<Parameters<typeof closingProblems>[0]>): string[] =>
    closingProblems({ state: 'in_progress', outcome: 'fixed', roles: ['processor'], reason: null, facts, ...more }).map((problem) => problem.reason);

  test.each<[string, Parameters<typeof end>[0], string[]]>([
    ['fixed once the rehearsal finds exactly them', {}, []],
    ['fixed not before the rehearsal', { facts: { ...facts, rehearsal: null } }, ['rehearsal_not_passed']],
    ['fixed not while the portal finds nobody', { facts: { ...facts, rehearsal: { finds: 'nobody', failing: ['phone'] } } }, ['rehearsal_not_passed']],
    ['fixed not while the portal finds somebody else', { facts: { ...facts, rehearsal: { finds: 'another_patient', failing: [] } } }, ['rehearsal_not_passed']],
    ['fixed not while the portal finds two', { facts: { ...facts, rehearsal: { finds: 'several', failing: [] } } }, ['rehearsal_not_passed']],
    ['fixed not while corrections wait', { facts: { ...facts, unsaved: ['phone'] } }, ['corrections_unsaved']],
    ['a correction is fixed without the portal', { facts: { ...facts, kind: 'record_correction', rehearsal: null } }, []],
    ['copy sent only when confirmed', { state: 'ready_to_send', outcome: 'copy_sent', facts: { ...facts, dispatch: 'printed' } }, ['copy_not_confirmed']],
    ['copy sent when confirmed', { state: 'ready_to_send', outcome: 'copy_sent', facts: { ...facts, dispatch: 'confirmed' } }, []],
    ['copy sent not from the desk', { outcome: 'copy_sent' }, ['outcome_not_from_this_state']],
    ['doses added only with a dose', { outcome: 'doses_added' }, ['no_dose_entered']],
    ['doses added', { outcome: 'doses_added', facts: { ...facts, doses: { ...facts.doses, entered: 2 } } }, []],
    ['refused with what would change it', { outcome: 'refused', reason: 'no proof of guardianship' }, []],
    ['refused without saying why', { outcome: 'refused' }, ['reason_missing']],
    ['unanswered only while waiting', { outcome: 'unanswered' }, ['outcome_not_from_this_state']],
    ['unanswered by the sweep', { state: 'waiting_on_requester', outcome: 'unanswered', roles: ['worker'] }, []],
    ['a false document by a processor', { outcome: 'suspected_false', reason: 'altered date' }, ['not_for_this_role']],
    ['a false document by a supervisor', { outcome: 'suspected_false', reason: 'altered date', roles: ['supervisor'] }, []],
  ])('%s', (_, more, expected) => expect(end(more)).toEqual(expected));

  test.each<[CaseState, Mover[], string[]]>([
    ['new', ['processor'], ['withdrawn', 'duplicate', 'spam']],
    ['ready_to_send', ['processor'], ['fixed', 'copy_sent', 'doses_added', 'cannot_use_portal']],
    ['needs_second_review', ['supervisor'], []],
    ['closed', ['supervisor'], []],
  ])('from %s, %p may choose %p', (state, roles, expected) => expect(allowedOutcomes(state, roles)).toEqual(expected));

  test('every outcome can be reached from some state', () => {
    const reached = new Set(CASE_STATES.flatMap((state) => allowedOutcomes(state, ['supervisor'])));
    expect(OUTCOMES.filter((outcome) => !reached.has(outcome))).toEqual([]);
  });

  test('nothing but withdrawal, duplicate and spam ends a case nobody opened', () => {
    expect(findTransition('new', 'close')?.reasonNeeded).toBe(false);
    expect(allowedOutcomes('new', ['supervisor', 'worker'])).toEqual(['withdrawn', 'duplicate', 'spam']);
  });
});
