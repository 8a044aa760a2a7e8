'use client';

import { useRef, useState, type ReactNode } from 'react';
import { useKeys, type KeyBinding } from '../ui/keys';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { TextLink } from '../ui/link';

export type Column = {
  key: string;
  head: ReactNode;
  /** A width class for the column (`w-16`); without one it shares what is left. */
  width?: string;
  /** The address of this page in that order; `order` when it is the present one. */
  sort?: { href: string; order?: 'ascending' | 'descending' };
  /** Given up first where it is narrow. */
  optional?: boolean;
  align?: 'end';
};

export type Row = {
  id: string;
  /** What the row opens. */
  href: string;
  /** The words of the link in the first column, as a case number. */
  name: string;
  /** The other cells, in the order of the columns after the first. */
  cells: readonly ReactNode[];
};

/** A key that acts on the row where the keyboard is. */
export type RowKey = { keys: string; words: string; run: (row: Row) => void };

type Props = {
  label: string;
  columns: readonly [Column, ...Column[]];
  rows: readonly Row[];
  density?: 'compact' | 'comfortable';
  selected?: ReadonlySet<string>;
  /** Leave out for a table without check boxes. */
  onSelect?: (selected: ReadonlySet<string>) => void;
  rowKeys?: readonly RowKey[];
  /** Tells where the keyboard is, as for a line of detail under the table. */
  onCurrent?: (id: string) => void;
  /** Two tables on a page: only one may own j and k. */
  keys?: boolean;
};

function Head({ column, first }: { column: Column; first: boolean }) {
  const { sort } = column;
  const words = sort ? (
    <TextLink href={sort.href} bare className="inline-flex min-h-6 items-center gap-1 hover:text-ink">
      {column.head}
      {sort.order && <Icon name={sort.order === 'ascending' ? 'up' : 'down'} className="size-[9px]" />}
    </TextLink>
  ) : (
    column.head
  );
  return (
    <th scope="col" aria-sort={sort?.order} className={classes(CELL, 'sticky top-0 z-10 h-7 border-b border-line-strong bg-surface-2 text-left text-small font-medium text-ink-3', column.align === 'end' && 'text-right', column.optional && OPTIONAL, first && 'pl-4 max-wide:pl-3')}>
      {words}
    </th>
  );
}

const CELL = 'px-2 max-wide:px-1.5 whitespace-nowrap';
const OPTIONAL = 'max-wide:hidden';

type LineProps = { row: Row; columns: Props['columns']; current: boolean; chosen: boolean; onChoose?: (on: boolean) => void; onFocus: () => void; linkRef: (link: HTMLAnchorElement | null) => void };

function Line({ row, columns, current, chosen, onChoose, onFocus, linkRef }: LineProps) {
  const [first, ...others] = columns;
  const ground = current ? 'bg-accent-tint border-accent-line' : chosen && 'bg-surface-2';
  const edge = current && 'shadow-[inset_3px_0_var(--accent)]';
  return (
    <tr data-current={current || undefined} aria-selected={onChoose ? chosen : undefined} onFocus={onFocus} className="group/row">
      {onChoose && (
        <td className={classes(CELL, 'h-(--row) border-b pl-4 max-wide:pl-3', ground, edge)}>
          <label className="grid size-6 place-items-center -m-[5px]">
            <input type="checkbox" tabIndex={current ? 0 : -1} aria-label={`Select ${row.name}`} checked={chosen} onChange={(event) => onChoose(event.target.checked)} className="check" />
          </label>
        </td>
      )}
      <th scope="row" className={classes(CELL, 'h-(--row) border-b text-left', !onChoose && 'pl-4 max-wide:pl-3', ground, !onChoose && edge, first.align === 'end' && 'text-right')}>
        <TextLink ref={linkRef} data-row-link bare href={row.href} tabIndex={current ? 0 : -1} className="inline-flex min-h-6 items-center rounded-1 font-medium text-accent hover:underline">
          {row.name}
        </TextLink>
      </th>
      {others.map((column, at) => (
        <td key={column.key} className={classes(CELL, 'h-(--row) overflow-hidden border-b text-ellipsis', ground, column.optional && OPTIONAL, column.align === 'end' && 'text-right')}>
          {row.cells[at]}
        </td>
      ))}
    </tr>
  );
}

