'use client';

import { useForm, useWatch } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { CASE_PROBLEM_WORDS, OUTCOME_WORDS } from '@/lib/cases/labels';
import type { CaseOutcome } from '@/lib/cases/schema';
import type { Problem } from '@/lib/platform/outcome';

const words = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason;
const optional = (reason: string) => (reason.trim() === '' ? {} : { reason });

type Values = { outcome: string; reason: string; duplicateOf: string };

/** Ends the case with one of the outcomes that are open to this person from here. */
export function CloseCase({ caseId, number, outcomes }: { caseId: string; number: number; outcomes: readonly CaseOutcome[] }) {
  const close = useCommand('case.close');
  const form = useForm<Values>({ defaultValues: { outcome: '', reason: '', duplicateOf: '' } });
  const isDuplicate = useWatch({ control: form.control, name: 'outcome' }) === 'duplicate';
  const submit = ({ outcome, reason, duplicateOf }: Values) => {
    const chosen = outcomes.find((one) => one === outcome);
    return chosen === undefined ? undefined : close.run({ caseId, outcome: chosen, ...optional(reason), ...(isDuplicate && duplicateOf.trim() !== '' ? { duplicateOf } : {}) });
  };
  return (
    <Section title="Ending" className="pb-4">
      <Disclosure summary={`Close C-${number}`} open={close.reason !== null}>
        <Form form={form} onSubmit={submit} problems={close.problems} words={(problem) => (problem.reason in CASE_PROBLEM_WORDS ? words(problem) : problem.reason)} label="Close the case" className="grid gap-3">
          <SelectField label="Outcome" empty="Choose how it ends" choices={outcomes.map((outcome) => ({ value: outcome, words: OUTCOME_WORDS[outcome] }))} {...form.register('outcome', { required: 'Choose how it ends' })} problem={problemOf(form, 'outcome', close.problems, words)} />
          {isDuplicate && <TextField label="The case that it repeats" hint="Its number, such as C-2041." {...form.register('duplicateOf')} problem={problemOf(form, 'duplicateOf', close.problems, words)} className="max-w-40" />}
          <TextArea label="Reason" hint="Part of the letter where the answer is no." rows={2} {...form.register('reason')} problem={problemOf(form, 'reason', close.problems, words)} />
          <CommandNotice reason={close.reason} />
          <div>
            <Button type="submit" busy={close.busy}>
              Close C-{number}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Section>
  );
}

/** A closed case, opened again by a supervisor. */
export function ReopenCase({ caseId, number, ended, mayReopen }: { caseId: string; number: number; ended: string; mayReopen: boolean }) {
  const reopen = useCommand('case.reopen');
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <Section title="Ending" aside={ended} className="pb-4">
      {!mayReopen && <p className="text-ink-2">A supervisor can open it again.</p>}
      {mayReopen && (
        <Form form={form} onSubmit={({ reason }) => reopen.run({ caseId, reason })} problems={reopen.problems} words={words} label="Open the case again" className="grid gap-3">
          <TextArea label="Why is it opened again?" rows={2} {...form.register('reason', { required: 'reason_missing' })} problem={problemOf(form, 'reason', reopen.problems, words)} />
          <CommandNotice reason={reopen.reason} words={{ not_closed: 'It is open already.' }} />
          <div>
            <Button type="submit" busy={reopen.busy}>
              Open C-{number} again
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
