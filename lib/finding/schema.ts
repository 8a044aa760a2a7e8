import { z } from 'zod';
import { addressSchema, birthOn, emailText, line, phoneText, requiredLine, zipText } from '@/lib/patients/schema';

const name = line(100).optional();

/**
 * What somebody types while the caller speaks: one box for anything they say, in any order, and fields for who knows which is which.
 * Empty fields are left out; something must be there.
 */
export const searchSchema = z
  .strictObject({
    text: line(200).optional(),
    family: name,
    given: name,
    birthOn: birthOn.optional(),
    phone: phoneText.optional(),
    email: emailText.optional(),
    street: requiredLine(100).pipe(addressSchema.shape.line1).optional(),
    zip: zipText.optional(),
  })
  .refine((asked) => Object.values(asked).some((value) => value !== undefined && value.length >= 2), { message: 'too_short', path: ['text'] })
  .refine((asked) => (asked.street === undefined) === (asked.zip === undefined), { message: 'street_and_zip', path: ['zip'] });
export type Asked = z.output<typeof searchSchema>;
