/** The people of the cast as the registry holds them, with the index by which they are found. */
import { nameForms } from '@/lib/patients/matching/blocking';
import { emailKey, phoneKey } from '@/lib/patients/matching/normalise';
import { streetKey, zipKey } from '@/lib/patients/matching/streets';
import { portalNameKeys } from '@/lib/patients/portal-keys';
import { db, dbDate } from '@/lib/platform/db';
import type { CastContact, CastPatient } from './cast/types';
import { endOf, inPortions, instantOf, newIds } from './rows';

export type PatientIds = ReadonlyMap<string, string>;
type Id = (key: string) => string;

const normalized = ({ kind, value }: CastContact): string => (kind === 'phone' ? phoneKey(value) : emailKey(value)) ?? value;

/** One id for each household, whoever of its people comes first. */
function households(cast: readonly CastPatient[], next: () => string): ReadonlyMap<string, string> {
  const keys = new Set(cast.flatMap(({ householdKey }) => householdKey ?? []));
  return new Map([...keys].map((key) => [key, next()]));
}

async function addPeople(cast: readonly CastPatient[], id: Id): Promise<void> {
  const homes = households(cast, await newIds(cast.length));
  const rows = cast.map(({ key, birthOn, sex, deceasedOn, optedOutOn, restriction, householdKey, createdOn }) => ({
    id: id(key),
    birthOn,
    sex,
    deceasedOn: deceasedOn === null ? null : dbDate(deceasedOn),
    optedOutAt: endOf(optedOutOn),
    restriction,
    householdId: householdKey === null ? null : (homes.get(householdKey) ?? null),
    createdAt: instantOf(createdOn),
  }));
  await inPortions(rows, (data) => db().patient.createMany({ data }));
}

async function addNames(cast: readonly CastPatient[], id: Id): Promise<void> {
  const names = cast.flatMap((patient) => patient.names.map((name) => ({ patient, name })));
  const next = await newIds(names.length);
  const rows = names.map(({ patient, name: { addedOn, endedOn, ...name } }) => ({ ...name, ...portalNameKeys(name), id: next(), patientId: id(patient.key), addedAt: instantOf(addedOn), endedAt: endOf(endedOn) }));
  await inPortions(rows, (data) => db().patientName.createMany({ data }));
  const forms = names.flatMap(({ patient, name }, at) => nameForms(name).map((form) => ({ ...form, patientId: id(patient.key), nameId: rows[at]?.id ?? '', birthOn: patient.birthOn, zip: zipKey(patient.addresses.find(({ current }) => current)?.zip ?? '') })));
  await inPortions(forms, (data) => db().patientNameForm.createMany({ data }));
}

async function addContacts(cast: readonly CastPatient[], id: Id): Promise<void> {
  const rows = cast.flatMap(({ key, contacts }) =>
    contacts.map((contact) => {
      const { addedOn, endedOn, badOn, ...rest } = contact;
      return { ...rest, patientId: id(key), normalized: normalized(contact), addedAt: instantOf(addedOn), endedAt: endOf(endedOn), badAt: endOf(badOn) };
    }),
  );
  await inPortions(rows, (data) => db().patientContact.createMany({ data }));
}

async function addAddresses(cast: readonly CastPatient[], id: Id): Promise<void> {
  const rows = cast.flatMap(({ key, addresses }) =>
    addresses.map(({ addedOn, endedOn, ...address }) => ({ ...address, patientId: id(key), street: streetKey(address.line1) ?? '', addedAt: instantOf(addedOn), endedAt: endOf(endedOn) })),
  );
  await inPortions(rows, (data) => db().patientAddress.createMany({ data }));
}

async function addGuardians(cast: readonly CastPatient[], id: Id): Promise<void> {
  const rows = cast.flatMap(({ key, guardians }) =>
    guardians.map(({ patientKey, addedOn, endedOn, ...guardian }) => ({
      ...guardian,
      patientId: id(key),
      guardianPatientId: patientKey === null ? null : id(patientKey),
      addedAt: instantOf(addedOn),
      endedAt: endOf(endedOn),
    })),
  );
  await inPortions(rows, (data) => db().patientGuardian.createMany({ data }));
}

/** Writes the whole cast; answers which row is whose. */
export async function addPatients(cast: readonly CastPatient[]): Promise<PatientIds> {
  const next = await newIds(cast.length);
  const ids = new Map(cast.map(({ key }) => [key, next()]));
  const id: Id = (key) => {
    const found = ids.get(key);
    if (found === undefined) throw new RangeError(`nobody in the cast is called ${key}`);
    return found;
  };
  await addPeople(cast, id);
  for (const add of [addNames, addContacts, addAddresses, addGuardians]) await add(cast, id);
  return ids;
}
