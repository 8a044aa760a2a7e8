/** Stored codes in the words of `labels.ts`: the tables there are typed, what stands in a row is text. */
import { asDocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import type { CaseKind } from '@/lib/policies/case-kinds';
import { asRelation } from '@/lib/policies/evidence';
import { RELATION_WORDS } from '@/lib/policies/labels';
import { CASE_KIND_WORDS, CASE_STATE_WORDS } from './labels';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Deadline } from './deadline';
import type { CaseState } from './types';

export const caseKindWords = (kind: CaseKind): string => CASE_KIND_WORDS[kind];
export const caseStateWords = (state: CaseState): string => CASE_STATE_WORDS[state];
export const relationWords = (relation: string): string => RELATION_WORDS[asRelation(relation)];
export const documentWords = (kind: string): string => DOCUMENT_KIND_WORDS[asDocumentKind(kind)].full;
export const documentBadgeWords = (kind: string): string => DOCUMENT_KIND_WORDS[asDocumentKind(kind)].short;

type DeadlineRow = { readonly deadlineOn: CalendarDate | null; readonly deadlineReason: string | null; readonly deadlineProvenAt: Date | null; readonly deadlineProof: string | null; readonly deadlineDocumentId: string | null };

/** The deadline of a case as its row has it; a document without words of its own is named by its kind. */
export function deadlineOf(row: DeadlineRow, documents: readonly { readonly id: string; readonly kind: string }[]): Deadline | null {
  if (row.deadlineOn === null) return null;
  const kind = documents.find(({ id }) => id === row.deadlineDocumentId)?.kind;
  const proof = row.deadlineProof ?? (kind === undefined ? 'proven' : documentWords(kind).toLowerCase());
  return { on: row.deadlineOn, reason: row.deadlineReason, proof: row.deadlineProvenAt === null ? null : proof };
}
