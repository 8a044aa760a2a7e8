import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImageView } from '@/components/documents/image-view';
import { SortScan } from '@/components/scan-in/sort-scan';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { officeToday } from '@/lib/cases/queries/case';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';
import { CHANNEL_WORDS } from '@/lib/scan-in/labels';
import { findScan, type ListedScan } from '@/lib/scan-in/queries';
import type { ScanChannel } from '@/lib/scan-in/schema';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'Sort a scan' };

const viewed = ({ document }: ListedScan) =>
  document.pages.map(({ number, width, height }) => ({ number, width, height, src: paths.documentPage(document.publicId, number), thumb: paths.documentThumb(document.publicId, number), alt: `Scan, page ${number}` }));

export default async function SortScanPage({ params }: { params: Promise<{ scanId: string }> }) {
  const actor = await requireStaff('scan.view');
  const found = await findScan(actor, (await params).scanId);
  if (found === null) notFound();
  const [first, ...others] = viewed(found);
  const title = `${CHANNEL_WORDS[found.channel as ScanChannel]}, ${officeTime(found.arrivedAt)}`;
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Sort a scan" about={title} />
        {first === undefined ? <EmptyState title="Nothing to sort yet">The file is being checked, or was refused. Reload in a moment.</EmptyState> : <SortScan scanId={found.publicId} version={found.version} pages={found.document.pages.map(({ number }) => number)} today={officeToday()} />}
      </MainPane>
      <section aria-label="Document" className="flex min-h-0 min-w-0 flex-col border-line-strong bg-doc max-lg:min-h-[60vh] max-lg:border-t lg:w-[46%] lg:border-l desk:overflow-hidden">
        {first !== undefined && <ImageView documentId={found.document.publicId} title="Scan" pages={[first, ...others]} />}
      </section>
    </PageFrame>
  );
}
