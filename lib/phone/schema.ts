import { z } from 'zod';
import { birthOn, requiredLine } from '@/lib/patients/schema';

/** What an agent types while the caller speaks: parts of the name in any order, and the date of birth where it is known. */
export const searchSchema = z.strictObject({
  name: requiredLine(100).refine((text) => text.length >= 2, 'too_short'),
  birthOn: birthOn.optional(),
});
