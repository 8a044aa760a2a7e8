'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';

const refusals = { not_found: 'The document or its case is not open any more.', suspected_already: 'A supervisor said so already.', not_ready: 'The file is not safe to look at yet.' };
const words = () => 'Say why, in a sentence';

/** A supervisor's own word, apart from accepting and returning; what the requester hears stays the same. */
export function Suspect({ caseId, documentId }: { caseId: string; documentId: string }) {
  const { run, busy, reason, problems } = useCommand('document.suspect');
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <Disclosure summary="Suspected to be false?">
      <Form form={form} onSubmit={async (typed) => void (await run({ caseId, documentId, ...typed }))} problems={problems} words={words} label="Suspected to be false" className="grid gap-2">
        <TextField label="Why, for colleagues and the audit" hint="No letter repeats it: the requester is asked for a paper, and accused of nothing." {...form.register('reason')} problem={problemOf(form, 'reason', problems, words)} />
        <CommandNotice reason={reason} words={refusals} />
        <div>
          <Button type="submit" busy={busy}>
            Mark as suspected false
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
