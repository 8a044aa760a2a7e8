/** What reviewing a document sends. Safe in the browser. */
import { z } from 'zod';
import { line, paragraph, publicId } from '@/lib/patients/schema';
import { evidenceFactsSchema } from './evidence';

/** An ID that was accepted in the case of another child of the same family. */
export const takeOverSchema = z.strictObject({ caseId: publicId, documentId: publicId });

/** A supervisor's word that a paper may be false, with why. */
export const suspectSchema = z.strictObject({ caseId: publicId, documentId: publicId, reason: paragraph(500) });

export const reviewSchema = z.strictObject({
  caseId: publicId,
  documentId: publicId,
  decision: z.enum(['accepted', 'returned']),
  /** Item of the kind's checklist → ticked or not. */
  ticks: z.record(z.string().regex(/^[a-z_]{2,40}$/), z.boolean()),
  reasons: z.array(z.string().regex(/^[A-Z]{2}-\d{2}$/)).max(8),
  /** What was read: what the authority rules count, and where a copy may go. */
  facts: evidenceFactsSchema.extend({ name: line(200).optional(), address: line(300).optional() }).strict(),
});
