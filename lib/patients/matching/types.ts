/** What matching is given and what it answers: plain values, so that pages, jobs and tests hand in the same. */
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';

export type Sex = 'F' | 'M' | 'X';

export type PersonName = { readonly given: string; readonly middle?: string | null; readonly family: string; readonly suffix?: string | null };

export type PostalAddress = {
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
};

/** The person as a submission describes them. Blank text is missing. */
export type Subject = PersonName & {
  readonly birthOn: PartialDate | null;
  readonly sex?: Sex | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly address?: PostalAddress | null;
};

export type RecordedName = PersonName & {
  readonly use: 'current' | 'former' | 'alias';
  /** It matches, but it is never shown. */
  readonly hidden: boolean;
};

export type RecordedContact = {
  readonly kind: 'phone' | 'email';
  readonly value: string;
  readonly owner: 'self' | 'parent' | 'guardian' | 'clinic' | 'shared';
  readonly portalUse: boolean;
  /** False: a landline, which takes no code. Null: not known. */
  readonly mobile?: boolean | null;
  readonly endedAt?: Date | string | null;
  readonly badAt?: Date | string | null;
};

export type RecordedAddress = PostalAddress & { readonly current: boolean };

/** A patient as the registry knows them: every name, contact and address, past and present. */
export type PatientFacts = {
  readonly publicId: string;
  readonly names: readonly RecordedName[];
  readonly birthOn: PartialDate | null;
  readonly sex: Sex | null;
  readonly contacts: readonly RecordedContact[];
  readonly addresses: readonly RecordedAddress[];
  readonly deceasedOn?: CalendarDate | null;
  /** Why this patient is not for everybody's eyes, if they are not. */
  readonly restricted?: string | boolean | null;
};

export type Field = 'given' | 'family' | 'birthOn' | 'sex' | 'phone' | 'email' | 'address';

export type Level =
  | 'exact' | 'nickname' | 'part' | 'near' | 'similar' | 'sound' | 'initial' | 'middle' | 'swapped'
  | 'one_digit' | 'two_parts' | 'partial' | 'last_seven' | 'area' | 'different' | 'missing';

/** How two spellings of the same differ, where that is all that differs. */
export type Spelling = 'same' | 'capitals' | 'accent' | 'hyphen' | 'apostrophe' | 'space' | 'punctuation';

/** One field held against the record: what was compared, how far it agrees, what that is worth (bits). */
export type Evidence = {
  readonly field: Field;
  readonly level: Level;
  readonly weight: number;
  readonly submitted: string | null;
  /** Null when nothing is on record, or when it may not be shown. */
  readonly onRecord: string | null;
  readonly spelling?: Spelling;
  /** The value on record is a former one. */
  readonly past?: boolean;
  readonly hidden?: boolean;
  readonly owner?: RecordedContact['owner'];
};

export type Agreement = 'agree' | 'similar' | 'conflict' | 'missing';

export type FieldComparison = {
  readonly field: Field;
  readonly agreement: Agreement;
  readonly level: Level;
  readonly weight: number;
  readonly submitted: string | null;
  readonly onRecord: string | null;
  /** What to say beside the field: "day and month swapped". */
  readonly words: string;
};

export type GuardCode =
  | 'twin' | 'first_name_unconfirmed' | 'last_name_unconfirmed' | 'last_name_not_exact' | 'suffix_conflict' | 'birth_date_not_exact' | 'name_and_birth_date_only'
  | 'placeholder' | 'shared_contact' | 'deceased' | 'restricted';

export type Band = 'likely' | 'possible' | 'no';

/** Why a weight alone does not decide. `holds` is the band that the pair cannot rise above. */
export type Guard = { readonly guard: GuardCode; readonly holds: Band | null; readonly words: string };

export type Comparison = {
  readonly band: Band;
  /** Fellegi-Sunter match weight, in bits. */
  readonly weight: number;
  /** Conflicts first, agreements last. */
  readonly fields: readonly FieldComparison[];
  readonly guards: readonly Guard[];
  /** The fields that carry a likely pair together, for a sentence; null where nothing suffices. */
  readonly combination: string | null;
  /** Two sentences for a candidate list; either may be empty. */
  readonly summary: { readonly conflicts: string; readonly agreements: string };
};
