'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { addressAtProvider } from './provider-request';

/** Goes to the identity provider. */
export function ProviderButton() {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    window.location.assign(await addressAtProvider('/'));
  };
  return (
    <Button size="large" busy={busy} className="w-full" onClick={() => void press().catch(() => setBusy(false))}>
      Sign in with your state account
    </Button>
  );
}
