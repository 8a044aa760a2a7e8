/** How long a paper is kept once every case that rests on it has ended. Pure; the days are policy. */
import { addDays, type CalendarDate } from '@/lib/platform/dates';
import { POLICY_DEFAULTS, type Policies } from '@/lib/policies/defaults';
import type { DocumentKind } from '../checklists';

export type RetentionRule = keyof Policies['retentionDays'];

const IDENTITY: readonly DocumentKind[] = ['photo_id', 'supporting_id', 'agency_id'];
const PROOF: readonly DocumentKind[] = ['vaccination_proof', 'name_change', 'residence_proof'];

/** The row of the policy for a paper: a file that could never be opened is nobody's evidence, whatever it was called. */
export function retentionRule(kind: DocumentKind, state: string): RetentionRule {
  if (state === 'refused') return 'refused_file';
  if (IDENTITY.includes(kind)) return 'identity';
  if (PROOF.includes(kind)) return 'proof';
  return kind === 'other' ? 'other' : 'authority';
}

/** The last day on which it is kept. */
export const keptUntil = (rule: RetentionRule, endedOn: CalendarDate, days: Policies['retentionDays'] = POLICY_DEFAULTS.retentionDays): CalendarDate => addDays(endedOn, days[rule]);

/** No paper is due before the shortest of the periods is over. */
export const shortestDays = (days: Policies['retentionDays'] = POLICY_DEFAULTS.retentionDays): number => Math.min(...Object.values(days));
