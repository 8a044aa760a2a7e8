/** What the case workspace sends. Safe in the browser. */
import { z } from 'zod';
import { paragraph, publicId, requiredLine } from '@/lib/patients/schema';
import { BULK, BULK_ACTIONS, MOST_AT_ONCE } from './bulk';

export const CASE_FIELDS = ['given', 'family', 'birthOn', 'sex', 'phone', 'email', 'address'] as const;
export type CaseField = (typeof CASE_FIELDS)[number];

export const WAITS = ['waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold'] as const;
export const OUTCOMES = [
  'fixed',
  'copy_sent',
  'doses_added',
  'referred_elsewhere',
  'no_connecticut_record',
  'cannot_use_portal',
  'refused',
  'unanswered',
  'withdrawn',
  'duplicate',
  'spam',
  'suspected_false',
] as const;
export type CaseOutcome = (typeof OUTCOMES)[number];

const caseId = publicId;
const reason = paragraph(500);

export const caseOnlySchema = z.strictObject({ caseId });
export const releaseClaimSchema = z.strictObject({ caseId, reason: z.enum(['put_back', 'passed_on']) });
export const waitSchema = z.strictObject({ caseId, state: z.enum(WAITS), reason });
export const noteSchema = z.strictObject({ caseId, text: paragraph(4000) });
export const linkSchema = z.strictObject({ caseId, patientId: publicId, reason: reason.optional() });
export const unlinkSchema = z.strictObject({ caseId, reason });
/** Per field: use what was submitted, or keep what the record has. */
export const choicesSchema = z.partialRecord(z.enum(CASE_FIELDS), z.enum(['use_submitted', 'keep']));
export type Choices = z.output<typeof choicesSchema>;
export const correctSchema = z.strictObject({
  caseId,
  /** The patient's version that was on screen: somebody else's change in between is a conflict, not a loss. */
  patientVersion: z.number().int().min(0),
  choices: choicesSchema,
  reason,
  documentId: publicId,
});
export const rehearseSchema = z.strictObject({ caseId, choices: choicesSchema });
export const closeSchema = z.strictObject({ caseId, outcome: z.enum(OUTCOMES), reason: reason.optional() });
export const reopenSchema = z.strictObject({ caseId, reason });
export const decideSchema = z.strictObject({ approvalId: publicId, decision: z.enum(['approved', 'refused']), reason: reason.optional() });

const viewId = publicId;
export const viewOnlySchema = z.strictObject({ viewId });
export const saveViewSchema = z.strictObject({ name: requiredLine(60), query: z.string().max(600) });
export const shareViewSchema = z.strictObject({ viewId, shared: z.boolean() });
export const assignSchema = z.strictObject({ caseId, colleagueId: publicId });
export const bulkSchema = z
  .strictObject({
    action: z.enum(BULK_ACTIONS),
    caseIds: z.array(publicId).min(1).max(MOST_AT_ONCE).refine((ids) => new Set(ids).size === ids.length, 'twice'),
    reason: reason.optional(),
    colleagueId: publicId.optional(),
  })
  .refine(({ action, reason: why }) => !BULK[action].reasonNeeded || why !== undefined, { path: ['reason'], error: 'reason_missing' })
  .refine(({ action, colleagueId }) => BULK[action].colleagueNeeded === undefined || colleagueId !== undefined, { path: ['colleagueId'], error: 'missing' });
