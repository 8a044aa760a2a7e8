'use client';

import type { ReactNode } from 'react';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { deadlineProblemWords } from '@/lib/cases/deadline';
import { reasonDraft } from '@/lib/cases/drafts';
import { caseDraft } from '@/lib/drafts/schema';
import type { About } from './deadline-dialog';
import { refusalWords } from './refusal-words';

const PRISTINE = { reason: '' };

type Props = { name: 'case.remove_deadline' | 'case.withdraw_deadline_proof'; /** Its draft. */ draft: 'deadline_removal' | 'proof_withdrawal'; about: About; label: string; children: ReactNode };

/** A step back, with its reason. */
function ReasonForm({ name, draft, about, label, children }: Props) {
  const step = useCommand(name);
  const { form, forget } = useDraftForm({ key: caseDraft(about.caseId, draft), shape: reasonDraft, pristine: PRISTINE });
  const problems = step.problems.map((problem) => ({ ...problem, field: 'reason' }));
  const submit = async ({ reason }: typeof PRISTINE) => {
    const outcome = await step.run({ ...about, reason });
    if (outcome.ok) await forget();
  };
  return (
    <Form form={form} onSubmit={submit} problems={problems} words={deadlineProblemWords} label={label} className="grid gap-3 pb-3">
      <TextField id={`field-${draft}`} label="Why" maxLength={200} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'missing' })} problem={problemOf(form, 'reason', problems, deadlineProblemWords)} />
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
      <ReasonForm name="case.withdraw_deadline_proof" draft="proof_withdrawal" about={about} label="The proof does not hold">
        Count it as only said
      </ReasonForm>
    </>
  );
}

export function RemoveDeadline({ about }: { about: About }) {
  return (
    <ReasonForm name="case.remove_deadline" draft="deadline_removal" about={about} label="Take the deadline away">
      Take the deadline away
    </ReasonForm>
  );
}
