'use client';

import { useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { WARNING_MS, type Standing } from '@/lib/access/standing';
import { endReasonWords } from '@/lib/staff/labels';
import { ProviderAgain } from './provider-again';
import { SessionWarning, type Warning } from './session-warning';
import { UnlockForm } from './unlock-form';
import { useSessionStanding } from './use-session-standing';

export type SessionPerson = { readonly id: string; readonly name: string; readonly signsInBy: 'password' | 'provider' };

/** The end comes first: no answer puts it off. */
function warningOf(standing: Standing, endAccepted: boolean): Warning | null {
  if (standing.state !== 'open') return null;
  if (standing.endsInMs <= WARNING_MS && !endAccepted) return { what: 'end', inMs: standing.endsInMs };
  return standing.locksInMs <= WARNING_MS && standing.locksInMs < standing.endsInMs ? { what: 'lock', inMs: standing.locksInMs } : null;
}

/** Over a locked or ended session: what is behind cannot be read, and nothing written there is lost. */
export function SessionWatch({ person, signInHref }: { person: SessionPerson; signInHref: string }) {
  const { standing, opened, again } = useSessionStanding(person.id);
  const [endAccepted, setEndAccepted] = useState(false);
  const warning = warningOf(standing, endAccepted);
  const answered = () => {
    if (warning?.what === 'end') setEndAccepted(true);
    opened();
    again();
  };
  return (
    <>
      <SessionWarning warning={warning} onAnswered={answered} />
      <Dialog title={`Locked: ${person.name}`} open={standing.state === 'locked'} onOpenChange={() => undefined} dismissable={false}>
        <p className="mb-3 text-ink-2">What you wrote is still here. {person.signsInBy === 'password' ? 'Your password' : 'Signing in again'} opens the screen where you left it.</p>
        {person.signsInBy === 'password' ? <UnlockForm onOpen={opened} /> : <ProviderAgain onDone={again} />}
      </Dialog>
      <Dialog title="You were signed out" open={standing.state === 'signed_out'} onOpenChange={() => undefined} dismissable={false}>
        <p className="mb-3 text-ink-2">{standing.state === 'signed_out' && standing.because !== null ? endReasonWords[standing.because] : 'Your session ended.'} Saved drafts are kept with the case.</p>
        <ButtonLink kind="primary" href={signInHref}>
          Sign in
        </ButtonLink>
      </Dialog>
    </>
  );
}
