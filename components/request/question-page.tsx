'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldErrors, FieldValues, UseFormReturn } from 'react-hook-form';
import type { CalendarDate } from '@/lib/platform/dates';
import { problemWords } from '@/lib/submissions/labels';
import { Form, formLines } from '../forms/form';
import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import type { Answer, Question } from './questions';
import { formWords } from './words';

export type PageProps<Q extends Question> = {
  language: Language;
  today: CalendarDate;
  /** What stands in the boxes when the page opens. */
  starting: Answer<Q>;
  /** Keeps what is typed, right or wrong. */
  keep: (answer: Answer<Q>) => void;
  /** Everything here is right: to the next page. */
  next: (answer: Answer<Q>) => void;
};

/** The problem of a field of a page, in words. */
export const problemIn = <V extends FieldValues>(form: { formState: { errors: FieldErrors<V> } }, language: Language) => (field: string): ReactNode => {
  const line = formLines(form.formState.errors).find((one) => one.field === field);
  return line && problemWords({ field, reason: String(line.words) }, language);
};

type Props<Q extends Question, Out> = { page: PageProps<Q>; form: UseFormReturn<Answer<Q>, unknown, Out>; children: ReactNode };

/** One page of boxes: checked when one goes on, kept whichever way one leaves. */
export function QuestionForm<Q extends Question, Out>({ page, form, children }: Props<Q, Out>) {
  const say = formWords[page.language];
  const leave = useRef(() => page.keep(form.getValues()));
  useEffect(() => {
    leave.current = () => page.keep(form.getValues());
  });
  useEffect(() => () => leave.current(), []);
  return (
    <Form form={form} onSubmit={() => page.next(form.getValues())} words={(problem) => problemWords(problem, page.language)} summaryTitle={say.fixThese} className="grid gap-5">
      {children}
      <div>
        <Button type="submit" kind="primary" size="large">
          {say.go}
        </Button>
      </div>
    </Form>
  );
}
