import { z } from 'zod';
import { STAFF_ROLES } from '@/lib/access/roles';

const sixDigits = z.string().regex(/^\d{6}$/, 'six_digits');

/** What the sign-in form sends: one factor alone reaches nothing. */
export const signInSchema = z.strictObject({
  email: z.email().max(254).transform((value) => value.toLowerCase()),
  password: z.string().min(1).max(200),
  /** Six digits of an authenticator, or a recovery code. */
  code: z.string().min(6).max(40),
});

export const unlockSchema = z.strictObject({ password: z.string().min(1).max(200) });
export const stepUpSchema = z.strictObject({ password: z.string().min(1).max(200), code: sixDigits });

const publicId = z.string().regex(/^[\w-]{22}$/);
const token = z.string().regex(/^[\w-]{43}$/);
const password = z.string().min(1).max(1000);
const reason = z.string().trim().min(1, 'missing').max(200).refine((text) => !/\p{C}/u.test(text), 'unreadable');
const version = z.int().min(0);
/** Letters of any script, as people write their names. */
const name = z.string().trim().min(2, 'missing').max(100).transform((text) => text.normalize('NFC')).refine((text) => /^[\p{L}\p{M}][\p{L}\p{M} .'’ʻ-]*$/u.test(text), 'unreadable');
/** One plain address: what a mail library could read as a list is none (security requirements 13). */
const email = z.string().trim().toLowerCase().pipe(z.email('not_an_address').max(254)).refine((text) => !/[\s,;:<>"()[\]\\]/.test(text), 'not_an_address');
const roles = z.array(z.enum(STAFF_ROLES)).min(1, 'missing').max(STAFF_ROLES.length).transform((list) => STAFF_ROLES.filter((role) => list.includes(role)));

export const joinSchema = z.strictObject({ token, password, offer: z.string().max(500), code: sixDigits });
export const choosePasswordSchema = z.strictObject({ token, password, code: z.string().min(6).max(40) });
export const enrolSchema = z.strictObject({ token, password, offer: z.string().max(500), code: sixDigits });
export const changePasswordSchema = z.strictObject({ current: password, password });

export const inviteSchema = z.strictObject({ name, email, roles, languages: z.array(z.enum(['en', 'es'])).min(1, 'missing').max(2) });
export const aboutStaffSchema = z.strictObject({ staff: publicId });
export const accountChangeSchema = z.strictObject({ staff: publicId, version, reason });
export const setRolesSchema = z.strictObject({ staff: publicId, version, roles });
export const endSessionSchema = z.strictObject({ session: publicId });
export const linkResultSchema = z.discriminatedUnion('result', [
  z.strictObject({ linkId: z.uuid(), result: z.literal('sent'), providerRef: z.string().max(200) }),
  z.strictObject({ linkId: z.uuid(), result: z.enum(['failed', 'unknown']), reason: z.string().regex(/^[a-z_]{3,40}$/) }),
]);

/** First-day tours, each of one page. */
export const TOURS = ['queue', 'case'] as const;
export type Tour = (typeof TOURS)[number];
export const seeTourSchema = z.strictObject({ tour: z.enum(TOURS) });
