import { ChangedMeanwhile } from '@/components/presence/changed-meanwhile';
import type { Joins } from '@/lib/cases/queries/joins';
import type { CaseMoves } from '@/lib/cases/queries/moves';
import { CaseNews } from './case-news';
import { JoinProposals } from './join-proposals';

type Props = { caseId: string; mine: boolean; moves: CaseMoves; joins: Joins };

/** What happened to the case without this person's doing, and what may belong to it; nothing when there is nothing. */
export function AboveTheWork({ caseId, mine, moves, joins }: Props) {
  return (
    <>
      <ChangedMeanwhile caseId={caseId} />
      <CaseNews moves={moves} />
      <JoinProposals caseId={caseId} joins={joins} offBecause={mine ? undefined : 'Assign this case to yourself first.'} mayTakeOut={mine} />
    </>
  );
}
