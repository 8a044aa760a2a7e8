/** The roles of the database, tried by connecting as each. */
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
const clients: Client[] = [];
async function as(role: 'public' | 'staff' | 'worker' | 'owner' | 'auditor' | 'superuser'): Promise<Client> {
  const client = new Client({ connectionString: database[role] });
  await client.connect();
  clients.push(client);
  return client;
}

beforeAll(async () => {
  database = await openTestDatabase();
  const owner = await as('superuser');
  await owner.query(`INSERT INTO audit_append (at, actor_kind, event, details, request_id) VALUES (now(), 'worker', 'document.refused', '{"reason":"unreadable"}', 'r')`);
}, 120_000);
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database.close();
});

test('the public web can read or write no table at all', async () => {
  const client = await as('public');
  const { rows } = await (await as('superuser')).query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  expect(rows.length).toBeGreaterThan(30);
  for (const { tablename } of rows) {
    for (const statement of [`SELECT 1 FROM ${tablename} LIMIT 1`, `DELETE FROM ${tablename}`, `INSERT INTO ${tablename} DEFAULT VALUES`]) {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  }
});

test('the public web may call its own functions and no others', async () => {
  const { rows } = await (await as('superuser')).query<{ name: string }>(
    `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
     WHERE n.nspname = 'public' AND d.objid IS NULL AND has_function_privilege('public_app', p.oid, 'EXECUTE') ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'claim_request', 'enqueue_job', 'keep_outcome', 'public_answer_request', 'public_card_keys', 'public_receive_document', 'public_remove_document',
    'public_send_submission', 'public_start_upload', 'public_upload_link', 'public_upload_room', 'public_upload_states', 'read_clock', 'take_rate', 'tell_case_change',
  ]);
});

const OUTSIDE_THE_VIEW = '44000';
const entryOf = (kind: string, staffId: string | null = null): string => `INSERT INTO audit_append (at, actor_kind, staff_id, event, details, request_id) VALUES (now(), '${kind}', ${staffId === null ? 'NULL' : `'${staffId}'`}, 'x', '{}', 'r')`;

test('the public web cannot speak for staff in the audit, nor ask for another job', async () => {
  const client = await as('public');
  await expect(client.query(entryOf('worker'))).rejects.toMatchObject({ code: OUTSIDE_THE_VIEW });
  await expect(client.query(entryOf('staff', '00000000-0000-0000-0000-000000000001'))).rejects.toMatchObject({ code: OUTSIDE_THE_VIEW });
  await client.query(entryOf('visitor'));
  await expect(client.query(`SELECT enqueue_job('notice.send', '{}'::json)`)).rejects.toMatchObject({ code: '42501' });
  await expect(client.query('CREATE TEMP TABLE mine (x int)')).rejects.toMatchObject({ code: '42501' });
});

const ALTERING = [
  'UPDATE audit_events SET event = event',
  'DELETE FROM audit_events',
  'TRUNCATE audit_events',
  'DROP TABLE audit_events',
  'ALTER TABLE audit_events DISABLE TRIGGER ALL',
  'INSERT INTO audit_events (at, actor_kind, event, details, request_id) VALUES (now(), \'worker\', \'x\', \'{}\', \'r\')',
];

test.each(['staff', 'worker', 'auditor'] as const)('as %s the audit cannot be altered', async (role) => {
  const client = await as(role);
  for (const statement of ALTERING) await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
});

test('the worker speaks only for itself in the audit, and an entry of staff names its person', async () => {
  const worker = await as('worker');
  await worker.query(entryOf('worker'));
  await expect(worker.query(entryOf('visitor'))).rejects.toMatchObject({ code: OUTSIDE_THE_VIEW });
  const staff = await as('staff');
  await expect(staff.query(entryOf('staff'))).rejects.toMatchObject({ code: OUTSIDE_THE_VIEW });
  await expect(staff.query(entryOf('visitor', '00000000-0000-0000-0000-000000000001'))).rejects.toMatchObject({ code: OUTSIDE_THE_VIEW });
});

test.each(['public', 'staff', 'worker', 'auditor'] as const)('as %s nobody reads, alters or numbers entries through the way in', async (role) => {
  const client = await as(role);
  const statements = ['SELECT event FROM audit_append', 'UPDATE audit_append SET event = event', 'DELETE FROM audit_append', `SELECT setval('audit_events_id_seq', 1)`];
  for (const statement of statements) await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  await expect(client.query(`INSERT INTO audit_append (id, at) VALUES (1, now())`)).rejects.toMatchObject({ code: '42703' });
});

/** The audit, each of its months, and what stands in none. */
async function partsOfAudit(): Promise<string[]> {
  const { rows } = await (await as('superuser')).query<{ name: string }>(`SELECT relid::regclass::text AS name FROM pg_partition_tree('audit_events') ORDER BY 1`);
  return rows.map(({ name }) => name);
}

test('as staff, worker and auditor no month can be read, altered or taken away by its own name', async () => {
  const months = (await partsOfAudit()).filter((name) => name !== 'audit_events');
  expect(months.length).toBeGreaterThan(4);
  for (const role of ['staff', 'worker', 'auditor'] as const) {
    const client = await as(role);
    for (const month of months) {
      const statements = [...ALTERING.map((statement) => statement.replaceAll('audit_events', month)), `SELECT * FROM ${month}`, `ALTER TABLE audit_events DETACH PARTITION ${month}`, `ALTER TABLE ${month} DISABLE TRIGGER audit_events_append_only`];
      for (const statement of statements) await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  }
});

test('even the owner of the table cannot change or empty the audit, nor a month of it', async () => {
  const client = await as('owner');
  // One entry in each month: a row's own guard speaks only where there is a row.
  await client.query(`INSERT INTO audit_events (at, actor_kind, event, details, request_id) SELECT m, 'worker', 'document.refused', '{"reason":"unreadable"}', 'r' FROM generate_series(now() - interval '1 month', now() + interval '3 months', interval '1 month') m, LATERAL (SELECT make_audit_months(m, 1)) made`);
  await client.query(`INSERT INTO audit_events (at, actor_kind, event, details, request_id) VALUES ('1999-01-01', 'worker', 'document.refused', '{"reason":"unreadable"}', 'r')`);
  for (const part of await partsOfAudit()) {
    const { rowCount } = await client.query(`SELECT FROM ${part} LIMIT 1`);
    const refused = ALTERING.slice(rowCount === 0 ? 2 : 0, 3);
    for (const statement of refused) await expect(client.query(statement.replaceAll('audit_events', part))).rejects.toMatchObject({ code: '42501' });
  }
});

test('seals are written by the worker alone and altered by nobody, the owner included', async () => {
  const seal = `INSERT INTO audit_seals (number, after_id, upto_id, entries, rows_digest, previous, digest, sealed_at) SELECT 1, 0, 1, 1, z, z, z, now() FROM decode(repeat('00', 32), 'hex') AS z`;
  for (const role of ['staff', 'auditor', 'public'] as const) await expect((await as(role)).query(seal)).rejects.toMatchObject({ code: '42501' });
  await (await as('worker')).query(seal);
  for (const role of ['staff', 'worker', 'auditor', 'owner'] as const) {
    for (const statement of ['UPDATE audit_seals SET entries = 2', 'DELETE FROM audit_seals', 'TRUNCATE audit_seals']) await expect((await as(role)).query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('a submission is never edited, not even by its owner', async () => {
  const client = await as('owner');
  await client.query(`INSERT INTO submissions (reference, kind, channel, language, received_at, relation, requester_given, requester_family, wants, delivery)
    VALUES ('S-1', 'other', 'form', 'en', now(), 'self', 'Ana', 'Rivera', '{}', 'mail')`);
  await expect(client.query(`UPDATE submissions SET requester_given = 'Eva'`)).rejects.toMatchObject({ code: '42501' });
  await expect(client.query('DELETE FROM submissions')).rejects.toMatchObject({ code: '42501' });
});

test('the auditor reads everything but secrets, and writes nothing', async () => {
  const client = await as('auditor');
  await client.query('SELECT * FROM audit_events');
  await expect(client.query('SELECT password_hash FROM staff')).rejects.toMatchObject({ code: '42501' });
  await expect(client.query('SELECT * FROM staff_sessions')).rejects.toMatchObject({ code: '42501' });
  await expect(client.query('SELECT * FROM press_tickets')).rejects.toMatchObject({ code: '42501' });
});

describe('what must never be', () => {
  let client: Client;
  let patient: string;
  beforeAll(async () => {
    client = await as('owner');
    const { rows } = await client.query<{ id: string }>(`INSERT INTO patients (birth_on, created_at) VALUES ('2020-05-10', now()) RETURNING id`);
    patient = rows[0]?.id ?? '';
  });
  const dose = (givenOn: string) => client.query(`INSERT INTO doses (patient_id, cvx, given_on, source, recorded_at) VALUES ($1, '08', $2, '01', now())`, [patient, givenOn]);

  test('a dose before birth', async () => {
    await expect(dose('2020-05-09')).rejects.toMatchObject({ constraint: 'doses_not_before_birth' });
    await dose('2020-05-10');
  });
  test('a birth date moved behind a dose', async () => {
    await expect(client.query(`UPDATE patients SET birth_on = '2020-05-11' WHERE id = $1`, [patient])).rejects.toMatchObject({ constraint: 'patients_not_born_after_dose' });
    await client.query(`UPDATE patients SET birth_on = '2020-05' WHERE id = $1`, [patient]);
  });
  test('a birth date that is no date', async () => {
    for (const text of ['2020-13', '2020-02-30', '5/10/2020', '']) {
      await expect(client.query(`UPDATE patients SET birth_on = $2 WHERE id = $1`, [patient, text])).rejects.toThrow();
    }
  });
  test('the generated full date knows when a day is unknown', async () => {
    const { rows } = await client.query<{ birth_date: Date | null }>('SELECT birth_date FROM patients WHERE id = $1', [patient]);
    expect(rows[0]?.birth_date).toBeNull();
  });
});
