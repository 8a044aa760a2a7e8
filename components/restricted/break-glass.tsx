'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import { GLASS_MINUTES, GLASS_REASONS, GLASS_REASON_WORDS, GLASS_REFUSAL_WORDS, type GlassReason } from '@/lib/patients/glass';
import type { Problem } from '@/lib/platform/outcome';

const words = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? 'Say in your own words why.';

function Why({ caseId, onOpened }: { caseId: string; onOpened: () => void }) {
  const open = useCommand('patient.break_glass');
  const form = useForm<{ reason: GlassReason | ''; words: string }>({ defaultValues: { reason: '', words: '' } });
  const submit = async (fields: { reason: GlassReason | ''; words: string }) => {
    if (fields.reason === '') return;
    const outcome = await open.run({ caseId, reason: fields.reason, words: fields.words });
    if (outcome.ok) onOpened();
  };
  return (
    <Form form={form} onSubmit={submit} problems={open.problems} words={words} label="Open the restricted record" className="grid gap-3">
      <SelectField id="glass-reason" label="Reason" empty="Choose a reason" choices={GLASS_REASONS.map((reason) => ({ value: reason, words: GLASS_REASON_WORDS[reason] }))} {...form.register('reason', { required: 'Choose a reason' })} problem={form.formState.errors.reason?.message} />
      <TextArea id="glass-words" label="In your own words" hint="A supervisor reads this and says whether it was justified." rows={3} {...form.register('words', { validate: (text) => text.trim() !== '' || 'Say in your own words why' })} problem={problemOf(form, 'words', open.problems, words)} />
      <CommandNotice reason={open.reason} words={GLASS_REFUSAL_WORDS} />
      <div className="text-right">
        <Button type="submit" kind="primary" busy={open.busy} busyWords="Opening">
          Open for {GLASS_MINUTES} minutes
        </Button>
      </div>
    </Form>
  );
}

/** The button that opens a restricted record, and the reason it asks for. */
export function BreakGlass({ caseId, offBecause }: { caseId: string; offBecause?: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} offBecause={offBecause}>
        Open the restricted record
      </Button>
      <Dialog title="Open a restricted record" open={asking} onOpenChange={setAsking} closeWords="Cancel">
        <p className="mb-3 text-ink-2">You alone see it, for {GLASS_MINUTES} minutes, from this case and wherever it appears. Each look is kept, and a supervisor is told now.</p>
        <Why caseId={caseId} onOpened={() => setAsking(false)} />
      </Dialog>
    </>
  );
}
