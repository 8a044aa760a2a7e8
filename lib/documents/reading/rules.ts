/** What a reviewer writes down from each kind of paper: the facts that the authority rules ask for by name. Pure. */
import type { Problem } from '@/lib/platform/outcome';
import type { EvidenceFacts } from '@/lib/policies/evidence';
import type { DocumentKind } from '../checklists';

/** A fact of one paper that is neither a tick nor its last day. */
export type ReadField = 'showsBirthDate' | 'address' | 'basis' | 'effect' | 'over' | 'springing' | 'revokedOn' | 'records' | 'signedOn' | 'signedBy' | 'signerRelation' | 'signerNamedOnRecord' | 'receiverName' | 'receiverAddress';
/** What was read, as a review sends it. */
export type ReadFacts = Partial<Pick<EvidenceFacts, Exclude<ReadField, 'address'>>> & { readonly address?: string; readonly holder?: 'subject' | 'requester'; readonly expiresOn?: string | null };

const ASKED: Readonly<Partial<Record<DocumentKind, readonly ReadField[]>>> = {
  photo_id: ['showsBirthDate', 'address'],
  guardianship: ['basis'],
  court_order: ['effect'],
  conservatorship: ['over'],
  power_of_attorney: ['springing', 'revokedOn'],
  health_care_representative: ['revokedOn'],
  release: ['records', 'signedOn', 'signedBy', 'signerRelation', 'signerNamedOnRecord', 'receiverName', 'receiverAddress'],
};

/** The facts of a kind, in the order of the form; those that hang on an earlier answer come with it. */
export function factsAsked(kind: DocumentKind, read: ReadFacts = {}): readonly ReadField[] {
  const bySomebody = read.signedBy === 'representative';
  return (ASKED[kind] ?? []).filter((field) => {
    if (field === 'signerRelation') return bySomebody;
    return field === 'signerNamedOnRecord' ? bySomebody && read.signerRelation === 'parent' : true;
  });
}

/** Without these an accepted paper would prove nothing, and nobody would see why. */
const NEEDED: readonly ReadField[] = ['basis', 'effect', 'over', 'springing', 'records', 'signedOn', 'signedBy', 'signerRelation', 'receiverName'];

const isRead = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The first things a reviewer has still to read from a paper that is to be accepted. */
export const unread = (kind: DocumentKind, read: ReadFacts): readonly ReadField[] => factsAsked(kind, read).filter((field) => NEEDED.includes(field) && !isRead(read[field]));

/**
 * What keeps a paper from being accepted although every tick is set. An ID of somebody who asks for another says whose it
 * is: a parent's own ID and the child's look alike in a list.
 */
export function readProblems(kind: DocumentKind, read: ReadFacts, { asksForAnother }: { readonly asksForAnother: boolean }): readonly Problem[] {
  const whose = asksForAnother && kind === 'photo_id' && read.holder === undefined ? [{ field: 'facts.holder', reason: 'holder_missing' }] : [];
  return [...whose, ...unread(kind, read).map((field) => ({ field: `facts.${field}`, reason: 'not_read' }))];
}
