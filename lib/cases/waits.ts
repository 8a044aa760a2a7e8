/** Why a case waits, in reasons that can be picked with one key; and on which day a snoozed one may come back. Pure. */
import { isBusinessDay, type Closures } from '@/lib/policies/business-time';
import { addDays, officeInstant, type CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import type { CaseAction } from './transitions';
import type { CaseState } from './types';

export const WAIT_CODES = [
  'clearer_photo',
  'photo_id',
  'authority_paper',
  'vaccination_proof',
  'residence_proof',
  'signed_release',
  'requester_answer',
  'provider_asked',
  'registry_asked',
  'colleague_looks',
  'household_case',
  'desk_away',
] as const;
export type WaitCode = (typeof WAIT_CODES)[number];
export type WaitState = 'waiting_on_requester' | 'waiting_on_provider' | 'waiting_on_registry' | 'on_hold';

type WaitReason = { readonly state: WaitState; readonly words: string };
/** In the order in which they are offered. */
export const WAIT_REASONS: Readonly<Record<WaitCode, WaitReason>> = {
  clearer_photo: { state: 'waiting_on_requester', words: 'A clearer photo of the ID' },
  photo_id: { state: 'waiting_on_requester', words: 'A photo ID' },
  authority_paper: { state: 'waiting_on_requester', words: 'Proof that they may have the record' },
  vaccination_proof: { state: 'waiting_on_requester', words: 'Proof of vaccination' },
  residence_proof: { state: 'waiting_on_requester', words: 'Proof of living in Connecticut' },
  signed_release: { state: 'waiting_on_requester', words: 'A complete signed release' },
  requester_answer: { state: 'waiting_on_requester', words: 'An answer to our call or letter' },
  provider_asked: { state: 'waiting_on_provider', words: 'The provider was asked about the doses' },
  registry_asked: { state: 'waiting_on_registry', words: 'The other registry was asked for the record' },
  colleague_looks: { state: 'on_hold', words: 'A colleague finds something out' },
  household_case: { state: 'on_hold', words: 'Another case of the household comes first' },
  desk_away: { state: 'on_hold', words: 'Nobody can be reached before that day' },
};

export const waitCodesOf = (state: WaitState): readonly WaitCode[] => WAIT_CODES.filter((code) => WAIT_REASONS[code].state === state);

/** What is owed or awaited as the row keeps it: the picked reason, what was written, or both. Empty when neither. */
export const waitWords = (code: WaitCode | null, written: string | null): string =>
  [code === null ? null : WAIT_REASONS[code].words, written].filter((part) => part !== null && part.trim() !== '').join('. ');

const ACTIONS: Readonly<Record<WaitState, CaseAction>> = {
  waiting_on_requester: 'wait_on_requester',
  waiting_on_provider: 'wait_on_provider',
  waiting_on_registry: 'wait_on_registry',
  on_hold: 'hold',
};
/** The row of the transitions table by which a case comes to wait. */
export const waitAction = (state: WaitState, wakeOn: CalendarDate | null): CaseAction => (wakeOn === null ? ACTIONS[state] : 'snooze');

/** A snooze longer than this is a forgotten case. */
const MOST_SNOOZED_DAYS = 180;

/** Only what is on hold is snoozed, and only until an office day to come. */
export function wakeProblems(state: CaseState, wakeOn: CalendarDate | null, today: CalendarDate, closures: Closures): readonly Problem[] {
  const wrong = (reason: string): readonly Problem[] => [{ field: 'wakeOn', reason }];
  if (wakeOn === null) return [];
  if (state !== 'on_hold') return wrong('only_on_hold');
  if (wakeOn <= today) return wrong('not_to_come');
  if (wakeOn > addDays(today, MOST_SNOOZED_DAYS)) return wrong('too_far');
  return isBusinessDay(wakeOn, closures) ? [] : wrong('office_closed');
}

/** The office opens at 8:30; what was snoozed until that day is then there. */
export const wakesAt = (on: CalendarDate): Date => officeInstant(on, 8, 30);
