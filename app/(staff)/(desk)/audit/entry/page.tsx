import type { Metadata } from 'next';
import { EntryFacts } from '@/components/audit/entry-facts';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { findEntry } from '@/lib/audit-explorer/queries';
import { paths } from '@/lib/paths';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'Audit entry' };

type Props = { searchParams: Promise<{ number?: string | string[] }> };

/** One entry under its own address: what a colleague is sent who shall see just this. */
export default async function AuditEntryPage({ searchParams }: Props) {
  const actor = await requireStaff('audit.view');
  const { number } = await searchParams;
  const id = typeof number === 'string' && /^\d{1,18}$/.test(number) ? BigInt(number) : null;
  const entry = id === null ? null : await findEntry(actor, id);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title={entry === null ? 'One entry' : `Entry ${Number(entry.id).toLocaleString('en-US')}`}>
          <TextLink href={paths.audit()}>All entries</TextLink>
        </PageHead>
        {entry === null ? <EmptyState title="No such entry">An entry is never removed: this number was never given, or the link is incomplete.</EmptyState> : <EntryFacts entry={entry} />}
      </MainPane>
    </PageFrame>
  );
}
