import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { freePort } from '@/lib/dev/free-port';
import { startObjectStore } from '@/lib/dev/object-store';
import { now } from '@/lib/platform/clock';
import { officeDate } from '@/lib/platform/dates';
import { db, useDatabase } from '@/lib/platform/db';
import { getObject } from '@/lib/platform/object-store';
import { people } from '../../prisma/seed/cast/people';
import { seedDesk, type Seeded } from '../../prisma/seed/desk';
import type { Studio } from '../../prisma/seed/documents';
import { drawPaper } from '../../prisma/seed/specimens/draw';
import { OUR_ISSUER, ourKey } from '../fixtures/health-cards/examples';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';

jest.setTimeout(120_000);

const SEED = 7;
const folder = mkdtempSync(join(tmpdir(), 'seed-test-'));
let database: TestDatabase;
let store: Awaited<ReturnType<typeof startObjectStore>>;
let seeded: Seeded;

/** One real drawing of each kind is enough here; the rest lends the first of its kind. */
async function quickStudio(): Promise<Studio> {
  const drawn = new Map<string, ReturnType<typeof drawPaper>>();
  const page = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffffff' } }).jpeg().toBuffer();
  return {
    draw: ({ specimen }) => {
      const found = drawn.get(specimen.kind) ?? drawPaper(specimen, { look: 'scan' });
      drawn.set(specimen.kind, found);
      return found;
    },
    pages: () => Promise.resolve([{ page, thumb: page, width: 60, height: 40 }]),
    read: () => Promise.resolve([]),
  };
}

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.owner);
  store = await startObjectStore({ folder, port: await freePort(), bucket: 'documents' });
  Object.assign(process.env, { S3_ENDPOINT: store.endpoint, S3_ACCESS_KEY_ID: 'S3RVER' });
  // As in the demo: the owner seeds.
  await useDatabase(database.owner);
  const signer = { key: ourKey, ridSecret: Buffer.alloc(32, 7), issuer: OUR_ISSUER };
  seeded = await seedDesk({ seed: SEED, studio: await quickStudio(), signer, say: () => undefined });
});
afterAll(async () => {
  await useDatabase(null);
  await database.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

const distinct = <T>(list: readonly T[]): number => new Set(list).size;

test('twelve people work here, in all roles, one more is invited, and nobody is left signed in', async () => {
  const staff = await db().staff.findMany({ where: { passwordHash: { not: null } } });
  expect(staff).toHaveLength(12);
  expect(await db().staff.findMany({ where: { passwordHash: null }, select: { accountLinks: { select: { purpose: true, usedAt: true } } } })).toEqual([{ accountLinks: [{ purpose: 'join', usedAt: null }] }]);
  expect(new Set(staff.flatMap(({ roles }) => roles))).toEqual(new Set(['phone_agent', 'processor', 'supervisor', 'auditor', 'administrator']));
  expect(await db().staffSession.count({ where: { endedAt: null } })).toBe(0);
});

test('whoever is on the list of accounts can sign in', async () => {
  const active = await db().staff.findMany({ where: { disabledAt: null, passwordHash: { not: null } }, select: { email: true }, orderBy: { email: 'asc' } });
  expect(seeded.accounts.map(({ email }) => email).sort()).toEqual(active.map(({ email }) => email).sort());
});

test('400 people are on record, the same for the same seed', async () => {
  expect(await db().patient.count()).toBe(400);
  const written = await db().patientName.findMany({ where: { use: 'current' }, select: { given: true, family: true } });
  const planned = people(SEED, officeDate(now())).flatMap(({ names }) => names.filter(({ use }) => use === 'current'));
  const sorted = (list: readonly { given: string; family: string }[]): string[] => list.map(({ given, family }) => `${given} ${family}`).sort();
  expect(sorted(written)).toEqual(sorted(planned));
});

test('every name of everybody can be searched by', async () => {
  expect(await db().patientName.count({ where: { forms: { none: {} } } })).toBe(0);
});

test('the record holds thousands of doses, none before birth or after death', async () => {
  expect(await db().dose.count()).toBeGreaterThanOrEqual(3500);
  const [odd] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM doses d JOIN patients p ON p.id = d.patient_id
    WHERE d.given_on < p.birth_date OR d.given_on > p.deceased_on OR d.given_on > ${now()}::date`;
  expect(odd?.count).toBe(0);
});

test('120 requests of every kind came in, and two more about a need we had, each person with a case', async () => {
  const sent = await db().submission.findMany({ select: { kind: true, channel: true, language: true } });
  expect(sent).toHaveLength(122);
  expect(distinct(sent.map(({ kind }) => kind))).toBe(9);
  expect(distinct(sent.map(({ channel }) => channel))).toBe(4);
  expect(await db().submissionSubject.count({ where: { case: null } })).toBe(0);
});

test('cases stand at every stage of a week, and ended in many ways', async () => {
  const cases = await db().case.findMany({ select: { state: true, dueAt: true } });
  expect(distinct(cases.map(({ state }) => state))).toBe(9);
  const outcomes = await db().caseClosure.findMany({ select: { outcome: true } });
  expect(distinct(outcomes.map(({ outcome }) => outcome))).toBeGreaterThanOrEqual(8);
  expect(cases.some(({ state, dueAt }) => state !== 'closed' && dueAt !== null && dueAt < now())).toBe(true);
  expect(await db().approval.count({ where: { decision: null } })).toBeGreaterThan(0);
});

test('the desk refused next to nothing of what was planned', () => {
  expect(seeded.stopped.length).toBeLessThanOrEqual(3);
});

test('what was mailed is confirmed, told to the requester, and in the accounting of disclosures', async () => {
  const copies = await db().case.findMany({ where: { closures: { some: { outcome: 'copy_sent' } } }, include: { releases: { include: { dispatches: true, disclosures: true } }, notices: true } });
  expect(copies.length).toBeGreaterThanOrEqual(3);
  for (const { releases } of copies) expect(releases).toMatchObject([{ dispatches: [{ state: 'confirmed' }], disclosures: [expect.anything()] }]);
  // Nothing that left waits as if it had not: what is queued is of this week.
  const weekAgo = new Date(now().getTime() - 8 * 86_400_000);
  expect(await db().dispatch.count({ where: { state: 'queued', queuedAt: { lt: weekAgo } } })).toBe(0);
});

test('Katarzyna has the number that everybody calls her case by', async () => {
  const { submission } = await db().case.findUniqueOrThrow({ where: { number: 2041 }, include: { submission: true } });
  expect(submission.requesterFamily).toBe('Nowak-Bell');
  const [next] = await db().$queryRaw<{ number: number }[]>`SELECT nextval('cases_number_seq')::int AS number`;
  expect(next?.number).toBeGreaterThan((await db().case.aggregate({ _max: { number: true } }))._max.number ?? 0);
});

test('the audit tells it in the order in which it happened, and not after now', async () => {
  const events = await db().auditEvent.findMany({ orderBy: { id: 'asc' }, select: { at: true } });
  const times = events.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times.at(-1)).toBeLessThanOrEqual(now().getTime());
});

test('the pages that staff see are in the store, with the digest on file', async () => {
  const pages = await db().documentPage.findMany({ take: 5 });
  expect(pages).toHaveLength(5);
  for (const page of pages) await expect(getObject(page.objectKey, page.sha256)).resolves.toBeInstanceOf(Buffer);
  expect(await db().document.count({ where: { OR: [{ state: { not: 'ready' } }, { scan: { not: 'not_scanned' } }] } })).toBe(0);
});

test('of the last hour: one case is snoozed, one asked about, one joined, one to be joined, one lapsed', async () => {
  expect(await db().caseWait.count({ where: { untilAt: null, wakeOn: { not: null }, case: { state: 'on_hold' } } })).toBe(1);
  expect(await db().caseEscalation.count({ where: { answeredAt: null } })).toBe(1);
  expect(await db().caseJoin.count({ where: { undoneAt: null, case: { state: 'closed' } } })).toBe(1);
  expect(await db().case.count({ where: { state: 'new', submission: { channel: 'fax', reference: { not: '' } }, createdAt: { gte: new Date(now().getTime() - 3_600_000) } } })).toBeGreaterThanOrEqual(1);
  expect(await db().caseClaim.count({ where: { releaseReason: 'lapsed' } })).toBeGreaterThanOrEqual(1);
});
