'use client';

import { useEffect } from 'react';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import type { CommandState } from '@/components/forms/use-command';
import { moveDraft, type MoveDraft } from '@/lib/cases/drafts';
import type { DraftKey } from '@/lib/drafts/schema';
import type { Outcome } from '@/lib/platform/outcome';
import { MoveForm, moveProblemWords as words, WORDS_ID } from './move-form';

type Colleague = { readonly id: string; readonly name: string };
type Props = {
  state: CommandState;
  draftKey: DraftKey;
  /** The field of the server's problem that belongs to the words: `reason`, or `answer`. */
  field: 'reason' | 'answer';
  label: string;
  button: string;
  colleagues?: readonly Colleague[];
  run: (words: string, colleague: string) => Promise<Outcome<unknown>>;
  onDone: () => void;
};

const PRISTINE: MoveDraft = { reason: '', staffId: '' };

/** A move that needs only words, and for some a colleague. */
export function ReasonForm({ state, draftKey, field, label, button, colleagues, run, onDone }: Props) {
  const { form, forget } = useDraftForm({ key: draftKey, shape: moveDraft, pristine: PRISTINE });
  const first = colleagues === undefined ? 'reason' : 'staffId';
  useEffect(() => form.setFocus(first), [form, first]);
  const problems = state.problems.map((problem) => (problem.field === field ? { ...problem, field: 'reason' } : problem));
  const submit = async ({ reason, staffId }: MoveDraft) => {
    const outcome = await run(reason, staffId);
    if (!outcome.ok) return;
    await forget();
    onDone();
  };
  return (
    <MoveForm form={form} state={state} problems={problems} button={button} keyCap="Ctrl Enter" onSubmit={submit}>
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
      <TextArea id={WORDS_ID} label={label} rows={3} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'reason_missing' })} problem={problemOf(form, 'reason', problems, words)} />
    </MoveForm>
  );
}
