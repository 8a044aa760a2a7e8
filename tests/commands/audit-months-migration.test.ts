/** An office that is at work already: its entries move into their months, number by number, and numbering goes on. */
import { Client } from 'pg';
import { migrations } from '@/lib/dev/migrate';
import { openTestDatabase, type TestDatabase } from '../support/database';

const MONTHS = '20261125002000_audit_months';
let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await openTestDatabase();
  const superuser = new Client({ connectionString: database.superuser });
  await superuser.connect();
  await superuser.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION app_owner');
  await superuser.end();
  owner = new Client({ connectionString: database.owner });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await database.close();
});

const digest = async (): Promise<string> =>
  (await owner.query<{ digest: string }>(`SELECT md5(string_agg(ROW(id, at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address)::text, '' ORDER BY id)) AS digest FROM audit_events`)).rows[0]?.digest ?? '';

test('every entry stands in the month of its time, none is changed, and the next number follows', async () => {
  const all = migrations();
  const at = all.findIndex(({ name }) => name === MONTHS);
  for (const { sql } of all.slice(0, at)) await owner.query(sql);
  await owner.query(`SELECT append_audit(timestamptz '2025-03-31T23:59:59.999Z' + (i * interval '1 month'), 'worker', NULL, 'document.refused', NULL, NULL, NULL, NULL, jsonb_build_object('reason', i), 'r', NULL) FROM generate_series(0, 19) AS i`);
  const before = await digest();
  for (const { sql } of all.slice(at)) await owner.query(sql);
  expect(await digest()).toBe(before);
  const { rows } = await owner.query<{ part: string; first: Date; entries: number }>(`SELECT tableoid::regclass::text AS part, min(at) AS first, count(*)::int AS entries FROM audit_events GROUP BY 1 ORDER BY 1`);
  expect(rows).toHaveLength(20);
  for (const { part, first } of rows) expect(part).toBe(`audit_events_${first.toISOString().slice(0, 7).replace('-', '_')}`);
  await owner.query(`INSERT INTO audit_append (at, actor_kind, event, details, request_id) VALUES (now(), 'worker', 'document.refused', '{"reason":"next"}', 'r')`);
  expect((await owner.query<{ id: string }>('SELECT max(id) AS id FROM audit_events')).rows[0]?.id).toBe('21');
}, 60_000);
