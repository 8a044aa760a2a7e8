'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { accountRefusalWords } from '@/lib/staff/labels';
import { RecoveryCodes } from './recovery-codes';

/** Ten new recovery codes; the old ones end with them. */
export function NewCodes({ left }: { left: number }) {
  const make = useCommand('account.new_recovery_codes');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const press = async () => {
    const outcome = await make.run({});
    if (outcome.ok) setCodes(outcome.value.codes);
  };
  return (
    <div className="grid gap-2">
      <p>
        {left === 0 ? 'You have no recovery code left.' : left === 1 ? '1 recovery code is left.' : `${left} recovery codes are left.`} {left > 0 && 'New ones take their place.'}
      </p>
      <CommandNotice reason={make.reason === 'step_up_needed' ? null : make.reason} words={accountRefusalWords} />
      <div>
        <Button busy={make.busy} onClick={() => void press()}>
          Make new recovery codes
        </Button>
      </div>
      <Dialog title="Your new recovery codes" open={codes !== null} onOpenChange={() => undefined} dismissable={false}>
        {codes !== null && <RecoveryCodes codes={codes} doneWords="Done" onDone={() => setCodes(null)} />}
      </Dialog>
    </div>
  );
}
