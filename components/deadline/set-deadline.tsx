'use client';

import { useState } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { asReason, deadlineProblemWords, DEADLINE_REASON_WORDS, DEADLINE_REASONS, type Deadline } from '@/lib/cases/deadline';
import { deadlineDraft, type DeadlineDraft } from '@/lib/cases/drafts';
import { caseDraft } from '@/lib/drafts/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import type { About } from './deadline-dialog';
import { evidenceOf, EvidenceFields, NO_EVIDENCE, type DocumentChoice } from './evidence-fields';
import { refusalWords } from './refusal-words';

type Props = { about: About; deadline: Deadline | null; documents: readonly DocumentChoice[]; today: CalendarDate };

const CHOICES = DEADLINE_REASONS.map((value) => ({ value, words: DEADLINE_REASON_WORDS[value] }));

/** The day, and what it is for. A first deadline can be saved with its proof at once; another day asks for a new one. */
export function SetDeadline({ about, deadline, documents, today }: Props) {
  const set = useCommand('case.set_deadline');
  const [pristine] = useState<DeadlineDraft>({ on: deadline?.on ?? '', ...asReason(deadline?.reason ?? null), ...NO_EVIDENCE });
  const { form, forget } = useDraftForm({ key: caseDraft(about.caseId, 'deadline'), shape: deadlineDraft, pristine });
  const reason = useWatch({ control: form.control, name: 'reason' });
  const problem = (field: string) => problemOf(form, field, set.problems, deadlineProblemWords);
  const submit = async ({ on, reason: chosen, words, ...evidence }: DeadlineDraft) => {
    if (chosen === '') return;
    const outcome = await set.run({ ...about, on, reason: chosen, words: words.trim() === '' ? undefined : words, ...evidenceOf(evidence) });
    if (outcome.ok) await forget();
  };
  return (
    <Form form={form} onSubmit={submit} problems={set.problems} words={deadlineProblemWords} label="The day they need it" className="grid gap-3">
      <Controller
        control={form.control}
        name="on"
        rules={{ validate: (on) => on !== '' || 'not_a_date' }}
        render={({ field }) => <DateBox label="They need it by" name="on" scope="any" today={today} value={field.value} onChange={field.onChange} onBlur={field.onBlur} problem={problem('on')} />}
      />
      <SelectField label="What for" empty="Choose" choices={CHOICES} {...form.register('reason', { validate: (chosen) => chosen !== '' || 'reason_missing' })} problem={problem('reason')} />
      <TextField label={reason === 'other' ? 'In their words' : 'In their words (optional)'} maxLength={60} {...form.register('words')} problem={problem('words')} />
      {deadline === null && <EvidenceFields form={form} documents={documents} problem={problem} />}
      <CommandNotice reason={set.problems.length > 0 ? null : set.reason} words={refusalWords} />
      <div>
        <Button type="submit" kind="primary" busy={set.busy}>
          Save the deadline
        </Button>
      </div>
    </Form>
  );
}
