import type { Metadata } from 'next';
import { AuditDays } from '@/components/audit/audit-days';
import { AuditRail, asClasses } from '@/components/audit/audit-rail';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { listAudit } from '@/lib/audit/queries';
import { findCaseIds } from '@/lib/cases/queries/case';
import { paths } from '@/lib/paths';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Audit' };

type Props = { searchParams: Promise<{ case?: string; what?: string | string[]; before?: string }> };

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireStaff('audit.view');
  const asked = await searchParams;
  const classes = asClasses(asked.what);
  const about = asked.case === undefined ? null : await findCaseIds(asked.case);
  const unknown = asked.case !== undefined && about === null;
  const before = /^\d{1,18}$/.test(asked.before ?? '') ? BigInt(asked.before ?? '') : undefined;
  const { lines, next } = unknown ? { lines: [], next: null } : await listAudit(actor, { about: about ?? undefined, classes, before });
  const onward = new URLSearchParams([...(asked.case === undefined ? [] : [['case', asked.case]]), ...classes.map((one) => ['what', one]), ['before', next ?? '']]);
  return (
    <PageFrame>
      <AuditRail caseNumber={asked.case ?? ''} classes={classes} />
      <MainPane>
        <PageHead title="What happened" about={asked.case === undefined ? 'Newest first' : `About ${asked.case}, newest first`} />
        {lines.length === 0 ? <EmptyState title="No entries">{unknown ? 'There is no case of this number.' : 'Nothing of this kind happened.'}</EmptyState> : <AuditDays lines={lines} />}
        <p className="px-4 py-3 text-small text-ink-3">{next === null ? 'End of these entries. Looking counts as doing: this page is an entry too.' : <TextLink href={paths.audit(onward)}>Earlier entries</TextLink>}</p>
      </MainPane>
    </PageFrame>
  );
}
