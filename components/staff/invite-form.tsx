'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Checkbox } from '@/components/forms/checkbox';
import { CommandNotice } from '@/components/forms/command-notice';
import { Fieldset } from '@/components/forms/fieldset';
import { Form, problemOf } from '@/components/forms/form';
import { TextField } from '@/components/forms/text-field';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { StaffRole } from '@/lib/access/roles';
import { accountProblemWords, accountRefusalWords } from '@/lib/staff/labels';
import { RoleBoxes } from './role-boxes';

type Fields = { name: string; email: string; roles: StaffRole[]; languages: ('en' | 'es')[] };
const EMPTY: Fields = { name: '', email: '', roles: [], languages: ['en'] };
const some = (list: readonly string[]) => list.length > 0 || 'missing';

/** Invites somebody: an account that only the link in their mail opens. */
export function InviteForm() {
  const invite = useCommand('staff.invite');
  const [invited, setInvited] = useState<string | null>(null);
  const form = useForm<Fields>({ defaultValues: EMPTY });
  const submit = async (fields: Fields) => {
    const outcome = await invite.run(fields);
    setInvited(outcome.ok ? fields.name : null);
    if (outcome.ok) form.reset(EMPTY);
  };
  const problem = (field: keyof Fields) => problemOf(form, field, invite.problems, accountProblemWords);
  return (
    <Form form={form} onSubmit={submit} problems={invite.problems} words={accountProblemWords} label="Invite somebody" className="grid gap-3">
      <TextField label="Name" hint="As colleagues will read it" maxLength={100} {...form.register('name', { required: 'missing' })} problem={problem('name')} />
      <TextField label="Work e-mail" type="email" hint="The invitation goes there; it is also the sign-in name" maxLength={254} {...form.register('email', { required: 'missing' })} problem={problem('email')} />
      <RoleBoxes field={form.register('roles', { validate: some })} problem={problem('roles')} />
      <Fieldset label="Works in" name="languages" problem={problem('languages')}>
        <Checkbox {...form.register('languages', { validate: some })} id="language-en" value="en" label="English" />
        <Checkbox {...form.register('languages', { validate: some })} id="language-es" value="es" label="Spanish" />
      </Fieldset>
      <CommandNotice reason={invite.problems.length > 0 ? null : invite.reason} words={accountRefusalWords} />
      {invited !== null && (
        <Notice kind="done" live="status" title={`${invited} is invited.`}>
          The link in the mail works once, for 72 hours.
        </Notice>
      )}
      <div>
        <Button type="submit" kind="primary" busy={invite.busy} keyCap="Ctrl Enter">
          Send the invitation
        </Button>
      </div>
    </Form>
  );
}
