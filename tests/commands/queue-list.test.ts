import { throughTheDoor } from '@/lib/command';
import { claimCase } from '@/lib/cases/commands/claims';
import { waitCase } from '@/lib/cases/commands/waits';
import { listQueue, QUEUE_PAGE } from '@/lib/cases/queries/queue';
import { countArrivals, countQueue, countViews } from '@/lib/cases/queries/queue-counts';
import { countOf } from '@/lib/cases/queries/queue-sql';
import { inView, OPEN_VIEWS, readQueue, type QueueState } from '@/lib/cases/views';
import type { StaffActor } from '@/lib/access/actor';
import { freezeClock } from '@/lib/platform/clock';
import { db, dbDate, Prisma, useDatabase } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

let database: TestDatabase;
let dana: StaffActor;
let ruth: StaffActor;

const DAY = 86_400_000;
const FIRST = new Date('2026-11-10T15:00:00Z').getTime();
const CASES = 60;
const said = (query: string): QueueState => readQueue(Object.fromEntries(new URLSearchParams(query))).state;

/** Sixty open cases of mixed ages, kinds, languages and deadlines, some of one due time; a few closed ones. */
async function fill(): Promise<void> {
  for (let i = 0; i < CASES; i += 1) {
    await aCase({ given: `Person${i}`, language: i % 5 === 0 ? 'es' : 'en', receivedAt: new Date(FIRST + ((i * 7) % 12) * DAY), deadlineOn: i % 3 === 0 ? calendarDateOf(`2026-12-${String(1 + (i % 20)).padStart(2, '0')}`) : undefined });
  }
  await db().$executeRaw`UPDATE cases SET kind = 'missing_doses' WHERE number % 4 = 1`;
  await db().$executeRaw`UPDATE cases SET kind = 'opt_out' WHERE number % 11 = 2`;
  await db().$executeRaw`UPDATE cases SET deadline_proof = 'A letter', deadline_proven_at = now(), deadline_proven_by_id = ${dana.staffId}::uuid WHERE deadline_on IS NOT NULL AND number % 2 = 0`;
}

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  freezeClock(new Date('2026-11-24T15:48:00Z'));
  [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  await fill();
  const open = await db().case.findMany({ orderBy: { number: 'asc' } });
  const at = (place: number) => open[place]!;
  for (const place of [1, 2, 3, 4, 5]) await throughTheDoor(claimCase, dana, { caseId: at(place).publicId }, null);
  for (const place of [6, 7]) await throughTheDoor(claimCase, ruth, { caseId: at(place).publicId }, null);
  await throughTheDoor(waitCase, dana, { caseId: at(1).publicId, state: 'waiting_on_requester', reason: 'A clearer photo' }, null);
  await throughTheDoor(waitCase, dana, { caseId: at(2).publicId, state: 'waiting_on_provider', reason: 'Asked Elm Street' }, null);
  await throughTheDoor(waitCase, dana, { caseId: at(3).publicId, state: 'on_hold', reason: 'Back on Monday' }, null);
  await db().caseWait.updateMany({ where: { caseId: at(3).id, untilAt: null }, data: { wakeOn: dbDate(calendarDateOf('2026-11-30')) } });
  await db().$executeRaw`UPDATE cases SET state = 'needs_second_review' WHERE id = ${at(8).id}::uuid`;
  await db().caseEscalation.create({ data: { caseId: at(9).id, reason: 'May I?', byId: dana.staffId, at: new Date() } });
  await db().caseEscalation.create({ data: { caseId: at(8).id, reason: 'Both at once', byId: dana.staffId, at: new Date() } });
  for (const place of [20, 21, 22]) await db().$executeRaw`UPDATE cases SET state = 'closed', closed_at = ${new Date(FIRST + place * DAY)} WHERE id = ${at(place).id}::uuid`;
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

async function walk(state: QueueState, between?: () => Promise<unknown>): Promise<number[]> {
  const numbers: number[] = [];
  for (let page = await listQueue(dana, state); ; page = await listQueue(dana, { ...state, place: page.next })) {
    if (between === undefined) expect(page.before.count).toBe(numbers.length);
    numbers.push(...page.rows.map(({ number }) => number));
    if (page.next === null) return numbers;
    await between?.();
  }
}

const ORDERED: readonly (readonly [string, string])[] = [
  ['', `c.due_at NULLS LAST, (CASE WHEN deadline_proven_at IS NOT NULL THEN 0 WHEN deadline_on IS NOT NULL THEN 1 ELSE 2 END), deadline_on NULLS LAST, number`],
  ['way=down', `c.due_at DESC NULLS FIRST, (CASE WHEN deadline_proven_at IS NOT NULL THEN 0 WHEN deadline_on IS NOT NULL THEN 1 ELSE 2 END) DESC, deadline_on DESC NULLS FIRST, number DESC`],
  ['order=received', 'received_at, number'],
  ['order=deadline', 'deadline_on NULLS LAST, due_at NULLS LAST, number'],
  ['order=number&way=down', 'number DESC'],
];

test.each(ORDERED)('page after page, %s, every open case comes once and in order', async (query, order) => {
  const wanted = await db().$queryRawUnsafe<{ number: number }[]>(`SELECT number FROM cases c WHERE state <> 'closed' ORDER BY ${order}`);
  expect(await walk(said(query))).toEqual(wanted.map(({ number }) => number));
});

test('history is read from its newest end', async () => {
  const wanted = await db().case.findMany({ where: { state: 'closed' }, orderBy: [{ closedAt: 'desc' }, { number: 'desc' }] });
  expect(await walk(said('view=closed'))).toEqual(wanted.map(({ number }) => number));
});

test('backwards from the last page come the same rows', async () => {
  const first = await listQueue(dana, said(''));
  const second = await listQueue(dana, { ...said(''), place: first.next });
  const back = await listQueue(dana, { ...said(''), place: second.previous });
  expect(back.rows.map(({ number }) => number)).toEqual(first.rows.map(({ number }) => number));
  expect(back.previous).toBeNull();
  expect(back.next).toEqual(first.next);
  expect(first.rows).toHaveLength(QUEUE_PAGE);
});

test('cases that come in while somebody turns pages make no gap and no repeat', async () => {
  const before = await db().case.findMany({ where: { state: { not: 'closed' } }, select: { number: true } });
  const numbers = await walk(said(''), async () => {
    await aCase({ receivedAt: new Date(FIRST) });
    await aCase({ receivedAt: new Date('2026-11-24T15:00:00Z') });
  });
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const { number } of before) expect(numbers).toContain(number);
});

