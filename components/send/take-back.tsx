'use client';

import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { reasonDraft } from '@/lib/cases/drafts';
import { caseDraft } from '@/lib/drafts/schema';
import { problemWords, refusalWords } from './send-words';

const PRISTINE = { reason: '' };

/** Takes a copy back, with its reason: within the minute, or while it was only prepared. */
export function TakeBack({ caseId, releaseId, offBecause, urgent }: { caseId: string; releaseId: string; offBecause?: string; urgent: boolean }) {
  const withdraw = useCommand('release.withdraw');
  const { form, forget, begun } = useDraftForm({ key: caseDraft(caseId, 'take_back'), shape: reasonDraft, pristine: PRISTINE });
  const words = problemWords;
  const submit = async ({ reason }: typeof PRISTINE) => {
    const outcome = await withdraw.run({ releaseId, reason });
    if (outcome.ok) await forget();
  };
  return (
    <Disclosure summary="Take this copy back" open={urgent || begun || withdraw.reason !== null}>
      <Form form={form} onSubmit={submit} problems={withdraw.problems} words={words} label="Take back" className="grid gap-3">
        <TextArea label="Why is it taken back?" rows={2} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'reason_missing' })} problem={problemOf(form, 'reason', withdraw.problems, words)} />
        <CommandNotice reason={withdraw.reason} words={refusalWords} />
        <div>
          <Button type="submit" busy={withdraw.busy} offBecause={offBecause}>
            Take back
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
