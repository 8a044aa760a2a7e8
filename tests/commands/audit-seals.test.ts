/** The sealer, the verifier, and everything that a burglar may do between them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { Client } from 'pg';
import { digestOf, type Sealed } from '@/lib/audit/canonical';
import { headOf, readHead, writeHead } from '@/lib/audit/head';
import { makeMonths, sealAudit } from '@/lib/audit/jobs';
import { brokenWords } from '@/lib/audit/labels';
import { lastSeal, sealSettled } from '@/lib/audit/seal';
import { verifyAudit, type Break } from '@/lib/audit/verify';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { deleteObject, putObject } from '@/lib/platform/object-store';
import { addEntries, burglarOf, openBucket, sealedMinutes, worker } from '../support/audit-chain';
import { openTestDatabase, TEST_HOUR, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';

// Each test goes on from what the one before left sealed: on a busy machine none may be cut off in the middle.
jest.setTimeout(60_000);

let database: TestDatabase;
let closeBucket: () => Promise<void>;
const later = (minutes: number): Date => new Date(TEST_HOUR.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.worker);
  closeBucket = await openBucket();
  // As in production: the sealer is the worker, under the worker's own role.
  await useDatabase(database.worker);
  await sealedMinutes(4);
}, 120_000);
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
  await closeBucket();
});

const verdict = async () => verifyAudit(await readHead());

test('four minutes of five entries are four seals of five, each from where the last one ended, and the head is the last', async () => {
  const seals = await db().auditSeal.findMany({ orderBy: { number: 'asc' } });
  expect(seals.map(({ number, entries }) => [number, entries])).toEqual([[1, 5], [2, 5], [3, 5], [4, 5]]);
  expect(seals.map(({ afterId }) => afterId)).toEqual([0n, ...seals.slice(0, 3).map(({ uptoId }) => uptoId)]);
  expect(await readHead()).toEqual({ head: headOf(seals[3] as never) });
  expect(await verdict()).toEqual({ seals: 4, entries: 20, unsealed: 0, broken: null });
});

test('a minute in which nothing happened has no seal', async () => {
  await sealAudit(worker);
  expect((await lastSeal())?.number).toBe(4);
});

/** The seal of a number with other facts, and with its own digest made to fit them. */
async function reforged(number: number, facts: Partial<Sealed>): Promise<string> {
  const seal = { ...(await db().auditSeal.findUniqueOrThrow({ where: { number } })), ...facts };
  const hex = (bytes: Uint8Array): string => `'\\x${Buffer.from(bytes).toString('hex')}'`;
  return `UPDATE audit_seals SET entries = ${seal.entries}, rows_digest = ${hex(seal.rowsDigest)}, previous = ${hex(seal.previous)}, digest = ${hex(digestOf(seal))} WHERE number = ${number}`;
}

const swap = (a: number, b: number): string[] => [`UPDATE audit_events SET id = -1 WHERE id = ${a}`, `UPDATE audit_events SET id = ${a} WHERE id = ${b}`, `UPDATE audit_events SET id = ${b} WHERE id = -1`];

