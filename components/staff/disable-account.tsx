'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { accountProblemWords, accountRefusalWords } from '@/lib/staff/labels';

type Props = { staff: string; name: string; version: number; disabled: boolean };

function ReasonForm({ staff, name, version, disabled, onDone }: Props & { onDone: () => void }) {
  const change = useCommand(disabled ? 'staff.enable' : 'staff.disable');
  const form = useForm({ defaultValues: { reason: '' } });
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await change.run({ staff, version, reason });
    if (outcome.ok) onDone();
  };
  return (
    <Form form={form} onSubmit={submit} problems={change.problems} words={accountProblemWords} label={`${disabled ? 'Enable' : 'Disable'} ${name}`} className="grid gap-3">
      <p>{disabled ? 'They can sign in again with the password and authenticator they had.' : 'Their sessions end now, and nobody can sign in with this account. What they did stays under their name.'}</p>
      <TextField label="Why?" hint="Stands in the audit" autoFocus maxLength={200} {...form.register('reason', { validate: (text) => text.trim() !== '' || 'missing' })} problem={problemOf(form, 'reason', change.problems, accountProblemWords)} />
      <CommandNotice reason={change.problems.length > 0 ? null : change.reason} words={accountRefusalWords} />
      <div>
        <Button type="submit" kind="primary" busy={change.busy}>
          {disabled ? 'Enable' : 'Disable'} {name}
        </Button>
      </div>
    </Form>
  );
}

/** Closes an account, or opens it again, with a reason. */
export function DisableAccount(props: Props) {
  const [open, setOpen] = useState(false);
  const { disabled, name } = props;
  const words = disabled ? 'Enable account' : 'Disable account';
  return (
    <>
      <div>
        <Button onClick={() => setOpen(true)}>{words}</Button>
      </div>
      <Dialog title={`${words}: ${name}`} open={open} onOpenChange={setOpen}>
        <ReasonForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