test('a kind filter over several kinds keeps one order', async () => {
  const kinds = ['missing_doses', 'opt_out'] as const;
  const wanted = await db().case.findMany({ where: { state: { not: 'closed' }, kind: { in: [...kinds] } }, orderBy: [{ receivedAt: 'asc' }, { number: 'asc' }] });
  expect(await walk(said(`kind=${kinds.join('.')}&order=received`))).toEqual(wanted.map(({ number }) => number));
});

/** Each view said again without the queue's own statements. */
const BRUTE: Record<(typeof OPEN_VIEWS)[number], string> = {
  mine: `EXISTS (SELECT 1 FROM case_claims k WHERE k.case_id = c.id AND released_at IS NULL AND staff_id = $1::uuid) AND NOT (SELECT coalesce(bool_or(wake_on > '2026-11-24'), false) FROM case_waits w WHERE w.case_id = c.id AND until_at IS NULL)`,
  unassigned: `(SELECT count(*) FROM case_claims k WHERE k.case_id = c.id AND released_at IS NULL) = 0 AND $1::uuid IS NOT NULL`,
  due_today: `(due_at AT TIME ZONE 'America/New_York')::date = '2026-11-24' AND $1::uuid IS NOT NULL`,
  overdue: `due_at < '2026-11-24T15:48:00Z' AND $1::uuid IS NOT NULL`,
  waiting: `state::text = 'waiting_on_requester' AND $1::uuid IS NOT NULL`,
  others: `state::text IN ('waiting_on_provider', 'waiting_on_registry') AND $1::uuid IS NOT NULL`,
  second_review: `(state::text = 'needs_second_review' OR id IN (SELECT case_id FROM case_escalations WHERE answered_at IS NULL)) AND $1::uuid IS NOT NULL`,
  failed: `delivery_failed_at IS NOT NULL AND $1::uuid IS NOT NULL`,
  snoozed: `id IN (SELECT case_id FROM case_waits WHERE until_at IS NULL AND wake_on > '2026-11-24') AND $1::uuid IS NOT NULL`,
  all: `$1::uuid IS NOT NULL`,
};

