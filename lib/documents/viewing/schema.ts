/** What the viewer sends. Safe in the browser. */
import { z } from 'zod';
import { publicId, requiredLine } from '@/lib/patients/schema';

/** Regions are told in ten-thousandths of a page's sides, so that they fit the page and its thumbnail alike. */
export const WHOLE = 10_000;
/** Thinner than this covers nothing that anybody could read. */
export const THINNEST = 40;

export const COVERED = ['ssn', 'licence_number', 'other'] as const;
export const coveredSchema = z.enum(COVERED);
export type Covered = z.output<typeof coveredSchema>;

const span = z.int().min(0).max(WHOLE);
const thickness = z.int().min(THINNEST, 'too_small').max(WHOLE);
export const regionSchema = z
  .strictObject({ left: span, top: span, width: thickness, height: thickness })
  .refine(({ left, top, width, height }) => left + width <= WHOLE && top + height <= WHOLE, 'off_the_page');
export type Region = z.output<typeof regionSchema>;

const page = z.int().min(1).max(99);
const reason = requiredLine(200);

export const redactSchema = z.strictObject({ caseId: publicId, documentId: publicId, page, covers: coveredSchema, region: regionSchema });
export const uncoverSchema = z.strictObject({ caseId: publicId, redactionId: publicId, reason });
export const revealSchema = z.strictObject({ documentId: publicId, reason });
export const originalSchema = z.strictObject({ documentId: publicId, reason });
