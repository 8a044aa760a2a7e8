import type { Metadata } from 'next';
import { PatientSearch } from '@/components/phone/patient-search';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { can } from '@/lib/access/actor';
import { officeToday } from '@/lib/cases/queries/case';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Phone desk' };

export default async function PhonePage() {
  const actor = await requireStaff('patient.search');
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Phone desk" about="Ask, type what you hear, never read back." />
        <PatientSearch today={officeToday()} mayAudit={can(actor, 'audit.view')} />
      </MainPane>
    </PageFrame>
  );
}
