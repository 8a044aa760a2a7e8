/** What was read from a paper goes with its pages: a name and a birth date are not kept longer than the picture of them. */
import type { Tx } from '@/lib/platform/db';

export async function forgetCodes(tx: Tx, documentId: string): Promise<void> {
  await tx.imageLikeness.deleteMany({ where: { OR: [{ page: { documentId } }, { otherPage: { documentId } }] } });
  await tx.imageHash.deleteMany({ where: { page: { documentId } } });
  await tx.pageReading.deleteMany({ where: { page: { documentId } } });
}
