/** What preparing, approving and taking back a copy sends. Safe in the browser. */
import { z } from 'zod';
import { addressSchema, paragraph, publicId, requiredLine } from '@/lib/patients/schema';

export const RECORD_KINDS = ['full_record', 'covid_record'] as const;
/** The address on the accepted ID or on record; anything else asks a second person. */
export const ADDRESS_SOURCES = ['accepted_id', 'on_record', 'submitted'] as const;
export type AddressSource = (typeof ADDRESS_SOURCES)[number];

export const prepareSchema = z.strictObject({
  caseId: publicId,
  records: z
    .array(z.enum(RECORD_KINDS))
    .min(1, 'missing')
    .refine((kinds) => new Set(kinds).size === kinds.length, 'twice'),
  channel: z.literal('mail'),
  recipientName: requiredLine(100),
  address: addressSchema,
  addressSource: z.enum(ADDRESS_SOURCES),
});
export const approveSchema = z.strictObject({ releaseId: publicId });
export const withdrawSchema = z.strictObject({ releaseId: publicId, reason: paragraph(500) });
