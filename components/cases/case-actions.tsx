'use client';

import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { CaseMoves } from '@/components/moves/case-moves';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import type { CaseMoves as Moves } from '@/lib/cases/queries/moves';

type Props = { caseId: string; closed: boolean; mine: boolean; /** Why this person cannot take the case now. */ claimOff: string | undefined; moves: Moves };

/** What can be done with the case as a whole, at its foot. */
export function CaseActions({ caseId, closed, mine, claimOff, moves }: Props) {
  const claim = useCommand('case.claim');
  const take = () => void claim.run({ caseId });
  const takes = !mine && !closed;
  useKeys(takes && claimOff === undefined ? [{ keys: 'a', words: 'Assign to me', group: 'Case', run: take }] : []);
  return (
    <>
      <CommandNotice reason={claim.reason} words={MOVE_REFUSAL_WORDS} />
      <CaseMoves caseId={caseId} moves={moves} />
      {takes && (
        <Button kind="primary" busy={claim.busy} offBecause={claimOff} onClick={take}>
          {moves.lapsedAt === null ? 'Assign to me' : 'Take it again'}
        </Button>
      )}
    </>
  );
}
