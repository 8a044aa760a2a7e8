/** From an accepted review to what the authority rules may count: its facts, and what its ticks say without being typed again. */
import { z } from 'zod';
import { asCalendarDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { EVIDENCE_KINDS, RELATIONS } from '@/lib/policies/evidence';
import type { Evidence } from '@/lib/policies/evidence';
import type { DocumentKind, Ticks } from './checklists';

const date = z.string().transform((text, context): CalendarDate => {
  const on = asCalendarDate(text);
  if (on !== null) return on;
  context.addIssue({ code: 'custom', message: 'not_a_date' });
  return z.NEVER;
});

/** Facts that a reviewer reads from a document, as stored with the review. */
export const evidenceFactsSchema = z.object({
  expiresOn: date.nullable().optional(),
  showsBirthDate: z.boolean().optional(),
  holder: z.enum(['subject', 'requester']).optional(),
  basis: z.enum(['decree', 'temporary_custody']).optional(),
  effect: z.enum(['ends_right', 'limits_right', 'terminates_parental_rights', 'protects', 'none']).optional(),
  over: z.enum(['person', 'estate', 'both']).optional(),
  coversRecords: z.boolean().optional(),
  revokedOn: date.nullable().optional(),
  springing: z.enum(['no', 'event_shown', 'event_not_shown']).optional(),
  witnesses: z.number().int().min(0).optional(),
  records: z.array(z.enum(['full_record', 'covid_record'])).readonly().optional(),
  signedBy: z.enum(['subject', 'representative']).optional(),
  signedOn: date.optional(),
  signerRelation: z.enum(RELATIONS).optional(),
  signerNamedOnRecord: z.boolean().optional(),
  receiverName: z.string().max(200).optional(),
  receiverAddress: z.string().max(300).optional(),
});

/** What an accepted document proves; null for kinds that prove no authority (a vaccination card, a lease). Throws ZodError when stored facts are not facts. */
export function asEvidence(kind: DocumentKind, ticks: Ticks, facts: unknown): Evidence | null {
  const evidence = EVIDENCE_KINDS.find((known) => known === kind);
  if (evidence === undefined) return null;
  const ticked = {
    ...(ticks.powers_cover_records ? { coversRecords: true } : {}),
    ...(ticks.two_witnesses ? { witnesses: 2 } : {}),
  };
  return { kind: evidence, facts: { ...ticked, ...evidenceFactsSchema.parse(facts) } };
}
