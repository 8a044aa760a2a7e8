/** What may be kept as a draft, and under which key. Safe in the browser. */
import { z } from 'zod';

/** Forms whose unsaved words the desk keeps; a review has one for each document. */
export const DRAFT_FORMS = ['note', 'match', 'unlink', 'correct', 'doses', 'send', 'close'] as const;
export type DraftForm = (typeof DRAFT_FORMS)[number];

declare const draftKeyMark: unique symbol;
/** `case:<public id>:<form>`: what it is a draft of, and nothing of a person. */
export type DraftKey = string & { readonly [draftKeyMark]: true };

export const caseDraft = (caseId: string, form: DraftForm): DraftKey => `case:${caseId}:${form}` as DraftKey;
export const reviewDraft = (caseId: string, documentId: string): DraftKey => `case:${caseId}:review:${documentId}` as DraftKey;

const KEY = new RegExp(`^case:[A-Za-z0-9_-]{22}:(${DRAFT_FORMS.join('|')}|review:[A-Za-z0-9_-]{22})$`);
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

/** `over`: the mark of the words that this tab knows to be kept; null when it knows of none. */
const over = z.string().regex(/^-?\d{1,19}$/).nullable().default(null);
export const saveDraftSchema = z.strictObject({ key: draftKey, body: draftBody, over });
export type SavedDraft = z.output<typeof saveDraftSchema>;
/** Without a mark whatever is kept goes. */
export const discardDraftSchema = z.strictObject({ key: draftKey, over });
