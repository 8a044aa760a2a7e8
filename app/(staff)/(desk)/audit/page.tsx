import type { Metadata } from 'next';
import { AuditDays } from '@/components/audit/audit-days';
import { AuditRail } from '@/components/audit/audit-rail';
import { ExportAudit } from '@/components/audit/export-audit';
import { Standing } from '@/components/audit/standing';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { auditStanding, listActors, listAudit, resolveFilters } from '@/lib/audit-explorer/queries';
import { filterParams, readFilters, readPlace } from '@/lib/audit-explorer/schema';
import { officeToday } from '@/lib/cases/queries/case';
import { paths } from '@/lib/paths';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Audit' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireStaff('audit.view');
  const asked = await searchParams;
  const filters = readFilters(asked);
  const resolved = filters === null ? null : await resolveFilters(filters);
  const place = readPlace(asked.before);
  const page = resolved === null ? { lines: [], next: null, patient: null } : await listAudit(actor, resolved, place);
  const onward = new URLSearchParams([...(filters === null ? [] : filterParams(filters)), ['before', page.next ?? '']]);
  const about = filters === null || resolved === null ? 'Nothing to show' : [...resolved.words.filter((words) => !filters.what.includes(words as never)), 'newest first'].join(', ');
  return (
    <PageFrame>
      <AuditRail key={filters === null ? '' : filterParams(filters).toString()} filters={filters ?? { what: [] }} registryNumber={page.patient?.registryNumber ?? null} actors={await listActors()} today={officeToday()} />
      <MainPane>
        <PageHead title="What happened" about={about.charAt(0).toUpperCase() + about.slice(1)}>
          {page.patient !== null && <TextLink href={paths.auditLooks(page.patient.publicId)}>Who looked at this record</TextLink>}
          {filters !== null && page.lines.length > 0 && <ExportAudit filters={filters} />}
        </PageHead>
        <Standing {...await auditStanding()} />
        {page.lines.length === 0 ? <Nothing readable={filters !== null} known={resolved !== null} later={place !== null} /> : <AuditDays lines={page.lines} linked />}
        <p className="px-4 py-3 text-small text-ink-3">{page.next === null ? 'End of these entries. Looking counts as doing: this page is an entry too.' : <TextLink href={paths.audit(onward)}>Earlier entries</TextLink>}</p>
      </MainPane>
    </PageFrame>
  );
}

function Nothing({ readable, known, later }: { readable: boolean; known: boolean; later: boolean }) {
  if (!readable) return <EmptyState title="These filters cannot be read">Check the case number and the days: the first day comes before the last.</EmptyState>;
  if (!known) return <EmptyState title="Nobody to show">There is no case, person or colleague of this number. Check it, or take the filter away.</EmptyState>;
  return <EmptyState title={later ? 'No earlier entries' : 'No entries'}>Nothing of this kind happened. Take a filter away to see more.</EmptyState>;
}
