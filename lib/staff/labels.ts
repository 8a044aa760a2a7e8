/** Accounts, sessions and links in words. */
import type { EndReason } from '@/lib/access/standing';
import type { Problem } from '@/lib/platform/outcome';
import { officeTime } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';
import type { SignInNotice } from './queries';
import type { AccountState, LinkPurpose } from './rules';

export const accountStateWords: Record<AccountState, string> = {
  active: 'Can sign in',
  waiting: 'Has a link, not used yet',
  link_over: 'Link ran out',
  disabled: 'Disabled',
};

export const linkPurposeWords: Record<LinkPurpose, string> = { join: 'Invitation', password: 'New password', second_factor: 'New authenticator' };

/** Why a session is over, said to its person. */
export const endReasonWords: Record<EndReason, string> = {
  signed_out: 'You signed out.',
  newer_session: 'You signed in at a third place. Two at once are the most, so the oldest ended.',
  signed_in_again: 'You signed in again in this browser.',
  ended_by_person: 'You ended this session from another one.',
  ended_by_administrator: 'An administrator ended this session.',
  password_changed: 'Your password was changed, so your other sessions ended.',
  second_factor_reset: 'Your authenticator was reset. A mail tells you how to set up another.',
  disabled: 'Your account is disabled. Ask an administrator.',
  expired: 'Twelve hours are the longest session.',
  somebody_else: 'Somebody else has signed in in this browser, so this page of yours stops here.',
};

/** The same, said about somebody. */
export const endedWords: Record<EndReason, string> = {
  signed_out: 'signed out',
  newer_session: 'a third session began',
  signed_in_again: 'signed in again in the same browser',
  ended_by_person: 'ended from another session',
  ended_by_administrator: 'ended by an administrator',
  password_changed: 'password changed',
  second_factor_reset: 'authenticator reset',
  disabled: 'account disabled',
  expired: 'twelve hours over',
  somebody_else: 'somebody else signed in in the same browser',
};

const problemWords: Readonly<Record<string, string>> = {
  missing: 'Fill this in.',
  unreadable: 'Use letters as people write their names; no signs.',
  not_an_address: 'Write one e-mail address.',
  known_address: 'Somebody with this address is on the list already.',
  too_short: 'Use 15 characters or more. Four words that do not belong together are easy to keep.',
  too_long: 'Use 200 characters or fewer.',
  too_common: 'This is among the first that somebody guessing would try: common words, your own name, words of this office. Add words that have nothing to do with them.',
  same_password: 'This is the password you have now.',
  wrong_password: 'That is not your password.',
  wrong_code: 'This code is not right. Codes change every 30 seconds and work once; check that your telephone has the right time.',
  six_digits: 'The code has six digits.',
  offer_over: 'This page was open for too long. Reload it, scan the new picture and try again.',
  oneself: 'Nobody changes their own roles. Ask another administrator.',
  last_administrator: 'This is the last administrator who can sign in. Give somebody else the role first.',
  from_provider: 'This account belongs to the identity provider. Change it there.',
  nothing_changed: 'Nothing is different.',
};
export const accountProblemWords = ({ reason }: Problem): string => problemWords[reason] ?? 'Check this.';

/** Refusals of a whole command, for a notice. */
export const accountRefusalWords: Readonly<Record<string, string>> = {
  ...problemWords,
  oneself: 'You cannot do this to your own account. Ask another administrator.',
  link_over: 'This link was used, or it ran out. Ask an administrator for a new one.',
  too_many_tries: 'Too many wrong tries. Wait a few minutes, then try again.',
  already_joined: 'This person can sign in already. Nothing was sent.',
  disabled: 'This account is disabled. Enable it first.',
  nothing_to_reset: 'There is nothing to reset: this person has not set it up yet.',
};

const mails: Record<LinkPurpose, { subject: string; says: string }> = {
  join: { subject: 'Your invitation to Record Desk', says: 'You are invited to work at Record Desk. This link lets you choose a password and set up an authenticator:' },
  password: { subject: 'A new password for Record Desk', says: 'Your password for Record Desk was reset. This link lets you choose a new one; have your authenticator at hand:' },
  second_factor: { subject: 'A new authenticator for Record Desk', says: 'Your authenticator for Record Desk was reset. This link lets you set up another; you need your password:' },
};

/** What the mail of a link says: nothing about anybody. */
export function linkMail(purpose: LinkPurpose, address: string): { subject: string; text: string } {
  const { subject, says } = mails[purpose];
  return { subject, text: `${says}\n\n${address}\n\nIt works once, within 72 hours. If you did not expect this mail, tell an administrator of the desk and do not open the link.\n` };
}

/** What became of the mail with a link, by its state. */
export const linkMailWords: Readonly<Record<string, string>> = {
  queued: 'on its way',
  sending: 'on its way',
  sent: 'sent',
  failed: 'could not be sent; check the address and send it again',
  unknown: 'may not have arrived; ask, or send it again',
};

/** Why the identity provider's yes was not enough. */
export const providerRefusalWords: Readonly<Record<string, string>> = {
  claims: 'The identity provider did not say who you are. Tell an administrator.',
  no_second_factor: 'The identity provider did not ask you for a second factor. Sign in there with one, then try again.',
  no_role: 'You have no role at this desk: none of your groups at the identity provider gives one. Ask an administrator.',
  not_invited: 'Nobody invited you to this desk yet. Ask an administrator for an invitation to your work e-mail.',
  disabled: 'Your account at this desk is disabled. Ask an administrator.',
};

const leftWords = (left: number): string => (left === 0 ? 'It was the last one.' : `${left === 1 ? '1 is' : `${left} are`} left.`);

/** What the desk says about a sign-in. */
export function signInNoticeLine(notice: SignInNotice): { id: string; title: string; next: string; link?: { href: string; words: string }; grave: boolean } {
  const link = { href: paths.account, words: 'Your sessions and account' };
  if (notice.kind === 'recovery_code') return { id: notice.kind, grave: notice.left <= 3, title: `You signed in with a recovery code. ${leftWords(notice.left)}`, next: 'It does not work again. Was it not you, or is your telephone gone for good? Make new codes and tell an administrator.', link };
  return { id: `${notice.kind} ${notice.startedAt.toISOString()}`, grave: false, title: `Your session in ${notice.where} of ${officeTime(notice.startedAt)} ended.`, next: 'Two at once are the most, so the oldest ended when you signed in here.', link };
}
