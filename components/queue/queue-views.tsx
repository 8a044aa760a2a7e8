import { SideRail, ViewsRail } from '@/components/shell/views-rail';
import type { QueueCount, QueueView } from '@/lib/cases/queries/queue';
import { paths } from '@/lib/paths';

export const viewWords: Record<QueueView, string> = {
  mine: 'My cases',
  unassigned: 'Unassigned',
  due_today: 'Due today',
  overdue: 'Overdue',
  waiting: 'Waiting on requester',
  second_review: 'Needs second review',
  all: 'All open',
};

const tones: Partial<Record<QueueView, 'overdue' | 'today'>> = { overdue: 'overdue', due_today: 'today' };

/** The views with their live counts. */
export function QueueViews({ counts, current }: { counts: readonly QueueCount[]; current: QueueView }) {
  const views = counts.map(({ view, count, capped }) => ({
    href: paths.queue(view),
    words: viewWords[view],
    count: capped ? `${count}+` : count,
    tone: count > 0 ? tones[view] : undefined,
    current: view === current,
  }));
  return (
    <SideRail label="Views">
      <ViewsRail title="Views" views={views} />
    </SideRail>
  );
}
