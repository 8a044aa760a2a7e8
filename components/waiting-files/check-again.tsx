'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';

const REFUSALS = { not_waiting: 'It is checked already.' } as const;

/** For whoever has mended what stood in the way: the next try is now. */
export function CheckAgain({ documentId, about }: { documentId: string; about: string }) {
  const again = useCommand('document.check_again');
  const [asked, setAsked] = useState(false);
  const press = async () => setAsked((await again.run({ documentId })).ok);
  return (
    <div className="grid justify-items-start gap-1">
      <Button size="small" busy={again.busy} aria-label={`Check again: ${about}`} onClick={() => void press()}>
        Check again
      </Button>
      <span role="status">{asked && <Status kind="waiting">Asked for</Status>}</span>
      <CommandNotice reason={again.reason} words={REFUSALS} />
    </div>
  );
}
