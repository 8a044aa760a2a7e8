'use client';

import { useEffect, useRef, useState } from 'react';
import { onProofNeeded } from '@/components/forms/proof';
import { Dialog } from '@/components/ui/dialog';
import { ProofForm } from './proof-form';
import { ProviderAgain } from './provider-again';

/** Over whatever asked: what is behind stays as it is, goes on with the answer, and keeps what is typed without one. */
export function ProofDialog({ signsInBy = 'password' }: { signsInBy?: 'password' | 'provider' }) {
  const waiting = useRef<((confirmed: boolean) => void)[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      onProofNeeded((answer) => {
        waiting.current.push(answer);
        setOpen(true);
      }),
    [],
  );
  const close = (confirmed: boolean) => {
    setOpen(false);
    for (const answer of waiting.current.splice(0)) answer(confirmed);
  };
  return (
    <Dialog title="Confirm it is you" open={open} onOpenChange={(next) => !next && close(false)} closeWords="Not now">
      <p className="mb-3 text-ink-2">This step cannot be taken back, or opens what is not everybody’s. {signsInBy === 'password' ? 'Your password and a new code let' : 'Signing in again at the identity provider lets'} you go on; that counts for 5 minutes. What you wrote stays.</p>
      {signsInBy === 'password' ? <ProofForm onProved={() => close(true)} /> : <ProviderAgain onDone={() => close(true)} />}
    </Dialog>
  );
}
