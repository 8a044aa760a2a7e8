'use client';

import { useState } from 'react';
import { post } from '@/components/forms/command-request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { signOut } from './sign-out';

export type Warning = { readonly what: 'lock' | 'end'; readonly inMs: number };

const STEPS: readonly (readonly [seconds: number, words: string])[] = [[20, 'in a few seconds'], [40, 'in half a minute'], [75, 'in a minute'], [135, 'in 2 minutes'], [Infinity, 'in two and a half minutes']];
/** In steps, so that a screen reader is told five times and not every second. */
export const soonWords = (inMs: number): string => STEPS.find(([seconds]) => inMs / 1000 <= seconds)?.[1] ?? '';

function LockWarning({ inMs, onStay }: { inMs: number; onStay: () => void }) {
  const [busy, setBusy] = useState(false);
  const stay = async () => {
    setBusy(true);
    const outcome = await post('/api/commands/session.stay', '{}', { key: crypto.randomUUID() });
    setBusy(false);
    if (outcome.ok) onStay();
  };
  return (
    <>
      <p role="status" className="mb-3">
        Nothing was done here for a while, so the screen locks {soonWords(inMs)}. What you wrote is kept.
      </p>
      <Button kind="primary" autoFocus busy={busy} onClick={() => void stay()}>
        Stay signed in
      </Button>
    </>
  );
}

function EndWarning({ inMs, onKeep }: { inMs: number; onKeep: () => void }) {
  return (
    <>
      <p role="status" className="mb-3">
        Twelve hours are the longest session, and this one ends {soonWords(inMs)}. Save what you are writing; drafts are kept. Then sign in again.
      </p>
      <div className="flex gap-3">
        <Button kind="primary" autoFocus onClick={onKeep}>
          Keep working until then
        </Button>
        <Button onClick={() => void signOut()}>Sign out now</Button>
      </div>
    </>
  );
}

/** Two and a half minutes before the desk locks or the session ends. */
export function SessionWarning({ warning, onAnswered }: { warning: Warning | null; onAnswered: () => void }) {
  return (
    <Dialog title={warning?.what === 'end' ? 'Your session ends soon' : 'Still there?'} alert open={warning !== null} onOpenChange={(open) => !open && onAnswered()} dismissable={warning?.what === 'end'}>
      {warning?.what === 'lock' && <LockWarning inMs={warning.inMs} onStay={onAnswered} />}
      {warning?.what === 'end' && <EndWarning inMs={warning.inMs} onKeep={onAnswered} />}
    </Dialog>
  );
}
