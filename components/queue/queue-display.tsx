'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useState } from 'react';
import { COLUMNS_COOKIE, remember, ROWS_COOKIE, type Rows } from '@/components/shell/preferences';
import { Menu } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import { COLUMN_WORDS } from '@/lib/cases/queue-labels';
import { changed, queueParams, QUEUE_COLUMNS, type QueueColumn, type QueueState } from '@/lib/cases/views';
import { paths } from '@/lib/paths';

const densities = [
  { value: 'compact', words: 'Compact' },
  { value: 'comfortable', words: 'Comfortable' },
] as const satisfies readonly { value: Rows; words: string }[];

/** How tall rows are: set at once on the table, remembered in this browser. */
export function RowsSwitch({ rows: initially }: { rows: Rows }) {
  const [rows, setRows] = useState(initially);
  const choose = (next: Rows) => {
    setRows(next);
    remember(ROWS_COOKIE, next);
    document.querySelectorAll<HTMLElement>('table[data-rows]').forEach((table) => (table.dataset.rows = next));
  };
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden="true" className="text-ink-2">
        Rows
      </span>
      <Segmented label="Rows" options={densities} value={rows} onChange={choose} />
    </div>
  );
}

/** Which columns stand: in the link, and remembered for the next one that does not say. */
export function ColumnsMenu({ state, hidden }: { state: QueueState; hidden: readonly QueueColumn[] }) {
  const router = useRouter();
  const choose = (id: string) => {
    const next = QUEUE_COLUMNS.filter((column) => (column === id) !== hidden.includes(column));
    remember(COLUMNS_COOKIE, next.join('.') || 'none');
    startTransition(() => router.replace(paths.queueAt(queueParams(changed(state, { hidden: next, place: state.place })))));
  };
  return <Menu tall words="Columns" entries={QUEUE_COLUMNS.map((column) => ({ id: column, words: COLUMN_WORDS[column], current: !hidden.includes(column) }))} onChoose={choose} />;
}
