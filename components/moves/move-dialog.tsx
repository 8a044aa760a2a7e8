'use client';

import type { ReactNode } from 'react';
import { useCommand } from '@/components/forms/use-command';
import { Dialog } from '@/components/ui/dialog';
import type { CaseMoves, MenuAction } from '@/lib/cases/queries/moves';
import type { WaitState } from '@/lib/cases/waits';
import { caseDraft } from '@/lib/drafts/schema';
import { ReasonForm } from './reason-form';
import { WaitForm } from './wait-form';

/** `wait` is any of the three waits, by key. */
export type Chosen = Exclude<MenuAction, 'release_claim'> | 'wait';
type Props = { caseId: string; chosen: Chosen; moves: CaseMoves; onClose: () => void };
type Part = Omit<Props, 'chosen'>;

function Ask({ caseId, onClose }: Part) {
  const ask = useCommand('case.escalate');
  return <ReasonForm draftKey={caseDraft(caseId, 'escalate')} state={ask} field="reason" label="What do you ask?" button="Ask a supervisor" run={(reason) => ask.run({ caseId, reason })} onDone={onClose} />;
}

function Answer({ caseId, moves, onClose }: Part) {
  const answer = useCommand('case.answer');
  return (
    <>
      <p className="mb-3 text-ink-2">
        {moves.question?.by} asked at {moves.question?.at}: “{moves.question?.reason}”
      </p>
      <ReasonForm draftKey={caseDraft(caseId, 'answer')} state={answer} field="answer" label="Your answer" button="Answer" run={(said) => answer.run({ caseId, answer: said })} onDone={onClose} />
    </>
  );
}

function Review({ caseId, onClose }: Part) {
  const send = useCommand('case.send_for_review');
  return <ReasonForm draftKey={caseDraft(caseId, 'second_review')} state={send} field="reason" label="What should the second person look at?" button="Send for a second review" run={(reason) => send.run({ caseId, reason })} onDone={onClose} />;
}

function Reassign({ caseId, moves, onClose }: Part) {
  const give = useCommand('case.reassign');
  return <ReasonForm draftKey={caseDraft(caseId, 'reassign')} state={give} field="reason" label="Why?" button="Give the case" colleagues={moves.colleagues} run={(reason, staffId) => give.run({ caseId, staffId, reason })} onDone={onClose} />;
}

function Recall({ caseId, moves, onClose }: Part) {
  const withdraw = useCommand('release.withdraw');
  return <ReasonForm draftKey={caseDraft(caseId, 'recall')} state={withdraw} field="reason" label="Why is it taken back?" button="Take the copy back" run={(reason) => withdraw.run({ releaseId: moves.releaseId ?? '', reason })} onDone={onClose} />;
}

function Reopen({ caseId, onClose }: Part) {
  const reopen = useCommand('case.reopen');
  return <ReasonForm draftKey={caseDraft(caseId, 'reopen')} state={reopen} field="reason" label="Why is it opened again?" button="Open it again" run={(reason) => reopen.run({ caseId, reason })} onDone={onClose} />;
}

const waits = (title: string, button: string, states: readonly WaitState[], day: 'none' | 'optional' | 'needed' = 'none') => ({
  title,
  show: ({ caseId, moves, onClose }: Part) => <WaitForm caseId={caseId} states={states} day={day} today={moves.today} button={button} onDone={onClose} />,
});

const DIALOGS: Readonly<Record<Chosen, { title: string; show: (part: Part) => ReactNode }>> = {
  wait: waits('Let the case wait', 'Let it wait', ['waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry']),
  wait_on_requester: waits('Wait on the requester', 'Wait on requester', ['waiting_on_requester']),
  wait_on_provider: waits('Wait on the provider', 'Wait on provider', ['waiting_on_provider']),
  wait_on_registry: waits('Wait on another registry', 'Wait on another registry', ['waiting_on_registry']),
  hold: waits('Put the case on hold', 'Put on hold', ['on_hold'], 'optional'),
  snooze: waits('Snooze the case', 'Snooze', ['on_hold'], 'needed'),
  escalate: { title: 'Ask a supervisor', show: (part) => <Ask {...part} /> },
  answer: { title: 'Answer the question', show: (part) => <Answer {...part} /> },
  send_for_review: { title: 'Ask for a second review', show: (part) => <Review {...part} /> },
  reassign: { title: 'Give the case to a colleague', show: (part) => <Reassign {...part} /> },
  resume: { title: 'Take the copy back', show: (part) => <Recall {...part} /> },
  reopen: { title: 'Open the case again', show: (part) => <Reopen {...part} /> },
};

/** What a move still asks, in a small dialog; what is written stays until it is saved or closed. */
export function MoveDialog({ chosen, onClose, ...part }: Props) {
  const { title, show } = DIALOGS[chosen];
  return (
    <Dialog title={title} open onOpenChange={(open) => !open && onClose()} closeWords="Cancel">
      {show({ ...part, onClose })}
    </Dialog>
  );
}
