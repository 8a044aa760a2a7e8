import type { Metadata } from 'next';
import { ScanDrop } from '@/components/scan-in/scan-drop';
import { ScanList } from '@/components/scan-in/scan-list';
import { MainPane, PageFrame, PageHead, Section } from '@/components/shell/page-frame';
import { can } from '@/lib/access/actor';
import { listScans } from '@/lib/scan-in/queries';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Scan in' };

export default async function ScanInPage() {
  const actor = await requireStaff('scan.view');
  const scans = await listScans(actor);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Scan in" about="Letters and faxes become requests here: scan, say which page is what, open a case or add to one." />
        {can(actor, 'scan.receive') && (
          <Section title="A new file">
            <ScanDrop />
          </Section>
        )}
        <Section title="To sort" aside={scans.length === 1 ? '1 file' : `${scans.length} files`} className="pb-6">
          <ScanList scans={scans} />
        </Section>
      </MainPane>
    </PageFrame>
  );
}
