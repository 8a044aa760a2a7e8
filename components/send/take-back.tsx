'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextArea } from '@/components/forms/text-area';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { problemWords, refusalWords } from './send-words';

/** Takes a copy back, with its reason: within the minute, or while it was only prepared. */
export function TakeBack({ releaseId, offBecause, urgent }: { releaseId: string; offBecause?: string; urgent: boolean }) {
  const withdraw = useCommand('release.withdraw');
  const form = useForm({ defaultValues: { reason: '' } });
  const words = problemWords;
  return (
    <Disclosure summary="Take this copy back" open={urgent || withdraw.reason !== null}>
      <Form form={form} onSubmit={({ reason }) => withdraw.run({ releaseId, reason })} problems={withdraw.problems} words={words} label="Take back" className="grid gap-3">
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
