import type { StaffActor } from '@/lib/access/actor';
import type { BulkActionId, BulkRefusal } from '@/lib/cases/bulk';
import { bulkCases } from '@/lib/cases/commands/bulk';
import { claimCase } from '@/lib/cases/commands/claims';
import { throughTheDoor } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

let database: TestDatabase;
let [dana, kofi, ruth, lena] = [] as StaffActor[] as [StaffActor, StaffActor, StaffActor, StaffActor];

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  freezeClock(new Date('2026-11-24T15:42:00Z'));
  [dana, kofi, ruth, lena] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth'), await signedIn('lena')];
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

type Answer = { moved: { id: string; number: number }[]; left: BulkRefusal[] };
async function bulk(by: StaffActor, action: BulkActionId, caseIds: readonly string[], more: object = {}): Promise<Answer> {
  const outcome = await throughTheDoor(bulkCases, by, { action, caseIds, ...more }, null);
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.problems)}`);
  return outcome.value as Answer;
}
const three = async () => [await aCase(), await aCase(), await aCase()] as const;
const holderOf = async (id: string) => (await db().caseClaim.findFirst({ where: { case: { publicId: id }, releasedAt: null } }))?.staffId ?? null;
const eventsOf = async (caseId: string) => (await db().auditEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(({ event }) => event);
const lastBulk = async () => (await db().auditEvent.findFirstOrThrow({ where: { event: 'case.bulk_done' }, orderBy: { id: 'desc' } })).details;

test('what can be done is done; what cannot stays as it was and says who and when', async () => {
  const [one, two, three3] = await three();
  await throughTheDoor(claimCase, kofi, { caseId: two.publicId }, null);
  const { moved, left } = await bulk(dana, 'assign_to_me', [one, two, three3].map(({ publicId }) => publicId));
  expect(moved.map(({ number }) => number)).toEqual([one.number, three3.number]);
  expect(left).toEqual([{ caseId: two.publicId, number: two.number, reason: 'held_by_another', state: 'in_progress', holder: 'Kofi Mensah', since: '10:42 AM' }]);
  expect([await holderOf(one.publicId), await holderOf(two.publicId)]).toEqual([dana.staffId, kofi.staffId]);
  expect(await eventsOf(one.id)).toEqual(['case.opened', 'case.claimed']);
  expect(await eventsOf(two.id)).toEqual(['case.opened', 'case.claimed']);
  expect(await lastBulk()).toEqual({ action: 'assign_to_me', done: [`C-${one.number}`, `C-${three3.number}`], left: [`C-${two.number} held_by_another`] });
});

test('an undo takes back exactly what was done', async () => {
  const cases = await three();
  const { moved } = await bulk(dana, 'assign_to_me', cases.map(({ publicId }) => publicId));
  expect((await bulk(dana, 'put_back', moved.map(({ id }) => id))).left).toEqual([]);
  for (const { publicId } of cases) expect(await holderOf(publicId)).toBeNull();
});

test('a wait needs its reason, and each case keeps it; resumed together they go on', async () => {
  const [one, two, free] = await three();
  const ids = [one, two, free].map(({ publicId }) => publicId);
  await bulk(dana, 'assign_to_me', [one.publicId, two.publicId]);
  expect(await throughTheDoor(bulkCases, dana, { action: 'hold', caseIds: ids }, null)).toMatchObject({ reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] });
  const held = await bulk(dana, 'hold', ids, { reason: 'The registry is down today' });
  expect(held.left).toMatchObject([{ number: free.number, reason: 'not_claimed', holder: null }]);
  expect(await db().caseWait.findMany({ where: { caseId: { in: [one.id, two.id] } }, select: { reason: true, state: true } })).toEqual(Array(2).fill({ reason: 'The registry is down today', state: 'on_hold' }));
  expect((await bulk(dana, 'resume', [one.publicId, two.publicId])).left).toEqual([]);
  expect((await db().case.findUniqueOrThrow({ where: { id: one.id } })).state).toBe('in_progress');
});

test('snoozed together they come back on one office day; a day that cannot be is said at its box', async () => {
  const [one, two, free] = await three();
  const ids = [one, two, free].map(({ publicId }) => publicId);
  await bulk(dana, 'assign_to_me', [one.publicId, two.publicId]);
  const snooze = (more: object) => throughTheDoor(bulkCases, dana, { action: 'snooze', caseIds: ids, reason: 'The school opens on Monday', ...more }, null);
  expect(await snooze({})).toMatchObject({ reason: 'invalid', problems: [{ field: 'wakeOn', reason: 'missing' }] });
  expect(await snooze({ wakeOn: '2026-11-28' })).toMatchObject({ reason: 'invalid', problems: [{ field: 'wakeOn', reason: 'office_closed' }] });
  expect(await snooze({ action: 'hold', wakeOn: '2026-11-30' })).toMatchObject({ reason: 'invalid' });
  expect((await bulk(dana, 'snooze', ids, { reason: 'The school opens on Monday', wakeOn: '2026-11-30' })).left).toMatchObject([{ number: free.number, reason: 'not_claimed' }]);
  expect(await db().caseWait.findMany({ where: { caseId: { in: [one.id, two.id] } }, select: { state: true, wakeOn: true, stopsClock: true } })).toMatchObject(Array(2).fill({ state: 'on_hold', wakeOn: '2026-11-30', stopsClock: false }));
  expect(await eventsOf(one.id)).toContain('case.waited');
});

test('spam is closed with its reason; a case that was closed meanwhile is said so', async () => {
  const [one, two] = await three();
  await bulk(dana, 'assign_to_me', [one.publicId, two.publicId]);
  await bulk(dana, 'spam', [one.publicId], { reason: 'An advertisement' });
  const { moved, left } = await bulk(dana, 'spam', [one.publicId, two.publicId], { reason: 'An advertisement' });
  expect(moved.map(({ number }) => number)).toEqual([two.number]);
  expect(left).toMatchObject([{ number: one.number, reason: 'case_closed', state: 'closed' }]);
  expect(await db().caseClosure.findFirst({ where: { caseId: two.id } })).toMatchObject({ outcome: 'spam', reason: 'An advertisement' });
});

test('duplicates name the case that they repeat; that case itself is left', async () => {
  const [one, two, original] = await three();
  const ids = [one, two, original].map(({ publicId }) => publicId);
  await bulk(dana, 'assign_to_me', ids);
  expect(await throughTheDoor(bulkCases, dana, { action: 'duplicate', caseIds: ids, reason: 'Sent thrice' }, null)).toMatchObject({ reason: 'invalid', problems: [{ field: 'duplicateOf', reason: 'which_case' }] });
  const { moved, left } = await bulk(dana, 'duplicate', ids, { reason: 'Sent thrice', duplicateOf: `C-${original.number}` });
  expect(moved.map(({ number }) => number)).toEqual([one.number, two.number]);
  expect(left).toMatchObject([{ number: original.number, reason: 'same_case' }]);
  expect(await db().caseClosure.findFirst({ where: { caseId: one.id } })).toMatchObject({ outcome: 'duplicate', duplicateOfId: original.id });
});

test('a refusal after a write takes back that case alone', async () => {
  const [one, two] = await three();
  await bulk(dana, 'assign_to_me', [one.publicId, two.publicId]);
  // Whoever writes this case next is told that it changed under their hands: the wait is then already in the table.
  await db().$executeRaw`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE cases SET version = version + 1 WHERE id = NEW.case_id; RETURN NEW; END $$`;
  await db().$executeRawUnsafe(`CREATE TRIGGER spoil AFTER INSERT ON case_waits FOR EACH ROW WHEN (NEW.case_id = '${one.id}') EXECUTE FUNCTION spoil()`);
  const { moved, left } = await bulk(dana, 'hold', [one.publicId, two.publicId], { reason: 'Later' });
  await db().$executeRaw`DROP FUNCTION spoil CASCADE`;
  expect(left).toMatchObject([{ number: one.number, reason: 'conflict' }]);
  expect(moved.map(({ number }) => number)).toEqual([two.number]);
  expect(await db().caseWait.count({ where: { caseId: one.id } })).toBe(0);
  expect(await eventsOf(one.id)).not.toContain('case.waited');
  expect(await eventsOf(two.id)).toContain('case.waited');
});

test('a supervisor gives cases to a colleague, whoever had them; a processor may not', async () => {
  const [one, two] = await three();
  const [ids, to] = [[one.publicId, two.publicId], { colleagueId: dana.publicId, reason: 'Kofi is away' }];
  await throughTheDoor(claimCase, kofi, { caseId: one.publicId }, null);
  expect(await throughTheDoor(bulkCases, dana, { action: 'assign_to', caseIds: ids, ...to }, null)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect((await bulk(ruth, 'assign_to', ids, to)).left).toEqual([]);
  expect([await holderOf(one.publicId), await holderOf(two.publicId)]).toEqual([dana.staffId, dana.staffId]);
  expect(await db().auditEvent.findFirst({ where: { caseId: one.id, event: 'case.reassigned' } })).toMatchObject({ staffId: ruth.staffId, details: { from: kofi.staffId, reason: 'Kofi is away' } });
  expect((await db().case.findUniqueOrThrow({ where: { id: two.id } })).state).toBe('in_progress');
  expect((await bulk(ruth, 'assign_to', ids, to)).left.map(({ reason }) => reason)).toEqual(['has_it_already', 'has_it_already']);
});

test('nobody who works no cases is given one', async () => {
  const [one] = await three();
  const { left } = await bulk(ruth, 'assign_to', [one.publicId], { colleagueId: lena.publicId, reason: 'To the phone desk' });
  expect(left).toMatchObject([{ number: one.number, reason: 'no_casework' }]);
  expect(await holderOf(one.publicId)).toBeNull();
});

test('a case that is not there is left like any other', async () => {
  const [one] = await three();
  const { moved, left } = await bulk(dana, 'assign_to_me', ['AAAAAAAAAAAAAAAAAAAAAA', one.publicId]);
  expect(moved).toHaveLength(1);
  expect(left).toEqual([{ caseId: 'AAAAAAAAAAAAAAAAAAAAAA', number: null, reason: 'not_found', state: null, holder: null, since: null }]);
});

test('two who choose the same cases in opposite order both get an answer, and no case two holders', async () => {
  const ids = (await three()).map(({ publicId }) => publicId);
  const answers = await Promise.all([bulk(dana, 'assign_to_me', ids), bulk(kofi, 'assign_to_me', [...ids].reverse())]);
  expect(answers.flatMap(({ moved }) => moved)).toHaveLength(3);
  expect(answers.flatMap(({ left }) => left).map(({ reason }) => reason)).toEqual(Array(3).fill('held_by_another'));
});

test('at most fifty, each once, and nothing else in the request', async () => {
  const [one] = await three();
  const many = Array.from({ length: 51 }, (_, at) => `${'A'.repeat(20)}${String(at).padStart(2, '0')}`);
  for (const body of [{ action: 'assign_to_me', caseIds: [] }, { action: 'assign_to_me', caseIds: many }, { action: 'assign_to_me', caseIds: [one.publicId, one.publicId] }, { action: 'reopen', caseIds: [one.publicId] }, { action: 'assign_to', caseIds: [one.publicId] }, { action: 'assign_to_me', caseIds: [one.publicId], state: 'closed' }, null]) {
    expect(await throughTheDoor(bulkCases, ruth, body, null)).toMatchObject({ ok: false, reason: 'invalid' });
  }
});
