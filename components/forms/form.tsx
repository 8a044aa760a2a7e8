'use client';

import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { FormProvider, type FieldErrors, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Problem } from '@/lib/platform/outcome';
import { ErrorSummary, type SummaryLine } from './error-summary';

/** Every message of the form's own check, with the path of its field. */
export function formLines(errors: FieldErrors, path = ''): SummaryLine[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== 'object') return [];
    const field = key === 'root' ? '' : path ? `${path}.${key}` : key;
    if ('message' in error && typeof error.message === 'string') return [{ field, words: error.message }];
    return formLines(error as FieldErrors, field);
  });
}

/** `Error:` before the page's title while something is wrong (WCAG 3.3.1). */
function useTitleMark(wrong: boolean): void {
  useEffect(() => {
    if (!wrong) return;
    const plain = document.title;
    document.title = `Error: ${plain}`;
    return () => {
      if (document.title === `Error: ${plain}`) document.title = plain;
    };
  }, [wrong]);
}

/** For schemas whose messages are words already. */
const plainWords = (problem: Problem): ReactNode => problem.detail ?? problem.reason;

const saveKey = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
};

type Props<V extends FieldValues, Out> = {
  form: UseFormReturn<V, unknown, Out>;
  onSubmit: (values: Out) => unknown;
  /** What the server found, from `useCommand`. */
  problems?: readonly Problem[];
  /** The words of a problem, by its code: the server's, or the message of the form's own schema. */
  words?: (problem: Problem) => ReactNode;
  summaryTitle?: string;
  label?: string;
  /** For a button that stands outside the form. */
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A form of react-hook-form with its summary of problems; Ctrl+Enter saves. */
export function Form<V extends FieldValues, Out = V>({ form, onSubmit, problems = [], words = plainWords, summaryTitle, label, id, className, children }: Props<V, Out>) {
  const { errors, isSubmitted, submitCount } = form.formState;
  const own = isSubmitted ? formLines(errors).map(({ field, words: said }) => ({ field, words: words({ field, reason: String(said) }) })) : [];
  const lines = own.length > 0 ? own : problems.map((problem) => ({ field: problem.field, words: words(problem) }));
  useTitleMark(lines.length > 0);
  const submit = form.handleSubmit(async (values) => {
    await onSubmit(values as Out);
  });
  const attempt = [submitCount, ...problems.map(({ field, reason }) => `${field} ${reason}`)].join('; ');
  return (
    <FormProvider {...form}>
      <form noValidate id={id} aria-label={label} onSubmit={(event) => void submit(event)} onKeyDown={saveKey} className={className}>
        <ErrorSummary lines={lines} title={summaryTitle} attempt={attempt} />
        {children}
      </form>
    </FormProvider>
  );
}

/** The problem of one field: the form's own first, else what the server found. */
export function problemOf<V extends FieldValues>(form: UseFormReturn<V>, field: string, problems: readonly Problem[] = [], words: (problem: Problem) => ReactNode = plainWords): ReactNode {
  const own = formLines(form.formState.errors).find((line) => line.field === field);
  const found = problems.find((problem) => problem.field === field);
  if (own) return words({ field, reason: String(own.words) });
  return found ? words(found) : undefined;
}
