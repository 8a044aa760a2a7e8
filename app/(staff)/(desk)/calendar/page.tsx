import type { Metadata } from 'next';
import { AddClosure } from '@/components/calendar/add-closure';
import { ClosureList } from '@/components/calendar/closure-list';
import { ComingDays } from '@/components/calendar/coming-days';
import { MovingPromises } from '@/components/calendar/moving-promises';
import { DraftBoard } from '@/components/drafts/draft-board';
import { MainPane, PageFrame, PageHead, SidePane } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/access/actor';
import { listCalendarDrafts } from '@/lib/drafts/queries';
import { newestDraft } from '@/lib/drafts/rules';
import { countsWords } from '@/lib/policies/calendar-labels';
import { readCalendar } from '@/lib/policies/queries';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Office calendar' };

const HEAD = 'px-4 pt-4 pb-2 text-section font-semibold';

export default async function CalendarPage() {
  const actor = await requireStaff('calendar.view');
  const { today, coming, behind, days, moving } = await readCalendar();
  const mayEdit = can(actor, 'closure.add');
  const drafts = await listCalendarDrafts(actor);
  return (
    <DraftBoard since={newestDraft(drafts)} kept={drafts}>
      <PageFrame>
        <MainPane>
          <PageHead title="Office calendar" about={countsWords(days[0])} />
          {moving.length > 0 && <MovingPromises moving={moving} />}
          <h2 className={HEAD}>What the next days count as</h2>
          <ComingDays days={days} today={today} />
          <h2 className={HEAD}>Closed in the coming twelve months</h2>
          {coming.length === 0 ? <EmptyState title="No closure is on the calendar">Legal holidays are missing: a supervisor or an administrator adds them here.</EmptyState> : <ClosureList caption="Closed in the coming twelve months" rows={coming} today={today} mayEdit={mayEdit} />}
          <h2 className={HEAD}>Closed in the last sixty days</h2>
          {behind.length === 0 ? <p className="px-4 pb-4 text-ink-2">None.</p> : <ClosureList caption="Closed in the last sixty days" rows={behind} today={today} mayEdit={false} />}
          <p className="px-4 py-3 text-small text-ink-3">Weekends need no entry. A promise counts business days from the day of receipt, which is day 0, and falls due at 4:30 PM.</p>
        </MainPane>
        <SidePane label="Change the calendar" className="lg:w-96 lg:flex-none">
          <h2 className="px-4 pt-4 pb-2 text-section font-semibold">Close the office on a day</h2>
          <div className="px-4 pb-4">{mayEdit ? <AddClosure today={today} /> : <p className="text-ink-2">A supervisor or an administrator closes the office, on a governor’s order for instance. Promises then move by themselves.</p>}</div>
        </SidePane>
      </PageFrame>
    </DraftBoard>
  );
}
