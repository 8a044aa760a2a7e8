import { PlainTable } from '@/components/tables/plain-table';
import { officeDate, type CalendarDate } from '@/lib/platform/dates';
import { shortDate, shortDay } from '@/lib/policies/labels';
import type { CalendarRow } from '@/lib/policies/queries';
import { RemoveClosure } from './remove-closure';

type Props = { caption: string; rows: readonly CalendarRow[]; today: CalendarDate; mayEdit: boolean };

const COLUMNS = [
  { key: 'day', head: 'Day', width: 'w-40' },
  { key: 'name', head: 'Closed for', width: 'w-44' },
  { key: 'source', head: 'Source' },
  { key: 'by', head: 'Added by', width: 'w-44' },
  { key: 'moved', head: 'Promises moved', width: 'w-44' },
];
const EDIT = { key: 'edit', head: <span className="sr-only">Change</span>, align: 'end' as const };

const addedWords = ({ addedBy, addedAt }: CalendarRow): string => (addedBy === null ? 'With the legal holidays' : `${addedBy.name}, ${shortDate(officeDate(addedAt))}`);

/** Legal holidays were there before any promise. */
function movedWords({ recounts, addedBy }: CalendarRow): string {
  const [last] = recounts;
  if (last === undefined) return addedBy === null ? 'Counted from the start' : 'None';
  if (last.finishedAt === null) return 'Moving now';
  return last.moved === 0 ? 'None' : last.moved.toLocaleString('en-US');
}

function nameCell({ name, removedAt, removedBy }: CalendarRow) {
  if (removedAt === null) return name;
  return (
    <>
      <s>{name}</s> <span className="block text-small">Open after all: {removedBy?.name ?? 'somebody'}, {shortDate(officeDate(removedAt))}</span>
    </>
  );
}

/** Days on which the office is closed, with who says so. */
export function ClosureList({ caption, rows, today, mayEdit }: Props) {
  const edit = (row: CalendarRow) => (row.removedAt === null && row.onDate >= today ? [<RemoveClosure key="edit" on={row.onDate} name={row.name} />] : ['']);
  const lines = rows.map((row) => ({
    id: row.onDate,
    tone: row.removedAt === null ? undefined : ('muted' as const),
    cells: [<span key="day" className="whitespace-nowrap">{`${shortDay(row.onDate)}, ${row.onDate.slice(0, 4)}`}</span>, nameCell(row), row.citation ?? 'None given', addedWords(row), movedWords(row), ...(mayEdit ? edit(row) : [])],
  }));
  return <PlainTable caption={caption} edge columns={mayEdit ? [...COLUMNS, EDIT] : COLUMNS} rows={lines} />;
}
