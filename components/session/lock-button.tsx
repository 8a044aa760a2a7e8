'use client';

import { useState } from 'react';
import { flushDrafts } from '@/components/drafts/draft-saver';
import { post } from '@/components/forms/command-request';
import { Button } from '@/components/ui/button';

/** Locks the screen: the page stays where it is and opens again with the password. Nothing is read anew: a locked session reads nothing. */
export function LockButton() {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await flushDrafts();
    const outcome = await post('/api/commands/session.lock', '{}', { key: crypto.randomUUID() });
    setBusy(false);
    if (outcome.ok) window.dispatchEvent(new Event('session-locked'));
  };
  return (
    <Button kind="text" busy={busy} onClick={() => void press()}>
      Lock
    </Button>
  );
}
