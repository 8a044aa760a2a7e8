'use client';

import { useEffect, useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import type { CommandState } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import type { StandingCopy as Copy } from '@/lib/cases/queries/send';
import { paths } from '@/lib/paths';
import { Refusals } from './cited-rule';
import { refusalWords, sourceWords } from './send-words';
import { TakeBack } from './take-back';

const DISPATCH_WORDS: Readonly<Record<NonNullable<Copy['dispatch']>['state'], string>> = {
  queued: 'waits for the printer',
  printed: 'printed, not yet confirmed',
  confirmed: 'confirmed: it has left',
  cancelled: 'cancelled',
  failed: 'the delivery failed',
  unknown: 'nobody knows whether it left',
};

/** True once the minute for taking an approval back is over. */
function useMinuteOver(undoMs: number | null): boolean {
  const [over, setOver] = useState(undoMs === 0);
  useEffect(() => {
    if (undoMs === null) return;
    const timer = setTimeout(() => setOver(true), undoMs);
    return () => clearTimeout(timer);
  }, [undoMs]);
  return over;
}

function facts({ records, recipientName, lines, source, preparedBy, preparedAt, approved, dispatch }: Copy) {
  return [
    { term: 'What', value: records },
    { term: 'Where', value: `By mail to ${recipientName}, ${lines.join(', ')}: ${sourceWords(source)}` },
    { term: 'Prepared', value: `${preparedBy}, ${preparedAt}` },
    ...(approved === null ? [] : [{ term: 'Approved', value: `${approved.by}, ${approved.at}` }]),
    ...(dispatch === null ? [] : [{ term: 'Dispatch', value: <><TextLink href={paths.dispatch}>{dispatch.code}</TextLink>, {DISPATCH_WORDS[dispatch.state]}</> }]),
  ];
}

/** Why this person cannot approve it now, if so. */
function whyNot({ needsSecond, preparedByMe, stopped }: Copy, supervises: boolean, offBecause?: string): string | undefined {
  if (stopped.length > 0) return 'Something changed since it was prepared: take it back.';
  if (!needsSecond) return offBecause;
  if (preparedByMe) return 'You prepared this: another supervisor approves it.';
  return supervises ? undefined : 'A supervisor approves it.';
}

type Props = { caseId: string; copy: Copy; number: number; supervises: boolean; mine: boolean; offBecause?: string; approval: CommandState; onApprove: (releaseId: string) => Promise<unknown> };

/** Why this person cannot take it back now, if so. */
function whyKept({ approved, dispatch, stopped }: Copy, may: boolean, over: boolean): string | undefined {
  if (!may) return 'Only who has the case, who approved it, or a supervisor takes it back.';
  if (approved === null || stopped.length > 0) return undefined;
  if (dispatch?.state === 'printed') return 'The envelope is printed.';
  return over ? 'The minute for taking it back is over.' : undefined;
}

/** A copy that is prepared, approved or on its way. */
export function StandingCopy({ caseId, copy, number, supervises, mine, offBecause, approval, onApprove }: Props) {
  const over = useMinuteOver(copy.undoMs);
  const { approved, needsSecond, dispatch, releaseId } = copy;
  const open = dispatch === null || dispatch.state === 'queued' || dispatch.state === 'printed';
  const state = approved !== null ? 'Approved' : needsSecond ? 'Waiting for a second person' : 'Prepared';
  const may = mine || supervises || approved?.byMe === true;
  return (
    <Section title="The copy" aside={state} className="pb-3">
      <Facts facts={facts(copy)} />
      <Refusals problems={copy.stopped} number={number} />
      <div className="mt-2">
        <CommandNotice reason={approval.reason} words={refusalWords} />
        <Refusals problems={approval.problems.filter(({ reason }) => !copy.stopped.some((known) => known.reason === reason))} number={number} />
      </div>
      {approved === null && (
        <div className="flex justify-end py-3">
          <Button kind="primary" busy={approval.busy} offBecause={whyNot(copy, supervises, offBecause)} onClick={() => void onApprove(releaseId)}>
            Approve: send {copy.records.charAt(0).toLowerCase() + copy.records.slice(1)}
          </Button>
        </div>
      )}
      {open && <TakeBack caseId={caseId} releaseId={releaseId} offBecause={whyKept(copy, may, over)} urgent={approved !== null && !over} />}
    </Section>
  );
}
