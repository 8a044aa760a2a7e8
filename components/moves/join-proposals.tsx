'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextLink } from '@/components/ui/link';
import { MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import type { JoinedCase, JoinProposal, Joins } from '@/lib/cases/queries/joins';
import { unjoinDraft } from '@/lib/drafts/schema';
import { paths } from '@/lib/paths';
import { ReasonForm } from './reason-form';

type Props = { caseId: string; joins: Joins; /** Why this person cannot join here, if so. */ offBecause: string | undefined; mayTakeOut: boolean };

function whyOff({ otherKeeps, heldByOther, number }: JoinProposal, offBecause: string | undefined): string | undefined {
  if (otherKeeps) return `C-${number} is the earlier one: join from there.`;
  if (heldByOther) return `A colleague has C-${number}.`;
  return offBecause;
}

function Proposal({ caseId, proposal, offBecause }: { caseId: string; proposal: JoinProposal; offBecause: string | undefined }) {
  const join = useCommand('case.join');
  const decline = useCommand('case.decline_join');
  const { number, came, why } = proposal;
  const pair = { caseId: proposal.caseId, intoId: caseId };
  return (
    <li className="grid gap-2 py-2">
      <p>
        <TextLink href={paths.case(number)}>C-{number}</TextLink>
        {came.slice(`C-${number}`.length)}: {why.charAt(0).toLowerCase() + why.slice(1)}.
      </p>
      <CommandNotice reason={join.reason ?? decline.reason} words={MOVE_REFUSAL_WORDS} />
      <div className="flex flex-wrap gap-2">
        <Button busy={join.busy} offBecause={whyOff(proposal, offBecause)} onClick={() => void join.run({ ...pair, reason: why })}>
          Join C-{number}
        </Button>
        {offBecause === undefined && (
          <Button kind="text" busy={decline.busy} onClick={() => void decline.run(pair)}>
            Not the same need
          </Button>
        )}
      </div>
    </li>
  );
}

function Joined({ caseId, joined, mayTakeOut }: { caseId: string; joined: JoinedCase; mayTakeOut: boolean }) {
  const unjoin = useCommand('case.unjoin');
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-2 py-2">
      <p>
        <TextLink href={paths.case(joined.number)}>C-{joined.number}</TextLink>
        {joined.came.slice(`C-${joined.number}`.length)} and is joined here. “{joined.reason}”
      </p>
      {mayTakeOut && (
        <Button size="small" onClick={() => setAsking(true)}>
          Take C-{joined.number} out again
        </Button>
      )}
      {asking && (
        <Dialog title={`Take C-${joined.number} out again`} open onOpenChange={setAsking} closeWords="Cancel">
          <ReasonForm draftKey={unjoinDraft(caseId, joined.joinId)} state={unjoin} field="reason" label="Why is it another need?" button={`Take C-${joined.number} out`} run={(reason) => unjoin.run({ joinId: joined.joinId, reason })} onDone={() => setAsking(false)} />
        </Dialog>
      )}
    </li>
  );
}

/** Other requests about one need: proposed with their reasons, and those that a person has joined. */
export function JoinProposals({ caseId, joins, offBecause, mayTakeOut }: Props) {
  const { proposals, joined, joinedInto } = joins;
  if (proposals.length === 0 && joined.length === 0 && joinedInto === null) return null;
  return (
    <section aria-label="Other requests about this need" className="px-4 pt-3">
      <h2 className="text-section font-semibold">Other requests about this need</h2>
      <ul className="divide-y">
        {joinedInto !== null && (
          <li className="py-2">
            This case is joined into <TextLink href={paths.case(joinedInto.number)}>C-{joinedInto.number}</TextLink>. “{joinedInto.reason}”
          </li>
        )}
        {joined.map((one) => (
          <Joined key={one.joinId} caseId={caseId} joined={one} mayTakeOut={mayTakeOut} />
        ))}
        {proposals.map((one) => (
          <Proposal key={one.caseId} caseId={caseId} proposal={one} offBecause={offBecause} />
        ))}
      </ul>
    </section>
  );
}
