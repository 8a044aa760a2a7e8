/** What reviewing a document sends. Safe in the browser. */
import { z } from 'zod';
import { fullDateText, line, publicId } from '@/lib/patients/schema';

export const reviewSchema = z.strictObject({
  caseId: publicId,
  documentId: publicId,
  decision: z.enum(['accepted', 'returned']),
  /** Item of the kind's checklist → ticked or not. */
  ticks: z.record(z.string().regex(/^[a-z_]{2,40}$/), z.boolean()),
  reasons: z.array(z.string().regex(/^[A-Z]{2}-\d{2}$/)).max(8),
  facts: z.strictObject({ expiresOn: fullDateText.optional(), name: line(200).optional(), address: line(300).optional() }),
});
