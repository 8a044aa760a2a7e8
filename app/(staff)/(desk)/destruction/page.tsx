import type { Metadata } from 'next';
import { DestructionList } from '@/components/destruction/destruction-list';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/access/actor';
import { viewDestruction, type DestructionView } from '@/lib/documents/retention/queries';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Documents to destroy' };

function Past({ past }: Pick<DestructionView, 'past'>) {
  return (
    <ul className="px-4">
      {past.map(({ number, formNumber, by, at, destroyed, waiting }) => (
        <li key={number} className="border-b py-2">{`List ${number}, form ${formNumber}: approved by ${by}, ${at}. ${destroyed} destroyed${waiting > 0 ? `, ${waiting} on their way` : ''}.`}</li>
      ))}
    </ul>
  );
}

export default async function DestructionPage() {
  const actor = await requireStaff('destruction.view');
  const { open, past } = await viewDestruction(actor);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Documents to destroy" about={open === null ? 'Nothing is due' : `List ${open.number}, made ${open.madeAt}`} />
        {open === null ? <EmptyState title="Nothing is due">When the time of a document is over, it stands here until a supervisor approves its destruction.</EmptyState> : <DestructionList key={open.listId} open={open} mayDecide={can(actor, 'document.approve_destruction')} />}
        {past.length > 0 && <h2 className="px-4 pt-4 pb-2 text-section font-semibold">Destroyed</h2>}
        {past.length > 0 && <Past past={past} />}
      </MainPane>
    </PageFrame>
  );
}
