/** Fields of a person, as forms send them. Safe in the browser. */
import { z } from 'zod';
import { asCalendarDate, asPartialDate } from '@/lib/platform/dates';

/** Control, bidirectional and zero-width characters: nobody has them in a name, and they hide what is there. */
const HIDDEN = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** One line of words, NFC, without hidden characters. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too_long')
    .refine((text) => !HIDDEN.test(text), 'hidden_characters')
    .transform((text) => text.normalize('NFC'));

export const requiredLine = (most: number) => line(most).refine((text) => text.length > 0, 'missing');

/** Several lines of words: a note, a reason. */
export const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'missing')
    .max(most, 'too_long')
    .refine((text) => !HIDDEN.test(text.replace(/[\n\t]/g, '')), 'hidden_characters')
    .transform((text) => text.normalize('NFC'));

export const personName = requiredLine(100);

export const birthOn = z.string().refine((text) => asPartialDate(text) !== null, 'not_a_date');
export const fullDateText = z.string().refine((text) => asCalendarDate(text) !== null, 'not_a_date');

export const sex = z.enum(['F', 'M', 'X']);

/** One address and no list: what a mail library's parser would take for several is refused here (security requirements 13). */
export const emailText = z.email('not_an_email').max(254, 'too_long').transform((text) => text.toLowerCase());

/** As people write a phone number; the server reads it with the numbering plan. */
export const phoneText = z.string().trim().regex(/^\+?[\d\s().-]{10,24}$/, 'not_a_phone').refine((text) => text.replace(/\D/g, '').length >= 10, 'not_a_phone');

export const zipText = z.string().trim().regex(/^\d{5}(-\d{4})?$/, 'not_a_zip');

export const addressSchema = z.strictObject({
  line1: requiredLine(100),
  line2: line(100).optional(),
  city: requiredLine(60),
  state: z.string().regex(/^[A-Z]{2}$/, 'not_a_state'),
  zip: zipText,
});
export type Address = z.output<typeof addressSchema>;

export const publicId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
