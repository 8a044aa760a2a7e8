'use client';

import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { moveDraft, type MoveDraft } from '@/lib/cases/drafts';
import { CASE_PROBLEM_WORDS } from '@/lib/cases/labels';
import { caseDraft } from '@/lib/drafts/schema';
import type { Problem } from '@/lib/platform/outcome';

const PRISTINE: MoveDraft = { reason: '', staffId: '' };
const words = (problem: Problem) => CASE_PROBLEM_WORDS[problem.reason] ?? problem.reason;

/** How the case ended, and its opening again by a supervisor. */
export function ReopenCase({ caseId, number, ended, why, told, mayReopen }: { caseId: string; number: number; ended: string; why: string | null; told: string | null; mayReopen: boolean }) {
  const reopen = useCommand('case.reopen');
  const { form, forget, begun } = useDraftForm({ key: caseDraft(caseId, 'reopen'), shape: moveDraft, pristine: PRISTINE });
  const submit = async ({ reason }: MoveDraft) => {
    const outcome = await reopen.run({ caseId, reason });
    if (outcome.ok) await forget();
  };
  return (
    <Section title="How it ended" className="pb-2">
      <p className="mb-2 font-medium">{ended}</p>
      {why !== null && <p className="mb-2 text-ink-2">“{why}”</p>}
      {told !== null && <p className="mb-2">{told}</p>}
      {!mayReopen && <p className="text-ink-2">A supervisor can open it again.</p>}
      {mayReopen && (
        <Disclosure summary={`Open C-${number} again`} open={reopen.reason !== null || begun}>
          <Form form={form} onSubmit={submit} problems={reopen.problems} words={words} label="Open the case again" className="grid gap-3">
            <TextArea label="Why is it opened again?" rows={2} {...form.register('reason', { required: 'reason_missing' })} problem={problemOf(form, 'reason', reopen.problems, words)} />
            <CommandNotice reason={reopen.reason} words={{ not_closed: 'It is open already.', joined_elsewhere: 'It was joined into another case: take it out there.' }} />
            <div>
              <Button type="submit" busy={reopen.busy}>
                Open C-{number} again
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
