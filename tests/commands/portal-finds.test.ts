/** The portal's predicate is told twice, in TypeScript and in the database: each says of everybody what the other says. */
import fc from 'fast-check';
import { portalIds } from '@/lib/patients/lookup';
import { contactKey } from '@/lib/patients/chosen';
import { portalNameKeys } from '@/lib/patients/portal-keys';
import { portalFinds, type PortalAttempt } from '@/lib/patients/portal';
import type { PatientFacts } from '@/lib/patients/matching/types';
import { db, useDatabase } from '@/lib/platform/db';
import { TODAY } from '../fixtures/matching-cast';
import { anyPortalAttempt, anyPortalPatient } from '../fixtures/portal-people';
import { openTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await useDatabase(database.staff);
});
afterAll(async () => {
  await useDatabase(null);
  await database.close();
});

const SEED = 7;
const addedAt = new Date('2024-01-01T00:00:00Z');

/** Writes them as the registry does and answers them as facts, their inner id for the public one. */
async function registered(count: number): Promise<PatientFacts[]> {
  const people = fc.sample(anyPortalPatient, { numRuns: count, seed: SEED });
  const rows = await db().patient.createManyAndReturn({ data: people.map(({ birthOn, sex }) => ({ birthOn, sex, createdAt: addedAt })), select: { id: true } });
  const facts = people.map((person, at) => ({ ...person, publicId: rows[at]?.id ?? '', addresses: [] }) as PatientFacts);
  const common = { source: 'registry', addedAt };
  await db().patientName.createMany({ data: facts.flatMap(({ publicId, names }) => names.map((name) => ({ ...common, ...name, ...portalNameKeys(name), patientId: publicId }))) });
  await db().patientContact.createMany({ data: facts.flatMap(({ publicId, contacts }) => contacts.map((contact) => ({ ...common, ...contact, normalized: contactKey(contact.kind, contact.value) ?? contact.value, patientId: publicId }))) });
  return facts;
}

test('of 10,000 random pairs and more, both find the same', async () => {
  const patients = await registered(400);
  let found = 0;
  for (const typed of fc.sample(anyPortalAttempt, { numRuns: 60, seed: SEED }) as PortalAttempt[]) {
    const expected = portalFinds(typed, patients, TODAY).map(({ publicId }) => publicId).sort();
    expect((await portalIds(db(), typed, TODAY)).sort()).toEqual(expected);
    found += expected.length;
  }
  expect(found).toBeGreaterThan(10);
});
