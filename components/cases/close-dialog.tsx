'use client';

import { useForm, useWatch } from 'react-hook-form';
import { useDraft } from '@/components/drafts/use-draft';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { CASE_PROBLEM_WORDS, OUTCOME_WORDS } from '@/lib/cases/labels';
import type { CloseDraft } from '@/lib/cases/drafts';
import { OUTCOME_LETTERS, OUTCOME_RULES } from '@/lib/cases/outcomes';
import type { CaseOutcome } from '@/lib/cases/schema';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import type { Problem } from '@/lib/platform/outcome';
import { MendLink } from './mend-link';

const words = ({ reason }: Problem): string => CASE_PROBLEM_WORDS[reason] ?? reason;
const PRISTINE: CloseDraft = { outcome: '', reason: '', duplicateOf: '' };

export type Missing = { readonly words: string; readonly href: string };
type Props = {
  caseId: string;
  number: number;
  outcomes: readonly CaseOutcome[];
  /** What the work on the case still lacks; it may end otherwise. */
  missing: readonly Missing[];
  draft: Draft<CloseDraft> | null;
  onClosed: (next: boolean) => void;
};

function StillMissing({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  return (
    <Notice kind="warn" title="It is not finished yet. Still missing:">
      <ul className="list-disc pl-5">
        {missing.map(({ words: said, href }) => (
          <li key={said}>
            <MendLink href={href}>{said}</MendLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function CloseForm({ caseId, number, outcomes, missing, draft, onClosed }: Props) {
  const close = useCommand('case.close');
  const form = useForm<CloseDraft>({ defaultValues: draft?.value ?? PRISTINE });
  const value = useWatch({ control: form.control }) as CloseDraft;
  const kept = useDraft({ key: caseDraft(caseId, 'close'), value, pristine: PRISTINE, kept: draft });
  const chosen = outcomes.find((outcome) => outcome === value.outcome);
  const asks = chosen !== undefined && OUTCOME_RULES[chosen].reasonNeeded;
  const isDuplicate = chosen === 'duplicate';
  const end = (next: boolean) => async ({ reason, duplicateOf }: CloseDraft) => {
    if (chosen === undefined) return;
    const outcome = await close.run({ caseId, outcome: chosen, ...(reason.trim() === '' ? {} : { reason }), ...(isDuplicate && duplicateOf.trim() !== '' ? { duplicateOf } : {}) });
    if (!outcome.ok) return;
    await kept.forget();
    onClosed(next);
  };
  const choices = outcomes.map((outcome) => ({ value: outcome, words: OUTCOME_WORDS[outcome], hint: OUTCOME_LETTERS[outcome].words }));
  return (
    <Form form={form} onSubmit={end(true)} problems={close.problems} words={(problem) => (problem.reason in CASE_PROBLEM_WORDS ? words(problem) : problem.reason)} label={`Close C-${number}`} className="grid gap-3">
      <StillMissing missing={missing} />
      <RadioGroup framed label="How it ends" choices={choices} {...form.register('outcome', { required: 'Choose how it ends' })} problem={problemOf(form, 'outcome', close.problems, words)} />
      {isDuplicate && <TextField label="The case that it repeats" hint="Its number, such as C-2041." {...form.register('duplicateOf')} problem={problemOf(form, 'duplicateOf', close.problems, words)} className="max-w-40" />}
      <TextArea label={asks ? 'Why' : 'Why, if there is more to say'} rows={2} {...form.register('reason', { validate: (text) => !asks || text.trim() !== '' || 'reason_missing' })} problem={problemOf(form, 'reason', close.problems, words)} />
      <CommandNotice reason={close.problems.length > 0 ? null : close.reason} />
      <div className="flex flex-wrap justify-end gap-3 border-t pt-3">
        <Button busy={close.busy} onClick={() => void form.handleSubmit(end(false))()}>
          Close
        </Button>
        <Button type="submit" kind="primary" busy={close.busy} keyCap="Ctrl Enter">
          Close and take next
        </Button>
      </div>
    </Form>
  );
}

/** Ends a case with one of the outcomes open to this person from here, each with what goes out. */
export function CloseDialog({ open, onOpenChange, ...rest }: Props & { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog title={`Close C-${rest.number}`} open={open} onOpenChange={onOpenChange} closeWords="Cancel" wide>
      <CloseForm {...rest} />
    </Dialog>
  );
}
