'use client';

import { useRouter } from 'next/navigation';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { paths } from '@/lib/paths';
import { FinishCase, type Ending } from './finish-case';

type Props = { caseId: string; number: number; mine: boolean; /** Why this person cannot take the case now. */ claimOff: string | undefined; waiting: boolean; ending: Ending };

const refusals = { held_by_another: 'A colleague took this case a moment ago.', not_waiting: 'It is not waiting any more.', not_claimed: 'You no longer have this case.' };

/** What can be done with the case as a whole, at its foot. */
export function CaseActions({ caseId, number, mine, claimOff, waiting, ending }: Props) {
  const router = useRouter();
  const claim = useCommand('case.claim');
  const release = useCommand('case.release_claim');
  const resume = useCommand('case.resume');
  const putBack = async () => {
    const outcome = await release.run({ caseId, reason: 'put_back' });
    if (outcome.ok) router.push(paths.queue());
  };
  useKeys(mine || claimOff !== undefined ? [] : [{ keys: 'a', words: 'Assign to me', group: 'Case', run: () => void claim.run({ caseId }) }]);
  if (!mine) {
    return (
      <>
        <CommandNotice reason={claim.reason} words={refusals} />
        <Button kind="primary" busy={claim.busy} offBecause={claimOff} onClick={() => void claim.run({ caseId })} keyCap="a">
          Assign to me
        </Button>
      </>
    );
  }
  return (
    <>
      <CommandNotice reason={release.reason ?? resume.reason} words={refusals} />
      {waiting && (
        <Button busy={resume.busy} onClick={() => void resume.run({ caseId })}>
          Resume
        </Button>
      )}
      <Button busy={release.busy} onClick={() => void putBack()}>
        Put back
      </Button>
      <FinishCase key={caseId} caseId={caseId} number={number} {...ending} />
    </>
  );
}
