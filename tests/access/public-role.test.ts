/** The public web's own role, tried from inside: every table of the catalog against one list of what it may do with it, and the ways around. */
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let [visitor, superuser] = [] as Client[] as [Client, Client];

beforeAll(async () => {
  database = await openTestDatabase();
  [visitor, superuser] = [new Client({ connectionString: database.public }), new Client({ connectionString: database.superuser })];
  await Promise.all([visitor.connect(), superuser.connect()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([visitor.end(), superuser.end()]);
  await database.close();
});

const PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] as const;
type Privilege = (typeof PRIVILEGES)[number];
/** Table → what the public web may do with it by itself. It calls functions; what it did it puts into the audit, by a view that shows nothing. */
const MAY: Readonly<Record<string, readonly Privilege[]>> = { 'public.audit_append': ['INSERT'] };

test('on every table and view of every schema of ours it may do what the list says', async () => {
  const { rows } = await superuser.query<{ name: string; privilege: Privilege }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, p.privilege
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN unnest($1::text[]) AS p (privilege)
     WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
       AND (has_table_privilege('public_app', c.oid, p.privilege) OR p.privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege('public_app', c.oid, p.privilege))`,
    [[...PRIVILEGES]],
  );
  expect(rows.filter(({ name, privilege }) => !(MAY[name] ?? []).includes(privilege))).toEqual([]);
});

test('it draws the numbers of audit entries and from no other counter, reads or sets none, enters no other schema, and belongs to no role', async () => {
  const { rows } = await superuser.query<{ what: string }>(
    `SELECT c.relname AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege('public_app', c.oid, CASE c.relname WHEN 'audit_events_id_seq' THEN 'SELECT, UPDATE' ELSE 'USAGE, SELECT, UPDATE' END) ELSE false END
     UNION ALL SELECT nspname FROM pg_namespace WHERE nspname NOT IN ('public', 'pg_catalog', 'information_schema') AND has_schema_privilege('public_app', nspname, 'USAGE')
     UNION ALL SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'public_app'::regrole
     UNION ALL SELECT 'create in public' WHERE has_schema_privilege('public_app', 'public', 'CREATE')
     UNION ALL SELECT rolname FROM pg_roles WHERE rolname = 'public_app' AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)`,
  );
  expect(rows.map(({ what }) => what)).toEqual([]);
});

const PERSONAL = ['patients', 'patient_names', 'patient_contacts', 'patient_addresses', 'doses', 'staff', 'staff_sessions', 'audit_events', 'submissions', 'submission_subjects', 'cases', 'documents', 'drafts', 'glass_openings'];

test.each(PERSONAL)('it tries to read %s in every way there is', async (table) => {
  const attempts = [
    `SELECT * FROM ${table}`,
    `SELECT count(*) FROM ${table}`,
    `SELECT t FROM (TABLE ${table}) t`,
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM ${table})`,
    `COPY ${table} TO STDOUT`,
    `SELECT query_to_xml('SELECT * FROM ${table}', true, true, '')`,
    `SELECT table_to_xml('${table}'::regclass, true, true, '')`,
    `DO $$ BEGIN PERFORM 1 FROM ${table}; END $$`,
    `DECLARE c CURSOR FOR SELECT * FROM ${table}`,
    `PREPARE read_${table} AS SELECT * FROM ${table}; EXECUTE read_${table}`,
    `UPDATE ${table} SET id = id RETURNING *`,
    `DELETE FROM ${table} RETURNING *`,
    `LOCK TABLE ${table} IN ACCESS SHARE MODE`,
    `CREATE TEMP TABLE mine AS SELECT * FROM ${table}`,
  ];
  for (const attempt of attempts) {
    const tried = visitor.query(`BEGIN; ${attempt}; COMMIT`).then(() => 'passed', (error: { code?: string }) => error.code);
    const [code] = [await tried, await visitor.query('ROLLBACK')];
    expect([attempt, code]).toEqual([attempt, '42501']);
  }
});

test.each([
  'SET ROLE staff_app',
  'SET ROLE app_owner',
  'SET SESSION AUTHORIZATION staff_app',
  "SELECT pg_read_file('/etc/passwd')",
  "SELECT pg_ls_dir('.')",
  "COPY (SELECT 1) TO PROGRAM 'true'",
  "SELECT lo_import('/etc/passwd')",
  'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  'CREATE SCHEMA mine',
  'ALTER ROLE public_app SUPERUSER',
  'GRANT staff_app TO public_app',
  'SELECT * FROM pg_authid',
  'SELECT pg_terminate_backend((SELECT min(pid) FROM pg_stat_activity WHERE usename = \'postgres\'))',
])('it tries to be somebody else: %s', async (attempt) => {
  await expect(visitor.query(attempt)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0LP01)$/) as string });
});

test('what it may call runs under a search path that cannot be bent', async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
     WHERE n.nspname = 'public' AND d.objid IS NULL AND has_function_privilege('public_app', p.oid, 'EXECUTE')
       AND (NOT p.prosecdef OR p.proconfig IS NULL OR NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%pg_temp'))`,
  );
  expect(rows).toEqual([]);
});
