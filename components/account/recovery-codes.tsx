'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/forms/checkbox';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

type Props = { codes: readonly string[]; doneWords: string; onDone: () => void };

/** Ten codes, shown this once. Going on asks whether they are kept. */
export function RecoveryCodes({ codes, doneWords, onDone }: Props) {
  const [kept, setKept] = useState(false);
  return (
    <section aria-label="Recovery codes" className="grid gap-3">
      <p>
        Each of these signs you in once, in place of the code, on the day your telephone is gone. <b className="font-semibold">They are shown only now.</b> Keep them where you keep what must not get lost, not with your password.
      </p>
      <ol className="grid grid-cols-2 gap-x-6 gap-y-1 border bg-surface-2 px-4 py-3 font-medium tabular-nums">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div>
        <CopyButton text={codes.join('\n')} what="the codes" />
      </div>
      <Checkbox name="kept" label="I have kept these codes" checked={kept} onChange={(event) => setKept(event.target.checked)} />
      <div>
        <Button kind="primary" onClick={onDone} offBecause={kept ? undefined : 'Keep the codes first'}>
          {doneWords}
        </Button>
      </div>
    </section>
  );
}
