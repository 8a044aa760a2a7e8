import { z } from 'zod';
import { command } from '@/lib/command';
import { publicId } from '@/lib/patients/schema';
import { enqueue } from '@/lib/platform/jobs';
import { done, refuse } from '@/lib/platform/outcome';
import { REFUSALS, SETBACKS } from '../intake/limits';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));
const pageSchema = z.strictObject({ number: z.int().min(1), objectKey: z.string(), thumbKey: z.string(), width: z.int(), height: z.int(), sha256: hex, thumbSha256: hex });
const resultSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready'), scan: z.enum(['clean', 'not_scanned']), pages: z.array(pageSchema).min(1) }),
  z.strictObject({ state: z.literal('refused'), scan: z.enum(['clean', 'infected', 'not_scanned']).nullable(), reason: z.enum(REFUSALS) }),
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
      data: { state: result.state, scan: result.scan, refusedReason, setback: null, version: { increment: 1 } },
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

/** The first look at a file has begun: those who wait see that it is being checked. */
export const beginCheck = command({
  name: 'document.begin_check',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ documentId: z.uuid() }),
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ tx, record }, { documentId }) => {
    const { count } = await tx.document.updateMany({ where: { id: documentId, state: 'received', removedAt: null }, data: { state: 'checking', version: { increment: 1 } } });
    if (count === 0) return refuse('already_begun');
    record({ event: 'document.check_begun', documentId, details: {} });
    return done({});
  },
});

/** A try came to nothing: what stood in the way, and how often so far. The file stays unchecked and is never clean by it. */
export const noteSetback = command({
  name: 'document.note_setback',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({ documentId: z.uuid(), setback: z.enum(SETBACKS) }),
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ tx, now, record }, { documentId, setback }) => {
    const [noted] = await tx.document.updateManyAndReturn({
      where: { id: documentId, state: { in: ['received', 'checking'] }, removedAt: null },
      data: { setback, tries: { increment: 1 }, triedAt: now, version: { increment: 1 } },
      select: { tries: true },
    });
    if (noted === undefined) return refuse('already_made');
    record({ event: 'document.check_failed', documentId, details: { setback, tries: noted.tries } });
    return done({ tries: noted.tries });
  },
});

/** An administrator has mended what stood in the way and does not wait for the next try. */
export const checkAgain = command({
  name: 'document.check_again',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({ documentId: publicId }),
  subject: ({ documentId }) => ({ document: documentId }),
  run: async ({ tx, record }, { documentId }) => {
    const document = await tx.document.findFirst({ where: { publicId: documentId, state: { in: ['received', 'checking'] }, removedAt: null } });
    if (document === null) return refuse('not_waiting');
    await enqueue(tx, 'document.make_safe', { documentId: document.id }, `document.make_safe:${document.id}`);
    record({ event: 'document.check_asked', documentId: document.id, details: { tries: document.tries } });
    return done({});
  },
});

/** Files taken back, or of a form that was never sent: their rows let go of what lies in the store. What belongs to a submission is never touched. */
export const forgetUnsent = command({
  name: 'document.forget_unsent',
  surface: 'worker',
  actors: ['worker'],
  input: z.strictObject({}),
  subject: () => ({}),
  run: async ({ tx, now, record }) => {
    const [row] = await tx.$queryRaw<{ files: number }[]>`SELECT forget_unsent_files(${now}, ${now}, 500) AS files`;
    const files = row?.files ?? 0;
    if (files === 0) return refuse('nothing_to_forget');
    record({ event: 'document.unsent_forgotten', details: { files } });
    return done({ files });
  },
});
