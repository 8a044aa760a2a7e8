/** What the worker's minute does: idle claims lapse, snoozed cases come back. */
import { mintWorker } from '@/lib/access/actor';
import { claimCase } from '@/lib/cases/commands/claims';
import { lapseClaims } from '@/lib/cases/commands/lapses';
import { addNote } from '@/lib/cases/commands/notes';
import { beatPresence } from '@/lib/cases/commands/presence';
import { waitCase, wakeCases } from '@/lib/cases/commands/waits';
import { freeIdleClaims, wakeSnoozed } from '@/lib/cases/jobs';
import { throughTheDoor } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db, dbDate, useDatabase } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

jest.setTimeout(60_000);
let database: TestDatabase;
const worker = mintWorker('test');
/** Hartford wall time of the week of November 24, 2026. */
const at = (text: string): void => freezeClock(new Date(`${text}-05:00`));

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  await db().officeClosure.create({ data: { onDate: dbDate(calendarDateOf('2026-11-26')), name: 'Thanksgiving', citation: 'C.G.S. 1-4', addedAt: new Date('2026-01-01T00:00:00Z') } });
});
beforeEach(() => at('2026-11-24T10:00:00'));
afterEach(async () => {
  await db().$executeRaw`UPDATE case_claims SET released_at = now(), release_reason = 'test_over' WHERE released_at IS NULL`;
  await db().$executeRaw`UPDATE case_waits SET until_at = '2027-06-01' WHERE until_at IS NULL`;
  await db().$executeRaw`UPDATE cases SET state = 'closed'`;
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

async function held(who: 'dana' | 'kofi' = 'dana') {
  const actor = await signedIn(who);
  const found = await aCase();
  await throughTheDoor(claimCase, actor, { caseId: found.publicId }, null);
  return { actor, found };
}
const lapse = () => throughTheDoor(lapseClaims, worker, {}, null);
const openClaim = (caseId: string) => db().caseClaim.findFirst({ where: { caseId, releasedAt: null } });
const eventsOf = (caseId: string) => db().auditEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } });

test('after 30 idle minutes, and no sooner, the case is free again; the entry says whose it was', async () => {
  const { found } = await held();
  at('2026-11-24T10:30:00');
  expect(await lapse()).toMatchObject({ ok: false, reason: 'nothing_lapsed' });
  at('2026-11-24T10:30:01');
  expect(await lapse()).toMatchObject({ ok: true, value: { lapsed: 1 } });
  expect(await openClaim(found.id)).toBeNull();
  expect(await db().case.findUnique({ where: { id: found.id } })).toMatchObject({ state: 'in_progress' });
  expect((await eventsOf(found.id)).at(-1)).toMatchObject({ event: 'case.claim_released', actorKind: 'worker', details: { reason: 'lapsed', of: 'Dana Whitfield' } });
  expect(await lapse()).toMatchObject({ reason: 'nothing_lapsed' });
});

test('any command on the case and typing keep the claim; looking on does not', async () => {
  const { actor, found } = await held();
  at('2026-11-24T10:25:00');
  await throughTheDoor(addNote, actor, { caseId: found.publicId, text: 'Called, no answer' }, null);
  at('2026-11-24T10:50:00');
  expect(await lapse()).toMatchObject({ reason: 'nothing_lapsed' });
  await throughTheDoor(beatPresence, actor, { caseId: found.publicId, editing: true, leaving: false }, null);
  at('2026-11-24T11:15:00');
  expect(await lapse()).toMatchObject({ reason: 'nothing_lapsed' });
  await throughTheDoor(beatPresence, actor, { caseId: found.publicId, editing: false, leaving: false }, null);
  at('2026-11-24T11:20:01');
  expect(await lapse()).toMatchObject({ value: { lapsed: 1 } });
});

test('a colleague’s note does not keep somebody else’s claim', async () => {
  const { found } = await held();
  at('2026-11-24T10:25:00');
  await throughTheDoor(addNote, await signedIn('kofi'), { caseId: found.publicId, text: 'They called again' }, null);
  at('2026-11-24T10:31:00');
  expect(await lapse()).toMatchObject({ value: { lapsed: 1 } });
});

