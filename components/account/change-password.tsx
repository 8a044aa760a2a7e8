'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { accountProblemWords, accountRefusalWords } from '@/lib/staff/labels';
import { NewPasswordField } from './password-fields';

const EMPTY = { current: '', password: '' };
const endedWords = (count: number): string => (count === 0 ? 'You were signed in nowhere else.' : count === 1 ? 'Your other session ended.' : `Your ${count} other sessions ended.`);

/** One's own password, changed; every other session of one's own ends with it. */
export function ChangePassword() {
  const change = useCommand('account.change_password');
  const [ended, setEnded] = useState<number | null>(null);
  const form = useForm({ defaultValues: EMPTY });
  const submit = async (fields: typeof EMPTY) => {
    const outcome = await change.run(fields);
    setEnded(outcome.ok ? outcome.value.sessionsEnded : null);
    if (outcome.ok) form.reset(EMPTY);
  };
  return (
    <Form form={form} onSubmit={submit} problems={change.problems} words={accountProblemWords} label="Change your password" className="grid gap-3">
      <TextField label="Your password now" type="password" autoComplete="current-password" {...form.register('current', { required: 'missing' })} problem={problemOf(form, 'current', change.problems, accountProblemWords)} />
      <NewPasswordField label="New password" {...form.register('password', { required: 'missing' })} problem={problemOf(form, 'password', change.problems, accountProblemWords)} />
      <CommandNotice reason={change.problems.length > 0 ? null : change.reason} words={accountRefusalWords} />
      {ended !== null && (
        <Notice kind="done" live="status" title="Your password is changed.">
          {endedWords(ended)}
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" busy={change.busy}>
          Change password
        </Button>
      </div>
    </Form>
  );
}
