/** A day by which the requester needs the record, what for, and what proves it. Pure: the form and the door ask the same rules. */
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { shortDate } from '@/lib/policies/labels';

export const DEADLINE_REASONS = ['school', 'child_care', 'college', 'job', 'travel', 'surgery', 'care_home', 'other'] as const;
export type DeadlineReason = (typeof DEADLINE_REASONS)[number];

export const DEADLINE_REASON_WORDS: Readonly<Record<DeadlineReason, string>> = {
  school: 'School',
  child_care: 'Child care',
  college: 'College',
  job: 'Job',
  travel: 'Travel',
  surgery: 'Surgery',
  care_home: 'Care home',
  other: 'Something else',
};

export type Deadline = {
  readonly on: CalendarDate;
  readonly reason: string | null;
  /** What proves it, in words; null while it is only said. */
  readonly proof: string | null;
};

/** What the case keeps: their own words where there are some, else the reason's. */
export const reasonText = (reason: DeadlineReason, words: string | undefined): string => words ?? DEADLINE_REASON_WORDS[reason];

/** The reason that a kept text was chosen from, and the words that went beyond it. */
export function asReason(text: string | null): { readonly reason: DeadlineReason | ''; readonly words: string } {
  if (text === null) return { reason: '', words: '' };
  const reason = DEADLINE_REASONS.find((one) => one !== 'other' && DEADLINE_REASON_WORDS[one] === text);
  return reason === undefined ? { reason: 'other', words: text } : { reason, words: '' };
}

/** "College Dec 2". */
export const deadlineDay = ({ on, reason }: Pick<Deadline, 'on' | 'reason'>): string => [reason, shortDate(on)].filter((word) => word !== null && word !== '').join(' ');

/** "College Dec 2, no proof yet", "Surgery Nov 30, letter from hospital". */
export const deadlineWords = (deadline: Deadline | null): string => (deadline === null ? 'None given' : `${deadlineDay(deadline)}, ${deadline.proof ?? 'no proof yet'}`);

type Wanted = { readonly on: CalendarDate; readonly reason: DeadlineReason; readonly words?: string };

export function deadlineProblems({ on, reason, words }: Wanted, today: CalendarDate): readonly Problem[] {
  return [
    ...(on < today ? [{ field: 'on', reason: 'in_the_past' }] : []),
    ...(reason === 'other' && words === undefined ? [{ field: 'words', reason: 'words_missing' }] : []),
  ];
}

const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  in_the_past: 'That day is over. A deadline is today or later.',
  not_a_date: 'Type the day, like 12/2/2026.',
  words_missing: 'Say what they need it for.',
  reason_missing: 'Choose what it is for.',
  missing: 'Fill this in.',
  too_long: 'Make this shorter.',
  hidden_characters: 'This holds a character that cannot be seen. Type it anew.',
  proof_missing: 'Choose the document, or say who confirmed it.',
  not_of_this_case: 'This document is not one of this case, or it is not ready to be read. Choose another.',
};
export const deadlineProblemWords = ({ reason }: Problem): string => PROBLEM_WORDS[reason] ?? 'This cannot be saved.';
