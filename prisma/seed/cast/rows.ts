/** One row of a person, with what is usual left out. */
import type { CalendarDate } from '@/lib/platform/dates';
import type { CastAddress, CastContact, CastGuardian, CastName, CastPatient } from './types';

export type NamePlus = Partial<CastName> & Pick<CastName, 'given' | 'family' | 'addedOn'>;
export const nameRow = (name: NamePlus): CastName => ({ use: 'current', middle: null, suffix: null, hidden: false, source: 'provider', endedOn: null, ...name });

export type ContactPlus = Partial<CastContact> & Pick<CastContact, 'value' | 'owner' | 'addedOn'>;
export const phoneRow = (contact: ContactPlus): CastContact => ({ kind: 'phone', mobile: true, source: 'provider', portalUse: true, endedOn: null, badOn: null, ...contact });
export const emailRow = (contact: ContactPlus): CastContact => ({ kind: 'email', mobile: null, source: 'provider', portalUse: true, endedOn: null, badOn: null, ...contact });

export type Place = Pick<CastAddress, 'line1' | 'line2' | 'city' | 'state' | 'zip'>;
export const addressRow = (place: Place, addedOn: CalendarDate, endedOn: CalendarDate | null = null): CastAddress => ({
  ...place,
  current: endedOn === null,
  source: 'provider',
  addedOn,
  endedOn,
});

export type GuardianPlus = Partial<CastGuardian> & Pick<CastGuardian, 'relation' | 'given' | 'family' | 'addedOn'>;
export const guardianRow = (guardian: GuardianPlus): CastGuardian => ({ patientKey: null, source: 'birth_registration', endedOn: null, ...guardian });

export type PatientPlus = Partial<CastPatient> & Pick<CastPatient, 'key' | 'birthOn' | 'sex' | 'names' | 'createdOn'>;
export const patientRow = (patient: PatientPlus): CastPatient => ({
  deceasedOn: null,
  optedOutOn: null,
  restriction: null,
  householdKey: null,
  contacts: [],
  addresses: [],
  guardians: [],
  ...patient,
});

/** The name a person bears now. Throws RangeError for a patient without one: the cast would be wrong. */
export function currentName({ key, names }: CastPatient): CastName {
  const name = names.find(({ use }) => use === 'current');
  if (name === undefined) throw new RangeError(`no current name: ${key}`);
  return name;
}

export const currentAddress = ({ addresses }: CastPatient): CastAddress | null => addresses.find(({ current }) => current) ?? null;
