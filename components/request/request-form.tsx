'use client';

import type { CalendarDate } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';
import { useCommand } from '../forms/use-command';
import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import { TextLink } from '../ui/link';
import { CheckPage, Refusal } from './check-page';
import { DocumentPage } from './document-page';
import { isQuestion, QuestionPage } from './question-pages';
import type { Answer, Question } from './questions';
import { ReferencePage } from './reference-page';
import { startingAnswer } from './starting-answers';
import { StepHead } from './step-head';
import { askedOf, reachable, relationOf, stepAfter, stepsOf, submissionOf, type Step } from './steps';
import { useProgress, useStep } from './use-progress';
import { formWords, headOf } from './words';

type Props = { language: Language; today: CalendarDate };

/** What the pages do: keep, go on, send. */
function useRequest({ language, today }: Props) {
  const progress = useProgress();
  const { answers, files, looked, tell } = progress;
  const [step, goTo] = useStep((asked) => reachable(asked, { answers, files }, today));
  const command = useCommand('submission.send');
  const go = (to: Step) => {
    if (to === 'check') tell({ type: 'looked_over' });
    command.reset();
    goTo(to);
  };
  const keep = (question: Question, answer: Answer<Question>) => tell({ type: 'answered', question, answer });
  const next = (question: Question, answer: Answer<Question>) => {
    keep(question, answer);
    go(stepAfter(question, { answers: { ...answers, [question]: answer }, files }, looked, today));
  };
  const nextPaper = () => go(stepAfter(step, { answers, files }, looked, today));
  const send = async () => {
    const form = submissionOf({ answers, files }, language, today);
    if (form === null) return;
    const outcome = await command.run(form);
    if (outcome.ok) tell({ type: 'sent', reference: outcome.value.reference });
    // The right to these uploads has run out with the server; they must be sent anew.
    else if (outcome.reason === 'session_ended') tell({ type: 'files_gone' });
  };
  return { ...progress, step, go, keep, next, nextPaper, send, command };
}

type Request = ReturnType<typeof useRequest>;

function StepBody({ request, language, today }: Props & { request: Request }) {
  const { step, answers, files, tell, command } = request;
  if (isQuestion(step)) {
    return (
      <QuestionPage
        question={step}
        language={language}
        today={today}
        starting={startingAnswer(step, answers)}
        keep={(answer: Answer<Question>) => request.keep(step, answer)}
        next={(answer: Answer<Question>) => request.next(step, answer)}
      />
    );
  }
  const asked = askedOf(answers).find(({ kind }) => kind === step);
  if (asked) {
    const own = files.filter(({ kind }) => kind === asked.kind);
    return <DocumentPage asked={asked} files={own} language={language} onArrived={(file) => tell({ type: 'file_sent', file })} onRemoved={(id) => tell({ type: 'file_removed', id })} next={request.nextPaper} />;
  }
  return <CheckPage progress={{ answers, files }} language={language} busy={command.busy} reason={command.reason} problems={command.problems} go={request.go} send={() => void request.send()} />;
}

/** The form: one thing a page, kept in memory only, until it is sent. */
export function RequestForm({ language, today }: Props) {
  const request = useRequest({ language, today });
  const { step, answers, reference, command } = request;
  if (reference !== null) return <ReferencePage reference={reference} language={language} />;
  const say = formWords[language];
  const steps = stepsOf(answers);
  const { title, lead } = headOf(step, relationOf(answers) === 'self', language);
  const first = step === steps[0];
  return (
    <>
      <p className="mb-1">
        {first ? (
          <TextLink href={paths.request} className="inline-flex min-h-11 items-center">
            {say.back}
          </TextLink>
        ) : (
          <Button kind="text" size="small" onClick={() => window.history.back()}>
            {say.back}
          </Button>
        )}
      </p>
      <StepHead key={`head-${step}`} step={say.stepOf(steps.indexOf(step) + 1, steps.length)} quiet={Object.keys(answers).length === 0}>
        {title}
      </StepHead>
      {lead && <p className="mb-4">{lead}</p>}
      {step !== 'check' && command.reason && <Refusal reason={command.reason} problems={[]} progress={request} language={language} go={request.go} />}
      <StepBody key={step} request={request} language={language} today={today} />
    </>
  );
}
