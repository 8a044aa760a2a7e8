'use client';

import { useForm, useWatch } from 'react-hook-form';
import { useDraft } from '@/components/drafts/use-draft';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Section } from '@/components/shell/page-frame';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/link';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import { paths } from '@/lib/paths';
import { refusalWords } from './refusal-words';

/** The link as it stands, and its undoing. */
export function UndoLink({ caseId, number, name, draft, offBecause }: { caseId: string; number: number; name: string; draft: Draft<{ reason: string }> | null; offBecause?: string }) {
  const unlink = useCommand('case.unlink');
  const form = useForm({ defaultValues: draft?.value ?? { reason: '' } });
  const kept = useDraft({ key: caseDraft(caseId, 'unlink'), value: useWatch({ control: form.control }), pristine: { reason: '' }, kept: draft });
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await unlink.run({ caseId, reason });
    if (outcome.ok) await kept.forget();
  };
  return (
    <Section title="Which patient is this?" className="pb-4">
      <p className="mb-2">
        <Status kind="done">Linked to {name}</Status>. <TextLink href={paths.caseStep(number, 'correct')}>Go on to Correct</TextLink>
      </p>
      <Disclosure summary="Undo this link" open={unlink.reason !== null || draft !== null}>
        <Form form={form} onSubmit={submit} problems={unlink.problems} label="Undo the link" className="grid gap-3">
          <TextArea label="Why is this not the person?" rows={2} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'Say why, in a sentence' })} problem={problemOf(form, 'reason', unlink.problems)} />
          <CommandNotice reason={unlink.reason} words={refusalWords} />
          <div>
            <Button type="submit" busy={unlink.busy} offBecause={offBecause}>
              Unlink C-{number} from {name}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Section>
  );
}
