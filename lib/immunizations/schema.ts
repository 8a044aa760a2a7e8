/** What a clerk sends to record or void a dose. Safe in the browser: no code table is loaded here. */
import { z } from 'zod';
import { fullDateText, line, paragraph, publicId } from '@/lib/patients/schema';

/** NIP001, as far as paper goes: what we copy from a document was given by somebody else, so 00 (administered) is not among them. */
export const PAPER_SOURCES = ['01', '02', '03', '04', '05', '06', '07', '08'] as const;
/** NIP001 in full; 00 comes from providers' messages only. */
export const SOURCES = ['00', ...PAPER_SOURCES] as const;
export type DoseSource = (typeof SOURCES)[number];

/** No reason makes these a dose. */
export const REFUSALS = [
  'not_a_date',
  'before_birth',
  'in_future',
  'after_death',
  'unknown_code',
  'never_active_code',
  'not_a_dose_code',
  'patient_opted_out',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A person may accept these, each with words of why. */
export const NEEDS_REASON = [
  'given_on_birth_date',
  'live_doses_too_close',
  'outside_age_range',
  'outside_brand_years',
  'product_not_of_code',
  'maker_not_of_product',
  'unknown_maker',
  'lot_malformed',
  'lot_past_expiry',
  'brand_on_unspecified_code',
  'more_doses_than_plausible',
] as const;
export type NeedsReason = (typeof NEEDS_REASON)[number];

/** As the table writes codes: `03`, never `3`. */
const cvx = z.string().regex(/^\d{2,3}$/, 'not_a_code');
const mvx = z.string().regex(/^[A-Z]{2,3}$/, 'not_a_code');
/** An empty box is a blank. */
const blank = <T extends z.ZodType>(field: T) => z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), field.optional());
const share = z.number().min(0).max(1);

/** Where on the page it was read, in parts of its width and height. */
export const regionSchema = z
  .strictObject({ x: share, y: share, w: share, h: share })
  .refine(({ x, y, w, h }) => w > 0 && h > 0 && x + w <= 1.0001 && y + h <= 1.0001, 'outside_page');

export const evidenceSchema = z.strictObject({ documentId: publicId, page: z.number().int().min(1).max(500), region: regionSchema.optional() });

export const acceptedReasonSchema = z.strictObject({ problem: z.enum(NEEDS_REASON), reason: paragraph(300) });
export type AcceptedReason = z.output<typeof acceptedReasonSchema>;

const onceEach = (accepted: readonly AcceptedReason[]): boolean => new Set(accepted.map(({ problem }) => problem)).size === accepted.length;

export const recordDoseSchema = z.strictObject({
  caseId: publicId,
  patientId: publicId,
  cvx,
  tradeName: blank(line(100)),
  /** Unknown manufacturer: blank. */
  mvx: blank(mvx),
  lot: blank(line(40)),
  /** From the vial's label or the card; asked about and not kept. */
  lotExpiresOn: blank(fullDateText),
  givenOn: fullDateText,
  source: z.enum(PAPER_SOURCES),
  organization: blank(line(120)),
  confidential: z.boolean().default(false),
  evidence: evidenceSchema,
  acceptedReasons: z.array(acceptedReasonSchema).max(NEEDS_REASON.length).refine(onceEach, 'twice').default([]),
});
export type RecordDoseForm = z.input<typeof recordDoseSchema>;
export type RecordDoseInput = z.output<typeof recordDoseSchema>;

export const voidDoseSchema = z.strictObject({
  doseId: publicId,
  /** The version on screen: somebody else's change in between is a conflict. */
  version: z.number().int().min(0),
  reason: paragraph(500),
});
export type VoidDoseInput = z.output<typeof voidDoseSchema>;
