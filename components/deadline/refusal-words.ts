/** Why a deadline was not saved, beyond what every command can answer. */
export const refusalWords = {
  not_claimed: 'You no longer have this case.',
  case_closed: 'This case is closed.',
  no_deadline: 'This case has no deadline any more.',
  not_proven: 'This deadline is not counted as proven any more.',
};
