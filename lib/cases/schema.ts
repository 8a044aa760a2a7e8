/** What the case workspace sends. Safe in the browser. */
import { z } from 'zod';
import { GLASS_FINDINGS, GLASS_REASONS } from '@/lib/patients/glass';
import { fullDateText, paragraph, publicId, requiredLine } from '@/lib/patients/schema';
import { DEADLINE_REASONS } from './deadline';
import { WAIT_CODES } from './waits';
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
/** A reason of the list, one's own words, or both; `wakeOn` is the office day on which what is on hold comes back by itself. */
export const waitSchema = z.strictObject({ caseId, state: z.enum(WAITS), code: z.enum(WAIT_CODES).optional(), reason: reason.optional(), wakeOn: fullDateText.optional() });
export const caseReasonSchema = z.strictObject({ caseId, reason });
export const reassignSchema = z.strictObject({ caseId, staffId: publicId, reason });
export const answerSchema = z.strictObject({ caseId, answer: reason });
export const beatSchema = z.strictObject({ caseId, editing: z.boolean(), leaving: z.boolean() });
export const joinSchema = z.strictObject({ caseId, intoId: publicId, reason });
export const declineJoinSchema = z.strictObject({ caseId, intoId: publicId });
export const unjoinSchema = z.strictObject({ joinId: publicId, reason });
/** `mentions`: colleagues whom the text names. */
export const noteSchema = z.strictObject({ caseId, text: paragraph(4000), mentions: z.array(publicId).max(20).default([]) });
export const linkSchema = z.strictObject({ caseId, patientId: publicId, reason: reason.optional() });
export const breakGlassSchema = z.strictObject({ caseId, reason: z.enum(GLASS_REASONS), words: reason });
export const endGlassSchema = z.strictObject({ openingId: publicId });
export const reviewGlassSchema = z.strictObject({ openingId: publicId, finding: z.enum(GLASS_FINDINGS), words: reason });
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
/** As people say it: `C-2041`. */
export const caseNumber = z.string().trim().toUpperCase().regex(/^C-[1-9]\d{3,6}$/, 'not_a_case_number');
/** `duplicateOf`: the case that a duplicate repeats. */
export const closeSchema = z.strictObject({ caseId, outcome: z.enum(OUTCOMES), reason: reason.optional(), duplicateOf: caseNumber.optional() });
export const reopenSchema = z.strictObject({ caseId, reason });
export const decideSchema = z.strictObject({ approvalId: publicId, decision: z.enum(['approved', 'refused']), reason: reason.optional() });

/** The version that was on screen: somebody else's change in between is a conflict, not a loss. */
const version = z.number().int().min(0);
const proofWords = requiredLine(100);
export const setDeadlineSchema = z.strictObject({
  caseId,
  version,
  on: fullDateText,
  reason: z.enum(DEADLINE_REASONS, 'reason_missing'),
  words: requiredLine(60).optional(),
  documentId: publicId.optional(),
  proof: proofWords.optional(),
});
export const removeDeadlineSchema = z.strictObject({ caseId, version, reason });
/** Proven by a document of the submission, by the words of who confirmed it, or by both. */
export const proveDeadlineSchema = z.strictObject({ caseId, version, documentId: publicId.optional(), proof: proofWords.optional() });
export const withdrawProofSchema = z.strictObject({ caseId, version, reason });
const viewId = publicId;
export const viewOnlySchema = z.strictObject({ viewId });
export const saveViewSchema = z.strictObject({ name: requiredLine(60), query: z.string().max(600) });
export const shareViewSchema = z.strictObject({ viewId, shared: z.boolean() });
export const bulkSchema = z
  .strictObject({
    action: z.enum(BULK_ACTIONS),
    caseIds: z.array(publicId).min(1).max(MOST_AT_ONCE).refine((ids) => new Set(ids).size === ids.length, 'twice'),
    reason: reason.optional(),
    colleagueId: publicId.optional(),
    duplicateOf: caseNumber.optional(),
    wakeOn: fullDateText.optional(),
  })
  .refine(({ action, reason: why }) => !BULK[action].reasonNeeded || why !== undefined, { path: ['reason'], error: 'reason_missing' })
  .refine(({ action, colleagueId }) => BULK[action].colleagueNeeded === undefined || colleagueId !== undefined, { path: ['colleagueId'], error: 'missing' })
  .refine(({ action, duplicateOf }) => BULK[action].originalNeeded === undefined || duplicateOf !== undefined, { path: ['duplicateOf'], error: 'which_case' })
  .refine(({ action, wakeOn }) => (BULK[action].dayNeeded === true) === (wakeOn !== undefined), { path: ['wakeOn'], error: 'missing' });
