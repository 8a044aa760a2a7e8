/** The people of the seed as plain objects: a seeder turns keys into rows, days into instants, and normalises by the rooms' own rules. */
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';

export type Sex = 'F' | 'M' | 'X';
export type RestrictionKind = 'staff_family' | 'sealed_adoption' | 'protected_address' | 'vip';

export type CastName = {
  readonly use: 'current' | 'former' | 'alias';
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  /** Matches, but is not shown. */
  readonly hidden: boolean;
  readonly source: string;
  readonly addedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
};

export type CastContact = {
  readonly kind: 'phone' | 'email';
  /** As written. */
  readonly value: string;
  readonly mobile: boolean | null;
  readonly owner: 'self' | 'parent' | 'guardian' | 'clinic' | 'shared';
  readonly source: string;
  readonly portalUse: boolean;
  readonly addedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly badOn: CalendarDate | null;
};

export type CastAddress = {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly current: boolean;
  readonly source: string;
  readonly addedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
};

export type CastGuardian = {
  readonly relation: 'mother' | 'father' | 'parent' | 'guardian' | 'grandparent';
  readonly given: string;
  readonly family: string;
  /** The guardian as a patient, when they are one. */
  readonly patientKey: string | null;
  readonly source: string;
  readonly addedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
};

export type CastPatient = {
  /** Stable within the cast: `katarzyna-nowak`, `household-17-child-2`. */
  readonly key: string;
  readonly birthOn: PartialDate | null;
  readonly sex: Sex | null;
  readonly deceasedOn: CalendarDate | null;
  readonly optedOutOn: CalendarDate | null;
  readonly restriction: RestrictionKind | null;
  readonly householdKey: string | null;
  readonly names: readonly CastName[];
  readonly contacts: readonly CastContact[];
  readonly addresses: readonly CastAddress[];
  readonly guardians: readonly CastGuardian[];
  readonly createdOn: CalendarDate;
};

export type CastDose = {
  readonly patientKey: string;
  readonly cvx: string;
  readonly tradeName: string | null;
  readonly mvx: string | null;
  readonly lot: string | null;
  readonly givenOn: CalendarDate;
  /** NIP001: 00 administered, 01-08 historical. */
  readonly source: '00' | '01' | '02' | '03' | '05' | '06' | '07' | '08';
  readonly organization: string | null;
  readonly confidential: boolean;
  readonly recordedOn: CalendarDate;
  /** Why it does not count, when it was voided. */
  readonly voided: { readonly reason: string; readonly on: CalendarDate } | null;
};
