/** What came in, as plain objects, and where its case stands today. */
import type { Specimen, SpecimenLook } from '../specimens/types';
import type { Place } from './rows';
import type { Sex } from './types';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { DocumentKind } from '@/lib/documents/checklists';
import type { CorrectedField, RiskCode } from '@/lib/patients/risk';
import type { CaseKind } from '@/lib/policies/case-kinds';
import type { EvidenceFacts } from '@/lib/policies/evidence';

export type CastRelation = 'self' | 'parent' | 'guardian' | 'power_of_attorney' | 'conservator' | 'executor' | 'employer' | 'school' | 'provider' | 'other';
export type CastOutcome =
  | 'fixed' | 'copy_sent' | 'doses_added' | 'referred_elsewhere' | 'no_connecticut_record' | 'cannot_use_portal'
  | 'refused' | 'unanswered' | 'withdrawn' | 'duplicate' | 'spam' | 'suspected_false';
export type CastState = 'new' | 'in_progress' | 'waiting_on_requester' | 'waiting_on_provider' | 'waiting_on_registry' | 'on_hold' | 'needs_second_review' | 'ready_to_send' | 'closed';

/** What made the portal miss them; null where nothing did. */
export type Defect =
  | 'new_phone' | 'new_email' | 'day_month_swapped' | 'birth_digit' | 'married_name' | 'hyphen_added' | 'second_surname_left_out' | 'nickname'
  | 'diacritics_lost' | 'typo' | 'sex_differs' | 'parent_contact_ended' | 'no_contact_on_record' | 'moved' | 'three_fields';

/** As the reviewer's form would write it (lib/documents): ticks follow from the kind's list and the reasons. */
export type CastReview = { readonly decision: 'accepted' | 'returned'; readonly reasons: readonly string[] };

export type CastDocument = {
  readonly kind: DocumentKind;
  readonly specimen: Specimen;
  readonly look: SpecimenLook;
  readonly format: 'image' | 'pdf';
  /** What stands on it that later rules need, for a review that accepts it. */
  readonly facts: EvidenceFacts & { readonly holder?: 'subject' | 'requester' };
  /** Null while nobody has looked. */
  readonly review: CastReview | null;
};

export type CastSubject = {
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  readonly birthOn: PartialDate | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Place | null;
  /** Whom it is about in truth; null: nobody in the registry. */
  readonly patientKey: string | null;
  readonly defect: Defect | null;
};

/** Where the case of every subject of the submission stands. */
export type CastProgress = {
  readonly state: CastState;
  readonly outcome: CastOutcome | null;
  /** Who has it, or had it last. */
  readonly staffKey: string | null;
  readonly claimedAt: Date | null;
  readonly linked: boolean;
  readonly wait: { readonly reason: string; readonly fromAt: Date; readonly stopsClock: boolean } | null;
  /** What waits for a second person: the fields to be taken from the submission, why, and at what risk. */
  readonly secondReview: { readonly reason: string; readonly risks: readonly RiskCode[]; readonly fields: readonly CorrectedField[] } | null;
  /** What was mended before the case ended: the record of the cast is the one after. */
  readonly corrections: readonly { readonly field: CorrectedField; readonly before: string | null; readonly after: string | null }[];
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
  /** The submission that this one repeats. */
  readonly duplicateOf: string | null;
  readonly note: string | null;
};

export type CastSubmission = {
  readonly key: string;
  /** Only of those that screens and tests call by number. */
  readonly caseNumber: number | null;
  /** What the requester quotes: `S-7K4M-92QX-3TFW`. */
  readonly reference: string;
  readonly kind: CaseKind;
  readonly channel: 'form' | 'mail' | 'fax' | 'phone';
  readonly language: 'en' | 'es';
  readonly receivedAt: Date;
  readonly relation: CastRelation;
  readonly requester: { readonly given: string; readonly family: string };
  readonly organization: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly subjects: readonly CastSubject[];
  readonly wants: readonly ('full_record' | 'covid_record')[];
  readonly delivery: 'mail' | 'fax' | 'portal';
  readonly mailTo: (Place & { readonly name: string }) | null;
  readonly faxNumber: string | null;
  readonly deadline: { readonly on: CalendarDate; readonly reason: string } | null;
  readonly message: string | null;
  readonly documents: readonly CastDocument[];
  readonly progress: CastProgress;
};
