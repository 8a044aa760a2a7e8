/** What the mail room sends: which page is what, and the request that a letter makes. Safe in the browser. */
import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/lib/documents/checklists';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import { publicId } from '@/lib/patients/schema';
import { missingForWay, requestFields } from '@/lib/submissions/schema';

export const SCAN_CHANNELS = ['mail', 'fax'] as const;
export type ScanChannel = (typeof SCAN_CHANNELS)[number];

/** What a page is: the first of a paper, more of the paper before it, nothing of a request, or not sorted now. */
export const PAGE_USES = [...DOCUMENT_KINDS, 'same', 'left_out', 'later'] as const;
export type PageUse = (typeof PAGE_USES)[number];

const pageUse = z.strictObject({ page: z.int().min(1).max(99), use: z.enum(PAGE_USES) });
const sorting = { scanId: publicId, version: z.int().min(0), pages: z.array(pageUse).min(1).max(99) };

/** A request as a letter makes it. What it does not say is not asked of the clerk. */
export const letterSchema = z
  .strictObject({
    kind: z.enum(CASE_KINDS),
    ...requestFields,
  })
  .superRefine((letter, context) => {
    const way = missingForWay(letter);
    if (way !== null) context.addIssue({ code: 'custom', path: [way], message: 'missing' });
  });
export type Letter = z.output<typeof letterSchema>;

export const openFromScanSchema = z.strictObject({ ...sorting, letter: letterSchema });
export const addFromScanSchema = z.strictObject({ ...sorting, caseNumber: z.int().min(1000).max(9_999_999) });
export const leaveOutSchema = z.strictObject({ scanId: publicId, version: z.int().min(0) });
