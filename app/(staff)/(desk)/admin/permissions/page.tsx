import type { Metadata } from 'next';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { PageTable, PermissionTable } from '@/components/staff/permission-table';
import { pageLines, permissionGroups } from '@/lib/access/permission-table';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'Who may do what' };

const HEAD = 'px-4 pt-4 pb-2 text-section font-semibold';

export default async function PermissionsPage() {
  await requireStaff('permission.view');
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Who may do what" about="Made from the table that the desk itself asks at every step. Roles add up." />
        {permissionGroups().map((group) => (
          <section key={group.title}>
            <h2 className={HEAD}>{group.title}</h2>
            <PermissionTable group={group} />
          </section>
        ))}
        <h2 className={HEAD}>Pages</h2>
        <PageTable pages={pageLines()} />
      </MainPane>
    </PageFrame>
  );
}
