/** What may be kept as a draft, and under which key. Safe in the browser. */
import { z } from 'zod';

/** Forms of the work on a case: with its end nothing of them can be saved any more. */
export const WORK_FORMS = ['match', 'unlink', 'correct', 'doses', 'send', 'close', 'wait', 'hold', 'escalate', 'answer', 'second_review', 'take_back', 'reassign', 'recall', 'deadline', 'deadline_proof', 'deadline_removal', 'proof_withdrawal'] as const;
/** Forms whose unsaved words the desk keeps. A review has one for each document, a join to be taken out one for each join. */
const DRAFT_FORMS = [...WORK_FORMS, 'note', 'reopen'] as const;
export type DraftForm = (typeof DRAFT_FORMS)[number];

declare const draftKeyMark: unique symbol;
/** `case:<public id>:<form>`, `calendar:<form>` or `queue:bulk:<action>`: what it is a draft of, and nothing of a person. */
export type DraftKey = string & { readonly [draftKeyMark]: true };

export const caseDraft = (caseId: string, form: DraftForm): DraftKey => `case:${caseId}:${form}` as DraftKey;
export const reviewDraft = (caseId: string, documentId: string): DraftKey => `case:${caseId}:review:${documentId}` as DraftKey;
export const unjoinDraft = (caseId: string, joinId: string): DraftKey => `case:${caseId}:unjoin:${joinId}` as DraftKey;
export const closureDraft = 'calendar:closure' as DraftKey;
/** Of the day on which the office opens after all. */
export const openingDraft = (on: string): DraftKey => `calendar:opening:${on}` as DraftKey;
/** Of the words for a move of several cases at once. */
export const bulkDraft = (action: string): DraftKey => `queue:bulk:${action}` as DraftKey;

const KEY = new RegExp(`^(case:[A-Za-z0-9_-]{22}:(${DRAFT_FORMS.join('|')}|(review|unjoin):[A-Za-z0-9_-]{22})|queue:bulk:[a-z_]{1,30}|calendar:(closure|opening:\\d{4}-\\d{2}-\\d{2}))$`);
export const draftKey = z.string().regex(KEY).transform((text) => text as DraftKey);

/** A page of notes and a long card fit many times over; nobody types more by hand. */
export const MOST_DRAFT_CHARACTERS = 32_000;

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
const UNKEPT = /\\u(0000|d[89a-f][0-9a-f]{2})/i;

const draftBody = z
  .record(z.string().max(60), z.json())
  .refine((body) => JSON.stringify(body).length <= MOST_DRAFT_CHARACTERS, 'too_long')
  .refine((body) => !UNKEPT.test(JSON.stringify(body)), 'hidden_characters');

/** Of one person; with the length of each it bounds what somebody can heap up. */
export const MOST_DRAFTS = 500;

/** The mark of the words that this tab knows to be kept; `over` is null when it knows of none. */
const mark = z.string().regex(/^-?\d{1,19}$/);
export const saveDraftSchema = z.strictObject({ key: draftKey, body: draftBody, over: mark.nullable().default(null) });
export type SavedDraft = z.output<typeof saveDraftSchema>;
/** Only the words of this mark go. */
export const discardDraftSchema = z.strictObject({ key: draftKey, over: mark });
