/** What the mail room sends: which page is what, and the request that a letter makes. Safe in the browser. */
import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/lib/documents/checklists';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import { addressSchema, emailText, fullDateText, paragraph, personName, phoneText, publicId, requiredLine } from '@/lib/patients/schema';
import { MOST_SUBJECTS, RELATIONS, subjectSchema } from '@/lib/submissions/schema';

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
    language: z.enum(['en', 'es']),
    relation: z.enum(RELATIONS),
    requester: z.strictObject({ given: personName, family: personName }),
    email: emailText.optional(),
    phone: phoneText.optional(),
    subjects: z.array(subjectSchema).min(1).max(MOST_SUBJECTS),
    wants: z.array(z.enum(['full_record', 'covid_record'])).max(2),
    delivery: z.enum(['mail', 'fax', 'portal']),
    mailTo: z.strictObject({ name: requiredLine(100), address: addressSchema }).optional(),
    faxNumber: phoneText.optional(),
    deadline: z.strictObject({ on: fullDateText, reason: requiredLine(100) }).optional(),
    message: paragraph(1000).optional(),
  })
  .superRefine((letter, context) => {
    const miss = (field: string): void => context.addIssue({ code: 'custom', path: [field], message: 'missing' });
    if (letter.delivery === 'mail' && letter.mailTo === undefined) miss('mailTo');
    if (letter.delivery === 'fax' && letter.faxNumber === undefined) miss('faxNumber');
  });
export type Letter = z.output<typeof letterSchema>;

export const openFromScanSchema = z.strictObject({ ...sorting, letter: letterSchema });
export const addFromScanSchema = z.strictObject({ ...sorting, caseNumber: z.int().min(1000).max(9_999_999) });
export const leaveOutSchema = z.strictObject({ scanId: publicId, version: z.int().min(0) });
