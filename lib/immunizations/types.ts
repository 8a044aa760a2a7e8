/** Doses and patients as the rules see them. */
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import type { NeedsReason, Refusal } from './schema';

export type Severity = 'refused' | 'needs_reason';
export type DoseProblem = Problem & { readonly reason: Refusal | NeedsReason; readonly severity: Severity };
export type ReasonProblem = Problem & { readonly reason: NeedsReason };

/** A dose as it is about to be recorded. */
export type DoseToCheck = {
  readonly cvx: string;
  readonly tradeName?: string | undefined;
  readonly mvx?: string | undefined;
  readonly lot?: string | undefined;
  readonly lotExpiresOn?: string | undefined;
  /** As typed: that it is no date is for the rules to say. */
  readonly givenOn: string;
};
/** The same once its date is known to be one. */
export type DatedDose = DoseToCheck & { readonly givenOn: CalendarDate };

export type DosePatient = {
  readonly birthOn: PartialDate | CalendarDate;
  readonly deceasedOn?: CalendarDate | null;
  readonly optedOut: boolean;
};

/** Doses on record that stand; voided ones are left out by whoever asks. */
export type EarlierDose = { readonly cvx: string; readonly givenOn: CalendarDate };
