import { PlainTable } from '@/components/tables/plain-table';
import type { CalendarDate } from '@/lib/platform/dates';
import type { DayCounts } from '@/lib/policies/closures';
import { shortDay } from '@/lib/policies/labels';

const COLUMNS = [
  { key: 'day', head: 'Day', width: 'w-36' },
  { key: 'office', head: 'Office', width: 'w-64' },
  { key: 'by', head: 'Arrives by 4:30 PM: counts from', width: 'w-56' },
  { key: 'after', head: 'Arrives later: counts from' },
];

const dayWords = (on: CalendarDate, today: CalendarDate): string => (on === today ? `${shortDay(on)}, today` : shortDay(on));

/** From which day something counts that arrives on one of the next days. */
export function ComingDays({ days, today }: { days: readonly DayCounts[]; today: CalendarDate }) {
  const rows = days.map(({ on, open, closedFor, byClose, afterClose }) => ({
    id: on,
    tone: open ? undefined : ('muted' as const),
    cells: [dayWords(on, today), open ? 'Open 8:30 AM to 4:30 PM' : `Closed: ${closedFor ?? ''}`, shortDay(byClose), shortDay(afterClose)],
  }));
  return <PlainTable caption="What the next days count as" edge columns={COLUMNS} rows={rows} />;
}
