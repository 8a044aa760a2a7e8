'use client';

import { useCallback, useEffect, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { UnlockForm } from './unlock-form';

type State = 'open' | 'locked' | 'signed_out';
const POLL_MS = 5_000;

/** Asks whether the session still stands; a poll never keeps it alive. */
function useSessionState(): [State, (state: State) => void] {
  const [state, setState] = useState<State>('open');
  useEffect(() => {
    const ask = () =>
      fetch('/api/session', { cache: 'no-store' })
        .then((answer) => answer.json() as Promise<{ state: State | 'unknown' }>)
        .then((answer) => answer.state !== 'unknown' && setState(answer.state))
        .catch(() => undefined); // the network is away: the next poll asks again, and nothing typed is lost meanwhile
    const locked = () => setState('locked');
    const ended = () => setState('signed_out');
    const timer = setInterval(() => void ask(), POLL_MS);
    window.addEventListener('session-locked', locked);
    window.addEventListener('session-ended', ended);
    return () => {
      clearInterval(timer);
      window.removeEventListener('session-locked', locked);
      window.removeEventListener('session-ended', ended);
    };
  }, []);
  return [state, setState];
}

/** Over a locked or ended session: what is behind cannot be read, and nothing written there is lost. */
export function SessionWatch({ name, signInHref }: { name: string; signInHref: string }) {
  const [state, setState] = useSessionState();
  const opened = useCallback(() => {
    setState('open');
    // Drafts that met the lock are kept now.
    window.dispatchEvent(new Event('session-opened'));
  }, [setState]);
  return (
    <>
      <Dialog title={`Locked: ${name}`} open={state === 'locked'} onOpenChange={() => undefined} dismissable={false}>
        <p className="mb-3 text-ink-2">What you wrote is still here. Your password opens the screen where you left it.</p>
        <UnlockForm onOpen={opened} />
      </Dialog>
      <Dialog title="You were signed out" open={state === 'signed_out'} onOpenChange={() => undefined} dismissable={false}>
        <p className="mb-3 text-ink-2">Your session ended. Saved drafts are kept with the case.</p>
        <ButtonLink kind="primary" href={signInHref}>
          Sign in
        </ButtonLink>
      </Dialog>
    </>
  );
}
