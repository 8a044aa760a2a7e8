/**
 * The kinds of document and what a reviewer looks at on each. A document is accepted only with every tick of its list.
 * The release follows 45 CFR 164.508(c)(1) and (2) element by element; the statements on revocation and redisclosure are among them.
 */
import { EVIDENCE_KINDS } from '@/lib/policies/evidence';

export const DOCUMENT_KINDS = [...EVIDENCE_KINDS, 'name_change', 'vaccination_proof', 'residence_proof', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A stored kind code; whatever is not ours is `other`. */
export const asDocumentKind = (text: string): DocumentKind => DOCUMENT_KINDS.find((kind) => kind === text) ?? 'other';

export const CHECKLISTS = {
  photo_id: ['photo_present', 'name_agrees', 'birth_date_agrees', 'not_expired', 'readable'],
  supporting_id: ['name_agrees', 'birth_date_agrees', 'issuer_identifiable', 'readable'],
  birth_certificate: ['official_copy', 'child_named', 'parent_named', 'readable'],
  guardianship: ['seal_or_docket', 'child_named', 'guardian_named', 'in_force', 'readable'],
  court_order: ['seal_or_docket', 'parties_named', 'effect_read', 'in_force', 'readable'],
  emancipation_order: ['seal_or_docket', 'person_named', 'in_force', 'readable'],
  agency_id: ['photo_present', 'worker_named', 'agency_named', 'not_expired', 'readable'],
  commitment_order: ['seal_or_docket', 'child_named', 'agency_named', 'in_force', 'readable'],
  conservatorship: ['seal_or_docket', 'person_named', 'conservator_named', 'scope_read', 'in_force', 'readable'],
  power_of_attorney: ['principal_named', 'agent_named', 'powers_cover_records', 'signed', 'in_force', 'readable'],
  health_care_representative: ['principal_named', 'representative_named', 'two_witnesses', 'signed', 'readable'],
  incapacity_certificate: ['person_named', 'physician_signed', 'in_force', 'readable'],
  fiduciary_certificate: ['seal_or_docket', 'person_named', 'fiduciary_named', 'in_force', 'readable'],
  release: [
    'says_what',
    'discloser_named',
    'receiver_named',
    'purpose_given',
    'expiry_given',
    'signed_and_dated',
    'signer_authority_shown',
    'revocation_statement',
    'redisclosure_statement',
    'readable',
  ],
  name_change: ['decree_or_certificate', 'former_name_agrees', 'new_name_agrees', 'readable'],
  vaccination_proof: ['patient_named', 'vaccine_and_date', 'issuer_identifiable', 'readable'],
  residence_proof: ['name_agrees', 'connecticut_address', 'recent', 'readable'],
  other: ['readable'],
} as const satisfies Readonly<Record<DocumentKind, readonly string[]>>;

export type ChecklistItem = (typeof CHECKLISTS)[DocumentKind][number];
export type Ticks = Readonly<Partial<Record<ChecklistItem, boolean>>>;

/** Facts of a review that decide which items can be asked. */
export type ReviewFacts = {
  /** `yyyy-mm-dd`, where the document ends. */
  readonly expiresOn?: string | null;
  /** False: an ID that shows no date of birth. A second document is asked for instead (authority rules). */
  readonly showsBirthDate?: boolean;
  /** Whose document it is: a parent's or agent's birth date stands on no record of ours to agree with. */
  readonly holder?: 'subject' | 'requester';
};

/** Kinds that show who somebody is, and so could be the requester's or the person's own. */
export const showsAPerson = (kind: DocumentKind): boolean => kind === 'photo_id' || kind === 'supporting_id';

/** The items that must be ticked to accept this document. */
export function checklistOf(kind: DocumentKind, facts: ReviewFacts = {}): readonly ChecklistItem[] {
  const items: readonly ChecklistItem[] = CHECKLISTS[kind];
  const nothingToCompare = facts.holder === 'requester' || (kind === 'photo_id' && facts.showsBirthDate === false);
  return showsAPerson(kind) && nothingToCompare ? items.filter((item) => item !== 'birth_date_agrees') : items;
}
