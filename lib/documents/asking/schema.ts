/** What is asked of a requester, in codes, and what answering it sends. Safe in the browser. */
import { z } from 'zod';
import { publicId } from '@/lib/patients/schema';
import { DOCUMENT_KINDS } from '../checklists';

/** A letter page and a phone's patience hold so many. */
export const MOST_ASKED = 5;

export const askedItemSchema = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), reasons: z.array(z.string().regex(/^[A-Z]{2}-\d{2}$/)).max(8) });
export const askedItemsSchema = z.array(askedItemSchema).min(1).max(MOST_ASKED);
/** One paper that is asked for: again with what was wrong, or for the first time without. */
export type AskedItem = z.output<typeof askedItemSchema>;

export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const answerSchema = z.strictObject({ token: linkToken, documents: z.array(publicId).min(1, 'missing').max(8) });

/** Papers that are missing and asked for beside those that were returned. */
export const askSchema = z.strictObject({ caseId: publicId, missing: z.array(z.enum(DOCUMENT_KINDS)).max(MOST_ASKED) });

const linkId = z.uuid();
export const linkResultSchema = z.discriminatedUnion('result', [
  z.strictObject({ linkId, result: z.literal('sent'), providerRef: z.string().max(200) }),
  z.strictObject({ linkId, result: z.enum(['failed', 'unknown']), reason: z.string().regex(/^[a-z_]{3,40}$/) }),
]);
