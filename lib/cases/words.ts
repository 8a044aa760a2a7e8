/** Stored codes in the words of `labels.ts`: the tables there are typed, what stands in a row is text. */
import { asDocumentKind } from '@/lib/documents/checklists';
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import type { CaseKind } from '@/lib/policies/case-kinds';
import { asRelation } from '@/lib/policies/evidence';
import { RELATION_WORDS } from '@/lib/policies/labels';
import { CASE_KIND_WORDS, CASE_STATE_WORDS } from './labels';
import type { CaseState } from './types';

export const caseKindWords = (kind: CaseKind): string => CASE_KIND_WORDS[kind];
export const caseStateWords = (state: CaseState): string => CASE_STATE_WORDS[state];
export const relationWords = (relation: string): string => RELATION_WORDS[asRelation(relation)];
export const documentWords = (kind: string): string => DOCUMENT_KIND_WORDS[asDocumentKind(kind)].full;
export const documentBadgeWords = (kind: string): string => DOCUMENT_KIND_WORDS[asDocumentKind(kind)].short;