/** Moving among rows: the keyboard stands on one row's link, found again by id when rows change. */
function useRows(rows: readonly Row[], onCurrent?: (id: string) => void) {
  const [currentId, setCurrentId] = useState(rows[0]?.id);
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const at = Math.max(0, rows.findIndex((row) => row.id === currentId));
  const current = rows[at];
  const arrive = (id: string) => {
    if (id === currentId) return;
    setCurrentId(id);
    onCurrent?.(id);
  };
  const move = (step: number) => {
    const here = links.current.get(current?.id ?? '');
    const begun = here !== undefined && here.closest('tr')?.contains(document.activeElement);
    const next = rows[begun ? Math.min(rows.length - 1, Math.max(0, at + step)) : at];
    if (next) links.current.get(next.id)?.focus();
    return next;
  };
  const keep = (id: string) => (link: HTMLAnchorElement | null) => {
    if (link) links.current.set(id, link);
    else links.current.delete(id);
  };
  const stand = () => current && links.current.get(current.id)?.focus();
  const open = () => current && links.current.get(current.id)?.click();
  return { current, arrive, move, stand, keep, open };
}

/** Rows to move through with j and k, open with Enter or o, select with x. */
export function DataTable({ label, columns, rows, density = 'compact', selected = new Set(), onSelect, rowKeys = [], onCurrent, keys = true }: Props) {
  const { current, arrive, move, stand, keep, open } = useRows(rows, onCurrent);
  const choose = (id: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(id);
    else next.delete(id);
    onSelect?.(next);
  };
  /** The keyboard stands on the row that it chose, so that j goes on from there. */
  const toggle = () => {
    if (current) choose(current.id, !selected.has(current.id));
    stand();
  };
  /** From the row where the keyboard is to the next one, both chosen. */
  const extend = (step: number) => {
    const next = move(step);
    if (current && next) onSelect?.(new Set([...selected, current.id, next.id]));
  };
  const selectKeys: KeyBinding[] = [
    { keys: 'x', words: 'Select', run: toggle },
    { keys: 'Shift+ArrowDown', words: 'Select this and the next row', keyOnly: true, run: () => extend(1) },
    { keys: 'Shift+ArrowUp', words: 'Select this and the row before', keyOnly: true, run: () => extend(-1) },
  ];
  const own: KeyBinding[] = [
    { keys: 'j', words: 'Next row', keyOnly: true, run: () => void move(1) },
    { keys: 'k', words: 'Row before', keyOnly: true, run: () => void move(-1) },
    { keys: 'o', words: 'Open (also Enter)', run: () => open() },
    ...(onSelect ? selectKeys : []),
    ...rowKeys.map(({ keys: press, words, run }) => ({ keys: press, words, run: () => current && run(current) })),
  ];
  useKeys(keys ? own : []);
  const all = rows.length > 0 && rows.every((row) => selected.has(row.id));
  return (
    <div className="relative overflow-x-auto desk:overflow-visible">
      <table aria-label={label} data-rows={density} className="w-full min-w-[960px] table-fixed border-separate border-spacing-0 [--row:var(--row-compact)] data-[rows=comfortable]:[--row:var(--row-comfort)]">
        <colgroup>
          {onSelect && <col className="w-10 max-wide:w-8" />}
          {columns.map((column) => (
            <col key={column.key} className={classes(column.width, column.optional && OPTIONAL)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {onSelect && (
              <th scope="col" className={classes(CELL, 'sticky top-0 z-10 h-7 border-b border-line-strong bg-surface-2 pl-4 text-left max-wide:pl-3')}>
                <label className="-m-[5px] grid size-6 place-items-center">
                  <input type="checkbox" aria-label="Select all rows" checked={all} onChange={(event) => onSelect(new Set(event.target.checked ? rows.map((row) => row.id) : []))} className="check" />
                </label>
              </th>
            )}
            {columns.map((column, at) => (
              <Head key={column.key} column={column} first={at === 0 && !onSelect} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} columns={columns} current={row.id === current?.id} chosen={selected.has(row.id)} onChoose={onSelect && ((on) => choose(row.id, on))} onFocus={() => arrive(row.id)} linkRef={keep(row.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
