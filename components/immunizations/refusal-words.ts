import { DOSE_PROBLEM_WORDS } from '@/lib/immunizations/labels';
import type { Problem } from '@/lib/platform/outcome';

/** Why a dose was not saved, and what to do next. */
export const doseRefusalWords: Readonly<Record<string, string>> = {
  invalid: 'Not added. Mend what is named here.',
  duplicate: 'Not added: somebody added a dose like it meanwhile. Say whether it is the same.',
  needs_reason: 'Not added: the record has changed, and the row asks for a reason now.',
  not_claimed: 'You no longer have this case: assign it to yourself again.',
  not_in_progress: 'The case is waiting or with a second person: resume it first.',
  not_linked: 'The case is linked to nobody now.',
  linked_to_another: 'The case was linked to another patient meanwhile. Reload the page.',
  provider_reported: 'Reported by its provider: ask them first, then a supervisor.',
  case_closed: 'The case is closed.',
  conflict: 'Somebody changed this dose meanwhile. Look at it again.',
};

const OTHER_PROBLEMS: Readonly<Record<string, string>> = {
  birth_date_missing: 'The record has no date of birth: correct that first',
  not_of_this_case: 'This paper does not belong to the case',
  not_ready: 'The paper is still being checked',
  not_accepted: 'Accept the paper first',
  no_such_page: 'The paper has no such page',
};

/** A problem in words; null where a panel of its own asks about it. */
export function doseProblemWords({ field, reason }: Problem): string | null {
  if (field === 'anotherThan') return null;
  const words = (DOSE_PROBLEM_WORDS as Readonly<Record<string, { head: string; advice: string } | undefined>>)[reason];
  return words === undefined ? (OTHER_PROBLEMS[reason] ?? reason) : `${words.head}. ${words.advice}`;
}
