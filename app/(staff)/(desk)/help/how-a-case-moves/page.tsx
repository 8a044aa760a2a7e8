import type { Metadata } from 'next';
import { EndsTable, MovesTable } from '@/components/help/moves-table';
import { MainPane, PageFrame, PageHead, Section } from '@/components/shell/page-frame';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'How a case moves' };

export default async function HowACaseMovesPage() {
  await requireStaff();
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="How a case moves" about="Made from the table that the desk itself obeys" />
        <MovesTable />
        <Section title="How a case ends" className="mt-4 pb-1">
          <p className="text-ink-2">Each outcome must be so: “fixed” only when the portal, rehearsed, finds exactly this person; a copy is sent once its envelope is confirmed.</p>
        </Section>
        <EndsTable />
      </MainPane>
    </PageFrame>
  );
}
