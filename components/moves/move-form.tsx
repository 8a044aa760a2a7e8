'use client';

import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { DraftStatus } from '@/components/drafts/draft-board';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form } from '@/components/forms/form';
import type { CommandState } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { CASE_PROBLEM_WORDS, MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import type { Problem } from '@/lib/platform/outcome';

export const moveProblemWords = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason;

/** The box of words of any move. */
export const WORDS_ID = 'field-move-reason';

type Props<T extends FieldValues> = { form: UseFormReturn<T>; state: CommandState; problems: readonly Problem[]; button: string; keyCap: string; onSubmit: (values: T) => unknown; children: ReactNode };

/** What every move of a case has around its fields: the problems, how the draft stands, and the button that does it. */
export function MoveForm<T extends FieldValues>({ form, state, problems, button, keyCap, onSubmit, children }: Props<T>) {
  return (
    <Form form={form} onSubmit={onSubmit} problems={problems} words={moveProblemWords} label={button} className="grid gap-3">
      {children}
      <CommandNotice reason={state.reason} words={MOVE_REFUSAL_WORDS} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="text-small text-ink-3">
          <DraftStatus />
        </span>
        <Button type="submit" kind="primary" busy={state.busy} keyCap={keyCap}>
          {button}
        </Button>
      </div>
    </Form>
  );
}
