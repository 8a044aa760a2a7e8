import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Status } from '@/components/ui/status';
import { Tag } from '@/components/ui/tag';
import type { DoseOnRecord } from '@/lib/immunizations/queries';
import { staffDate } from '@/lib/platform/dates';
import { afterSaving, groupRows, type GroupRow, type TypedLine } from './history-rows';

const LEAST_COLUMNS = 3;
const HEAD = 'h-7 border-b border-line-strong bg-surface-2 px-2 text-left text-small font-medium whitespace-nowrap text-ink-3 first:pl-4 last:pr-4';

type Cell = { dose: DoseOnRecord; onOpen: (dose: DoseOnRecord) => void };

function DoseCell({ dose, onOpen }: Cell) {
  const { givenOn, age, fromPaper, confidential, voided, vaccine } = dose;
  return (
    <span className="inline-flex items-center gap-x-1.5">
      <Button size="small" kind="text" className={classes('-ml-[7px]', voided !== null && 'line-through')} aria-label={`${vaccine} ${staffDate(givenOn)}${voided === null ? '' : ', voided'}: details`} onClick={() => onOpen(dose)}>
        {staffDate(givenOn)}
      </Button>
      {voided === null ? <span className="text-small whitespace-nowrap text-ink-2">{age ?? 'age not known'}</span> : <span className="text-small text-ink-2">voided: {voided.reason}</span>}
      {fromPaper && voided === null && <Tag kind="restricted">paper</Tag>}
      {confidential && <Tag>confidential</Tag>}
    </span>
  );
}

const TONES = { none: 'text-ink-2', more: 'font-semibold text-done', ask: '' } as const;

function HistoryRow({ line, width, typed, onOpen }: { line: GroupRow; width: number; typed: readonly TypedLine[]; onOpen: Cell['onOpen'] }) {
  const after = afterSaving(line, typed);
  const doses = [...line.standing, ...line.voided];
  const cell = 'border-b px-2 py-0.5 align-middle';
  return (
    <tr className={classes(after.tone === 'ask' && 'bg-today-bg')}>
      <th scope="row" className={classes(cell, 'min-h-row pl-4 text-left font-medium')}>{line.group}</th>
      {doses.length === 0 && <td colSpan={width} className={classes(cell, 'h-7 text-ink-3')}>None on record</td>}
      {doses.map((dose) => <td key={dose.doseId} className={cell}><DoseCell dose={dose} onOpen={onOpen} /></td>)}
      {doses.length > 0 && doses.length < width && <td colSpan={width - doses.length} className={cell} />}
      <td className={classes(cell, 'pr-4 whitespace-nowrap', TONES[after.tone])}>{after.tone === 'ask' ? <Status kind="ask">{after.words}</Status> : after.words}</td>
    </tr>
  );
}

/** `17 doses, 1 voided`. */
export function historyWords(doses: readonly DoseOnRecord[]): string {
  const voided = doses.filter((dose) => dose.voided !== null).length;
  const standing = doses.length - voided;
  return `${standing} ${standing === 1 ? 'dose' : 'doses'}${voided > 0 ? `, ${voided} voided` : ''}. Age at each dose.`;
}

/** What is on record, a row for each vaccine group, and what saving would add to it. */
export function DoseHistory({ doses, typed, onOpen }: { doses: readonly DoseOnRecord[]; typed: readonly TypedLine[]; onOpen: Cell['onOpen'] }) {
  const lines = groupRows(doses, typed.flatMap(({ groups }) => groups));
  const width = Math.max(LEAST_COLUMNS, ...lines.map(({ standing, voided }) => standing.length + voided.length));
  return (
    <div className="relative overflow-x-auto border-b border-line-strong" tabIndex={0} role="group" aria-label="History on record">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">History on record</caption>
        <thead>
          <tr>
            <th scope="col" className={HEAD}>Vaccine</th>
            {Array.from({ length: width }, (_, at) => <th key={at} scope="col" className={HEAD}>Dose {at + 1}</th>)}
            <th scope="col" className={HEAD}>After saving</th>
          </tr>
        </thead>
        <tbody>
          {lines.length === 0 && <tr><td colSpan={width + 2} className="px-4 py-2 text-ink-2">No dose on record.</td></tr>}
          {lines.map((line) => <HistoryRow key={line.group} {...{ line, width, typed, onOpen }} />)}
        </tbody>
      </table>
    </div>
  );
}
