'use client';

import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import type { CommandState } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { CASE_PROBLEM_WORDS, MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import type { Outcome, Problem } from '@/lib/platform/outcome';

type Colleague = { readonly id: string; readonly name: string };
type Props = {
  state: CommandState;
  /** The field of the server's problem that belongs to the words: `reason`, or `answer`. */
  field: 'reason' | 'answer';
  label: string;
  button: string;
  colleagues?: readonly Colleague[];
  run: (words: string, colleague: string) => Promise<Outcome<unknown>>;
  onDone: () => void;
};

const words = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason;

/** A move that needs only words, and for some a colleague. */
export function ReasonForm({ state, field, label, button, colleagues, run, onDone }: Props) {
  const form = useForm({ defaultValues: { reason: '', staffId: '' } });
  const first = colleagues === undefined ? 'reason' : 'staffId';
  useEffect(() => form.setFocus(first), [form, first]);
  const problems = state.problems.map((problem) => (problem.field === field ? { ...problem, field: 'reason' } : problem));
  const submit = async ({ reason, staffId }: { reason: string; staffId: string }) => {
    const outcome = await run(reason, staffId);
    if (outcome.ok) onDone();
  };
  return (
    <Form form={form} onSubmit={submit} problems={problems} words={words} label={button} className="grid gap-3">
      {colleagues && (
        <SelectField
          label="Colleague"
          hint="Who works in its language and kind."
          empty="Choose a colleague"
          choices={colleagues.map(({ id, name }) => ({ value: id, words: name }))}
          {...form.register('staffId', { required: 'Choose a colleague' })}
          problem={problemOf(form, 'staffId', problems, words)}
        />
      )}
      <TextArea id="field-move-reason" label={label} rows={3} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'reason_missing' })} problem={problemOf(form, 'reason', problems, words)} />
      <CommandNotice reason={state.reason} words={MOVE_REFUSAL_WORDS} />
      <div className="text-right">
        <Button type="submit" kind="primary" busy={state.busy} keyCap="Ctrl Enter">
          {button}
        </Button>
      </div>
    </Form>
  );
}
