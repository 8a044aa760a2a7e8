'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';
import { addressAtProvider } from './provider-request';
import { askStanding, useNewSession } from './use-session-standing';

const PROBLEMS = {
  blocked: 'The browser kept the window closed. Allow windows for this desk, then press again.',
  away: 'The identity provider cannot be reached. Try again in a moment.',
} as const;

/**
 * For whoever has no password here: the identity provider asks for both factors in a window of its own, which begins a
 * new session in this browser, and this page goes on in it. Nothing that is typed here is touched.
 */
export function ProviderAgain({ onDone }: { onDone: () => void }) {
  const [before, setBefore] = useState<string | null>(null);
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | null>(null);
  useNewSession(before, onDone);
  const press = async () => {
    // Opened before anything is waited for: later the browser would not take it for the press.
    const opened = window.open('', 'sign-in-again', 'popup,width=520,height=720');
    if (opened === null) return setProblem('blocked');
    setProblem(null);
    try {
      const standing = await askStanding();
      opened.location.assign(await addressAtProvider(paths.signedIn));
      setBefore(standing?.session ?? '');
    } catch {
      opened.close();
      setProblem('away');
    }
  };
  return (
    <div className="grid gap-3">
      {problem !== null && <Notice kind="error" live="alert" title={PROBLEMS[problem]} />}
      <div aria-live="polite">{before !== null && <p className="mb-3 text-ink-2">Sign in in the other window; this page goes on by itself.</p>}</div>
      <Button kind="primary" autoFocus onClick={() => void press()}>
        {before === null ? 'Confirm with your state account' : 'Open the window again'}
      </Button>
    </div>
  );
}
