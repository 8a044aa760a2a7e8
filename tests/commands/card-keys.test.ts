import { generateSigningKey, publicJwks, thumbprint } from '@/lib/health-cards/issuing/keys';
import { listPublicKeys } from '@/lib/health-cards/queries';
import { db, useDatabase } from '@/lib/platform/db';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';

let database: TestDatabase;
const old = generateSigningKey();
const current = generateSigningKey();

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  // A key stored with its private part would be a defect elsewhere; here it must not get out.
  await db().healthCardKey.create({ data: { kid: thumbprint(current), publicJwk: { ...current }, activeAt: new Date('2026-06-01T00:00:00Z') } });
  const { d: _private, ...stored } = old;
  await db().healthCardKey.create({ data: { kid: thumbprint(old), publicJwk: stored, activeAt: new Date('2025-06-01T00:00:00Z') } });
  await useDatabase(database.public);
});
afterAll(async () => {
  await useDatabase(null);
  await database.close();
});

test('the public web publishes every key, oldest first, under its thumbprint', async () => {
  const { keys } = publicJwks(await listPublicKeys());
  expect(keys).toEqual([old, current].map(({ x, y, ...key }) => ({ kty: 'EC', use: 'sig', alg: 'ES256', crv: 'P-256', x, y, kid: thumbprint({ ...key, x, y }) })));
});

test('the private part of a key never leaves, even if it were stored', async () => {
  const published = JSON.stringify(await listPublicKeys());
  expect(published).not.toContain('"d"');
  expect(published).not.toContain(current.d);
});

test('the public web cannot read the table of keys itself', async () => {
  await expect(db().healthCardKey.findMany()).rejects.toThrow(/denied/);
});
