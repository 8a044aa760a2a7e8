/** Why a step of the match was refused, and what to do next. */
export const refusalWords: Readonly<Record<string, string>> = {
  not_claimed: 'You no longer have this case: assign it to yourself again.',
  not_in_progress: 'The case is waiting or with a second person: resume it first.',
  already_linked: 'The case is linked already. Undo that link first.',
  not_linked: 'The case is linked to nobody now.',
  not_searched: 'The search has not finished. Reload in a moment.',
  nothing_to_correct: 'The record has these values already: there is nothing to save.',
  second_review_open: 'A second person has yet to decide on a correction.',
  release_stands: 'A copy was prepared on this link: withdraw it first.',
  own_request: 'You asked for this yourself: another supervisor decides.',
  already_decided: 'Somebody has decided on this already.',
  case_closed: 'The case is closed.',
  conflict: 'Somebody changed this meanwhile. Look at what differs, then save again.',
};
