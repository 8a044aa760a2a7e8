'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys, type KeyBinding } from '@/components/ui/keys';
import { Menu } from '@/components/ui/menu';
import { MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import type { CaseMoves as Moves, MenuAction } from '@/lib/cases/queries/moves';
import { paths } from '@/lib/paths';
import { MoveDialog, type Chosen } from './move-dialog';

type Props = { caseId: string; moves: Moves };

/** The letters of the usual moves, on the key sheet while the move is open. */
const KEYS: readonly { keys: string; words: string; action: MenuAction; opens: Chosen }[] = [
  { keys: 'w', words: 'Let it wait', action: 'wait_on_requester', opens: 'wait' },
  { keys: 'h', words: 'Hold or snooze', action: 'hold', opens: 'hold' },
  { keys: 'y', words: 'Ask a supervisor', action: 'escalate', opens: 'escalate' },
];

/** What can be done with the case as a whole: its next move as a button, every other that the table allows in one menu. */
export function CaseMoves({ caseId, moves }: Props) {
  const router = useRouter();
  const release = useCommand('case.release_claim');
  const resume = useCommand('case.resume');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const has = (action: MenuAction) => moves.entries.some((entry) => entry.action === action);
  const waiting = moves.wait !== null && has('resume');
  const putBack = async () => {
    const outcome = await release.run({ caseId, reason: 'put_back' });
    if (outcome.ok) router.push(paths.queue());
  };
  const choose = (action: MenuAction) => {
    if (action === 'release_claim') return void putBack();
    if (action === 'resume' && waiting) return void resume.run({ caseId });
    setChosen(action);
  };
  useKeys(KEYS.filter(({ action }) => has(action)).map(({ keys, words, opens }): KeyBinding => ({ keys, words, group: 'Case', run: () => setChosen(opens) })));
  const keyOf = (action: MenuAction) => KEYS.find((key) => key.action === action)?.keys;
  return (
    <>
      <CommandNotice reason={release.reason ?? resume.reason} words={MOVE_REFUSAL_WORDS} />
      {moves.entries.length > 0 && (
        <Menu words="Move case…" entries={moves.entries.map(({ action, words }) => ({ id: action, words, aside: keyOf(action) }))} onChoose={(id) => choose(id as MenuAction)} />
      )}
      {waiting && (
        <Button busy={resume.busy} onClick={() => void resume.run({ caseId })}>
          Resume
        </Button>
      )}
      {has('answer') && <Button onClick={() => setChosen('answer')}>Answer the question</Button>}
      {chosen !== null && <MoveDialog caseId={caseId} chosen={chosen} moves={moves} onClose={() => setChosen(null)} />}
    </>
  );
}
