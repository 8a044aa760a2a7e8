'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';
import { accountProblemWords, accountRefusalWords } from '@/lib/staff/labels';
import { NewPasswordField } from './password-fields';

/** A password chosen by the link of a reset: the authenticator is the second proof. */
export function ChoosePassword({ token }: { token: string }) {
  const choose = useCommand('account.choose_password', { quiet: true });
  const [chosen, setChosen] = useState(false);
  const form = useForm({ defaultValues: { password: '', code: '' } });
  if (chosen)
    return (
      <Notice kind="done" live="status" title="Your new password counts from now on.">
        <ButtonLink kind="primary" href={paths.signIn()} className="mt-2">
          Sign in
        </ButtonLink>
      </Notice>
    );
  const submit = async ({ password, code }: { password: string; code: string }) => setChosen((await choose.run({ token, password, code: code.trim() })).ok);
  return (
    <Form form={form} onSubmit={submit} problems={choose.problems} words={accountProblemWords} label="Choose a new password" className="grid gap-4">
      <NewPasswordField label="New password" {...form.register('password', { required: 'missing' })} problem={problemOf(form, 'password', choose.problems, accountProblemWords)} />
      <TextField label="One-time code" hint="Six digits from your authenticator app, or a recovery code" autoComplete="one-time-code" maxLength={24} {...form.register('code', { required: 'missing' })} problem={problemOf(form, 'code', choose.problems, accountProblemWords)} />
      <CommandNotice reason={choose.problems.length > 0 ? null : choose.reason} words={accountRefusalWords} />
      <div>
        <Button type="submit" kind="primary" size="large" busy={choose.busy}>
          Choose this password
        </Button>
      </div>
    </Form>
  );
}
