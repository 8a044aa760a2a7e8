'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { StaffRole } from '@/lib/access/roles';
import { accountProblemWords, accountRefusalWords } from '@/lib/staff/labels';
import { RoleBoxes } from './role-boxes';

type Props = { staff: string; name: string; version: number; roles: readonly StaffRole[] };

/** Somebody's roles; what they may do changes with their next request. */
export function RolesForm({ staff, name, version, roles }: Props) {
  const change = useCommand('staff.set_roles');
  const [saved, setSaved] = useState(false);
  const form = useForm<{ roles: StaffRole[] }>({ defaultValues: { roles: [...roles] } });
  const submit = async (fields: { roles: StaffRole[] }) => setSaved((await change.run({ staff, version, roles: fields.roles })).ok);
  return (
    <Form form={form} onSubmit={submit} problems={change.problems} words={accountProblemWords} label={`Roles of ${name}`} className="grid gap-3">
      <RoleBoxes field={form.register('roles', { validate: (list) => list.length > 0 || 'missing' })} problem={problemOf(form, 'roles', change.problems, accountProblemWords)} />
      <CommandNotice reason={change.problems.length > 0 ? null : change.reason} words={accountRefusalWords} />
      {saved && !change.busy && <Notice kind="done" live="status" title="Saved. It counts from their next request." />}
      <div>
        <Button type="submit" kind="primary" busy={change.busy}>
          Save roles
        </Button>
      </div>
    </Form>
  );
}
