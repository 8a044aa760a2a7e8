'use client';

import type { Problem } from '@/lib/platform/outcome';
import { problemWords, refusalWords } from '@/lib/submissions/labels';
import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { answerLines } from './answer-lines';
import { relationOf, stepOfField, stepsOf, type Progress, type Step } from './steps';
import { formWords, headOf } from './words';

type Props = { progress: Progress; language: Language; busy: boolean; reason: string | null; problems: readonly Problem[]; go: (step: Step) => void; send: () => void };

/** Why the server did not take it, each thing with the way to the page where it is mended. */
export function Refusal({ reason, problems, progress, language, go }: Pick<Props, 'problems' | 'progress' | 'language' | 'go'> & { reason: string }) {
  return (
    <Notice kind="error" live="alert" title={refusalWords(reason, language)}>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.reason}`} className="flex flex-wrap items-center gap-x-3">
              {problemWords(problem, language)}
              <Button kind="text" onClick={() => go(stepOfField(problem.field, progress.answers))}>
                {formWords[language].openPage}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Every answer once more, each with the way back to its page, and the one button that sends. */
export function CheckPage({ progress, language, busy, reason, problems, go, send }: Props) {
  const say = formWords[language];
  const own = relationOf(progress.answers) === 'self';
  const rows = stepsOf(progress.answers).filter((step) => step !== 'check');
  return (
    <div className="grid gap-5">
      <dl className="border-t">
        {rows.map((step) => {
          const { title } = headOf(step, own, language);
          const said = answerLines(step, progress, language);
          return (
            <div key={step} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b py-2">
              <dt className="text-small text-ink-2">{title}</dt>
              <dd className="col-start-1 font-medium break-words whitespace-pre-line">{said.length > 0 ? said.join('\n') : <span className="font-normal text-ink-2">{say.none}</span>}</dd>
              <dd className="col-start-2 row-span-2 row-start-1 self-center">
                <Button kind="text" size="small" aria-label={`${say.change}: ${title}`} onClick={() => go(step)}>
                  {say.change}
                </Button>
              </dd>
            </div>
          );
        })}
      </dl>
      {reason && <Refusal {...{ reason, problems, progress, language, go }} />}
      <div>
        <Button kind="primary" size="large" busy={busy} busyWords={say.sending} onClick={send}>
          {say.send}
        </Button>
      </div>
    </div>
  );
}
