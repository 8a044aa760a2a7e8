/** What sparing a paper and approving a list send. Safe in the browser. */
import { z } from 'zod';
import { paragraph, publicId, requiredLine } from '@/lib/patients/schema';

export const spareSchema = z.strictObject({ itemId: publicId, reason: paragraph(500) });
/** `documents`: how many the supervisor read; a list that changed meanwhile is read again. */
export const approveListSchema = z.strictObject({ listId: publicId, formNumber: requiredLine(40), documents: z.int().min(1) });
