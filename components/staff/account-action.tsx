'use client';

import { useState, type ReactNode } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { accountRefusalWords } from '@/lib/staff/labels';

type Props = { command: 'staff.reset_password' | 'staff.reset_second_factor' | 'staff.invite_again'; staff: string; words: string; title: string; done: string; children: ReactNode };

/** One thing done to an account, after saying what it does. */
export function AccountAction({ command, staff, words, title, done, children }: Props) {
  const act = useCommand(command);
  const [open, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const press = async () => {
    const { ok } = await act.run({ staff });
    setDone(ok);
    if (ok) setOpen(false);
  };
  return (
    <div className="grid gap-2">
      <div>
        <Button onClick={() => setOpen(true)}>{words}</Button>
      </div>
      {isDone && <Notice kind="done" live="status" title={done} />}
      <Dialog
        title={title}
        open={open}
        onOpenChange={setOpen}
        actions={
          <Button kind="primary" busy={act.busy} onClick={() => void press()}>
            {words}
          </Button>
        }
      >
        <div className="grid gap-3">
          <div>{children}</div>
          <CommandNotice reason={act.reason === 'step_up_needed' ? null : act.reason} words={accountRefusalWords} />
        </div>
      </Dialog>
    </div>
  );
}
