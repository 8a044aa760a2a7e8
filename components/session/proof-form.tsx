'use client';

import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { Form } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

const words: Record<string, string> = {
  wrong_proof: 'Password or code is not right. A code is good once: wait for the next one if you just used it.',
  too_many_tries: 'Too many tries. Wait 15 minutes.',
  unavailable: 'The desk cannot be reached. Try again in a moment.',
};

/** Password and one-time code together, for the session that is open here. */
export function ProofForm({ onProved }: { onProved: () => void }) {
  const prove = useCommand('session.step_up');
  const form = useForm({ defaultValues: { password: '', code: '' } });
  // Not `autoFocus`: a dialog underneath holds the keyboard until this one has opened.
  useEffect(() => {
    const opened = requestAnimationFrame(() => form.setFocus('password'));
    return () => cancelAnimationFrame(opened);
  }, [form]);
  const submit = async (fields: { password: string; code: string }) => {
    const outcome = await prove.run(fields);
    if (outcome.ok) onProved();
    else form.resetField('code');
  };
  const wrong = form.formState.errors;
  return (
    <Form form={form} onSubmit={submit} label="Confirm it is you" className="grid gap-3">
      {prove.reason && <Notice kind="error" live="alert" title={words[prove.reason] ?? 'Not confirmed. Try again.'} />}
      <TextField id="proof-password" label="Password" type="password" autoComplete="current-password" {...form.register('password', { required: 'Write your password' })} problem={wrong.password?.message} />
      <TextField id="proof-code" label="One-time code" hint="Six digits from your authenticator app" inputMode="numeric" autoComplete="one-time-code" maxLength={6} {...form.register('code', { required: 'Write the six digits', pattern: { value: /^\d{6}$/, message: 'The code has six digits' } })} problem={wrong.code?.message} />
      <div className="text-right">
        <Button type="submit" kind="primary" busy={prove.busy} busyWords="Confirming">
          Confirm
        </Button>
      </div>
    </Form>
  );
}
