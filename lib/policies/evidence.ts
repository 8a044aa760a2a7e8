/**
 * What can show that somebody may have a record: who asks, which documents were accepted, and the facts read from them.
 * A document only counts here once a person accepted it; the ticks of its checklist are then all true.
 */
import type { CalendarDate } from '@/lib/platform/dates';

export const RELATIONS = [
  'self',
  'parent',
  'guardian',
  'foster_parent',
  'child_protection',
  'power_of_attorney',
  'health_care_representative',
  'conservator',
  'executor',
  'employer',
  'school',
  'provider',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A stored relation code; whatever is not ours is `other`, which a supervisor routes. */
export const asRelation = (text: string): Relation => RELATIONS.find((relation) => relation === text) ?? 'other';

export type RecordKind = 'full_record' | 'covid_record';

export const EVIDENCE_KINDS = [
  'photo_id',
  'supporting_id',
  'birth_certificate',
  'guardianship',
  'court_order',
  'emancipation_order',
  'agency_id',
  'commitment_order',
  'conservatorship',
  'power_of_attorney',
  'health_care_representative',
  'incapacity_certificate',
  'fiduciary_certificate',
  'release',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Read from the document by the reviewer; each rule names the facts it needs, and a fact not written down proves nothing. */
export type EvidenceFacts = {
  readonly expiresOn?: CalendarDate | null;
  /** Photo ID: whether it shows a date of birth at all. */
  readonly showsBirthDate?: boolean;
  /** ID: whose it is, where somebody asks for another. */
  readonly holder?: 'subject' | 'requester';
  /** Guardianship: a decree, or a custody that a court has yet to settle. */
  readonly basis?: 'decree' | 'temporary_custody';
  /** Court order: what it does to the requester's right. */
  readonly effect?: 'ends_right' | 'limits_right' | 'terminates_parental_rights' | 'protects' | 'none';
  /** Conservatorship: over the person, the estate, or both. */
  readonly over?: 'person' | 'estate' | 'both';
  /** Power of attorney, representative: whether health or registry records are among the powers. */
  readonly coversRecords?: boolean;
  readonly revokedOn?: CalendarDate | null;
  /** Power of attorney that takes effect on an event: whether the event is shown. */
  readonly springing?: 'no' | 'event_shown' | 'event_not_shown';
  readonly witnesses?: number;
  /** Release: what it covers, and who signed it in which capacity. */
  readonly records?: readonly RecordKind[];
  readonly signedBy?: 'subject' | 'representative';
  readonly signedOn?: CalendarDate;
  readonly signerRelation?: Relation;
  readonly signerNamedOnRecord?: boolean;
  /** Release: who receives the copy, and at which address. */
  readonly receiverName?: string;
  readonly receiverAddress?: string;
};

export type Evidence = { readonly kind: EvidenceKind; readonly facts: EvidenceFacts };
