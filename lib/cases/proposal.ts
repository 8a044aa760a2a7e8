/** A correction as it waits for a second person: kept with the approval exactly as it will be applied. */
import { z } from 'zod';
import { choicesSchema } from './schema';

export const proposalSchema = z.strictObject({
  /** Ids of our own tables. */
  patientId: z.uuid(),
  documentId: z.uuid(),
  patientVersion: z.int(),
  choices: choicesSchema,
  changes: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  reason: z.string(),
});
export type Proposal = z.output<typeof proposalSchema>;
