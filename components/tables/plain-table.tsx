import type { ReactNode } from 'react';
import { classes } from '../ui/classes';

export type PlainColumn = { key: string; head: ReactNode; width?: string; align?: 'end' };
export type PlainRow = { id: string; cells: readonly ReactNode[]; tone?: 'attention' | 'muted' };

type Props = { caption: string; captionHidden?: boolean; columns: readonly PlainColumn[]; rows: readonly PlainRow[]; wrap?: boolean; /** Stands at the edges of a pane rather than inside a section. */ edge?: boolean };

/** Rows to read, not to move through. The first cell heads its row. */
export function PlainTable({ caption, captionHidden = true, columns, rows, wrap = true, edge = false }: Props) {
  const tones = { attention: 'bg-today-bg', muted: 'text-ink-3' };
  const ends = edge ? 'first:pl-4 last:pr-4' : 'first:pl-0 last:pr-0';
  const cell = (column: PlainColumn | undefined) => classes('border-b px-2 py-1', ends, column?.align === 'end' && 'text-right', wrap ? 'align-top' : 'truncate');
  return (
    <div className="relative overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="w-full border-separate border-spacing-0">
        <caption className={captionHidden ? 'sr-only' : 'px-4 py-2 text-left text-section font-semibold'}>{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} className={column.width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classes('h-7 border-b border-line-strong px-2 text-left text-small font-medium whitespace-nowrap text-ink-3', ends, edge && 'bg-surface-2', column.align === 'end' && 'text-right')}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.tone && tones[row.tone]}>
              {row.cells.map((value, at) =>
                at === 0 ? (
                  <th key={at} scope="row" className={classes(cell(columns[at]), 'text-left font-medium')}>
                    {value}
                  </th>
                ) : (
                  <td key={at} className={cell(columns[at])}>
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
