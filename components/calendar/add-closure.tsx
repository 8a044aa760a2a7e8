'use client';

import { useState } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { DraftStatus } from '@/components/drafts/draft-board';
import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { closureDraft } from '@/lib/drafts/schema';
import { asCalendarDate, type CalendarDate } from '@/lib/platform/dates';
import { closureProblemWords } from '@/lib/policies/calendar-labels';
import { shortDay } from '@/lib/policies/labels';
import { closureDraftShape } from '@/lib/policies/schema';
import { ChangePreview } from './change-preview';
import { useChangePreview } from './use-change-preview';

const EMPTY = { onDate: '', name: '', citation: '' };
const required = (text: string) => text.trim() !== '' || 'missing';
const buttonWords = (onDate: string): string => {
  const on = asCalendarDate(onDate);
  return on === null ? 'Close the office' : `Close the office on ${shortDay(on)}`;
};

/** Closes the office on a day, with how many promises that moves told before it is saved. */
export function AddClosure({ today }: { today: CalendarDate }) {
  const add = useCommand('closure.add');
  const { previewed, ask } = useChangePreview('closure_added');
  const [saved, setSaved] = useState<string | null>(null);
  const { form, forget } = useDraftForm({ key: closureDraft, shape: closureDraftShape, pristine: EMPTY });
  const onDate = useWatch({ control: form.control, name: 'onDate' });
  const problems = add.problems.length > 0 ? add.problems : previewed.kind === 'problem' ? [previewed.problem] : [];
  const choose = (on: string) => {
    add.reset();
    void ask(on);
  };
  const submit = async (values: typeof EMPTY) => {
    const outcome = await add.run(values);
    if (!outcome.ok) return;
    setSaved(values.onDate);
    form.reset(EMPTY);
    await forget();
    void ask('');
  };
  return (
    <Form form={form} onSubmit={submit} problems={add.problems} words={closureProblemWords} label="Close the office on a day" className="grid gap-3">
      <Controller
        control={form.control}
        name="onDate"
        rules={{ validate: (on) => on !== '' || 'not_a_date' }}
        render={({ field }) => (
          <DateBox
            label="Day"
            name="onDate"
            hint="12/2/26 or dec 2 26"
            scope="any"
            today={today}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(on) => {
              field.onChange(on);
              choose(on);
            }}
            problem={problemOf(form, 'onDate', problems, closureProblemWords)}
          />
        )}
      />
      <TextField label="What it is called" hint="Staff read it: “Governor’s order”" maxLength={80} {...form.register('name', { validate: required })} problem={problemOf(form, 'name', add.problems, closureProblemWords)} />
      <TextField label="Why, or the order that says so" hint="“Executive Order 26-4: ice storm”" maxLength={200} {...form.register('citation', { validate: required })} problem={problemOf(form, 'citation', add.problems, closureProblemWords)} />
      <ChangePreview previewed={previewed} />
      <CommandNotice reason={add.problems.length > 0 ? null : add.reason} />
      {saved !== null && onDate === '' && (
        <Notice kind="done" live="status" title={`The office is closed on ${shortDay(saved as CalendarDate)}.`}>
          Promises that count that day are moving; each case says why.
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button type="submit" kind="primary" busy={add.busy} busyWords="Closing" keyCap="Ctrl Enter">
          {buttonWords(onDate)}
        </Button>
        <span className="text-small text-ink-3">
          <DraftStatus />
        </span>
      </div>
    </Form>
  );
}
