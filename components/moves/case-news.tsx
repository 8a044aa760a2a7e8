import { Notice } from '@/components/ui/notice';
import type { CaseMoves } from '@/lib/cases/queries/moves';
import { staffDate } from '@/lib/platform/dates';

/** What was asked, answered or came about without this person's doing, above the work. */
export function CaseNews({ moves }: { moves: CaseMoves }) {
  const { question, answer, lapsedAt, wait, woke } = moves;
  if (question === null && answer === null && lapsedAt === null && wait === null && woke === null) return null;
  return (
    <div className="grid gap-2 px-4 pt-3">
      {lapsedAt !== null && <Notice kind="warn" title={`Your claim lapsed at ${lapsedAt}; your draft is kept.`}>Take it again below and go on where you stopped.</Notice>}
      {wait !== null && (
        <Notice title={wait.until === null ? `Waiting since ${wait.since}` : `Snoozed until ${staffDate(wait.until)}, 8:30 AM`}>
          {wait.reason}
        </Notice>
      )}
      {woke !== null && <Notice title={`Back from its snooze since ${woke.at}`}>{woke.reason}</Notice>}
      {question !== null && (
        <Notice kind="warn" title={`${question.mine ? 'You' : question.by} asked a supervisor at ${question.at}`}>
          “{question.reason}”
        </Notice>
      )}
      {answer !== null && (
        <Notice kind="done" title={`${answer.by} answered at ${answer.at}`}>
          “{answer.words}”
        </Notice>
      )}
    </div>
  );
}
