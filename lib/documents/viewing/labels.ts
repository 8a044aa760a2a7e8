/** Words of the viewer: what is covered, and why something cannot be had. */
import type { Covered } from './schema';

export const COVERED_WORDS: Readonly<Record<Covered, string>> = { ssn: 'Social Security number', licence_number: 'License number', other: 'Something else that nobody needs' };

const REFUSALS: Readonly<Record<string, string>> = {
  not_claimed: 'Assign the case to yourself first.',
  not_found: 'This document is no longer there.',
  no_such_page: 'This page is no longer there.',
  already_uncovered: 'Somebody has taken the cover away meanwhile.',
  nothing_covered: 'Nothing is covered on this document.',
  infected: 'The file carries a virus. It cannot be downloaded by anybody.',
  destroyed: 'The original has been destroyed.',
};
export const VIEWING_REFUSAL_WORDS = REFUSALS;

const PROBLEMS: Readonly<Record<string, string>> = {
  missing: 'Say in a few words why.',
  too_long: 'Make it shorter: 200 characters.',
  too_small: 'Draw a larger region.',
  off_the_page: 'Keep the region on the page.',
};
export const viewingProblemWords = (reason: string): string => PROBLEMS[reason] ?? 'This cannot be read. Type it again.';