const TAMPERING: readonly [string, Break, number, () => string[] | Promise<string[]>][] = [
  ['a flipped byte in what is told', 'entries_altered', 2, () => [`UPDATE audit_events SET details = '{"reason":"reason 9"}' WHERE id = 7`]],
  ['a flipped bit of the time', 'entries_altered', 1, () => [`UPDATE audit_events SET at = at + interval '1 millisecond' WHERE id = 1`]],
  ['another person put in', 'entries_altered', 4, () => [`UPDATE audit_events SET staff_id = '00000000-0000-0000-0000-000000000001' WHERE id = 20`]],
  ['what stood in one column moved to the next', 'entries_altered', 3, () => [`UPDATE audit_events SET address = request_id, request_id = 'x' WHERE id = 12`]],
  ['a removed entry', 'entries_missing', 3, () => ['DELETE FROM audit_events WHERE id = 13']],
  ['two swapped entries of one minute', 'entries_altered', 2, () => swap(6, 8)],
  ['two swapped entries of two minutes', 'entries_altered', 1, () => swap(4, 14)],
  ['an entry added with a number of its own', 'entries_added', 1, () => [`INSERT INTO audit_events SELECT 0, at, actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address FROM audit_events WHERE id = 7`]],
  ['an entry added under a number that stands already', 'entries_added', 2, () => [`INSERT INTO audit_events SELECT id, at + interval '1 second', actor_kind, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address FROM audit_events WHERE id = 7`]],
  ['the removed tail of a minute', 'entries_missing', 4, () => ['DELETE FROM audit_events WHERE id > 18']],
  ['the removed tail with its seal', 'tail_missing', 4, () => ['DELETE FROM audit_events WHERE id > 15', 'DELETE FROM audit_seals WHERE number = 4']],
  ['everything removed', 'tail_missing', 1, () => ['DELETE FROM audit_events', 'DELETE FROM audit_seals']],
  ['an altered count of a seal', 'seal_altered', 2, () => ['UPDATE audit_seals SET entries = 4 WHERE number = 2']],
  ['an altered time of a seal', 'seal_altered', 3, () => [`UPDATE audit_seals SET sealed_at = sealed_at + interval '1 hour' WHERE number = 3`]],
  ['an altered digest of a seal', 'seal_altered', 1, () => [`UPDATE audit_seals SET rows_digest = digest WHERE number = 1`]],
  ['a removed entry, its seal made to fit', 'chain_broken', 3, async () => ['DELETE FROM audit_events WHERE id = 6', await reforgedWithRows(2, 'id > 6 AND id <= 10')]],
  ['a removed seal', 'seal_missing', 2, () => ['DELETE FROM audit_seals WHERE number = 2']],
  ['the removed first seal', 'seal_missing', 1, () => ['DELETE FROM audit_seals WHERE number = 1']],
  ['the removed last seal, its entries kept', 'tail_missing', 4, () => ['DELETE FROM audit_seals WHERE number = 4']],
  ['the last minute altered and sealed anew', 'head_differs', 4, async () => ['DELETE FROM audit_events WHERE id = 16', await reforgedWithRows(4, 'id > 16 AND id <= 20')]],
];

/** As a burglar who knows the form would: counts and hashes what he leaves. */
async function reforgedWithRows(number: number, left: string): Promise<string> {
  const client = new Client({ connectionString: database.superuser });
  await client.connect();
  const { rows } = await client.query<{ entries: number; digest: Buffer }>(
    `SELECT count(*)::int AS entries, sha256(string_agg(record_send(ROW(id, at, actor_kind::text, staff_id, event, case_id, patient_id, document_id, submission_id, details, request_id, address)), ''::bytea ORDER BY id)) AS digest FROM audit_events WHERE ${left}`);
  await client.end();
  return reforged(number, { entries: rows[0]?.entries, rowsDigest: rows[0]?.digest });
}

describe('what a superuser did while the triggers slept is found, and the place is named', () => {
  let burglar: Awaited<ReturnType<typeof burglarOf>>;
  beforeAll(async () => {
    burglar = await burglarOf(database.superuser);
  });
  afterEach(() => burglar.undo());
  afterAll(() => burglar.end());

  test.each(TAMPERING)('%s: %s at seal %i', async (_, what, seal, deeds) => {
    await burglar.doing(...(await deeds()));
    const { broken } = await verdict();
    expect(broken).toMatchObject({ what, seal });
    expect(brokenWords(broken as never)).toMatch(new RegExp(`^Seal ${seal}[,:]`));
    await burglar.undo();
    expect((await verdict()).broken).toBeNull();
  });

  test('after the tail was removed with its seal, the sealer does not write over the head: it stops and says so, once', async () => {
    await burglar.doing('DELETE FROM audit_events WHERE id > 15', 'DELETE FROM audit_seals WHERE number = 4');
    const before = await readHead();
    await sealAudit(worker);
    await sealAudit(worker);
    expect(await readHead()).toEqual(before);
    expect(await db().auditSeal.count()).toBe(3);
    expect((await db().auditEvent.findMany({ where: { event: 'audit.sealing_stopped' } })).map(({ details }) => details)).toEqual([{ head: 4 }]);
    expect((await verdict()).broken).toMatchObject({ what: 'tail_missing', seal: 4 });
  });
});

