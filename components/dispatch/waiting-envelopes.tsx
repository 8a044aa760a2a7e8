'use client';

import { useState } from 'react';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { DataTable, type Column, type Row } from '@/components/tables/data-table';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';

const COLUMNS: [Column, ...Column[]] = [
  { key: 'dispatch', head: 'Dispatch', width: 'w-32' },
  { key: 'case', head: 'Case', width: 'w-20' },
  { key: 'recipient', head: 'Recipient' },
  { key: 'what', head: 'What' },
  { key: 'since', head: 'Waiting since', width: 'w-44' },
  { key: 'state', head: 'State', width: 'w-80' },
];

const refusals = {
  last_mile: 'Something changed since approval. The envelopes concerned say what; take them out and make the batch again.',
  conflict: 'A colleague has put one of these envelopes into a batch. Look at the list again.',
  restricted_record: 'A restricted record is among them. Open it on its case, or take its envelope out.',
  not_found: 'One of these envelopes is no longer waiting. Look at the list again.',
};

/** What waits for the printer. All of it is chosen at first, except what is stopped. */
export function WaitingEnvelopes({ lines, ready, mayPrint }: { lines: readonly Row[]; ready: readonly string[]; mayPrint: boolean }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const make = useCommand('dispatch.make_batch');
  const chosen = lines.map(({ id }) => id).filter((id) => ready.includes(id) && !left.has(id));
  const choose = (ids: ReadonlySet<string>) => setLeft(new Set(lines.map(({ id }) => id).filter((id) => !ids.has(id))));
  const press = () => {
    if (chosen.length > 0 && !make.busy) void make.run({ dispatchIds: chosen });
  };
  useKeys(mayPrint ? [{ keys: 'b', words: 'Make a batch', run: press }] : []);
  return (
    <>
      <div className="px-4 pb-2">
        <CommandNotice reason={make.reason} words={refusals} />
      </div>
      <DataTable label="Envelopes waiting" columns={COLUMNS} rows={lines} selected={new Set(chosen)} onSelect={mayPrint ? choose : undefined} />
      {mayPrint && (
        <p className="px-4 py-3">
          <Button kind="primary" keyCap="b" busy={make.busy} busyWords="Making the batch" offBecause={chosen.length === 0 ? 'Choose at least one envelope.' : undefined} onClick={press}>
            Make a batch of {chosen.length}
          </Button>
        </p>
      )}
    </>
  );
}
