import type { Metadata } from 'next';
import { MainPane, PageFrame, PageHead, SidePane } from '@/components/shell/page-frame';
import { InviteForm } from '@/components/staff/invite-form';
import { StaffTable } from '@/components/staff/staff-table';
import { TextLink } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { listStaff } from '@/lib/staff/queries';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'Staff' };

export default async function StaffListPage() {
  const actor = await requireStaff('staff.view');
  const staff = await listStaff(actor);
  const canSignIn = staff.filter(({ state }) => state === 'active').length;
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Staff" about={`${staff.length} people, ${canSignIn} can sign in`}>
          <TextLink href={paths.permissions}>Who may do what</TextLink>
          <TextLink href={paths.waitingFiles}>Files that wait</TextLink>
        </PageHead>
        <StaffTable staff={staff} />
      </MainPane>
      <SidePane label="Invite somebody" className="lg:w-80 lg:flex-none">
        <h2 className="px-4 pt-4 pb-2 text-section font-semibold">Invite somebody</h2>
        <div className="px-4 pb-4">
          <InviteForm />
        </div>
      </SidePane>
    </PageFrame>
  );
}
