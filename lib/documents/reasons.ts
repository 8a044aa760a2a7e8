/** The coded reasons for returning a document. They become the letter to the requester, so both languages stand here. */
import { checklistOf } from './checklists';
import type { DocumentKind, ReviewFacts, Ticks } from './checklists';
import { FAMILY_REASONS } from './family-reasons';
import { IDENTITY_REASONS } from './identity-reasons';
import { RECORD_REASONS } from './record-reasons';
import { REPRESENTATIVE_REASONS } from './representative-reasons';
import type { ReturnReason } from './return-reason';

export const RETURN_REASONS: readonly ReturnReason[] = [...IDENTITY_REASONS, ...FAMILY_REASONS, ...REPRESENTATIVE_REASONS, ...RECORD_REASONS];

export const findReason = (code: string): ReturnReason | null => RETURN_REASONS.find((reason) => reason.code === code) ?? null;

/** The reasons a reviewer can choose from, those of the kind itself first. */
export const reasonsFor = (kind: DocumentKind): readonly ReturnReason[] => RETURN_REASONS.filter((reason) => reason.kinds.includes(kind));

export const reasonFits = (code: string, kind: DocumentKind): boolean => reasonsFor(kind).some((reason) => reason.code === code);

/** The kind's own reasons for the ticks that are not set, offered first: nobody should look for what they just unticked. */
export function suggestedReasons(kind: DocumentKind, ticks: Ticks, facts: ReviewFacts = {}): readonly ReturnReason[] {
  const open = checklistOf(kind, facts).filter((item) => ticks[item] !== true);
  return reasonsFor(kind).filter((reason) => reason.item !== null && open.includes(reason.item));
}
