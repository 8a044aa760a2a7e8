/** The public form: who asks, about whom, what they want, where it goes. */
import { z } from 'zod';
import { addressSchema, birthOn, emailText, fullDateText, line, paragraph, personName, phoneText, requiredLine, sex } from '@/lib/patients/schema';

export const RELATIONS = ['self', 'parent', 'guardian', 'power_of_attorney', 'conservator', 'other'] as const;

/** One form names so many people at most: a parent with their children. */
export const MOST_SUBJECTS = 8;

export const subjectSchema = z.strictObject({
  given: personName,
  middle: line(100).optional(),
  family: personName,
  suffix: line(10).optional(),
  birthOn,
  sex: sex.optional(),
  /** What the portal was tried with. */
  phone: phoneText.optional(),
  email: emailText.optional(),
  address: addressSchema.optional(),
});

/** A request however it came: by the form, or in a letter that the mail room scans in. */
export const requestFields = {
  language: z.enum(['en', 'es']),
  relation: z.enum(RELATIONS),
  requester: z.strictObject({ given: personName, family: personName }),
  email: emailText.optional(),
  phone: phoneText.optional(),
  subjects: z.array(subjectSchema).min(1).max(MOST_SUBJECTS),
  wants: z.array(z.enum(['full_record', 'covid_record'])).max(2),
  delivery: z.enum(['mail', 'fax', 'portal']),
  mailTo: z.strictObject({ name: requiredLine(100), address: addressSchema }).optional(),
  faxNumber: phoneText.optional(),
  deadline: z.strictObject({ on: fullDateText, reason: requiredLine(100) }).optional(),
  message: paragraph(1000).optional(),
};

type Way = { readonly delivery: 'mail' | 'fax' | 'portal'; readonly mailTo?: object; readonly faxNumber?: string };
/** The field that the chosen way asks for and that is not there. */
export const missingForWay = ({ delivery, mailTo, faxNumber }: Way): 'mailTo' | 'faxNumber' | null =>
  delivery === 'mail' && mailTo === undefined ? 'mailTo' : delivery === 'fax' && faxNumber === undefined ? 'faxNumber' : null;

export const submissionSchema = z
  .strictObject({
    kind: z.literal('record_not_found'),
    ...requestFields,
  })
  .superRefine((form, context) => {
    const miss = (field: string): void => context.addIssue({ code: 'custom', path: [field], message: 'missing' });
    if (form.email === undefined && form.phone === undefined) miss('email');
    const way = missingForWay(form);
    if (way !== null) miss(way);
    if (form.delivery !== 'portal' && form.wants.length === 0) miss('wants');
  });

export type SubmissionForm = z.input<typeof submissionSchema>;
export type SubmissionInput = z.output<typeof submissionSchema>;
