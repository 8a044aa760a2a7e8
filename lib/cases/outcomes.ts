/** How a case may end: from which state, by whom, and whether somebody must say why. */
import type { Problem } from '@/lib/platform/outcome';
import { copyOwed, readiness } from './readiness';
import type { CaseOutcome } from './schema';
import type { Mover } from './transitions';
import type { CaseFacts, CaseState } from './types';

type OutcomeRule = { readonly from: readonly CaseState[]; readonly by: readonly Mover[]; readonly reasonNeeded: boolean };

const WORKED: readonly CaseState[] = ['in_progress', 'waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold'];
const CASEWORK = ['processor', 'supervisor'] as const;
const rule = (from: readonly CaseState[], by: readonly Mover[], reasonNeeded: boolean): OutcomeRule => ({ from, by, reasonNeeded });

export const OUTCOME_RULES: Readonly<Record<CaseOutcome, OutcomeRule>> = {
  // Also with its envelope: a record that was mended and mailed ends as fixed when the copy is confirmed.
  fixed: rule(['in_progress', 'waiting_on_requester', 'ready_to_send'], CASEWORK, false),
  // A copy has been sent once the envelope or fax is confirmed, so the worker may say it.
  copy_sent: rule(['ready_to_send'], [...CASEWORK, 'worker'], false),
  doses_added: rule(['in_progress', 'ready_to_send'], CASEWORK, false),
  referred_elsewhere: rule(WORKED, CASEWORK, true),
  no_connecticut_record: rule(WORKED, CASEWORK, true),
  cannot_use_portal: rule(['ready_to_send'], [...CASEWORK, 'worker'], true),
  refused: rule(WORKED, CASEWORK, true),
  unanswered: rule(['waiting_on_requester'], [...CASEWORK, 'worker'], false),
  withdrawn: rule(['new', ...WORKED], CASEWORK, true),
  duplicate: rule(['new', ...WORKED], CASEWORK, true),
  spam: rule(['new', 'in_progress'], CASEWORK, true),
  // An accusation: a supervisor makes it, or nobody.
  suspected_false: rule(WORKED, ['supervisor'], true),
};

/** Outcomes open to somebody from a state, in the order they are offered. */
export const allowedOutcomes = (from: CaseState, roles: readonly Mover[]): readonly CaseOutcome[] =>
  (Object.keys(OUTCOME_RULES) as CaseOutcome[]).filter((outcome) => {
    const { from: states, by } = OUTCOME_RULES[outcome];
    return states.includes(from) && by.some((mover) => roles.includes(mover));
  });

type Ending = {
  readonly state: CaseState;
  readonly outcome: CaseOutcome;
  readonly roles: readonly Mover[];
  readonly reason: string | null;
  readonly facts: Pick<CaseFacts, 'kind' | 'rehearsal' | 'unsaved' | 'doses' | 'dispatch'>;
};

/** What the outcome claims must be so: "fixed" means the portal was rehearsed and now finds exactly this person. */
function untrue({ outcome, facts }: Ending): string | null {
  if (outcome === 'fixed' && facts.unsaved.length > 0) return 'corrections_unsaved';
  if (outcome === 'fixed' && facts.kind === 'record_not_found' && facts.rehearsal?.finds !== 'this_patient') return 'rehearsal_not_passed';
  if (outcome === 'doses_added' && facts.doses.entered === 0) return 'no_dose_entered';
  if ((outcome === 'copy_sent' || outcome === 'cannot_use_portal') && facts.dispatch !== 'confirmed') return 'copy_not_confirmed';
  return null;
}

/** Why a case cannot end this way; none when it can. */
export function closingProblems(ending: Ending): readonly Problem[] {
  const { from, by, reasonNeeded } = OUTCOME_RULES[ending.outcome];
  if (!from.includes(ending.state)) return [{ field: 'outcome', reason: 'outcome_not_from_this_state', detail: ending.state }];
  if (!by.some((mover) => ending.roles.includes(mover))) return [{ field: 'outcome', reason: 'not_for_this_role' }];
  const untruth = untrue(ending);
  if (untruth !== null) return [{ field: 'outcome', reason: untruth }];
  return reasonNeeded && !ending.reason?.trim() ? [{ field: 'reason', reason: 'reason_missing' }] : [];
}

/** What goes out when a case ends so, in words for whoever closes it. `notice` also as a letter where neither e-mail nor phone is known. */
export type OutcomeLetter = { readonly sends: 'notice' | 'letter_and_notice' | 'nothing'; readonly words: string };

const WITH_COPY: OutcomeLetter = { sends: 'letter_and_notice', words: 'The cover letter went with the copy; the notice that it is in the mail goes when its envelope is confirmed.' };
const notice = (words: string): OutcomeLetter => ({ sends: 'notice', words });
const letter = (words: string): OutcomeLetter => ({ sends: 'letter_and_notice', words });
const nothing = (words: string): OutcomeLetter => ({ sends: 'nothing', words });

export const OUTCOME_LETTERS: Readonly<Record<CaseOutcome, OutcomeLetter>> = {
  fixed: notice('A notice asks them to try the portal again. With a copy in the mail its own notice goes instead.'),
  copy_sent: WITH_COPY,
  doses_added: notice('A notice tells them that the record is up to date.'),
  referred_elsewhere: letter('A letter says that another state has it and whom to ask; a notice says that it comes.'),
  no_connecticut_record: letter('A letter says that Connecticut has nothing and where else to ask; a notice says that it comes.'),
  cannot_use_portal: WITH_COPY,
  refused: letter('A letter says what was wrong with the papers you returned and what would change it; a notice says that it comes. Your words here stay among us.'),
  unanswered: letter('A letter says that no answer came and how to go on; a notice says that it comes.'),
  withdrawn: nothing('Nothing is sent: they asked us to stop.'),
  duplicate: nothing('Nothing is sent: the other case answers.'),
  spam: nothing('Nothing is sent.'),
  suspected_false: nothing('Nothing is sent: the person is not warned.'),
};

/** What finishing means for a case as it stands: end it so, leave it to its envelope or to whom it waits for, or first mend what is missing. */
export type Finish = { readonly kind: 'close'; readonly outcome: CaseOutcome } | { readonly kind: 'on_its_way' } | { readonly kind: 'lacks' } | { readonly kind: 'choose' };

/** How a case without a copy ends when nothing is missing; null where only a person can say. */
export function usualOutcome({ kind, doses }: Pick<CaseFacts, 'kind' | 'doses'>): 'fixed' | 'doses_added' | null {
  if (kind === 'record_not_found' || kind === 'record_correction') return 'fixed';
  return doses.entered > 0 ? 'doses_added' : null;
}

export function finishOf(facts: CaseFacts, state: CaseState): Finish {
  if (state !== 'in_progress') return { kind: 'on_its_way' };
  if (readiness(facts).length > 0) return { kind: 'lacks' };
  if (copyOwed(facts)) return { kind: 'lacks' };
  const outcome = usualOutcome(facts);
  return outcome === null ? { kind: 'choose' } : { kind: 'close', outcome };
}
