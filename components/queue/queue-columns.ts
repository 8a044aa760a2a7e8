import type { Column } from '@/components/tables/data-table';
import { changed, queueParams, QUEUE_COLUMNS, type QueueColumn, type QueueOrder, type QueueState } from '@/lib/cases/views';
import { COLUMN_WORDS } from '@/lib/cases/queue-labels';
import { paths } from '@/lib/paths';
import type { CellName } from './queue-line';

const ORDER: readonly CellName[] = ['kind', 'about', 'by', 'documents', 'received', 'due', 'deadline', 'holder'];
const WORDS: Readonly<Record<CellName, string>> = { ...COLUMN_WORDS, kind: 'Kind', due: 'Due' };
const WIDTHS: Readonly<Record<CellName, string | undefined>> = {
  kind: 'w-[150px] max-wide:w-[142px]',
  about: undefined,
  by: 'w-[152px] max-wide:w-[138px]',
  documents: 'w-[168px] max-wide:w-[160px]',
  received: 'w-[66px]',
  due: 'w-[174px] max-wide:w-[162px]',
  deadline: 'w-[132px] max-wide:w-[122px]',
  holder: 'w-[112px] max-wide:w-[106px]',
};
/** Columns that are an order, each with an index behind it. */
const SORTS: Readonly<Partial<Record<CellName | 'case', QueueOrder>>> = { case: 'number', received: 'received', due: 'due', deadline: 'deadline' };

export const shownCells = (hidden: readonly QueueColumn[]): readonly CellName[] => ORDER.filter((cell) => !QUEUE_COLUMNS.some((column) => column === cell && hidden.includes(column)));

function sortOf(state: QueueState, name: CellName | 'case'): Column['sort'] {
  const order = state.view === 'closed' ? (name === 'due' ? 'closed' : name === 'case' ? 'number' : undefined) : SORTS[name];
  if (order === undefined) return undefined;
  const present = state.order === order;
  const href = paths.queueAt(queueParams(changed(state, { order, descending: present ? !state.descending : order === 'closed' })));
  return present ? { href, order: state.descending ? 'descending' : 'ascending' } : { href };
}

/** The columns as they stand, with the way each can be ordered. */
export function queueColumns(state: QueueState, cells: readonly CellName[]): readonly [Column, ...Column[]] {
  const column = (cell: CellName): Column => ({ key: cell, head: state.view === 'closed' && cell === 'due' ? 'Closed' : WORDS[cell], width: WIDTHS[cell], sort: sortOf(state, cell), optional: cell === 'received' });
  return [{ key: 'case', head: 'Case', width: 'w-[66px]', sort: sortOf(state, 'case') }, ...cells.map(column)];
}
