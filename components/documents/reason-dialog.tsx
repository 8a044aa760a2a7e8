'use client';

import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import type { CommandState } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { VIEWING_REFUSAL_WORDS, viewingProblemWords } from '@/lib/documents/viewing/labels';
import type { Problem } from '@/lib/platform/outcome';

const words = (problem: Problem) => viewingProblemWords(problem.reason);

type Props = { label: string; about: ReactNode; doIt: string; state: CommandState; onReason: (reason: string) => unknown };

/** Why, in a few words: it stands in the audit beside the act. */
export function ReasonForm({ label, about, doIt, state, onReason }: Props) {
  const form = useForm<{ paperReason: string }>({ defaultValues: { paperReason: '' } });
  // A name of its own: the page behind may have a field called reason.
  const problems = state.problems.map((problem) => ({ ...problem, field: 'paperReason' }));
  return (
    <Form form={form} onSubmit={({ paperReason }) => onReason(paperReason)} problems={problems} words={words} label={label} className="grid gap-3">
      <p className="text-ink-2">{about}</p>
      <TextField label="Why" {...form.register('paperReason', { validate: (text) => text.trim() !== '' || viewingProblemWords('missing') })} problem={problemOf(form, 'paperReason', problems, words)} />
      <CommandNotice reason={state.reason} words={VIEWING_REFUSAL_WORDS} />
      <div className="text-right">
        <Button type="submit" kind="primary" busy={state.busy}>
          {doIt}
        </Button>
      </div>
    </Form>
  );
}
