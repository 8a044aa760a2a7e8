import { PlainTable } from '@/components/tables/plain-table';
import { previewWords } from '@/lib/policies/calendar-labels';
import { shortDay } from '@/lib/policies/labels';
import type { Previewed } from './use-change-preview';

const COLUMNS = [
  { key: 'before', head: 'Due now' },
  { key: 'after', head: 'Due then' },
  { key: 'count', head: 'Promises', align: 'end' as const },
];

/** A stopped clock has no due time to move. */
const stoppedWords = (count: number): string => (count === 0 ? '' : ` ${count === 1 ? '1 stopped clock counts' : `${count.toLocaleString('en-US')} stopped clocks count`} the day when they run again.`);

function Counted({ previewed }: { previewed: Extract<Previewed, { kind: 'counted' }> }) {
  const { moves, stopped } = previewed.preview;
  const rows = moves.map(({ before, after, count }) => ({ id: `${before} ${after}`, cells: [shortDay(before), shortDay(after), count.toLocaleString('en-US')] }));
  return (
    <>
      <p>
        <b className="font-semibold">{previewWords(moves)}</b>
        {stoppedWords(stopped)}
      </p>
      {rows.length > 0 && <PlainTable caption="Promises that would move" columns={COLUMNS} rows={rows} />}
    </>
  );
}

/** What a change would do to the open promises, before it is saved. */
export function ChangePreview({ previewed }: { previewed: Previewed }) {
  return (
    <div role="status" aria-label="What would move" className="grid gap-2">
      {previewed.kind === 'counting' && <p className="text-ink-2">Counting the promises that would move.</p>}
      {previewed.kind === 'counted' && <Counted previewed={previewed} />}
      {previewed.kind === 'away' && <p className="text-ink-2">How many promises would move cannot be counted now. You can still save.</p>}
    </div>
  );
}
