'use client';

import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import type { SendView } from '@/lib/cases/queries/send';
import type { SendDraft } from '@/lib/cases/drafts';
import type { Draft } from '@/lib/drafts/rules';
import { CitedRule } from './cited-rule';
import { CloseWithoutCopy } from './close-without-copy';
import { PrepareCopy } from './prepare-copy';
import { StandingCopy } from './standing-copy';

type Props = { send: SendView; supervises: boolean; mine: boolean; closed: boolean; draft?: Draft<SendDraft> | null; offBecause?: string };

/** The last step: what leaves, where to, on whose word; the approval lives here so that its refusal outlasts the form that asked. */
export function SendTask({ send, supervises, mine, closed, draft, offBecause }: Props) {
  const { run, ...approval } = useCommand('release.approve');
  const { release } = send;
  const approve = (releaseId: string) => run({ releaseId });
  const prepares = send.owed && !closed && (release === null || release.dispatch?.state === 'failed');
  return (
    <>
      {release !== null && <StandingCopy key={release.releaseId} caseId={send.caseId} copy={release} number={send.number} supervises={supervises} mine={mine} offBecause={offBecause} approval={approval} onApprove={approve} />}
      {(send.owed || release !== null) && <CitedRule send={send} />}
      {prepares && <PrepareCopy send={send} draft={draft} offBecause={offBecause} approving={approval.busy} onApprove={approve} />}
      {!send.owed && closed && release === null && <Section title="No copy was asked for" className="pb-3">Nothing was mailed.</Section>}
      {!send.owed && !closed && <CloseWithoutCopy send={send} offBecause={offBecause} />}
    </>
  );
}
