'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { takeLook } from '@/components/forms/take-look';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import type { CloseDraft } from '@/lib/cases/drafts';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import type { CaseOutcome } from '@/lib/cases/schema';
import type { Draft } from '@/lib/drafts/rules';
import { paths } from '@/lib/paths';
import { CloseDialog, type Missing } from './close-dialog';

export type Ending = { outcomes: readonly CaseOutcome[]; missing: readonly Missing[]; draft: Draft<CloseDraft> | null };
type Props = Ending & { caseId: string; number: number };

const nothing = { nothing_waiting: 'Nothing else is waiting in your languages and kinds.' };

/** `e`: ends the case as it stands and opens the next; where something is missing, says what, and offers the other ends. */
export function FinishCase({ caseId, number, outcomes, missing, draft }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const [unasked, setUnasked] = useState<string | null>(null);
  const close = useCommand('case.close');
  const take = useCommand('case.take_next');
  const next = async () => {
    const outcome = await take.run({});
    router.push(outcome.ok ? paths.case(outcome.value.number) : paths.queue());
  };
  /** The page may not have heard of the last save yet: how the case may end is asked at the press. */
  const press = async () => {
    setAsking(true);
    const finish = await takeLook('case.finish', { case: `C-${number}` });
    setAsking(false);
    setUnasked(finish.ok ? null : finish.reason);
    if (!finish.ok) return;
    if (finish.value.kind === 'on_its_way') return next();
    if (finish.value.kind === 'close') {
      const outcome = await close.run({ caseId, outcome: finish.value.outcome });
      return outcome.ok ? next() : undefined;
    }
    router.refresh();
    setOpen(true);
  };
  const closed = (goOn: boolean) => {
    setOpen(false);
    if (goOn) void next();
  };
  useKeys([{ keys: 'e', words: 'Finish and next', group: 'Case', run: () => void press() }]);
  const refused = close.problems[0];
  return (
    <>
      <CommandNotice reason={refused === undefined ? (unasked ?? close.reason ?? take.reason) : 'refused'} words={{ ...nothing, refused: refused && CASE_PROBLEM_WORDS[refused.reason] }} />
      {outcomes.length > 0 && <Button onClick={() => setOpen(true)}>Close</Button>}
      <Button busy={asking || close.busy || take.busy} onClick={() => void press()} keyCap="e">
        Finish and next
      </Button>
      <CloseDialog caseId={caseId} number={number} outcomes={outcomes} missing={missing} draft={draft} open={open} onOpenChange={setOpen} onClosed={closed} />
    </>
  );
}