test.each(OPEN_VIEWS)('the count of "%s" is the number of cases in it', async (view) => {
  const [brute] = await db().$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM cases c WHERE state <> 'closed' AND ${BRUTE[view]}`, dana.staffId);
  const counts = await countViews(dana);
  expect(counts.views[view]).toEqual({ count: brute?.n, capped: false });
  expect(await walk(inView(said(''), view))).toHaveLength(brute?.n ?? -1);
  if (view !== 'failed') expect(brute?.n).toBeGreaterThan(0);
});

test('twenty who ask at once get the counts as they were when each asked', async () => {
  const one = await aCase();
  const before = (await countViews(dana)).views;
  const early = Array.from({ length: 10 }, () => countViews(dana));
  await db().$executeRaw`UPDATE cases SET state = 'closed', closed_at = now() WHERE id = ${one.id}::uuid`;
  const late = await Promise.all(Array.from({ length: 10 }, () => countViews(ruth)));
  expect(late.map(({ views }) => views.all.count)).toEqual(Array(10).fill(before.all.count - 1));
  expect(late.map(({ views }) => views.mine.count)).toEqual(Array(10).fill(2));
  for (const { views } of await Promise.all(early)) expect([before.all.count, before.all.count - 1]).toContain(views.all.count);
});

test('the kinds sum up to all open cases, and the newest number is known', async () => {
  const counts = await countViews(dana);
  expect(Object.values(counts.kinds).reduce((sum, { count }) => sum + count, 0)).toBe(counts.views.all.count);
  expect(counts.newest).toBe((await db().case.aggregate({ _max: { number: true } }))._max.number);
});

test.each([
  ['language=es', { language: 'es' }],
  ['by=form', { submission: { channel: 'form' } }],
  ['by=fax', { submission: { channel: 'fax' } }],
  ['deadline=2026-12-05', { deadlineOn: { lte: new Date('2026-12-05') } }],
  ['holder=nobody', { claims: { none: { releasedAt: null } } }],
  ['due=2026-11-24', { dueAt: { lte: new Date('2026-11-25T04:59:00Z') } }],
] as const)('the filter %s counts what it should', async (query, where) => {
  expect((await countQueue(dana, said(query))).count).toBe(await db().case.count({ where: { state: { not: 'closed' }, ...where } }));
});

test('a colleague is found by random id, and nobody by one that is not', async () => {
  expect((await countQueue(dana, said(`holder=${ruth.publicId}`))).count).toBe(2);
  expect((await countQueue(dana, said('holder=me'))).count).toBe(5);
  expect((await countQueue(dana, said('holder=AAAAAAAAAAAAAAAAAAAAAA'))).count).toBe(0);
});

test('a count stops at what people read', async () => {
  const [row] = await db().$queryRaw<{ count: number }[]>(Prisma.sql`SELECT ${countOf([Prisma.sql`c.state <> 'closed'`], 9)} AS count`);
  expect(row?.count).toBe(10);
});

test('an open page learns how many cases came since, in its own view', async () => {
  const { newest } = await countViews(dana);
  expect(await countArrivals(dana, said(''), newest)).toEqual({ count: 0, capped: false });
  await aCase({ language: 'es' });
  await aCase();
  expect(await countArrivals(dana, said(''), newest)).toEqual({ count: 2, capped: false });
  expect(await countArrivals(dana, said('language=es'), newest)).toEqual({ count: 1, capped: false });
  expect(await countArrivals(dana, said('view=mine'), newest)).toEqual({ count: 0, capped: false });
});

test('a restricted person is not named to a processor, nor their papers or deadline; whoever opened the record reads them', async () => {
  const one = await aCase({ given: 'Hidden', receivedAt: new Date(FIRST - 9 * DAY), deadlineOn: calendarDateOf('2026-12-01') });
  const patient = await db().patient.create({ data: { birthOn: '1990-04-02', restriction: 'protected_address', createdAt: new Date() } });
  await db().case.update({ where: { id: one.id }, data: { patientId: patient.id } });
  const [shown] = (await listQueue(dana, said(''))).rows;
  expect(shown).toMatchObject({ number: one.number, person: null, deadlineOn: null, deadlineReason: null });
  expect(JSON.stringify(shown)).not.toContain('Hidden');
  expect((await listQueue(ruth, said(''))).rows[0]?.person).toBeNull();
  expect((await listQueue(withOpen(dana, patient), said(''))).rows[0]).toMatchObject({ number: one.number, person: { name: 'Hidden Rivera' } });
  await db().$executeRaw`UPDATE cases SET state = 'closed', closed_at = now() WHERE id = ${one.id}::uuid`;
});

test('a row says who has it, who is there now, and until when it sleeps', async () => {
  const mine = (await listQueue(dana, said('holder=me'))).rows;
  expect(mine.every(({ holder }) => holder?.id === dana.publicId)).toBe(true);
  expect(mine.find(({ state }) => state === 'on_hold')?.wakeOn).toBe('2026-11-30');
  expect(mine.find(({ state }) => state === 'waiting_on_requester')).toMatchObject({ dueAt: null, promised: { state: 'stopped' } });
  const one = await db().case.findUniqueOrThrow({ where: { publicId: mine[0]!.id } });
  const at = new Date('2026-11-24T15:47:30Z');
  await db().casePresence.createMany({ data: [{ caseId: one.id, staffId: ruth.staffId, editing: true, sinceAt: at, seenAt: at }, { caseId: one.id, staffId: dana.staffId, editing: false, sinceAt: at, seenAt: at }] });
  expect((await listQueue(dana, said('holder=me'))).rows[0]?.present).toEqual([{ id: ruth.publicId, name: 'Ruth Abelson', editing: true, since: at }]);
  await db().casePresence.updateMany({ data: { seenAt: new Date('2026-11-24T15:47:00Z') } });
  expect((await listQueue(dana, said('holder=me'))).rows[0]?.present).toEqual([]);
});

test('a look at a page is kept with the cases it showed; counting keeps none', async () => {
  const looks = () => db().auditEvent.count({ where: { event: 'queue.viewed', staffId: dana.staffId } });
  const before = await looks();
  await countViews(dana);
  await countArrivals(dana, said(''), 0);
  expect(await looks()).toBe(before);
  const page = await listQueue(dana, said('view=overdue'));
  const entry = await db().auditEvent.findFirstOrThrow({ where: { event: 'queue.viewed', staffId: dana.staffId }, orderBy: { id: 'desc' } });
  expect(entry.details).toEqual({ view: 'overdue', shown: page.rows.map(({ number }) => `C-${number}`) });
});

test('without an audit no row leaves', async () => {
  await db().$executeRaw`ALTER VIEW audit_append RENAME TO audit_append_away`;
  await expect(listQueue(dana, said(''))).rejects.toThrow();
  await db().$executeRaw`ALTER VIEW audit_append_away RENAME TO audit_append`;
});

test('the case knows when its latest dispatch failed, and that another way was chosen', async () => {
  const one = await aCase();
  const patient = await db().patient.create({ data: { birthOn: '1990-04-02', createdAt: new Date() } });
  const release = (channel: 'mail' | 'fax') =>
    db().recordRelease.create({ data: { caseId: one.id, patientId: patient.id, patientVersion: 0, records: ['full_record'], channel, recipientName: 'Ana', addressLines: [], addressSource: 'on_record', authority: {}, needsSecond: false, preparedById: dana.staffId, preparedAt: new Date() } });
  const send = async (channel: 'mail' | 'fax', code: string, queuedAt: Date) => db().dispatch.create({ data: { code, releaseId: (await release(channel)).id, channel, purpose: 'copy', state: 'queued', queuedAt } });
  const failed = async () => ({ count: (await countViews(dana)).views.failed.count, version: (await db().case.findUniqueOrThrow({ where: { id: one.id } })).version });
  const first = await send('mail', 'M-26-0000001', new Date('2026-11-23T15:00:00Z'));
  expect(await failed()).toEqual({ count: 0, version: one.version });
  await db().dispatch.update({ where: { id: first.id }, data: { state: 'failed' } });
  expect(await failed()).toEqual({ count: 1, version: one.version });
  const second = await send('fax', 'F-26-0000001', new Date('2026-11-24T15:00:00Z'));
  expect(await failed()).toEqual({ count: 0, version: one.version });
  await db().dispatch.update({ where: { id: second.id }, data: { state: 'unknown' } });
  expect(await failed()).toEqual({ count: 1, version: one.version });
  await db().dispatch.update({ where: { id: second.id }, data: { state: 'confirmed' } });
  expect(await failed()).toEqual({ count: 0, version: one.version });
});
