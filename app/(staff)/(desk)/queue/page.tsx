import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ClosureNotice } from '@/components/calendar/closure-notice';
import { DraftBoard } from '@/components/drafts/draft-board';
import { QueueBody } from '@/components/queue/queue-body';
import { QueuePulse } from '@/components/queue/queue-pulse';
import { QueueRail } from '@/components/queue/queue-rail';
import { PageFrame } from '@/components/shell/page-frame';
import { asRows, COLUMNS_COOKIE, ROWS_COOKIE } from '@/components/shell/preferences';
import { can } from '@/lib/access/actor';
import { bulkActionsFor } from '@/lib/cases/bulk';
import { listQueue } from '@/lib/cases/queries/queue';
import { countQueue, countViews } from '@/lib/cases/queries/queue-counts';
import { listColleagues, listSavedViews } from '@/lib/cases/queries/saved-views';
import { isFiltered, queueQuery, readQueue, type Asked } from '@/lib/cases/views';
import { listQueueDrafts } from '@/lib/drafts/queries';
import { findClosureTold } from '@/lib/policies/queries';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Queue' };

export default async function QueuePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireStaff('queue.view');
  const { state, ignored } = readQueue(await searchParams);
  const filtered = isFiltered(state);
  const [jar, counts, total, page, saved, colleagues, told, drafts] = await Promise.all([
    cookies(), countViews(actor), filtered ? countQueue(actor, state) : null, listQueue(actor, state), listSavedViews(actor), listColleagues(actor), findClosureTold(), listQueueDrafts(actor),
  ]);
  const remembered = readQueue({ hide: jar.get(COLUMNS_COOKIE)?.value }).state.hidden;
  const may = { takeNext: can(actor, 'case.take_next'), note: can(actor, 'case.note'), bulk: can(actor, 'case.bulk') ? bulkActionsFor((permission) => can(actor, permission)) : [] };
  return (
    <QueuePulse query={queueQuery(state)} counts={counts}>
      <PageFrame>
        <QueueRail state={state} counts={counts} saved={saved} supervisor={actor.roles.includes('supervisor')} foot={told && <ClosureNotice told={told} />} />
        <DraftBoard since={null} kept={drafts}>
          <QueueBody
            {...{ state, ignored, page, saved, colleagues, may, filtered }}
            inView={state.view === 'closed' ? null : counts.views[state.view]}
            total={total}
            me={actor.publicId}
            rows={asRows(jar.get(ROWS_COOKIE)?.value)}
            hidden={state.hidden ?? remembered ?? []}
          />
        </DraftBoard>
      </PageFrame>
    </QueuePulse>
  );
}
