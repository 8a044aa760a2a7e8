'use client';

import { useEffect, type KeyboardEvent } from 'react';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { Form, problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { KeyCap } from '@/components/ui/key-cap';
import { CASE_PROBLEM_WORDS, CASE_STATE_WORDS, MOVE_REFUSAL_WORDS } from '@/lib/cases/labels';
import { WAIT_REASONS, waitCodesOf, type WaitCode, type WaitState } from '@/lib/cases/waits';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';

type Values = { picked: string; reason: string; wakeOn: string };
type Choice = { value: string; words: string; state: WaitState; code: WaitCode | null };
type Props = { caseId: string; states: readonly WaitState[]; /** Whether a day on which it comes back is asked for. */ day: 'none' | 'optional' | 'needed'; today: CalendarDate; button: string; onDone: () => void };

const words = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason;

/** The reasons of each state, and for each one's own words. */
function choicesOf(states: readonly WaitState[]): readonly Choice[] {
  const listed = states.flatMap((state) => waitCodesOf(state).map((code): Choice => ({ value: code, words: WAIT_REASONS[code].words, state, code })));
  const own = states.map((state): Choice => ({ value: state, words: states.length === 1 ? 'Something else' : `${CASE_STATE_WORDS[state]}: something else`, state, code: null }));
  return [...listed, ...own];
}

/** A digit picks the reason that it stands beside: a usual wait is three keys. */
const pickByDigit = (form: UseFormReturn<Values>, choices: readonly Choice[]) => (event: KeyboardEvent) => {
  const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
  if (choice === undefined || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
  event.preventDefault();
  form.setValue('picked', choice.value);
  document.querySelector<HTMLInputElement>(`input[name="picked"][value="${choice.value}"]`)?.focus();
};

/** Why the case waits, from the list or in one's own words; what is on hold may come back by itself. */
export function WaitForm({ caseId, states, day, today, button, onDone }: Props) {
  const wait = useCommand('case.wait');
  const form = useForm<Values>({ defaultValues: { picked: '', reason: '', wakeOn: '' } });
  const choices = choicesOf(states);
  // On the first reason, so that a digit picks at once.
  useEffect(() => form.setFocus('picked'), [form]);
  const submit = async ({ picked, reason, wakeOn }: Values) => {
    const choice = choices.find(({ value }) => value === picked);
    if (choice === undefined) return;
    const written = reason.trim() === '' ? {} : { reason };
    const outcome = await wait.run({ caseId, state: choice.state, ...(choice.code === null ? {} : { code: choice.code }), ...written, ...(wakeOn === '' ? {} : { wakeOn }) });
    if (outcome.ok) onDone();
  };
  const ownWords = (text: string, { picked }: Values) => text.trim() !== '' || choices.some(({ value, code }) => value === picked && code !== null) || 'reason_missing';
  return (
    <Form form={form} onSubmit={submit} problems={wait.problems} words={words} label={button} className="grid gap-3">
      <div onKeyDown={pickByDigit(form, choices)}>
        <RadioGroup
          label="What is it waiting for?"
          {...form.register('picked', { required: 'Choose a reason' })}
          problem={problemOf(form, 'picked', wait.problems, words)}
          choices={choices.map(({ value, words: said }, at) => ({ value, words: said, aside: at < 9 ? <KeyCap>{String(at + 1)}</KeyCap> : undefined }))}
        />
      </div>
      <TextArea id="field-move-reason" label="More, in your words" rows={2} {...form.register('reason', { validate: ownWords })} problem={problemOf(form, 'reason', wait.problems, words)} />
      {day !== 'none' && (
        <Controller
          control={form.control}
          name="wakeOn"
          rules={{ required: day === 'needed' ? 'Choose the day on which it comes back' : false }}
          render={({ field }) => <DateBox label="Comes back by itself on" name="wakeOn" hint={day === 'needed' ? 'At 8:30 that day, to whoever has it.' : 'Leave empty if somebody resumes it.'} value={field.value} onChange={field.onChange} onBlur={field.onBlur} today={today} scope="any" problem={problemOf(form, 'wakeOn', wait.problems, words)} className="max-w-60" />}
        />
      )}
      <CommandNotice reason={wait.reason} words={MOVE_REFUSAL_WORDS} />
      <div className="text-right">
        <Button type="submit" kind="primary" busy={wait.busy} keyCap="Enter">
          {button}
        </Button>
      </div>
    </Form>
  );
}
