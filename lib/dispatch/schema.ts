/** What printing and confirming envelopes sends. Safe in the browser. */
import { z } from 'zod';
import { publicId } from '@/lib/patients/schema';

/** As many envelopes as one person folds before lunch; a longer file is unwieldy at the printer. */
export const MOST_IN_BATCH = 100;

const dispatchIds = z
  .array(publicId)
  .min(1, 'missing')
  .max(MOST_IN_BATCH, 'too_many')
  .refine((ids) => new Set(ids).size === ids.length, 'twice');

export const makeBatchSchema = z.strictObject({ dispatchIds });
export const confirmSchema = z.strictObject({ batchId: publicId, dispatchIds });

const noticeId = z.uuid();
export const noticeResultSchema = z.discriminatedUnion('result', [
  z.strictObject({ noticeId, result: z.literal('sent'), providerRef: z.string().max(200) }),
  z.strictObject({ noticeId, result: z.enum(['failed', 'unknown']), reason: z.string().regex(/^[a-z_]{3,40}$/) }),
]);
