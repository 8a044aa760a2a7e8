'use client';

import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { deadlineProblemWords } from '@/lib/cases/deadline';
import type { About } from './deadline-dialog';
import { refusalWords } from './refusal-words';

type Props = { name: 'case.remove_deadline' | 'case.withdraw_deadline_proof'; /** Its own name on a dialog that has several reasons. */ field: string; about: About; label: string; children: ReactNode };

/** A step back, with its reason. */
function ReasonForm({ name, field, about, label, children }: Props) {
  const step = useCommand(name);
  const form = useForm<Record<string, string>>({ defaultValues: { [field]: '' } });
  const problems = step.problems.map((problem) => ({ ...problem, field }));
  return (
    <Form form={form} onSubmit={(values) => step.run({ ...about, reason: values[field] ?? '' })} problems={problems} words={deadlineProblemWords} label={label} className="grid gap-3 pb-3">
      <TextField label="Why" maxLength={200} {...form.register(field, { validate: (text = '') => text.trim() !== '' || 'missing' })} problem={problemOf(form, field, problems, deadlineProblemWords)} />
      <CommandNotice reason={problems.length > 0 ? null : step.reason} words={refusalWords} />
      <div>
        <Button type="submit" busy={step.busy}>
          {children}
        </Button>
      </div>
    </Form>
  );
}

export function WithdrawProof({ about, proof }: { about: About; proof: string }) {
  return (
    <>
      <p className="pb-2 text-ink-2">Counted as proven: {proof}.</p>
      <ReasonForm name="case.withdraw_deadline_proof" field="withdrawal" about={about} label="The proof does not hold">
        Count it as only said
      </ReasonForm>
    </>
  );
}

export function RemoveDeadline({ about }: { about: About }) {
  return (
    <ReasonForm name="case.remove_deadline" field="removal" about={about} label="Take the deadline away">
      Take the deadline away
    </ReasonForm>
  );
}
