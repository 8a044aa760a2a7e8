'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Goes to the identity provider by the sign-in library's own form. */
export function ProviderButton() {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    const answer = await fetch('/api/auth/signin/provider', { method: 'POST', body: new URLSearchParams({ csrfToken, callbackUrl: '/', json: 'true' }) });
    window.location.assign(((await answer.json()) as { url: string }).url);
  };
  return (
    <Button size="large" busy={busy} className="w-full" onClick={() => void press().catch(() => setBusy(false))}>
      Sign in with your state account
    </Button>
  );
}
