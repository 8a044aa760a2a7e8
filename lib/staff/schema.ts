import { z } from 'zod';

const code = z.string().regex(/^\d{6}$/);

/** What the sign-in form sends: one factor alone reaches nothing. */
export const signInSchema = z.strictObject({
  email: z.email().max(254).transform((value) => value.toLowerCase()),
  password: z.string().min(1).max(200),
  code,
});

export const unlockSchema = z.strictObject({ password: z.string().min(1).max(200) });
export const stepUpSchema = z.strictObject({ password: z.string().min(1).max(200), code });

/** First-day tours, each of one page. */
export const TOURS = ['queue', 'case'] as const;
export type Tour = (typeof TOURS)[number];
export const seeTourSchema = z.strictObject({ tour: z.enum(TOURS) });
