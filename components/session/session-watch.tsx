'use client';

import { useCallback, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Form } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';

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

const words: Record<string, string> = { wrong_password: 'That is not your password.', too_many_tries: 'Too many tries. Wait 15 minutes, or sign in anew.' };

function UnlockForm({ onOpen }: { onOpen: () => void }) {
  const unlock = useCommand('session.unlock');
  const form = useForm({ defaultValues: { password: '' } });
  const submit = async (fields: { password: string }) => {
    const outcome = await unlock.run(fields);
    form.reset();
    if (outcome.ok) onOpen();
  };
  return (
    <Form form={form} onSubmit={submit} label="Unlock" className="grid gap-3">
      {unlock.reason && <Notice kind="error" live="alert" title={words[unlock.reason] ?? 'Not unlocked. Try again.'} />}
      <TextField label="Password" type="password" autoComplete="current-password" autoFocus {...form.register('password', { required: 'Write your password' })} problem={form.formState.errors.password?.message} />
      <Button type="submit" kind="primary" busy={unlock.busy}>
        Unlock
      </Button>
    </Form>
  );
}

/** Over a locked or ended session: what is behind cannot be read, and nothing written there is lost. */
export function SessionWatch({ name, signInHref }: { name: string; signInHref: string }) {
  const [state, setState] = useSessionState();
  const opened = useCallback(() => setState('open'), [setState]);
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
