'use client';

import { useState } from 'react';
import { DraftStatus } from '@/components/drafts/draft-board';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { openingDraft } from '@/lib/drafts/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import { closureProblemWords } from '@/lib/policies/calendar-labels';
import type { Closure } from '@/lib/policies/closures';
import { shortDay } from '@/lib/policies/labels';
import { openingDraftShape } from '@/lib/policies/schema';
import { ChangePreview } from './change-preview';
import { useChangePreview } from './use-change-preview';

const PRISTINE = { reason: '' };

function RemoveForm({ on, onDone, previewed }: { on: CalendarDate; onDone: () => void; previewed: ReturnType<typeof useChangePreview>['previewed'] }) {
  const remove = useCommand('closure.remove');
  const { form, forget } = useDraftForm({ key: openingDraft(on), shape: openingDraftShape, pristine: PRISTINE });
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await remove.run({ onDate: on, reason });
    if (!outcome.ok) return;
    await forget();
    onDone();
  };
  return (
    <Form form={form} onSubmit={submit} problems={remove.problems} words={closureProblemWords} label={`Open the office on ${shortDay(on)}`} className="grid gap-3">
      <ChangePreview previewed={previewed} />
      <TextField label="Why is the office open after all?" autoFocus maxLength={200} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'missing' })} problem={problemOf(form, 'reason', remove.problems, closureProblemWords)} />
      <CommandNotice reason={remove.problems.length > 0 ? null : remove.reason} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button type="submit" kind="primary" busy={remove.busy}>
          Open the office on {shortDay(on)}
        </Button>
        <span className="text-small text-ink-3">
          <DraftStatus />
        </span>
      </div>
    </Form>
  );
}

/** Takes a closure off the calendar, after saying which promises that brings forward. */
export function RemoveClosure({ on, name }: Closure) {
  const [open, setOpen] = useState(false);
  const { previewed, ask } = useChangePreview('closure_removed');
  const change = (now: boolean) => {
    setOpen(now);
    if (now) void ask(on);
  };
  return (
    <>
      <Button size="small" onClick={() => change(true)} aria-label={`Take off: ${name}, ${shortDay(on)}`}>
        Take off
      </Button>
      <Dialog title={`${name}, ${shortDay(on)}`} open={open} onOpenChange={change}>
        <RemoveForm on={on} previewed={previewed} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
