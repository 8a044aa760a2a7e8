/** The unsaved state of each form of a case, as it is kept and read back. A form that changes its shape drops older drafts by itself. */
import { z } from 'zod';
import { readDraft } from '@/lib/documents/reading/schema';
import { NEEDS_REASON, PAPER_SOURCES } from '@/lib/immunizations/schema';
import { DEADLINE_REASONS } from './deadline';
import { choicesSchema, noteSchema } from './schema';

const words = z.string().max(4000);

export const noteDraft = z.strictObject({ text: words, mentions: z.array(z.strictObject({ id: z.string().max(40), name: words })).max(20) });
/** Whether a draft has the words of this note, as the note would have been saved from it. */
export const isDraftOf = (text: string) => (body: unknown): boolean => {
  const draft = noteDraft.safeParse(body);
  return draft.success && noteSchema.shape.text.safeParse(draft.data.text).data === text;
};
export const matchDraft = z.strictObject({ patient: z.string().max(40), reason: words, choices: choicesSchema });
export const correctDraft = z.strictObject({ choices: choicesSchema, documentId: z.string().max(40), reason: words });
export const reasonDraft = z.strictObject({ reason: words });
/** A move that asks for words, and some for a colleague. */
export const moveDraft = z.strictObject({ reason: words, staffId: z.string().max(40) });
export const bulkAnswers = z.strictObject({ reason: words, colleagueId: z.string().max(40), duplicateOf: z.string().max(40), wakeOn: z.string().max(40) });
export const waitDraft = z.strictObject({ picked: z.string().max(40), reason: words, wakeOn: z.string().max(40) });
const evidence = { documentId: z.string().max(40), proof: z.string().max(400) };
export const deadlineDraft = z.strictObject({ on: z.string().max(40), reason: z.enum([...DEADLINE_REASONS, '']), words: z.string().max(400), ...evidence });
export const proofDraft = z.strictObject(evidence);
export const closeDraft = z.strictObject({ outcome: z.string().max(40), reason: words, duplicateOf: z.string().max(40) });
export const sendDraft = z.strictObject({ records: z.array(z.enum(['full_record', 'covid_record'])), address: z.string().max(600) });
export const reviewFormDraft = z.strictObject({ ticks: z.record(z.string().max(40), z.boolean()), holder: z.enum(['requester', 'subject']), expiresOn: z.string().max(40), read: readDraft, reasons: z.array(z.string().max(10)), returning: z.boolean() });

/** Rows of the grid as they are typed; what the rules said about them is asked anew. */
const typedRow = z.strictObject({
  id: z.string().regex(/^row-\d{1,4}$/),
  number: z.int(),
  typed: words,
  vaccine: z.strictObject({ cvx: z.string(), label: z.string(), tradeName: z.string().nullable(), mvx: z.string().nullable() }).nullable(),
  givenOn: z.string().max(40),
  lot: z.string().max(40),
  sameAs: z.string().max(40).nullable(),
  another: z.record(z.string().max(40), words),
  reasons: z.partialRecord(z.enum(NEEDS_REASON), words),
});
export const dosesDraft = z.strictObject({ rows: z.array(typedRow).max(200), card: z.strictObject({ source: z.enum(PAPER_SOURCES), organization: z.string().max(120) }), page: z.int().min(1) });
export type DosesDraft = z.output<typeof dosesDraft>;

export type NoteDraft = z.output<typeof noteDraft>;
export type MatchDraft = z.output<typeof matchDraft>;
export type CorrectDraft = z.output<typeof correctDraft>;
export type BulkAnswers = z.output<typeof bulkAnswers>;
export type MoveDraft = z.output<typeof moveDraft>;
export type WaitDraft = z.output<typeof waitDraft>;
export type DeadlineDraft = z.output<typeof deadlineDraft>;
export type ProofDraft = z.output<typeof proofDraft>;
export type CloseDraft = z.output<typeof closeDraft>;
export type SendDraft = z.output<typeof sendDraft>;
export type ReviewFormDraft = z.output<typeof reviewFormDraft>;
