/** Why a name fails at the portal, to the character. */
import { areNicknames } from './matching/nicknames';
import { compactKey, nameKey, nameWords } from './matching/normalise';
import { differenceSegments } from './matching/difference-segments';
import { oneEdit } from './matching/similarity';
import type { RecordedName } from './matching/types';
import type { PortalAttempt } from './portal';

export type NameReason =
  | 'not_typed' | 'no_name_on_record' | 'names_swapped' | 'digit_for_letter' | 'part_not_on_record' | 'part_not_typed' | 'middle_name_typed'
  | 'nickname' | 'one_letter' | 'suffix_differs' | 'not_on_record';

type Names = Pick<PortalAttempt, 'given' | 'family'>;

const LETTER_FOR: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 5: 's', 8: 'b' };
const withLetters = (key: string): string => key.replace(/[0158]/g, (digit) => LETTER_FOR[digit] ?? digit);

const contains = (all: readonly string[], some: readonly string[]): boolean => some.length > 0 && some.every((word) => all.includes(word));

/** The marked pieces of one side: of "Nowak-Bell" against "Nowak", "-Bell". */
const marked = (typed: string, recorded: string, side: 'submitted' | 'onRecord'): string =>
  differenceSegments(typed, recorded)[side].filter(({ differs }) => differs).map(({ text }) => text).join('').trim();

function digits(typed: string, recorded: string): boolean {
  const [a, b] = [compactKey(typed), compactKey(recorded)];
  return withLetters(a) === withLetters(b) || withLetters(a).replaceAll('l', 'i') === withLetters(b).replaceAll('l', 'i');
}

function partReason(typed: string, recorded: string): NameReason | null {
  const [words, others] = [nameWords(typed), nameWords(recorded)];
  if (contains(words, others)) return 'part_not_on_record';
  return contains(others, words) ? 'part_not_typed' : null;
}

/** Asked only of a name that fails. */
export function nameReason(field: 'given' | 'family', attempt: Names, name: RecordedName): NameReason {
  const [typed, recorded] = [attempt[field], name[field]];
  if (compactKey(typed) === '') return 'not_typed';
  if (compactKey(recorded) === '') return 'no_name_on_record';
  if (compactKey(typed) === compactKey(recorded)) return field === 'family' ? 'suffix_differs' : 'no_name_on_record';
  if (compactKey(attempt.given) === compactKey(name.family) && compactKey(attempt.family) === compactKey(name.given)) return 'names_swapped';
  if (digits(typed, recorded)) return 'digit_for_letter';
  if (field === 'given' && compactKey(typed) === compactKey(`${recorded} ${name.middle ?? ''}`)) return 'middle_name_typed';
  const part = partReason(typed, recorded);
  if (part !== null) return part;
  if (field === 'given' && areNicknames(nameKey(typed), nameKey(recorded))) return 'nickname';
  return oneEdit(compactKey(typed), compactKey(recorded)) ? 'one_letter' : 'not_on_record';
}

const WORDS: Readonly<Record<NameReason, (typed: string, recorded: string) => string>> = {
  not_typed: () => 'not typed',
  no_name_on_record: () => 'no usable name on record',
  names_swapped: () => 'first and last name swapped',
  digit_for_letter: () => 'a digit typed for a letter',
  part_not_on_record: (typed, recorded) => `“${marked(typed, recorded, 'submitted')}” not on record`,
  part_not_typed: (typed, recorded) => `“${marked(typed, recorded, 'onRecord')}” on record, not typed`,
  middle_name_typed: () => 'middle name typed with the first name',
  nickname: (_typed, recorded) => `nickname, “${recorded}” on record`,
  one_letter: (_typed, recorded) => `one letter differs from “${recorded}”`,
  suffix_differs: () => 'Jr., Sr. or number differs',
  not_on_record: (typed) => `“${typed.trim()}” not on record`,
};

export const nameReasonWords = (reason: NameReason, typed: string, recorded: string): string => WORDS[reason](typed, recorded);
