'use client';

import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { CaseMoves } from '@/components/moves/case-moves';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import type { CaseMoves as Moves } from '@/lib/cases/queries/moves';
import { FinishCase, type Ending } from './finish-case';

type Props = { caseId: string; number: number; closed: boolean; mine: boolean; /** Why this person cannot take the case now. */ claimOff: string | undefined; moves: Moves; ending: Ending };

/** What can be done with the case as a whole, at its foot. */
export function CaseActions({ caseId, number, closed, mine, claimOff, moves, ending }: Props) {
  const claim = useCommand('case.claim');
  const take = () => void claim.run({ caseId });
  const takes = !mine && !closed;
  useKeys(takes && claimOff === undefined ? [{ keys: 'a', words: 'Assign to me', group: 'Case', run: take }] : []);
  return (
    <>
      <CommandNotice reason={claim.reason} words={MOVE_REFUSAL_WORDS} />
      <CaseMoves caseId={caseId} moves={moves} />
      {takes && (
        <Button kind="primary" busy={claim.busy} offBecause={claimOff} onClick={take} keyCap="a">
          {moves.lapsedAt === null ? 'Assign to me' : 'Take it again'}
        </Button>
      )}
      {mine && !closed && <FinishCase key={caseId} caseId={caseId} number={number} {...ending} />}
    </>
  );
}
