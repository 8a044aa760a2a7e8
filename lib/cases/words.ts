/** Codes of the queue in the words staff read. */
import type { CaseKind } from '@/lib/policies/case-kinds';

const kinds: Record<CaseKind, string> = {
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
export const caseKindWords = (kind: CaseKind): string => kinds[kind];

const relations: Record<string, string> = {
  self: 'self',
  parent: 'parent',
  guardian: 'guardian',
  power_of_attorney: 'power of attorney',
  conservator: 'conservator',
  executor: 'executor',
  employer: 'employer',
};
export const relationWords = (relation: string): string => relations[relation] ?? 'other';

const badges: Record<string, string> = {
  photo_id: 'ID',
  supporting_id: '2nd ID',
  birth_certificate: 'Birth cert.',
  guardianship: 'Guardianship',
  conservatorship: 'Decree',
  court_order: 'Order',
  name_change: 'Name change',
  power_of_attorney: 'Power of att.',
  release: 'Release',
  vaccination_proof: 'Card',
  residence_proof: 'Residence',
};
export const documentBadgeWords = (kind: string): string => badges[kind] ?? 'Document';

const names: Record<string, string> = { ...badges, photo_id: 'Photo ID', birth_certificate: 'Birth certificate', power_of_attorney: 'Power of attorney', vaccination_proof: 'Proof of vaccination', residence_proof: 'Proof of residence' };
export const documentWords = (kind: string): string => names[kind] ?? 'Document';

const states: Record<string, string> = {
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
export const caseStateWords = (state: string): string => states[state] ?? state;
