import { z } from 'zod';
import { command } from '@/lib/command';
import { enqueue } from '@/lib/platform/jobs';
import { done, refuse } from '@/lib/platform/outcome';
import { HINDRANCES } from '../intake/limits';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));
const pageSchema = z.strictObject({ number: z.int().min(1), objectKey: z.string(), thumbKey: z.string(), width: z.int(), height: z.int(), sha256: hex, thumbSha256: hex });
const resultSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready'), scan: z.enum(['clean', 'not_scanned']), pages: z.array(pageSchema).min(1) }),
  z.strictObject({ state: z.literal('refused'), scan: z.enum(['clean', 'infected', 'not_scanned']), reason: z.enum([...HINDRANCES, 'infected']) }),
]);
export type SafeResult = z.output<typeof resultSchema>;

/** What the worker found: pages to look at, or why there are none. A second run changes nothing. */
export const keepSafePages = command({
  name: 'document.make_safe',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ documentId: z.uuid(), result: resultSchema }),
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ tx, record }, { documentId, result }) => {
    const refusedReason = result.state === 'refused' ? result.reason : null;
    const { count } = await tx.document.updateMany({
      where: { id: documentId, state: { in: ['received', 'checking'] } },
      data: { state: result.state, scan: result.scan, refusedReason, version: { increment: 1 } },
    });
    if (count === 0) return refuse('already_made');
    if (result.state === 'refused') {
      record({ event: 'document.refused', documentId, details: { reason: result.reason } });
      return done({});
    }
    const pages = result.pages.map(({ sha256, thumbSha256, ...page }) => ({ ...page, documentId, sha256: bytes(sha256), thumbSha256: bytes(thumbSha256) }));
    await tx.documentPage.createMany({ data: pages });
    record({ event: 'document.made_safe', documentId, details: { pages: pages.length, scan: result.scan } });
    await enqueue(tx, 'document.read', { documentId });
    return done({});
  },
});
