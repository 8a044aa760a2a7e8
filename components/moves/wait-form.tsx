'use client';

import { useEffect, type KeyboardEvent } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { DateBox } from '@/components/forms/date-box';
import { problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { KeyCap } from '@/components/ui/key-cap';
import { waitDraft, type WaitDraft } from '@/lib/cases/drafts';
import { CASE_STATE_WORDS } from '@/lib/cases/labels';
import { WAIT_REASONS, waitCodesOf, type WaitCode, type WaitState } from '@/lib/cases/waits';
import { caseDraft } from '@/lib/drafts/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import { MoveForm, moveProblemWords as words, WORDS_ID } from './move-form';

type Choice = { value: string; words: string; state: WaitState; code: WaitCode | null };
type Props = { caseId: string; states: readonly WaitState[]; /** Whether a day on which it comes back is asked for. */ day: 'none' | 'optional' | 'needed'; today: CalendarDate; button: string; onDone: () => void };

const PRISTINE: WaitDraft = { picked: '', reason: '', wakeOn: '' };

/** The reasons of each state, and for each one's own words. */
function choicesOf(states: readonly WaitState[]): readonly Choice[] {
  const listed = states.flatMap((state) => waitCodesOf(state).map((code): Choice => ({ value: code, words: WAIT_REASONS[code].words, state, code })));
  const own = states.map((state): Choice => ({ value: state, words: states.length === 1 ? 'Something else' : `${CASE_STATE_WORDS[state]}: something else`, state, code: null }));
  return [...listed, ...own];
}

/** A digit picks the reason that it stands beside: a usual wait is three keys. */
const pickByDigit = (form: UseFormReturn<WaitDraft>, choices: readonly Choice[]) => (event: KeyboardEvent) => {
  const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
  if (choice === undefined || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
  event.preventDefault();
  form.setValue('picked', choice.value);
  document.querySelector<HTMLInputElement>(`input[name="picked"][value="${choice.value}"]`)?.focus();
};

/** Why the case waits, from the list or in one's own words; what is on hold may come back by itself. */
export function WaitForm({ caseId, states, day, today, button, onDone }: Props) {
  const wait = useCommand('case.wait');
  const { form, forget } = useDraftForm({ key: caseDraft(caseId, states.includes('on_hold') ? 'hold' : 'wait'), shape: waitDraft, pristine: PRISTINE });
  const choices = choicesOf(states);
  // On the first reason, so that a digit picks at once.
  useEffect(() => form.setFocus('picked'), [form]);
  const submit = async ({ picked, reason, wakeOn }: WaitDraft) => {
    const choice = choices.find(({ value }) => value === picked);
    if (choice === undefined) return;
    const written = reason.trim() === '' ? {} : { reason };
    const outcome = await wait.run({ caseId, state: choice.state, ...(choice.code === null ? {} : { code: choice.code }), ...written, ...(wakeOn === '' ? {} : { wakeOn }) });
    if (!outcome.ok) return;
    await forget();
    onDone();
  };
  const ownWords = (text: string, { picked }: WaitDraft) => text.trim() !== '' || choices.some(({ value, code }) => value === picked && code !== null) || 'reason_missing';
  return (
    <MoveForm form={form} state={wait} problems={wait.problems} button={button} keyCap="Enter" onSubmit={submit}>
      <div onKeyDown={pickByDigit(form, choices)}>
        <RadioGroup
          label="What is it waiting for?"
          {...form.register('picked', { required: 'Choose a reason' })}
          problem={problemOf(form, 'picked', wait.problems, words)}
          choices={choices.map(({ value, words: said }, at) => ({ value, words: said, aside: at < 9 ? <KeyCap>{String(at + 1)}</KeyCap> : undefined }))}
        />
      </div>
      <TextArea id={WORDS_ID} label="More, in your words" rows={2} {...form.register('reason', { validate: ownWords })} problem={problemOf(form, 'reason', wait.problems, words)} />
      {day !== 'none' && (
        <Controller
          control={form.control}
          name="wakeOn"
          rules={{ required: day === 'needed' ? 'Choose the day on which it comes back' : false }}
          render={({ field }) => <DateBox label="Comes back by itself on" name="wakeOn" hint={day === 'needed' ? 'At 8:30 that day, to whoever has it.' : 'Leave empty if somebody resumes it.'} value={field.value} onChange={field.onChange} onBlur={field.onBlur} today={today} scope="any" problem={problemOf(form, 'wakeOn', wait.problems, words)} className="max-w-60" />}
        />
      )}
    </MoveForm>
  );
}
