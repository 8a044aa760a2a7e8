'use client';

import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { Notice } from '@/components/ui/notice';

type Props = { caseId: string; documentId: string; title: string; /** Who accepted it, in which case, when. */ accepted: string; offBecause?: string };

const refusals = {
  not_claimed: 'You no longer have this case.',
  nothing_to_take_over: 'It was judged anew in the other case: reload, or review it here.',
  no_longer_acceptable: 'It has ended since it was accepted: review it here.',
};

/** A parent's ID that was accepted for one child serves the others: one key, and the audit says from which case. */
export function TakeOver({ caseId, documentId, title, accepted, offBecause }: Props) {
  const { run, busy, reason } = useCommand('document.take_over');
  const take = () => void run({ caseId, documentId });
  useKeys([{ keys: 't', words: 'Take over the accepted ID', group: 'Document', run: take }]);
  return (
    <Notice kind="info" title={`${title}: ${accepted}`}>
      <p className="mb-2">The same person asks for this child. Look at it once more, then take the decision over.</p>
      <CommandNotice reason={reason} words={refusals} />
      <Button onClick={take} busy={busy} offBecause={offBecause} keyCap="t">
        Take over
      </Button>
    </Notice>
  );
}