/** The program as it is built, under the environment of the worker. */
async function audited(): Promise<{ code: number | null; line: Record<string, unknown>; said: string }> {
  const program = '.cache/test/audit-verify.js';
  await build({ entryPoints: ['lib/cli/audit-verify.ts'], outfile: program, bundle: true, platform: 'node', target: 'node24', format: 'cjs', packages: 'external', logLevel: 'error' });
  const child = spawn(process.execPath, [program], { env: process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, line: out === '' ? {} : (JSON.parse(out) as Record<string, unknown>), said: err };
}

describe('npm run audit:verify', () => {
  test('one line and 0 when nothing is broken, 1 and the place when something is, 2 when the bucket does not answer', async () => {
    expect(await audited()).toMatchObject({ code: 0, line: { ok: true, seals: 4, entries: 20, broken: null } });
    const burglar = await burglarOf(database.superuser);
    await burglar.doing('DELETE FROM audit_events WHERE id = 13');
    expect(await audited()).toMatchObject({ code: 1, line: { ok: false, broken: { what: 'entries_missing', seal: 3 }, words: 'Seal 3, entries 11 to 15: 1 of its 5 entries are missing.' } });
    await burglar.undo();
    await burglar.end();
    const endpoint = process.env.S3_ENDPOINT;
    process.env.S3_ENDPOINT = 'http://127.0.0.1:9';
    const away = await audited();
    process.env.S3_ENDPOINT = endpoint;
    expect(away).toMatchObject({ code: 2, line: {} });
    expect(away.said).not.toBe('');
  }, 60_000);
});

describe('the head in the bucket', () => {
  let kept: Awaited<ReturnType<typeof readHead>>;
  beforeEach(async () => {
    kept = await readHead();
  });
  afterEach(async () => {
    if ('head' in kept && kept.head !== null) await writeHead(kept.head);
    freezeClock(later(4));
  });
  const sealOf = (number: number) => db().auditSeal.findUniqueOrThrow({ where: { number } });

  test('older than the chain: what follows has no witness, from five minutes on', async () => {
    await writeHead(headOf(await sealOf(2)));
    expect((await verdict()).broken).toBeNull();
    freezeClock(later(30));
    expect((await verdict()).broken).toMatchObject({ what: 'head_behind', seal: 3 });
  });

  test('newer than the chain', async () => {
    await writeHead({ ...headOf(await sealOf(4)), number: 5 });
    expect((await verdict()).broken).toMatchObject({ what: 'tail_missing', seal: 5 });
  });

  test('of another digest', async () => {
    await writeHead({ ...headOf(await sealOf(4)), digest: '0'.repeat(64) });
    expect((await verdict()).broken).toMatchObject({ what: 'head_differs', seal: 4 });
  });

  test('gone, or no head at all', async () => {
    await deleteObject('audit/head.json');
    expect((await verdict()).broken).toMatchObject({ what: 'head_missing', seal: 4 });
    await putObject('audit/head.json', Buffer.from('{"number":4}'), 'application/json');
    expect((await verdict()).broken).toMatchObject({ what: 'head_unreadable' });
  });

  test('gone: the sealer writes it anew and the audit says that it was gone', async () => {
    await deleteObject('audit/head.json');
    await sealAudit(worker);
    expect(await db().auditEvent.count({ where: { event: 'audit.head_missing' } })).toBe(1);
    kept = await readHead();
    expect((await verdict()).broken).toBeNull();
  });
});

describe('transactions that commit out of their order', () => {
  const clients: Client[] = [];
  const open = async (): Promise<Client> => {
    const client = new Client({ connectionString: database.worker });
    await client.connect();
    clients.push(client);
    await client.query('BEGIN');
    return client;
  };
  const append = (client: Client, words: string) => client.query(`INSERT INTO audit_append (at, actor_kind, event, details, request_id) VALUES ($2, 'worker', 'document.refused', jsonb_build_object('reason', $1::text), 'r')`, [words, later(5)]);
  beforeAll(() => freezeClock(later(6)));
  afterAll(() => Promise.all(clients.map((client) => client.end())));

  test('an entry whose transaction is still open holds the seal back, also for younger ones that are there; then both are in it', async () => {
    await sealAudit(worker);
    const before = await lastSeal();
    const [early, late] = [await open(), await open()];
    await append(early, 'small number, late commit');
    await append(late, 'large number, early commit');
    // Both run, nothing has ended since: the snapshot's own upper end would call them settled.
    expect(await sealSettled(100)).toMatchObject({ waits: true });
    await late.query('COMMIT');
    expect(await sealSettled(200)).toMatchObject({ waits: true, last: { number: before?.number } });
    await early.query('COMMIT');
    const { last, waits } = await sealSettled();
    expect({ waits, entries: last?.entries, number: last?.number }).toEqual({ waits: false, entries: 2, number: (before?.number ?? 0) + 1 });
    await sealAudit(worker);
    expect((await verdict()).broken).toBeNull();
  });

  test('numbers of a transaction that was rolled back are a gap and no missing entry', async () => {
    const [gone, stays] = [await open(), await open()];
    await append(gone, 'never was');
    await append(stays, 'stays');
    await gone.query('ROLLBACK');
    await stays.query('COMMIT');
    await sealAudit(worker);
    expect(await verdict()).toMatchObject({ unsealed: 0, broken: null });
  });

  test('eight writers and a sealer that never rests: no entry slips behind a seal', async () => {
    let writing = true;
    const sealer = (async () => {
      while (writing) await sealSettled(200);
    })();
    await Promise.all(Array.from({ length: 8 }, () => addEntries(25)));
    writing = false;
    await sealer;
    await sealAudit(worker);
    const { unsealed, broken, entries } = await verdict();
    expect({ unsealed, broken, entries }).toEqual({ unsealed: 0, broken: null, entries: await db().auditEvent.count() });
  });

  test('two sealers at once make one chain', async () => {
    await addEntries(20);
    await Promise.all([sealSettled(), sealSettled(), sealSettled()]);
    await sealAudit(worker);
    expect(await verdict()).toMatchObject({ unsealed: 0, broken: null });
  });
});

describe('months', () => {
  test('are made ahead of the clock, as often as one asks, closed to everybody but the whole', async () => {
    freezeClock(new Date('2031-05-31T23:30:00Z'));
    await makeMonths(worker);
    await makeMonths(worker);
    const client = new Client({ connectionString: database.superuser });
    await client.connect();
    const { rows } = await client.query<{ name: string; open: boolean }>(
      `SELECT c.relname AS name, has_table_privilege('staff_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') OR has_table_privilege('worker_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') AS open
       FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid WHERE i.inhparent = 'audit_events'::regclass ORDER BY 1`);
    await client.end();
    expect(rows.filter(({ name }) => name.includes('2031')).map(({ name }) => name)).toEqual(['audit_events_2031_05', 'audit_events_2031_06', 'audit_events_2031_07', 'audit_events_2031_08']);
    expect(rows.filter(({ open }) => open)).toEqual([]);
  });

  test('an entry of a month that nobody made is kept, found and told of', async () => {
    freezeClock(new Date('2040-01-15T12:00:00Z'));
    await addEntries(3);
    await makeMonths(worker);
    await makeMonths(worker);
    expect((await db().auditEvent.findMany({ where: { event: 'audit.month_missing' } })).map(({ details }) => details)).toEqual([{ entries: 3 }]);
    expect(await db().auditEvent.count({ where: { at: { gte: new Date('2040-01-01T00:00:00Z') } } })).toBe(4);
    // Its month stays in the rest for ever, the next one is its own.
    freezeClock(new Date('2040-02-15T12:00:00Z'));
    await addEntries(1);
    expect(await db().$queryRaw`SELECT audit_entries_without_month() AS entries`).toEqual([{ entries: 4 }]);
    await sealAudit(worker);
    expect((await verdict()).broken).toBeNull();
  });
});
