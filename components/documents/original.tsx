'use client';

import { useState } from 'react';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { paths } from '@/lib/paths';
import { ReasonForm } from './reason-dialog';

/** The file as it was sent, for a supervisor: with a reason, after a proof of who asks, once. */
export function Original({ documentId, scanned }: { documentId: string; scanned: boolean }) {
  const [asking, setAsking] = useState(false);
  const [fetchId, setFetchId] = useState<string | null>(null);
  const ask = useCommand('document.fetch_original', { quiet: true });
  const turn = (open: boolean) => {
    setAsking(open);
    if (!open) setFetchId(null);
  };
  const take = async (reason: string) => {
    const outcome = await ask.run({ documentId, reason });
    if (outcome.ok) setFetchId(outcome.value.fetchId);
  };
  const warning = scanned ? 'A virus scanner found nothing in it, which is no promise.' : 'No virus scanner has looked at it.';
  return (
    <>
      <Button kind="text" size="small" onClick={() => setAsking(true)}>
        Original file
      </Button>
      <Dialog title="Download the original file" open={asking} onOpenChange={turn} closeWords={fetchId === null ? 'Cancel' : 'Close'}>
        {fetchId === null ? (
          <ReasonForm label="Download the original file" about={`This is the file as a stranger sent it. ${warning} Open it only where it can do no harm.`} doIt="Ask for the file" state={ask} onReason={take} />
        ) : (
          <p role="status">
            <a className="link" href={paths.original(fetchId)} download>
              Download the original
            </a>
            . It can be downloaded once, within ten minutes.
          </p>
        )}
      </Dialog>
    </>
  );
}
