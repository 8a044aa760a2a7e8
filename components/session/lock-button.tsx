'use client';

import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';

/** Locks the screen: the page stays where it is and opens again with the password. */
export function LockButton() {
  const lock = useCommand('session.lock');
  const press = async () => {
    const outcome = await lock.run({});
    if (outcome.ok) window.dispatchEvent(new Event('session-locked'));
  };
  return (
    <Button kind="text" busy={lock.busy} onClick={() => void press()}>
      Lock
    </Button>
  );
}
