/** The benches in small: that they measure what they say. Their times are their own affair. */
import { entriesStatement } from '@/lib/audit/entries';
import { sealSettled } from '@/lib/audit/seal';
import { verifyAudit } from '@/lib/audit/verify';
import { withClient } from '@/lib/dev/database';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { seedScale } from '@/prisma/seed/scale/seed-scale';
import { drawn, fillAudit } from '../bench/support/audit-rows';
import { addUsualWays, appendFor, connectAll } from '../bench/support/audit-ways';
import { addProcessors, signedInAs } from '../bench/support/bench-staff';
import { firstPage, historyPage, placeInHistory } from '../bench/support/our-queue';
import { takenInOrder, waitingNumbers } from '../bench/support/promise-order';
import { percentile, Report } from '../bench/support/report';
import { byCommand, byFindThenRetry, takeUntil } from '../bench/support/taking';
import { usualHistory } from '../bench/support/usual-queue';
import { addWaiting } from '../bench/support/waiting';
import { holdOldest, planOfNextClaim } from '../bench/support/walk';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';

const AT = new Date('2026-11-25T15:00:00Z');
const PLAN = { cases: 900, open: 300, staff: 7, at: AT };
const open: TestDatabase[] = [];

async function fresh(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  open.push(database);
  setEnvironment(database.staff);
  await useDatabase(database.staff);
  return database;
}

beforeAll(() => freezeClock(AT));
afterEach(async () => {
  await useDatabase(null);
  for (const database of open.splice(0)) await database.close();
}, 30_000);
afterAll(() => freezeClock(null));

const digest = (database: TestDatabase) =>
  withClient(database.superuser, async (client) => (await client.query<{ digest: string }>(`SELECT md5(string_agg(c::text, ',' ORDER BY number)) AS digest FROM cases c`)).rows[0]?.digest);

