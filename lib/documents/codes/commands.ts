import { z } from 'zod';
import { command } from '@/lib/command';
import type { Tx } from '@/lib/platform/db';
import { done, refuse } from '@/lib/platform/outcome';
import { readFactsSchema } from './facts';
import { HASH_BITS, SAME_PICTURE } from './image-hash';

const pageSchema = z.strictObject({ number: z.int().min(1), hash: z.string().regex(new RegExp(`^[01]{${HASH_BITS}}$`)).nullable(), facts: z.array(readFactsSchema).max(12) });

/** Every other document that shows one of these pictures. All hashes are walked: the worker does it once a document, nobody waits. */
async function findLikenesses(tx: Tx, documentId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO image_likenesses (page_id, other_page_id, distance)
    SELECT mine.page_id, other.page_id, bit_count(mine.hash # other.hash)
    FROM document_pages page
    JOIN image_hashes mine ON mine.page_id = page.id
    JOIN image_hashes other ON bit_count(mine.hash # other.hash) <= ${SAME_PICTURE}
    JOIN document_pages its ON its.id = other.page_id AND its.document_id <> page.document_id
    WHERE page.document_id = ${documentId}::uuid`;
}

/** What the worker read on a document's pages. A second run changes nothing. */
export const keepReadings = command({
  name: 'document.read',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ documentId: z.uuid(), pages: z.array(pageSchema).max(99) }),
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ tx, now, record }, { documentId, pages }) => {
    const { count } = await tx.document.updateMany({ where: { id: documentId, state: 'ready', codesReadAt: null }, data: { codesReadAt: now } });
    if (count === 0) return refuse('already_read');
    const kept = new Map((await tx.documentPage.findMany({ where: { documentId }, select: { id: true, number: true } })).map(({ id, number }) => [number, id]));
    const known = pages.flatMap(({ number, ...page }) => {
      const pageId = kept.get(number);
      return pageId === undefined ? [] : [{ ...page, pageId }];
    });
    await tx.pageReading.createMany({ data: known.flatMap(({ pageId, facts }) => facts.map((one, at) => ({ pageId, position: at + 1, kind: one.kind, facts: one, readAt: now }))) });
    await tx.imageHash.createMany({ data: known.flatMap(({ pageId, hash }) => (hash === null ? [] : [{ pageId, hash }])) });
    const likenesses = await findLikenesses(tx, documentId);
    record({ event: 'document.read', documentId, details: { codes: known.flatMap(({ facts }) => facts.map(({ kind }) => kind)), likenesses } });
    return done({ likenesses });
  },
});
