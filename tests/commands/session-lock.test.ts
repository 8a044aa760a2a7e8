/** Locking one's own desk and opening it again: the row, the audit, the limit, and everybody else's sessions. */
import { mintLocked, mintVisitor, type Actor, type StaffActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { lockSession, unlockSession } from '@/lib/staff/commands';
import { TEST_HOUR, withDatabase } from '../support/database';
import { CAST, PASSWORD, signedIn, type CastName } from '../support/people';

withDatabase();
afterEach(() => freezeClock(TEST_HOUR));

const lock = (actor: Actor, body: object = {}, key: string | null = null) => throughTheDoor(lockSession, actor, body, key);
const unlock = (actor: Actor, password: string = PASSWORD, key: string | null = null) => throughTheDoor(unlockSession, actor, { password }, key);
const lockedAt = async ({ sessionId }: { sessionId: string }) => (await db().staffSession.findUniqueOrThrow({ where: { id: sessionId } })).lockedAt;
const eventsOf = async ({ staffId }: { staffId: string }) => (await db().auditEvent.findMany({ where: { staffId, event: { startsWith: 'session.' } }, orderBy: { id: 'asc' } })).map(({ event }) => event);

async function locked(who: CastName): Promise<{ actor: StaffActor; behind: Actor }> {
  const actor = await signedIn(who);
  await lock(actor);
  return { actor, behind: mintLocked(actor) };
}

test.each(Object.keys(CAST) as CastName[])('%s locks the desk and opens it with the password; both are in the audit', async (who) => {
  const { actor, behind } = await locked(who);
  expect(await lockedAt(actor)).toEqual(TEST_HOUR);
  expect(await unlock(behind)).toEqual({ ok: true, value: {} });
  expect(await lockedAt(actor)).toBeNull();
  expect(await eventsOf(actor)).toEqual(['session.locked', 'session.unlocked']);
});

test('opening counts as being there: the idle minutes begin anew', async () => {
  const { actor, behind } = await locked('dana');
  const later = new Date(TEST_HOUR.getTime() + 3_600_000);
  freezeClock(later);
  await unlock(behind);
  expect((await db().staffSession.findUniqueOrThrow({ where: { id: actor.sessionId } })).seenAt).toEqual(later);
});

test('a second lock keeps the time of the first', async () => {
  const { actor } = await locked('dana');
  freezeClock(new Date(TEST_HOUR.getTime() + 60_000));
  expect(await lock(actor)).toMatchObject({ ok: true });
  expect(await lockedAt(actor)).toEqual(TEST_HOUR);
});

test('a lock is one’s own: neither a colleague’s session nor one’s other desk is touched', async () => {
  const [here, there, kofi] = [await signedIn('dana'), await signedIn('dana'), await signedIn('kofi')];
  await lock(here);
  expect([await lockedAt(there), await lockedAt(kofi)]).toEqual([null, null]);
  expect(await lock(here, { sessionId: kofi.sessionId })).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await lockedAt(kofi)).toBeNull();
});

test.each([['another’s password', 'battery staple correct horse'], ['a password in other case', PASSWORD.toUpperCase()]])('%s opens nothing', async (_, password) => {
  const { actor, behind } = await locked('ruth');
  expect(await unlock(behind, password)).toMatchObject({ ok: false, reason: 'wrong_password', problems: [{ field: 'password', reason: 'wrong_password' }] });
  expect(await lockedAt(actor)).toEqual(TEST_HOUR);
});

test.each([['none', {}], ['an empty one', { password: '' }], ['a very long one', { password: 'x'.repeat(201) }], ['an object', { password: { not: '' } }], ['another field', { password: PASSWORD, staffId: 'x' }]])('as a password, %s is refused before it is compared', async (_, body) => {
  const { actor, behind } = await locked('omar');
  expect(await throughTheDoor(unlockSession, behind, body, null)).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await lockedAt(actor)).toEqual(TEST_HOUR);
});

test('the eleventh try within 15 minutes is not compared, be it right; later the right one opens', async () => {
  const { actor, behind } = await locked('vera');
  for (let tries = 0; tries < 10; tries += 1) expect(await unlock(behind, 'guess')).toMatchObject({ reason: 'wrong_password' });
  expect(await unlock(behind)).toMatchObject({ ok: false, reason: 'too_many_tries' });
  expect(await lockedAt(actor)).toEqual(TEST_HOUR);
  freezeClock(new Date(TEST_HOUR.getTime() + 16 * 60_000));
  expect(await unlock(behind)).toMatchObject({ ok: true });
});

test('behind a lock nothing else is reached, not even locking', async () => {
  const { behind } = await locked('lena');
  expect(await lock(behind)).toMatchObject({ ok: false, reason: 'forbidden' });
});

test('a visitor has no session to lock or open', async () => {
  const visitor = mintVisitor({ requestId: 'visitor', address: '203.0.113.7', uploadToken: null });
  expect([await lock(visitor), await unlock(visitor)]).toMatchObject([{ reason: 'forbidden' }, { reason: 'forbidden' }]);
});

test('one press sent twice is one: the stored answer comes back and the audit has one entry', async () => {
  const actor = await signedIn('kofi');
  const before = (await eventsOf(actor)).length;
  const [first, again] = [await lock(actor, {}, 'lock-once-000000001'), await lock(actor, {}, 'lock-once-000000001')];
  expect(again).toEqual(first);
  expect(await eventsOf(actor)).toHaveLength(before + 1);
});
