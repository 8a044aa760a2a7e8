/** Who is told that a case ended, and how. Pure: what the requester gave us decides, and what ending it is. */
import type { NoticeTemplate } from '@/lib/dispatch/labels';
import { recipientProblems } from '@/lib/letters/envelope-window';
import { LETTER_OUTCOMES, type LetterOutcome } from '@/lib/letters/types';
import { addressLines } from '@/lib/records/destinations';
import { OUTCOME_LETTERS } from './outcomes';
import type { CaseOutcome } from './schema';

type Place = { readonly line1: string | null; readonly line2: string | null; readonly city: string | null; readonly state: string | null; readonly zip: string | null };
type Asked = {
  readonly submission: { readonly relation: string; readonly requesterGiven: string; readonly requesterFamily: string; readonly mailName: string | null; readonly mailLine1: string | null; readonly mailLine2: string | null; readonly mailCity: string | null; readonly mailState: string | null; readonly mailZip: string | null };
  readonly subject: Place;
};
export type LetterTo = { readonly recipientName: string; readonly addressLines: readonly string[] };

function linesOf({ line1, line2, city, state, zip }: Place): string[] | null {
  if (line1 === null || city === null || state === null || zip === null) return null;
  return addressLines({ line1, ...(line2 === null ? {} : { line2 }), city, state, zip });
}

/**
 * Where a letter about the request goes: where they wanted their mail, else where the person lives who asked for themselves.
 * Never to a child's address: who asks may live apart, and the other household is not told. Null where no window holds it.
 */
export function letterTo({ submission, subject }: Asked): LetterTo | null {
  const { mailName, mailLine1, mailLine2, mailCity, mailState, mailZip } = submission;
  const name = mailName ?? `${submission.requesterGiven} ${submission.requesterFamily}`;
  const lines = linesOf({ line1: mailLine1, line2: mailLine2, city: mailCity, state: mailState, zip: mailZip }) ?? (submission.relation === 'self' ? linesOf(subject) : null);
  if (lines === null || recipientProblems([name, ...lines]).length > 0) return null;
  return { recipientName: name, addressLines: lines };
}

type Ways = {
  /** An e-mail or phone is known. */
  readonly canNotify: boolean;
  /** There is an address, and the person is not under protection: what goes there is a supervisor's to decide. */
  readonly canMail: boolean;
  /** A copy has left, and its own notice with it. */
  readonly copySent: boolean;
};
export type Telling = { readonly letter: LetterOutcome | null; readonly notice: NoticeTemplate | null };

const QUIET: Telling = { letter: null, notice: null };
const asLetterOutcome = (outcome: CaseOutcome): LetterOutcome | null => LETTER_OUTCOMES.find((known) => known === outcome) ?? null;
const DONE_NOTICES: Partial<Record<LetterOutcome, NoticeTemplate>> = { fixed: 'portal_ready', doses_added: 'record_updated' };

/** A letter where the ending needs explaining or nothing else reaches them; a notice wherever one can be sent. */
export function tellingOf(outcome: CaseOutcome, { canNotify, canMail, copySent }: Ways): Telling {
  const known = asLetterOutcome(outcome);
  if (known === null || copySent) return QUIET;
  const letter = canMail && (OUTCOME_LETTERS[outcome].sends === 'letter_and_notice' || !canNotify) ? known : null;
  const notice = DONE_NOTICES[known] ?? (letter === null ? 'call_us' : 'letter_coming');
  return { letter, notice: canNotify ? notice : null };
}

type Told = { readonly notice: { readonly channel: string; readonly state: string } | null; readonly letter: { readonly code: string; readonly state: string } | null };

const NOTICE_STATES: Readonly<Record<string, string>> = { queued: 'is on its way', sending: 'is on its way', sent: 'was sent', failed: 'could not be sent', unknown: 'may not have arrived' };
const LETTER_STATES: Readonly<Record<string, string>> = { queued: 'waits for the printer', printed: 'is printed', confirmed: 'is in the mail', cancelled: 'was taken back' };

/** What the requester was told of the end of a case; null where nothing was to be told. */
export function toldWords(outcome: CaseOutcome, { notice, letter }: Told): string | null {
  if (asLetterOutcome(outcome) === null) return null;
  const parts = [
    ...(notice === null ? [] : [`A notice by ${notice.channel === 'email' ? 'e-mail' : 'text'} ${NOTICE_STATES[notice.state] ?? 'is on its way'}.`]),
    ...(letter === null ? [] : [`The letter ${letter.code} ${LETTER_STATES[letter.state] ?? 'waits for the printer'}.`]),
  ];
  return parts.length === 0 ? 'Nobody was told: there is no e-mail, phone or address to use. Call them if you can.' : parts.join(' ');
}
