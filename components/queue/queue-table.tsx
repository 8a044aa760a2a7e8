'use client';

import { useState, type ReactNode } from 'react';
import { useCommand } from '@/components/forms/use-command';
import { CommandNotice } from '@/components/forms/command-notice';
import { DataTable, type Column, type Row } from '@/components/tables/data-table';
import { KeyHint } from '@/components/ui/key-cap';
import { useKeys } from '@/components/ui/keys';
import type { BulkActionId } from '@/lib/cases/bulk';
import type { Colleague } from '@/lib/cases/queries/saved-views';
import type { CalendarDate } from '@/lib/platform/dates';
import { BulkBar } from './bulk-bar';
import { NoteDialog } from './note-dialog';
import { QueuePeek } from './queue-peek';
import type { Peek } from './queue-words';

export type QueueLine = Row & { peek: Peek };

const refusals = {
  held_by_another: 'A colleague took this case a moment ago.',
  already_yours: 'You have this case already.',
  case_closed: 'This case was closed meanwhile.',
};

type Props = {
  label: string;
  columns: readonly [Column, ...Column[]];
  lines: readonly QueueLine[];
  density: 'compact' | 'comfortable';
  actions: readonly BulkActionId[];
  colleagues: readonly Colleague[];
  today: CalendarDate;
  mayNote: boolean;
  /** Which rows these are, and the way to the next ones. */
  foot: ReactNode;
};

/** Whoever may not claim or note a case has no key for it. */
function useRowKeys({ actions, mayNote }: Props, assign: (row: Row) => void, note: (row: Row) => void) {
  return [
    ...(actions.includes('assign_to_me') ? [{ keys: 'a', words: 'Assign to me', run: assign }] : []),
    ...(mayNote ? [{ keys: 'm', words: 'Note', run: note }] : []),
    { keys: '.', words: 'Copy case number', run: (row: Row) => void navigator.clipboard.writeText(row.name) },
  ];
}

function Keys({ actions, mayNote }: Pick<Props, 'actions' | 'mayNote'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <KeyHint keys={['j', 'k']}>move</KeyHint>
      {actions.length > 0 && <KeyHint keys={['x']}>select</KeyHint>}
      {actions.includes('assign_to_me') && <KeyHint keys={['a']}>assign to me</KeyHint>}
      {mayNote && <KeyHint keys={['m']}>note</KeyHint>}
      <KeyHint keys={['.']}>copy number</KeyHint>
      <span className="hidden wide:inline">
        <KeyHint keys={['Ctrl', 'K']}>all commands</KeyHint>
      </span>
      <KeyHint keys={['[', ']']}>pages</KeyHint>
      <KeyHint keys={['?']}>keys</KeyHint>
    </div>
  );
}

/** The rows, what can be done to several of them, and under them the one where the keyboard stands. */
export function QueueTable(props: Props) {
  const { label, columns, lines, density, actions, colleagues, today, foot } = props;
  const [current, setCurrent] = useState(lines[0]?.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [noting, setNoting] = useState<Row | null>(null);
  const claim = useCommand('case.claim');
  const peek = lines.find((line) => line.id === current) ?? lines[0];
  const selected = new Set(lines.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
  const rowKeys = useRowKeys(props, (row) => void claim.run({ caseId: row.id }), setNoting);
  useKeys(actions.length > 0 ? [{ keys: 'Escape', words: 'Select none', run: () => setChosen(new Set()) }] : []);
  return (
    <>
      <CommandNotice reason={claim.reason} words={refusals} />
      <BulkBar rows={lines.filter(({ id }) => selected.has(id))} actions={actions} colleagues={colleagues} today={today} onClear={() => setChosen(new Set())} />
      <DataTable label={label} columns={columns} rows={lines} density={density} selected={selected} onSelect={actions.length > 0 ? setChosen : undefined} rowKeys={rowKeys} onCurrent={setCurrent} />
      <div data-bar className="z-10 desk:sticky desk:bottom-0 mt-auto border-t border-line-strong bg-surface">
        {peek && (
          <section aria-label={`${peek.name} in short`} className="flex min-h-[76px] flex-wrap desk:flex-nowrap items-center gap-x-6 gap-y-2 border-b bg-surface-2 px-4 py-2">
            <QueuePeek {...peek} href={peek.href} />
          </section>
        )}
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1">
          <Keys {...props} />
          {foot}
        </div>
      </div>
      <NoteDialog row={noting} onClose={() => setNoting(null)} />
    </>
  );
}
