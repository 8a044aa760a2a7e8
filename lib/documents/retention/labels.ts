/** Rows of the retention policy, in words. */
import type { RetentionRule } from './rules';

export const RETENTION_WORDS: Readonly<Record<RetentionRule, string>> = {
  identity: 'Image of an ID',
  authority: 'Proof of authority',
  proof: 'Proof of vaccination, name or residence',
  refused_file: 'File that could not be opened',
  other: 'Other paper',
};
export const retentionWords = (rule: string): string => RETENTION_WORDS[rule as RetentionRule] ?? 'Paper';

export const DESTRUCTION_REFUSALS: Readonly<Record<string, string>> = {
  not_found: 'The list or the paper is not there any more: reload.',
  approved_already: 'Somebody approved this list already.',
  list_changed: 'The list changed while you read it: reload and read it again.',
  nothing_left: 'Everything on the list was spared.',
};
