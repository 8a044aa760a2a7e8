/** One run of the job that makes a file safe, in a process of its own that the campaign kills. */
import { mintWorker } from '@/lib/access/actor';
import { makeSafe } from '@/lib/documents/making-safe/jobs';
import { useDatabase } from '@/lib/platform/db';

process.once('message', ({ documentId, databaseUrl }: { documentId: string; databaseUrl: string }) => {
  process.send?.('begun');
  void useDatabase(databaseUrl)
    .then(() => makeSafe(mintWorker('crash'), { documentId }))
    .then(() => process.send?.('done'), () => process.send?.('failed'));
});
process.once('disconnect', () => process.exit());
