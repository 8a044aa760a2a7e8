'use client';

import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { accountProblemWords, accountRefusalWords } from '@/lib/staff/labels';
import { NewPasswordField } from './password-fields';
import { RecoveryCodes } from './recovery-codes';

type Props = {
  /** `join`: a password of one's choice. `enrol`: the password one has. */
  command: 'account.join' | 'account.enrol';
  token: string;
  offer: string;
  /** The picture and the key. */
  authenticator: ReactNode;
};

const STEP = 'text-section font-semibold';

/** An authenticator set up, with a password chosen before it or asked for; then the recovery codes, once. */
export function JoinForm({ command, token, offer, authenticator }: Props) {
  const join = useCommand(command, { quiet: true });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const form = useForm({ defaultValues: { password: '', code: '' } });
  if (codes !== null) return <RecoveryCodes codes={codes} doneWords="Go to the sign-in page" onDone={() => window.location.assign(paths.signIn())} />;
  const submit = async ({ password, code }: { password: string; code: string }) => {
    const outcome = await join.run({ token, offer, password, code: code.trim() });
    if (outcome.ok) setCodes(outcome.value.codes);
  };
  const password = { ...form.register('password', { required: 'missing' }), problem: problemOf(form, 'password', join.problems, accountProblemWords) };
  return (
    <Form form={form} onSubmit={submit} problems={join.problems} words={accountProblemWords} label="Set up your account" className="grid gap-4">
      {command === 'account.join' ? (
        <>
          <h2 className={STEP}>1. Choose a password</h2>
          <NewPasswordField label="New password" {...password} />
        </>
      ) : (
        <>
          <h2 className={STEP}>1. Show that it is you</h2>
          <TextField label="Your password" type="password" autoComplete="current-password" {...password} />
        </>
      )}
      <h2 className={STEP}>2. Set up an authenticator</h2>
      {authenticator}
      <TextField label="The code it shows now" hint="Six digits" inputMode="numeric" autoComplete="one-time-code" maxLength={6} fieldClass="max-w-40" {...form.register('code', { required: 'six_digits', pattern: { value: /^\d{6}$/, message: 'six_digits' } })} problem={problemOf(form, 'code', join.problems, accountProblemWords)} />
      <CommandNotice reason={join.problems.length > 0 ? null : join.reason} words={accountRefusalWords} />
      <div>
        <Button type="submit" kind="primary" size="large" busy={join.busy} busyWords="Setting up">
          Set up and show recovery codes
        </Button>
      </div>
    </Form>
  );
}
