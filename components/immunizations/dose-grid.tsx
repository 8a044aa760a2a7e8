import type { KeyboardEvent } from 'react';
import { classes } from '@/components/ui/classes';
import type { DosePerson } from '@/lib/immunizations/queries';
import type { CalendarDate } from '@/lib/platform/dates';
import type { OtherDose } from './dose-answers';
import { DoseRow, type SaveRow } from './dose-row';
import { isBlank, type RowState, type TypedDose } from './typed-dose';

const COLUMNS: readonly (readonly [head: string, width: string])[] = [
  ['Row', 'w-11'],
  ['Vaccine', 'w-[34%]'],
  ['Date', 'w-[140px]'],
  ['Age', 'w-[84px]'],
  ['Lot', 'w-[108px]'],
  ['Check', ''],
  ['Remove', 'w-12'],
];
const HEARD_ONLY = ['Row', 'Remove'];

export type GridLine = { readonly row: TypedDose; readonly question: string | null; readonly state: RowState };

type Props = {
  lines: readonly GridLine[];
  others: readonly OtherDose[];
  person: DosePerson;
  today: CalendarDate;
  onChange: (id: string, part: Partial<TypedDose>) => void;
  onRemove: (ids: readonly string[]) => void;
  keys: (row: TypedDose, at: number) => (event: KeyboardEvent<HTMLElement>) => void;
  onSaver: (id: string, save: SaveRow | null) => void;
};

/** The rows of a card: type a vaccine, Tab, a date, Enter. */
export function DoseGrid({ lines, others, person, today, onChange, onRemove, keys, onSaver }: Props) {
  return (
    <div className="relative overflow-x-auto" role="group" aria-label="Doses from paper">
      <table className="w-full min-w-[680px] table-fixed border-separate border-spacing-0">
        <caption className="sr-only">Doses from paper, not saved yet</caption>
        <colgroup>{COLUMNS.map(([head, width]) => <col key={head} className={width} />)}</colgroup>
        <thead>
          <tr>
            {COLUMNS.map(([head]) => (
              <th key={head} scope="col" className="h-7 border-b border-line-strong bg-surface-2 px-2 text-left text-small font-medium text-ink-3">
                <span className={classes(HEARD_ONLY.includes(head) && 'sr-only')}>{head}</span>
              </th>
            ))}
          </tr>
        </thead>
        {lines.map(({ row, question, state }, at) => (
          <DoseRow
            key={row.id}
            {...{ row, question, state, person, today, onSaver }}
            others={others.filter(({ doseId }) => doseId !== row.id)}
            onChange={(part) => onChange(row.id, part)}
            onRemove={isBlank(row) ? null : () => onRemove([row.id])}
            onKeyDown={keys(row, at)}
          />
        ))}
      </table>
    </div>
  );
}
