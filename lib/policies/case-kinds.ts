/** What somebody can want of us. Kept here, below every room that sorts work by kind, because targets are set per kind. */
export const CASE_KINDS = [
  'record_not_found',
  'missing_doses',
  'out_of_state_update',
  'record_request',
  'third_party_release',
  'record_correction',
  'opt_out',
  'opt_in',
  'other',
] as const;

export type CaseKind = (typeof CASE_KINDS)[number];
