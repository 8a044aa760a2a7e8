/** What is asked again, when it is asked once more, and when nobody is waited for any longer. Pure. */
import type { CalendarDate } from '@/lib/platform/dates';
import { businessDaysBetween, type Closures } from '@/lib/policies/business-time';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { asDocumentKind, type DocumentKind } from '../checklists';
import { MOST_ASKED, type AskedItem } from './schema';

export const LINK_DAYS = 14;
const DAY_MS = 86_400_000;
export const linkExpiry = (at: Date): Date => new Date(at.getTime() + LINK_DAYS * DAY_MS);

type Judged = { readonly kind: string; readonly decision: string; readonly reasons: readonly string[] };

/**
 * One line for each kind of paper: those that were returned and of which none was accepted since, with their reasons, then
 * what is missing. A paper suspected to be false is asked for like one that never came: the letter accuses nobody.
 */
export function itemsOf(judged: readonly Judged[], missing: readonly DocumentKind[]): readonly AskedItem[] {
  const accepted = new Set(judged.filter(({ decision }) => decision === 'accepted').map(({ kind }) => kind));
  const open = judged.filter(({ kind, decision }) => decision !== 'accepted' && !accepted.has(kind));
  const kinds = [...new Set([...open.map(({ kind }) => asDocumentKind(kind)), ...missing])];
  return kinds.slice(0, MOST_ASKED).map((kind) => ({ kind, reasons: [...new Set(open.filter((one) => asDocumentKind(one.kind) === kind).flatMap(({ reasons }) => reasons))] }));
}

export type Chase = 'wait' | 'remind' | 'close';
type Days = { readonly reminderBusinessDays: number; readonly unansweredBusinessDays: number };

/** What the day asks of an open question. The day it was sent is day 0; on the fifth business day it is said once more, on the twentieth it has gone unanswered. */
export function chaseOf({ askedOn, reminded, today, closures }: { readonly askedOn: CalendarDate; readonly reminded: boolean; readonly today: CalendarDate; readonly closures: Closures }, days: Days = POLICY_DEFAULTS): Chase {
  const waited = businessDaysBetween(askedOn, today, closures);
  if (waited >= days.unansweredBusinessDays) return 'close';
  return waited >= days.reminderBusinessDays && !reminded ? 'remind' : 'wait';
}
