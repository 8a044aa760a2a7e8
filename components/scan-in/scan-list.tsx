import { PlainTable } from '@/components/tables/plain-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import { refusalSentence } from '@/lib/documents/labels';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';
import { CHANNEL_WORDS } from '@/lib/scan-in/labels';
import type { ListedScan } from '@/lib/scan-in/queries';
import type { ScanChannel } from '@/lib/scan-in/schema';

const COLUMNS = [{ key: 'came', head: 'Came' }, { key: 'pages', head: 'Pages' }, { key: 'by', head: 'Scanned by' }, { key: 'next', head: 'Next' }];

function Next({ scan }: { scan: ListedScan }) {
  const { state, refusedReason } = scan.document;
  if (state === 'ready') return <TextLink href={paths.scan(scan.publicId)}>Sort its pages</TextLink>;
  if (state === 'refused') return <Status kind="blocked">{refusalSentence(refusedReason)}</Status>;
  return <Status kind="waiting">Being checked. Reload in a moment</Status>;
}

/** What waits to be sorted. Names no file: its name may be somebody's. */
export function ScanList({ scans }: { scans: readonly ListedScan[] }) {
  if (scans.length === 0) return <EmptyState title="Nothing to sort">Every page that was scanned in has its place.</EmptyState>;
  const rows = scans.map((scan) => ({
    id: scan.publicId,
    cells: [`${CHANNEL_WORDS[scan.channel as ScanChannel]}, ${officeTime(scan.arrivedAt)}`, scan.document.state === 'ready' ? String(scan.document.pages.length) : 'Not known yet', scan.by.name, <Next key="next" scan={scan} />],
  }));
  return <PlainTable caption="Scans to sort" columns={COLUMNS} rows={rows} />;
}
