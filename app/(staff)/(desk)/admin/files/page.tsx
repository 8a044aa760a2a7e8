import type { Metadata } from 'next';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { WaitingFiles } from '@/components/waiting-files/waiting-files';
import { listWaitingFiles } from '@/lib/documents/making-safe/queries';
import { requireStaff } from '../../../session';

export const metadata: Metadata = { title: 'Files that wait' };

const about = (count: number): string => (count === 0 ? 'Every file is checked' : count === 1 ? '1 file waits to be checked' : `${count} files wait to be checked`);

export default async function WaitingFilesPage() {
  const actor = await requireStaff('document.see_waiting');
  const files = await listWaitingFiles(actor);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Files that wait" about={about(files.length)} />
        {files.length === 0 ? (
          <EmptyState title="Nothing waits">When the scanner or the store is away, the files that could not be checked stand here. They are tried again by themselves, and nobody sees them before.</EmptyState>
        ) : (
          <WaitingFiles files={files} />
        )}
      </MainPane>
    </PageFrame>
  );
}