test('the same plan gives the same office, to the id', async () => {
  const digests: unknown[] = [];
  for (let time = 0; time < 2; time += 1) {
    const database = await fresh();
    await withClient(database.owner, (client) => seedScale(client, PLAN));
    digests.push(await digest(database));
  }
  expect(digests[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(digests[1]).toBe(digests[0]);
}, 60_000);

test('an office of many years: as many open as asked, held, overdue, stopped and closed in believable shares, every key in place', async () => {
  const database = await fresh();
  const keys = () => withClient(database.superuser, async (client) => (await client.query(`SELECT conname FROM pg_constraint WHERE convalidated UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`)).rows);
  const before = await keys();
  await withClient(database.owner, (client) => seedScale(client, PLAN));
  expect(await keys()).toEqual(before);
  const count = (where: Parameters<ReturnType<typeof db>['case']['count']>[0]) => db().case.count(where);
  expect(await count({ where: { state: { not: 'closed' } } })).toBe(PLAN.open);
  expect(await db().caseClosure.count()).toBe(PLAN.cases - PLAN.open);
  const held = await count({ where: { holderId: { not: null } } });
  expect(held / PLAN.open).toBeGreaterThan(0.1);
  expect(held / PLAN.open).toBeLessThan(0.3);
  expect(await count({ where: { state: 'waiting_on_requester', dueAt: { not: null } } })).toBe(0);
  for (const where of [{ dueAt: { lt: AT } }, { deadlineProvenAt: { not: null } }, { language: 'es' }]) expect(await count({ where: { ...where, state: { not: 'closed' } } })).toBeGreaterThan(0);
}, 60_000);

test('both ways of reading the queue give the same page of history, and ours is in promise order', async () => {
  const database = await fresh();
  await withClient(database.owner, (client) => seedScale(client, PLAN));
  const actor = await signedInAs((await db().staff.findFirstOrThrow({ where: { roles: { has: 'processor' } } })).id);
  const page = await historyPage(actor, AT, await placeInHistory(150));
  expect(page).toHaveLength(25);
  expect(page).toEqual((await usualHistory(150)).map(({ id }) => id));
  const { numbers, counts } = await firstPage(actor, AT);
  const ordered = await db().$queryRaw<{ number: number }[]>`SELECT number FROM cases WHERE state <> 'closed' ORDER BY due_order, deadline_rank, deadline_order, number LIMIT 25`;
  expect(numbers).toEqual(ordered.map(({ number }) => number));
  expect(counts.views.all.count).toBe(PLAN.open);
}, 60_000);

test('twenty people empty a queue of 200: no case twice, none skipped, each among the first twenty free ones', async () => {
  const database = await fresh();
  await withClient(database.superuser, (client) => addWaiting(client, 200));
  const waiting = await withClient(database.superuser, waitingNumbers);
  const actors = [];
  for (const id of await addProcessors(20)) actors.push(await signedInAs(id));
  const taken = (await Promise.all(actors.map((actor) => takeUntil(actor, byCommand, Number.MAX_VALUE)))).flat();
  expect([...taken].sort((a, b) => a - b)).toEqual([...waiting].sort((a, b) => a - b));
  const order = await withClient(database.superuser, takenInOrder);
  expect(order.filter(({ claims }) => claims !== 1)).toEqual([]);
  expect(Math.max(...order.map(({ ahead }) => ahead))).toBeLessThan(20);
}, 60_000);

test('one person alone is given exactly the order; the usual way with a retry skips nobody either', async () => {
  const database = await fresh();
  await withClient(database.superuser, (client) => addWaiting(client, 40));
  const waiting = await withClient(database.superuser, waitingNumbers);
  const [id] = await addProcessors(1);
  const actor = await signedInAs(id as string);
  for (const expected of waiting.slice(0, 20)) expect(await byCommand(actor)).toBe(expected);
  const rest = await takeUntil(actor, byFindThenRetry, Number.MAX_VALUE);
  expect([...rest].sort()).toEqual(waiting.slice(20).sort());
}, 60_000);

test('a claim walks the index of free cases and looks at the locked ones and its own, however many are held', async () => {
  const database = await fresh();
  await withClient(database.superuser, async (client) => {
    await addWaiting(client, 2000);
    await holdOldest(client, 1500);
    await client.query('ANALYZE');
  });
  const [id] = await addProcessors(1);
  const walk = await planOfNextClaim(database.superuser, await signedInAs(id as string), 5);
  expect(walk.index).toBe('cases_free_order');
  expect(walk.rows).toBe(6);
}, 60_000);

test('the audit in small: each of the ways writes what it says, everything is sealed and verifies, and one person’s looks are found', async () => {
  const database = await fresh();
  await withClient(database.owner, addUsualWays);
  await withClient(database.owner, (client) => fillAudit(client, { rows: 3_000, months: 3, patients: 100, staff: 7, from: new Date('2026-09-01T00:00:00Z') }));
  const clients = await connectAll(database.staff, 4);
  for (const way of ['plain', 'ours', 'chained'] as const) expect(await appendFor(clients, way, 200)).toBeGreaterThan(0);
  expect(await appendFor(clients, 'ours', 200, 5)).toBeGreaterThan(0);
  await Promise.all(clients.map((client) => client.end()));
  await withClient(database.superuser, async (client) => {
    const { rows } = await client.query<{ name: string; written: number }>(`SELECT 'plain' AS name, count(*)::int AS written FROM plain_events UNION ALL SELECT 'chained', count(DISTINCT digest)::int FROM chained_events UNION ALL SELECT 'ours', count(*)::int FROM audit_events WHERE request_id = 'bench'`);
    expect(rows.filter(({ written }) => written === 0)).toEqual([]);
    await client.query('SET enable_seqscan = off');
    const { text: sql, values } = entriesStatement({ patientId: await drawn(client, 'patient', 7) }, null, 25);
    expect((await client.query(sql, values)).rowCount).toBeGreaterThan(5);
  });
  await useDatabase(database.worker);
  await sealSettled();
  const { broken, unsealed, entries } = await verifyAudit({ head: null });
  expect({ what: broken?.what, unsealed }).toEqual({ what: 'head_missing', unsealed: 0 });
  expect(entries).toBeGreaterThan(3_000);
}, 60_000);

test('a missed demand is a failed bench; percentiles are by nearest rank', () => {
  const lines: string[] = [];
  const report = new Report((line) => lines.push(line));
  report.atMost('p95', 24, 25);
  expect(report.allMet).toBe(true);
  report.atLeast('ratio', 19.9, 20);
  expect(report.allMet).toBe(false);
  expect(lines.map((line) => (JSON.parse(line) as { met: boolean }).met)).toEqual([true, false]);
  expect([percentile([4, 1, 3, 2], 0.5), percentile([1, 2, 3, 4], 0.95)]).toEqual([2, 4]);
  expect(() => percentile([], 0.5)).toThrow('nothing was measured');
});
