'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Form } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { signIn } from './sign-in-request';
import { UnlockForm } from './unlock-form';

type Fields = { email: string; password: string; code: string };

const FAILED = 'E-mail, password or code is not right. After five wrong tries the desk waits, longer each time.';

const CODE = /^\s*(\d{6}|([0-9a-z]{4}[\s-]?){4})\s*$/i;

/** Password and one-time code together: one factor alone learns nothing, and one answer serves every failure. */
export function SignInForm({ home }: { home: string }) {
  const form = useForm<Fields>({ defaultValues: { email: '', password: '', code: '' } });
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (fields: Fields) => {
    setFailure(null);
    const right = await signIn({ ...fields, code: fields.code.trim() }).catch(() => undefined); // no answer at all: the desk is not there
    if (right === true) window.location.assign(home);
    else setFailure(right === undefined ? 'The desk cannot be reached. Try again in a moment.' : FAILED);
  };
  const wrong = form.formState.errors;
  const busy = form.formState.isSubmitting || form.formState.isSubmitSuccessful;
  return (
    <Form form={form} onSubmit={submit} label="Sign in" className="grid gap-3.5">
      {failure && <Notice kind="error" live="alert" title={failure} />}
      <TextField label="Work e-mail" type="email" autoComplete="username" autoFocus {...form.register('email', { required: 'Write your work e-mail' })} problem={wrong.email?.message} />
      <TextField label="Password" type="password" autoComplete="current-password" {...form.register('password', { required: 'Write your password' })} problem={wrong.password?.message} />
      <TextField label="One-time code" hint="Six digits from your authenticator app, or a recovery code" autoComplete="one-time-code" maxLength={24} {...form.register('code', { required: 'Write the six digits', pattern: { value: CODE, message: 'The code has six digits, a recovery code 16 letters and digits' } })} problem={wrong.code?.message} />
      <Button type="submit" kind="primary" size="large" busy={busy && failure === null} busyWords="Signing in">
        Sign in
      </Button>
    </Form>
  );
}

/** A locked session met outside its page: the password, or the provider's button below, opens it, or somebody else signs in. */
export function LockedForm({ home, signsInBy }: { home: string; signsInBy: 'password' | 'provider' }) {
  return (
    <>
      <p className="mb-3 text-ink-2">Your session is locked. What you saved is kept.</p>
      {signsInBy === 'password' && <UnlockForm onOpen={() => window.location.assign(home)} />}
      <Disclosure summary="Sign in as somebody else">
        <SignInForm home={home} />
      </Disclosure>
    </>
  );
}
