'use client';

import { useRouter } from 'next/navigation';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';

type Props = { caseId: string; mine: boolean; /** Why this person cannot take the case now. */ claimOff: string | undefined; waiting: boolean };

const refusals = { held_by_another: 'A colleague took this case a moment ago.', not_waiting: 'It is not waiting any more.', not_claimed: 'You no longer have this case.' };

/** What can be done with the case as a whole, at its foot. */
export function CaseActions({ caseId, mine, claimOff, waiting }: Props) {
  const router = useRouter();
  const claim = useCommand('case.claim');
  const release = useCommand('case.release_claim');
  const resume = useCommand('case.resume');
  const putBack = async () => {
    const outcome = await release.run({ caseId, reason: 'put_back' });
    if (outcome.ok) router.push(paths.queue());
  };
  if (!mine) {
    return (
      <>
        <CommandNotice reason={claim.reason} words={refusals} />
        <Button kind="primary" busy={claim.busy} offBecause={claimOff} onClick={() => void claim.run({ caseId })}>
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
    </>
  );
}
