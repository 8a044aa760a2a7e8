'use client';

import { useForm } from 'react-hook-form';
import { Form } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

const words: Record<string, string> = { wrong_password: 'That is not your password.', too_many_tries: 'Too many tries. Wait 15 minutes, or sign in anew.' };

/** Opens a locked session with the password. */
export function UnlockForm({ onOpen }: { onOpen: () => void }) {
  const unlock = useCommand('session.unlock');
  const form = useForm({ defaultValues: { password: '' } });
  const submit = async (fields: { password: string }) => {
    const outcome = await unlock.run(fields);
    form.reset();
    if (outcome.ok) onOpen();
  };
  return (
    <Form form={form} onSubmit={submit} label="Unlock" className="grid gap-3">
      {unlock.reason && <Notice kind="error" live="alert" title={words[unlock.reason] ?? 'Not unlocked. Try again.'} />}
      <TextField label="Password" type="password" autoComplete="current-password" autoFocus {...form.register('password', { required: 'Write your password' })} problem={form.formState.errors.password?.message} />
      <Button type="submit" kind="primary" busy={unlock.busy}>
        Unlock
      </Button>
    </Form>
  );
}
