import type { Metadata } from 'next';
import { LooksTable } from '@/components/audit/looks-table';
import { PrintButton } from '@/components/audit/print-button';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { listLooks } from '@/lib/audit-explorer/queries';
import { readFilters } from '@/lib/audit-explorer/schema';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';
import { now } from '@/lib/platform/clock';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'Who looked at this record' };

type Props = { searchParams: Promise<{ patient?: string | string[] }> };

/** For the person who asks who saw their record, and for whoever checks it: a page that prints as it stands. */
export default async function AuditLooksPage({ searchParams }: Props) {
  const actor = await requireStaff('audit.view');
  const patient = readFilters({ patient: (await searchParams).patient })?.patient;
  const looks = patient === undefined ? null : await listLooks(actor, patient);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Who looked at this record" about={looks === null ? undefined : `CT WiZ ${looks.patient.registryNumber}, newest first, as of ${officeTime(now())}`}>
          {looks !== null && <TextLink href={paths.audit(new URLSearchParams({ patient: looks.patient.publicId }))} className="print:hidden">Everything that happened to it</TextLink>}
          {looks !== null && looks.lines.length > 0 && <PrintButton />}
        </PageHead>
        {looks === null && <EmptyState title="No such record">Find the person by CT WiZ number in the audit, then follow “Who looked at this record”.</EmptyState>}
        {looks?.lines.length === 0 && <EmptyState title="Nobody looked">This page is the first look; it is an entry now.</EmptyState>}
        {looks !== null && looks.lines.length > 0 && <LooksTable lines={looks.lines} whole={looks.whole} />}
      </MainPane>
    </PageFrame>
  );
}
