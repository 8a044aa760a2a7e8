'use client';

import type { ReactNode } from 'react';
import { SideRail, ViewsRail, type View } from '@/components/shell/views-rail';
import type { Count, QueueCounts } from '@/lib/cases/queries/queue-counts';
import type { SavedView } from '@/lib/cases/queries/saved-views';
import { KIND_GROUPS, VIEW_WORDS } from '@/lib/cases/queue-labels';
import { changed, inView, queueParams, queueQuery, QUEUE_VIEWS, readQueue, stateOfQuery, type QueueState, type QueueView } from '@/lib/cases/views';
import { paths } from '@/lib/paths';
import { useCounts } from './queue-pulse';
import { SavedViews } from './saved-views';

const PLAIN = readQueue({}).state;
const tones: Partial<Record<QueueView, 'overdue' | 'today'>> = { overdue: 'overdue', due_today: 'today' };
/** Stands in the rail only while somebody is in it. */
const SOMETIMES: readonly QueueView[] = ['others', 'snoozed'];

const countWords = ({ count, capped }: Count): string => `${count}${capped ? '+' : ''}`;
const hrefOf = (state: QueueState): string => paths.queueAt(queueParams(state));

function viewLines(state: QueueState, counts: QueueCounts): View[] {
  return QUEUE_VIEWS.filter((view) => view === state.view || !SOMETIMES.includes(view) || counts.views[view].count > 0).map((view) => ({
    href: hrefOf(inView(PLAIN, view)),
    words: VIEW_WORDS[view],
    count: view === 'closed' ? undefined : countWords(counts.views[view]),
    tone: counts.views[view].count > 0 ? tones[view] : undefined,
    current: view === state.view,
  }));
}

function kindLines(state: QueueState, counts: QueueCounts): View[] {
  return KIND_GROUPS.map(({ words, kinds }) => {
    const of = kinds.map((kind) => counts.kinds[kind]);
    const group = changed(PLAIN, { kinds });
    return {
      href: hrefOf(group),
      words,
      count: countWords({ count: of.reduce((sum, { count }) => sum + count, 0), capped: of.some(({ capped }) => capped) }),
      current: queueQuery(state) === queueQuery(group),
    };
  });
}

type Props = { state: QueueState; counts: QueueCounts; saved: readonly SavedView[]; supervisor: boolean; /** The next day the office is closed. */ foot?: ReactNode };

/** Views with their live counts, kinds, views under a name, and the next day the office is closed. */
export function QueueRail({ state, counts: initial, saved, supervisor, foot }: Props) {
  const counts = useCounts(initial);
  return (
    <SideRail label="Views" foot={foot}>
      <ViewsRail title="Views" views={viewLines(state, counts)} />
      <div className="border-t pt-1.5">
        <ViewsRail small title="All open, by kind" views={kindLines(state, counts)} />
      </div>
      {saved.length > 0 && <SavedViews saved={saved} current={queueQuery(state)} supervisor={supervisor} hrefOf={(query) => hrefOf(stateOfQuery(query))} />}
    </SideRail>
  );
}