test('whoever waits for an answer keeps the case', async () => {
  const { actor, found } = await held();
  await throughTheDoor(waitCase, actor, { caseId: found.publicId, state: 'waiting_on_requester', code: 'photo_id' }, null);
  at('2026-11-24T16:00:00');
  expect(await lapse()).toMatchObject({ reason: 'nothing_lapsed' });
  expect(await openClaim(found.id)).toMatchObject({ staffId: actor.staffId });
});

test('four workers at one minute release each claim once', async () => {
  const cases = [];
  for (let i = 0; i < 6; i += 1) cases.push((await held()).found.id);
  at('2026-11-24T11:00:00');
  await Promise.all([1, 2, 3, 4].map(() => freeIdleClaims(worker)));
  const told = await db().auditEvent.count({ where: { event: 'case.claim_released', caseId: { in: cases } } });
  expect(told).toBe(6);
});

test('a draft stays where it was when the claim lapses', async () => {
  const { actor, found } = await held();
  const draft = await db().draft.create({ data: { staffId: actor.staffId, key: `case:${found.publicId}:note`, body: { text: 'Half a sen' }, savedAt: new Date() } });
  at('2026-11-24T10:31:00');
  await lapse();
  expect(await db().draft.findUnique({ where: { id: draft.id } })).toMatchObject({ body: { text: 'Half a sen' } });
});

const snooze = (actor: Awaited<ReturnType<typeof signedIn>>, caseId: string, wakeOn: string) => throughTheDoor(waitCase, actor, { caseId, state: 'on_hold', code: 'desk_away', wakeOn }, null);

test('snoozed until Friday, it comes back at 8:30 that day to whoever has it, and says so', async () => {
  const { actor, found } = await held();
  expect(await snooze(actor, found.publicId, '2026-11-27')).toMatchObject({ ok: true });
  at('2026-11-27T08:29:59');
  expect(await throughTheDoor(wakeCases, worker, {}, null)).toMatchObject({ reason: 'nothing_to_wake' });
  at('2026-11-27T08:30:00');
  expect(await throughTheDoor(wakeCases, worker, {}, null)).toMatchObject({ value: { woken: 1 } });
  expect(await db().case.findUnique({ where: { id: found.id } })).toMatchObject({ state: 'in_progress' });
  expect(await openClaim(found.id)).toMatchObject({ staffId: actor.staffId, seenAt: new Date('2026-11-27T13:30:00Z') });
  expect((await eventsOf(found.id)).at(-1)).toMatchObject({ event: 'case.resumed', actorKind: 'worker', details: { woke: true } });
  await wakeSnoozed(worker);
  expect((await eventsOf(found.id)).filter(({ event }) => event === 'case.resumed')).toHaveLength(1);
});

test.each([
  ['today', '2026-11-24', 'not_to_come'],
  ['a holiday', '2026-11-26', 'office_closed'],
  ['a Saturday', '2026-11-28', 'office_closed'],
  ['next year’s autumn', '2027-10-04', 'too_far'],
])('a snooze until %s is refused at its field', async (_, day, reason) => {
  const { actor, found } = await held();
  expect(await snooze(actor, found.publicId, day)).toMatchObject({ reason: 'invalid', problems: [{ field: 'wakeOn', reason }] });
});

test('two workers wake a case once, and what was resumed by hand is left alone', async () => {
  const { actor, found } = await held();
  const other = await held('kofi');
  await snooze(actor, found.publicId, '2026-11-25');
  await snooze(other.actor, other.found.publicId, '2026-11-25');
  await db().$executeRaw`UPDATE case_waits SET until_at = now() WHERE case_id = ${other.found.id}::uuid`;
  await db().$executeRaw`UPDATE cases SET state = 'in_progress' WHERE id = ${other.found.id}::uuid`;
  at('2026-11-25T09:00:00');
  await Promise.all([wakeSnoozed(worker), wakeSnoozed(worker)]);
  expect(await db().auditEvent.count({ where: { event: 'case.resumed', caseId: { in: [found.id, other.found.id] } } })).toBe(1);
});
