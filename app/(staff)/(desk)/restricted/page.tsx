import type { Metadata } from 'next';
import { Openings } from '@/components/restricted/openings';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/access/actor';
import { listOpenings } from '@/lib/cases/queries/glass';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Restricted records' };

const about = (count: number): string => (count === 0 ? 'Nothing to review' : count === 1 ? '1 opening to review' : `${count} openings to review`);

export default async function RestrictedPage() {
  const actor = await requireStaff('glass.view');
  const { toReview, reviewed } = await listOpenings(actor);
  const mayReview = can(actor, 'patient.review_glass');
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Restricted records opened" about={about(toReview.length)} />
        {toReview.length === 0 ? <EmptyState title="Nothing to review">When somebody opens a restricted record, it stands here until a supervisor has said whether it was justified.</EmptyState> : <Openings openings={toReview} mayReview={mayReview} />}
        {reviewed.length > 0 && <h2 className="px-4 pt-4 pb-2 text-section font-semibold">Reviewed</h2>}
        {reviewed.length > 0 && <Openings openings={reviewed} mayReview={mayReview} />}
      </MainPane>
    </PageFrame>
  );
}
