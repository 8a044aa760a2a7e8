import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { queueLine } from '@/components/queue/queue-line';
import { QueueTable, TakeNext } from '@/components/queue/queue-table';
import { QueueViews, viewWords } from '@/components/queue/queue-views';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { asRows, ROWS_COOKIE } from '@/components/shell/preferences';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { asCursor, asView, countViews, cursorText, listQueue, promisesOf } from '@/lib/cases/queries/queue';
import { paths } from '@/lib/paths';
import { can } from '@/lib/access/actor';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Queue' };

type Props = { searchParams: Promise<{ view?: string; after?: string }> };

export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireStaff('queue.view');
  const asked = await searchParams;
  const view = asView(asked.view);
  const [counts, { rows, next }] = await Promise.all([countViews(actor), listQueue(actor, view, asCursor(asked.after))]);
  const { promises, today } = await promisesOf(rows);
  const lines = rows.map((row, i) => queueLine({ row, promised: promises[i]!, today, me: actor.publicId }));
  const density = asRows((await cookies()).get(ROWS_COOKIE)?.value);
  return (
    <PageFrame>
      <QueueViews counts={counts} current={view} />
      <MainPane>
        <PageHead title={viewWords[view]} about={`${rows.length} shown, oldest promise first`}>
          {can(actor, 'case.take_next') && <TakeNext />}
        </PageHead>
        {lines.length === 0 ? <EmptyState title="Nothing here">No open case is in this view. Take next gives you the oldest promise.</EmptyState> : <QueueTable key={view} label={viewWords[view]} lines={lines} density={density} />}
        {next && (
          <p className="px-4 py-2">
            <TextLink href={`${paths.queue(view)}&after=${cursorText(next)}`}>Next page</TextLink>
          </p>
        )}
      </MainPane>
    </PageFrame>
  );
}
