/** What each page of the form asks, checked with the fields of the server's own schema. Blank boxes mean "not given". */
import { z } from 'zod';
import { addressSchema, birthOn, emailText, fullDateText, line, paragraph, personName, phoneText, requiredLine, sex } from '@/lib/patients/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import { MOST_SUBJECTS, RELATIONS } from '@/lib/submissions/schema';

const optional = <T>(schema: z.ZodType<T, string>) =>
  z.string().transform((text, context): T | undefined => {
    if (text.trim() === '') return undefined;
    const read = schema.safeParse(text.trim());
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? 'missing' });
    return z.NEVER;
  });

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.string('missing').pipe(z.enum(values, 'missing'));

const addressFields = z.strictObject({
  line1: addressSchema.shape.line1,
  line2: optional(line(100)),
  city: addressSchema.shape.city,
  state: z.string().trim().toUpperCase().pipe(addressSchema.shape.state),
  zip: addressSchema.shape.zip,
});

const typedAddress = z.strictObject({ line1: z.string(), line2: z.string(), city: z.string(), state: z.string(), zip: z.string() });

/** Nothing typed: no address; the state alone is our own suggestion. Half of one is asked for in full. */
const maybeAddress = typedAddress.transform((typed, context) => {
  if ([typed.line1, typed.line2, typed.city, typed.zip].every((text) => text.trim() === '')) return undefined;
  const read = addressFields.safeParse(typed);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});

const contact = z.strictObject({ phone: optional(phoneText), email: optional(emailText) }).superRefine(({ phone, email }, context) => {
  if (phone === undefined && email === undefined) context.addIssue({ code: 'custom', path: ['email'], message: 'missing' });
});

const deadline = (today: CalendarDate) =>
  z.strictObject({ needed: oneOf(['yes', 'no']), on: z.string(), reason: z.string() }).transform(({ needed, on, reason }, context) => {
    if (needed === 'no') return undefined;
    const read = z.strictObject({ on: fullDateText.refine((text) => text >= today, 'in_the_past'), reason: requiredLine(100) }).safeParse({ on, reason });
    if (read.success) return read.data;
    for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });

const person = { given: personName, middle: optional(line(100)), family: personName, suffix: optional(line(10)) };
const birth = { birthOn, sex: optional(sex) };

export const questionSchemas = (today: CalendarDate) => ({
  who: z.strictObject({ relation: oneOf(RELATIONS) }),
  you: z.strictObject({ given: personName, family: personName }),
  person: z.strictObject(person),
  birth: z.strictObject(birth),
  tried: z.strictObject({ phone: optional(phoneText), email: optional(emailText) }),
  address: maybeAddress,
  /** Besides the first, who has pages of their own. */
  children: z.strictObject({ children: z.array(z.strictObject({ ...person, ...birth })).max(MOST_SUBJECTS - 1) }),
  contact,
  delivery: z.strictObject({ delivery: oneOf(['mail', 'fax', 'portal']) }),
  wants: z.strictObject({ wants: z.array(z.enum(['full_record', 'covid_record'])).min(1, 'missing') }),
  mail: z.strictObject({ name: requiredLine(100), address: addressFields }),
  fax: z.strictObject({ faxNumber: z.string().trim().min(1, 'missing').pipe(phoneText) }),
  deadline: deadline(today),
  message: z.strictObject({ message: optional(paragraph(1000)) }),
});

export type QuestionSchemas = ReturnType<typeof questionSchemas>;
export type Question = keyof QuestionSchemas;
/** As typed. */
export type Answer<Q extends Question> = z.input<QuestionSchemas[Q]>;
export type Answers = { [Q in Question]?: Answer<Q> };
