/** How many of what came in over the past three weeks, and how far each has come. */
import type { CaseKind } from '@/lib/policies/case-kinds';
import type { CastOutcome, CastRelation, CastState } from './submission-types';

/** `nobody`: the person is not in the registry at all. */
export type Who = 'adult' | 'child' | 'elder' | 'nobody' | 'opted_out';

export type Plan = {
  readonly kind: CaseKind;
  readonly state: CastState;
  readonly outcome: CastOutcome | null;
  readonly count: number;
  readonly who: Who;
  readonly relation: CastRelation;
  readonly channel: 'form' | 'mail' | 'fax' | 'phone';
};

type Row = readonly [count: number, who: Who, relation: CastRelation, channel: Plan['channel'], state: CastState | CastOutcome];

const STATES: readonly string[] = ['new', 'in_progress', 'waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold', 'needs_second_review', 'ready_to_send'];

const ROWS: Readonly<Record<CaseKind, readonly Row[]>> = {
  record_not_found: [
    [5, 'adult', 'self', 'form', 'new'], [5, 'child', 'parent', 'form', 'new'], [1, 'elder', 'power_of_attorney', 'form', 'new'], [1, 'child', 'guardian', 'form', 'new'], [1, 'elder', 'self', 'phone', 'new'], [1, 'adult', 'self', 'fax', 'new'],
    [5, 'adult', 'self', 'form', 'in_progress'], [2, 'child', 'parent', 'form', 'in_progress'],
    [3, 'adult', 'self', 'form', 'waiting_on_requester'], [2, 'child', 'parent', 'form', 'waiting_on_requester'], [1, 'elder', 'power_of_attorney', 'mail', 'waiting_on_requester'],
    [3, 'adult', 'self', 'form', 'needs_second_review'], [2, 'adult', 'self', 'form', 'ready_to_send'], [1, 'child', 'parent', 'form', 'ready_to_send'], [1, 'child', 'parent', 'form', 'on_hold'],
    [6, 'adult', 'self', 'form', 'fixed'], [4, 'child', 'parent', 'form', 'fixed'], [2, 'nobody', 'self', 'form', 'no_connecticut_record'], [2, 'elder', 'self', 'mail', 'cannot_use_portal'],
    [1, 'adult', 'self', 'form', 'unanswered'], [1, 'adult', 'self', 'form', 'withdrawn'], [1, 'adult', 'self', 'phone', 'duplicate'], [1, 'child', 'parent', 'fax', 'duplicate'], [1, 'nobody', 'self', 'form', 'spam'],
  ],
  missing_doses: [
    [1, 'adult', 'self', 'form', 'new'], [2, 'child', 'parent', 'form', 'new'], [2, 'child', 'parent', 'form', 'in_progress'], [1, 'adult', 'self', 'mail', 'waiting_on_provider'], [3, 'child', 'parent', 'form', 'waiting_on_provider'],
    [1, 'adult', 'self', 'form', 'waiting_on_requester'], [2, 'child', 'parent', 'form', 'doses_added'], [1, 'adult', 'self', 'form', 'refused'],
  ],
  out_of_state_update: [
    [2, 'child', 'parent', 'form', 'new'], [1, 'adult', 'self', 'form', 'in_progress'], [1, 'child', 'parent', 'form', 'waiting_on_registry'], [1, 'adult', 'self', 'mail', 'waiting_on_registry'],
    [1, 'child', 'parent', 'form', 'waiting_on_requester'], [1, 'child', 'parent', 'form', 'doses_added'], [2, 'nobody', 'self', 'form', 'referred_elsewhere'], [1, 'adult', 'self', 'form', 'suspected_false'],
  ],
  record_request: [
    [2, 'adult', 'self', 'mail', 'new'], [1, 'child', 'parent', 'fax', 'new'], [1, 'elder', 'self', 'phone', 'new'], [1, 'adult', 'self', 'form', 'in_progress'],
    [2, 'adult', 'self', 'form', 'ready_to_send'], [1, 'child', 'parent', 'mail', 'ready_to_send'], [1, 'elder', 'self', 'mail', 'ready_to_send'], [3, 'adult', 'self', 'mail', 'copy_sent'], [1, 'child', 'parent', 'fax', 'copy_sent'],
  ],
  third_party_release: [
    [2, 'adult', 'employer', 'fax', 'new'], [2, 'adult', 'employer', 'fax', 'waiting_on_requester'], [1, 'adult', 'employer', 'mail', 'needs_second_review'], [1, 'adult', 'employer', 'fax', 'ready_to_send'],
    [1, 'adult', 'employer', 'fax', 'copy_sent'], [1, 'adult', 'employer', 'fax', 'refused'],
  ],
  record_correction: [[3, 'adult', 'self', 'form', 'new'], [1, 'child', 'parent', 'form', 'in_progress'], [2, 'adult', 'self', 'form', 'needs_second_review'], [1, 'adult', 'self', 'mail', 'fixed']],
  opt_out: [[1, 'adult', 'self', 'mail', 'new'], [1, 'child', 'parent', 'mail', 'new'], [1, 'adult', 'self', 'fax', 'fixed']],
  opt_in: [[2, 'opted_out', 'self', 'mail', 'new']],
  other: [
    [1, 'adult', 'other', 'mail', 'new'], [1, 'nobody', 'school', 'fax', 'new'], [1, 'nobody', 'provider', 'fax', 'new'], [1, 'nobody', 'other', 'phone', 'in_progress'], [1, 'nobody', 'other', 'fax', 'spam'],
    [1, 'nobody', 'school', 'form', 'refused'],
  ],
};

const planOf = (kind: CaseKind, [count, who, relation, channel, end]: Row): Plan =>
  STATES.includes(end) ? { kind, count, who, relation, channel, state: end as CastState, outcome: null } : { kind, count, who, relation, channel, state: 'closed', outcome: end as CastOutcome };

const each = (plan: Plan): Plan[] => Array.from({ length: plan.count }, () => plan);

/** One plan a submission; those that repeat another come last, for they need one to repeat. */
export function submissionPlans(): Plan[] {
  const plans = (Object.keys(ROWS) as CaseKind[]).flatMap((kind) => ROWS[kind].map((row) => planOf(kind, row)));
  return [...plans.filter(({ outcome }) => outcome !== 'duplicate'), ...plans.filter(({ outcome }) => outcome === 'duplicate')].flatMap(each);
}
