import type { Metadata } from 'next';
import { batchView } from '@/components/dispatch/batch-views';
import { envelopeLine } from '@/components/dispatch/envelope-lines';
import { PrintBatch } from '@/components/dispatch/print-batch';
import { WaitingEnvelopes } from '@/components/dispatch/waiting-envelopes';
import { MainPane, PageFrame, PageHead } from '@/components/shell/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { can } from '@/lib/access/actor';
import { listEnvelopes } from '@/lib/dispatch/queries';
import { requireStaff } from '../../session';

export const metadata: Metadata = { title: 'Print and fax' };

const counted = (count: number): string => (count === 1 ? '1 envelope waits' : `${count} envelopes wait`);

export default async function DispatchPage({ searchParams }: { searchParams: Promise<{ stopped?: string }> }) {
  const actor = await requireStaff('dispatch.view');
  const { stopped } = await searchParams;
  const { envelopes, batches } = await listEnvelopes(actor);
  const mayPrint = can(actor, 'dispatch.make_batch');
  const lines = envelopes.map((envelope) => envelopeLine(envelope));
  const ready = envelopes.filter((envelope) => envelope.stopped.length === 0).map(({ publicId }) => publicId);
  return (
    <PageFrame>
      <MainPane>
        <PageHead title="Print and fax" about={counted(envelopes.length)} />
        {stopped !== undefined && (
          <div className="px-4 pb-3">
            <Notice kind="error" title="The batch was not printed.">
              Something changed since approval. The envelope concerned says what. Take it back on its case, then open the PDF again.
            </Notice>
          </div>
        )}
        {lines.length === 0 ? (
          <EmptyState title="No envelope waits">An approved copy by mail appears here, and the letter of a case that ended without one.</EmptyState>
        ) : (
          <WaitingEnvelopes key={lines.map(({ id }) => id).join()} lines={lines} ready={ready} mayPrint={mayPrint} />
        )}
        <h2 className="px-4 pt-4 pb-2 text-section font-semibold">Batches to confirm</h2>
        {batches.length === 0 && <p className="px-4 pb-4 text-ink-2">None. A batch stays here until each of its envelopes is confirmed.</p>}
        {batches.map((batch) => (
          <PrintBatch key={batch.id} batch={batchView(batch)} mayPrint={mayPrint} />
        ))}
      </MainPane>
    </PageFrame>
  );
}
