/** When a review of a document may stand. */
import { addDays, asCalendarDate, officeDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { CHECKLISTS, checklistOf, showsAPerson } from './checklists';
import type { ChecklistItem, DocumentKind, ReviewFacts, Ticks } from './checklists';
import { reasonFits } from './reasons';

export type ReviewDecision = 'accepted' | 'returned';

/** Only the ID of a person is accepted a while after its end; a decree, release or power that has ended has ended. */
const graceOf = (kind: DocumentKind, idGraceDays: number): number => (kind === 'photo_id' ? idGraceDays : 0);

type Expiry = 'unknown' | 'not_a_date' | 'in_force' | 'in_grace' | 'expired';
function expiryOf(expiresOn: string | null | undefined, today: CalendarDate, graceDays: number): Expiry {
  if (!expiresOn) return 'unknown';
  const on = asCalendarDate(expiresOn);
  if (on === null) return 'not_a_date';
  if (on >= today) return 'in_force';
  return addDays(on, graceDays) >= today ? 'in_grace' : 'expired';
}

function acceptProblems(kind: DocumentKind, ticks: Ticks, reasons: readonly string[], facts: ReviewFacts, expiry: Expiry): readonly Problem[] {
  // Within the grace an ID is accepted although "not expired" cannot truthfully be ticked.
  const asked = checklistOf(kind, facts).filter((item) => !(item === 'not_expired' && expiry === 'in_grace'));
  return [
    ...asked.filter((item) => ticks[item] !== true).map((item) => ({ field: `ticks.${item}`, reason: 'tick_missing' })),
    ...(expiry === 'expired' ? [{ field: 'facts.expiresOn', reason: 'expired' }] : []),
    ...(reasons.length > 0 ? [{ field: 'reasons', reason: 'accepted_with_reasons' }] : []),
  ];
}

function returnProblems(kind: DocumentKind, reasons: readonly string[]): readonly Problem[] {
  if (reasons.length === 0) return [{ field: 'reasons', reason: 'reason_missing' }];
  return [
    ...reasons.filter((code) => !reasonFits(code, kind)).map((code) => ({ field: 'reasons', reason: 'reason_unknown', detail: code })),
    ...(new Set(reasons).size < reasons.length ? [{ field: 'reasons', reason: 'reason_twice' }] : []),
  ];
}

type StandingReview = { readonly decision: ReviewDecision | 'suspected_false'; readonly holder?: ReviewFacts['holder']; readonly at: Date };

/**
 * May this acceptance serve another child's case of the same request? Only the requester's own ID, which is the same
 * person at every child's door, and only for the days of the policy. A child's paper says nothing about a sibling.
 */
export const servesHousehold = (kind: DocumentKind, { decision, holder, at }: StandingReview, today: CalendarDate, days: number = POLICY_DEFAULTS.householdIdDays): boolean =>
  showsAPerson(kind) && decision === 'accepted' && holder === 'requester' && addDays(officeDate(at), days) >= today;

/** What is wrong with a review as it stands; none when it may be saved. Accepted: every tick. Returned: coded reasons. */
export function reviewProblems(
  kind: DocumentKind,
  ticks: Ticks,
  decision: ReviewDecision,
  reasons: readonly string[],
  facts: ReviewFacts,
  today: CalendarDate,
  idGraceDays: number = POLICY_DEFAULTS.idGraceDays,
): readonly Problem[] {
  const known: readonly ChecklistItem[] = CHECKLISTS[kind];
  const strange = (Object.keys(ticks) as ChecklistItem[]).filter((item) => !known.includes(item));
  const expiry = expiryOf(facts.expiresOn, today, graceOf(kind, idGraceDays));
  return [
    ...strange.map((item) => ({ field: `ticks.${item}`, reason: 'tick_unknown' })),
    ...(expiry === 'not_a_date' ? [{ field: 'facts.expiresOn', reason: 'not_a_date' }] : []),
    ...(decision === 'accepted' ? acceptProblems(kind, ticks, reasons, facts, expiry) : returnProblems(kind, reasons)),
  ];
}
