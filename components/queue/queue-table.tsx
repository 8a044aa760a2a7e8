'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { useCommand } from '@/components/forms/use-command';
import { CommandNotice } from '@/components/forms/command-notice';
import { DataTable, type Column, type Row } from '@/components/tables/data-table';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { paths } from '@/lib/paths';

export type QueueLine = Row & { peek: ReactNode };

const refusals = {
  nothing_waiting: 'Nothing is waiting in your languages and kinds.',
  held_by_another: 'A colleague took this case a moment ago.',
  already_yours: 'You have this case already.',
};

const COLUMNS: [Column, ...Column[]] = [
  { key: 'case', head: 'Case', width: 'w-20' },
  { key: 'kind', head: 'Kind', width: 'w-36' },
  { key: 'about', head: 'About, age' },
  { key: 'by', head: 'Asked by' },
  { key: 'documents', head: 'Documents', width: 'w-40' },
  { key: 'received', head: 'Received', width: 'w-20', optional: true },
  { key: 'due', head: 'Due', width: 'w-40' },
  { key: 'deadline', head: 'Their deadline', width: 'w-40' },
  { key: 'holder', head: 'Who has it', width: 'w-32' },
];

/** The oldest promise in one's scope, with one key. */
export function TakeNext() {
  const take = useCommand('case.take_next');
  const router = useRouter();
  const press = async () => {
    const outcome = await take.run({});
    if (outcome.ok) router.push(paths.case(outcome.value.number));
  };
  useKeys([{ keys: 'n', words: 'Take next', run: () => void press() }]);
  return (
    <>
      <CommandNotice reason={take.reason} words={refusals} />
      <Button kind="primary" size="large" keyCap="n" busy={take.busy} onClick={() => void press()}>
        Take next
      </Button>
    </>
  );
}

/** The rows, and under them the one where the keyboard stands. */
export function QueueTable({ label, lines, density }: { label: string; lines: readonly QueueLine[]; density: 'compact' | 'comfortable' }) {
  const [current, setCurrent] = useState(lines[0]?.id);
  const claim = useCommand('case.claim');
  const peek = lines.find((line) => line.id === current) ?? lines[0];
  const assign = { keys: 'a', words: 'Assign to me', run: (row: Row) => void claim.run({ caseId: row.id }) };
  const copy = { keys: '.', words: 'Copy case number', run: (row: Row) => void navigator.clipboard.writeText(row.name) };
  return (
    <>
      <CommandNotice reason={claim.reason} words={refusals} />
      <DataTable label={label} columns={COLUMNS} rows={lines} density={density} rowKeys={[assign, copy]} onCurrent={setCurrent} />
      {peek && (
        <section aria-label={`${peek.name} in short`} className="sticky bottom-0 flex min-h-[76px] flex-wrap items-center gap-x-6 gap-y-2 border-t border-line-strong bg-surface-2 px-4 py-2">
          {peek.peek}
        </section>
      )}
    </>
  );
}
