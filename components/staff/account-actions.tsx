import type { StaffPage } from '@/lib/staff/queries';
import { AccountAction } from './account-action';
import { DisableAccount } from './disable-account';

/** What may be done to an account as it is now. */
export function AccountActions({ person }: { person: StaffPage }) {
  const { id, name, version, state, needs, isOneself, fromProvider, hasPassword, hasSecondFactor } = person;
  if (isOneself) return <p className="text-ink-2">This is your own account. Another administrator changes its roles, resets it or disables it; your password and sessions are under your name at the top right.</p>;
  const open = state !== 'disabled';
  return (
    <div className="grid gap-3">
      {open && needs !== null && (
        <AccountAction command="staff.invite_again" staff={id} words="Send the link again" title={`Send ${name} a new link`} done="A new link is on its way; the old one no longer works.">
          <p>The link they have stops working. The new one works once, for 72 hours.</p>
        </AccountAction>
      )}
      {open && hasPassword && (
        <AccountAction command="staff.reset_password" staff={id} words="Reset password" title={`Reset the password of ${name}`} done="Their password no longer works. A link to choose another is on its way.">
          <p>Their password stops working and their sessions end now. A mail lets them choose another one; they need their authenticator for it.</p>
        </AccountAction>
      )}
      {open && hasSecondFactor && (
        <AccountAction command="staff.reset_second_factor" staff={id} words="Reset authenticator" title={`Reset the authenticator of ${name}`} done="Their authenticator and recovery codes no longer work. A link to set up another is on its way.">
          <p>Be sure that it is them who ask: call them back on a number you know. Their authenticator, recovery codes and sessions end now; a mail lets them set up another with their password.</p>
        </AccountAction>
      )}
      {fromProvider && <p className="text-ink-2">Roles, password and second factor of this account are kept by the identity provider.</p>}
      <DisableAccount staff={id} name={name} version={version} disabled={!open} />
    </div>
  );
}
