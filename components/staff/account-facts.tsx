import { Facts } from '@/components/ui/facts';
import { officeTime } from '@/lib/platform/dates';
import { linkMailWords, linkPurposeWords } from '@/lib/staff/labels';
import type { StaffPage } from '@/lib/staff/queries';
import { AccountStatus } from './account-status';

function signsInWords({ fromProvider, hasPassword, hasSecondFactor, codesLeft }: StaffPage): string {
  if (fromProvider) return 'At the identity provider';
  if (hasPassword && hasSecondFactor) return `Password and authenticator; ${codesLeft === 1 ? '1 recovery code' : `${codesLeft} recovery codes`} left`;
  if (!hasPassword && !hasSecondFactor) return 'Nothing set up yet';
  return hasPassword ? 'Password; no authenticator' : 'Authenticator; no password';
}

/** What an account is, in lines. */
export function AccountFacts({ person }: { person: StaffPage }) {
  const { email, state, linkUntil, lastAt, createdAt, link } = person;
  const mail = link === null ? [] : [{ term: 'Mail', value: `${linkPurposeWords[link.purpose]}: ${linkMailWords[link.state] ?? 'not known'}` }];
  return (
    <Facts
      facts={[
        { term: 'State', value: <AccountStatus state={state} linkUntil={linkUntil} /> },
        { term: 'Work e-mail', value: email },
        { term: 'Signs in with', value: signsInWords(person) },
        { term: 'Last sign-in', value: lastAt === null ? 'Never' : officeTime(lastAt) },
        { term: 'On the list since', value: officeTime(createdAt) },
        ...mail,
      ]}
    />
  );
}
