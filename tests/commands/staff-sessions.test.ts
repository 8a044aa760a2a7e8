/** Sessions by the server's own clock, and what a person does with their own: list, end, stay, another password, other codes. */
import { mintLocked, type StaffActor } from '@/lib/access/actor';
import { actorOfSession, endSession, standingOf } from '@/lib/access/sessions';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { changePassword, newRecoveryCodes } from '@/lib/staff/commands/own-account';
import { endOwnSession, seeNotice, stay } from '@/lib/staff/commands/sessions';
import { passwordAgrees } from '@/lib/staff/credentials';
import { listSignInNotices, readOwnAccount } from '@/lib/staff/queries';
import { aMember, type Member } from '../support/accounts';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aSession, PASSWORD } from '../support/people';

withDatabase();
const after = (minutes: number, seconds = 0): void => freezeClock(new Date(TEST_HOUR.getTime() + (minutes * 60 + seconds) * 1000));
afterEach(() => freezeClock(TEST_HOUR));

const request = { requestId: 'next', address: '127.0.0.1' };
const NEW = 'plum ladder eleven quietly';
const act = (command: AnyCommand, actor: StaffActor, body: object = {}) => throughTheDoor(command, actor, body, null);

async function atDesk(member?: Member, browser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0') {
  const person = member ?? (await aMember());
  const sid = await aSession(person.id, browser);
  const actor = await actorOfSession(sid, request, false);
  if (actor?.kind !== 'staff') throw new Error('not signed in');
  const row = () => db().staffSession.findUniqueOrThrow({ where: { id: actor.sessionId } });
  return { member: person, sid, actor, row, next: (counts = true) => actorOfSession(sid, request, counts) };
}
const events = async (staffId: string) => (await db().auditEvent.findMany({ where: { staffId }, orderBy: { id: 'asc' } })).map(({ event }) => event);

describe('by the clock of the server', () => {
  test.each([
    ['14:59 of idleness', 14, 59, 'staff'],
    ['15:01 of idleness', 15, 1, 'locked_staff'],
  ])('after %s the next request finds them %#', async (_, minutes, seconds, kind) => {
    const desk = await atDesk();
    after(minutes, seconds);
    expect((await desk.next())?.kind).toBe(kind);
  });

  test('an idle lock stays one: the request that met it was no activity', async () => {
    const desk = await atDesk();
    after(15, 1);
    await desk.next();
    after(15, 2);
    expect((await desk.next())?.kind).toBe('locked_staff');
    expect((await desk.row()).seenAt).toEqual(TEST_HOUR);
  });

  test('requests keep it open, polls do not', async () => {
    const [busy, left] = [await atDesk(), await atDesk()];
    after(10);
    await busy.next();
    await left.next(false);
    await standingOf(left.sid);
    after(20);
    expect([(await busy.next())?.kind, (await left.next())?.kind]).toEqual(['staff', 'locked_staff']);
  });

  test.each([
    ['11:59:59', 719, 59, 'staff'],
    ['12:00:01', 720, 1, null],
  ])('at %s, busy to the end', async (_, minutes, seconds, kind) => {
    const desk = await atDesk();
    for (let minute = 14; minute < 719; minute += 14) {
      after(minute);
      await desk.next();
    }
    after(minutes, seconds);
    expect((await desk.next())?.kind ?? null).toBe(kind);
  });

  test('"stay signed in" begins the idle minutes anew and moves no end', async () => {
    const desk = await atDesk();
    after(14);
    expect(await act(stay, desk.actor)).toMatchObject({ ok: true });
    after(28);
    expect(await standingOf(desk.sid)).toEqual({ state: 'open', locksInMs: 60_000, endsInMs: (720 - 28) * 60_000, person: desk.member.publicId, session: (await desk.row()).publicId });
    expect(await events(desk.actor.staffId)).toEqual([]);
  });

  test('behind a lock there is no staying: the password opens it', async () => {
    const desk = await atDesk();
    expect(await throughTheDoor(stay, mintLocked(desk.actor), {}, null)).toMatchObject({ ok: false, reason: 'forbidden' });
  });
});

describe('two at once are the most', () => {
  test('the third ends the oldest, and both ends are told', async () => {
    const first = await atDesk();
    after(1);
    const second = await atDesk(first.member);
    after(2);
    const third = await atDesk(first.member);
    expect([await first.next(), (await second.next())?.kind, (await third.next())?.kind]).toEqual([null, 'staff', 'staff']);
    expect(await standingOf(first.sid)).toEqual({ state: 'signed_out', because: 'newer_session' });
    expect(await listSignInNotices(third.actor)).toEqual([{ kind: 'ended_oldest', where: 'Firefox on Linux', startedAt: TEST_HOUR }]);
    expect(await listSignInNotices(second.actor)).toEqual([]);
    expect(await act(seeNotice, third.actor)).toMatchObject({ ok: true });
    expect(await listSignInNotices(third.actor)).toEqual([]);
  });

  test('six sign-ins at the same moment leave two', async () => {
    const member = await aMember();
    await Promise.all(Array.from({ length: 6 }, () => aSession(member.id)));
    expect(await db().staffSession.count({ where: { staffId: member.id, endedAt: null } })).toBe(2);
  });
});

describe('one’s own sessions', () => {
  test('are listed, and another one is ended from here; its next request finds nobody', async () => {
    const here = await atDesk();
    const there = await atDesk(here.member, 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605.1');
    const { sessions } = await readOwnAccount(here.actor);
    expect(sessions.map(({ where, isThis }) => [where, isThis]).sort()).toEqual([['Firefox on Linux', true], ['Safari on iOS', false]]);
    const session = sessions.find(({ isThis }) => !isThis)?.id ?? '';
    expect(await act(endOwnSession, here.actor, { session })).toMatchObject({ ok: true });
    expect(await there.next()).toBeNull();
    expect(await standingOf(there.sid)).toEqual({ state: 'signed_out', because: 'ended_by_person' });
    expect(await act(endOwnSession, here.actor, { session })).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await events(here.actor.staffId)).toEqual(['session.ended', 'command.refused']);
  });

  test('a colleague’s are not there', async () => {
    const [mine, theirs] = [await atDesk(), await atDesk()];
    expect(await act(endOwnSession, mine.actor, { session: (await theirs.row()).publicId })).toMatchObject({ ok: false, reason: 'not_found' });
    expect((await theirs.next())?.kind).toBe('staff');
  });
});

describe('another password', () => {
  test('ends every other session, keeps this one, and is in the audit', async () => {
    const here = await atDesk();
    const there = await atDesk(here.member);
    expect(await act(changePassword, here.actor, { current: PASSWORD, password: NEW })).toMatchObject({ ok: true, value: { sessionsEnded: 1 } });
    expect([(await here.next())?.kind, await there.next()]).toEqual(['staff', null]);
    expect(await standingOf(there.sid)).toEqual({ state: 'signed_out', because: 'password_changed' });
    const { passwordHash, passwordAt } = await db().staff.findUniqueOrThrow({ where: { id: here.actor.staffId } });
    expect([await passwordAgrees(passwordHash, NEW), await passwordAgrees(passwordHash, PASSWORD), passwordAt]).toEqual([true, false, TEST_HOUR]);
    expect(await events(here.actor.staffId)).toEqual(['staff.password_changed']);
  });

  test.each([
    ['not knowing the present one', { current: 'not hers at all', password: NEW }, 'current', 'wrong_password'],
    ['the same again', { current: PASSWORD, password: PASSWORD }, 'password', 'same_password'],
    ['a short one', { current: PASSWORD, password: 'too short' }, 'password', 'too_short'],
    ['one’s own name', { current: PASSWORD, password: 'Ines Marchetti 1984' }, 'password', 'too_common'],
  ])('%s is refused at its field', async (_, body, field, reason) => {
    const here = await atDesk();
    expect(await act(changePassword, here.actor, body)).toMatchObject({ ok: false, problems: [{ field, reason }] });
    expect(await passwordAgrees((await db().staff.findUniqueOrThrow({ where: { id: here.actor.staffId } })).passwordHash, PASSWORD)).toBe(true);
  });

  test('the eleventh guess of the present one is not compared', async () => {
    const here = await atDesk();
    for (let tries = 0; tries < 10; tries += 1) await act(changePassword, here.actor, { current: 'guess', password: NEW });
    expect(await act(changePassword, here.actor, { current: PASSWORD, password: NEW })).toMatchObject({ ok: false, reason: 'too_many_tries' });
  });
});

describe('new recovery codes', () => {
  test('take the old ones’ place, after a proof of who it is', async () => {
    const here = await atDesk();
    const first = await act(newRecoveryCodes, here.actor);
    const second = await act(newRecoveryCodes, here.actor);
    if (!first.ok || !second.ok) throw new Error('not made');
    expect(await db().recoveryCode.count({ where: { staffId: here.actor.staffId, retiredAt: null } })).toBe(10);
    expect((await readOwnAccount(here.actor)).codesLeft).toBe(10);
    expect((first.value as { codes: string[] }).codes).not.toEqual((second.value as { codes: string[] }).codes);
    expect(await events(here.actor.staffId)).toEqual(['staff.recovery_codes_made', 'staff.recovery_codes_made']);
    after(6);
    expect(await act(newRecoveryCodes, here.actor)).toMatchObject({ ok: false, reason: 'step_up_needed' });
  });

  test('are nothing for somebody whose second factor is elsewhere', async () => {
    const here = await atDesk();
    await db().staff.update({ where: { id: here.actor.staffId }, data: { passwordHash: null, totpSealed: null } });
    expect(await act(newRecoveryCodes, here.actor)).toMatchObject({ ok: false, reason: 'from_provider' });
    expect(await act(changePassword, here.actor, { current: 'x', password: NEW })).toMatchObject({ ok: false, reason: 'from_provider' });
  });
});

test('a session that ended stays ended, whatever ends it again', async () => {
  const desk = await atDesk();
  await endSession(db(), desk.sid, 'signed_out');
  await endSession(db(), desk.sid, 'expired');
  expect(await standingOf(desk.sid)).toEqual({ state: 'signed_out', because: 'signed_out' });
  expect(await standingOf('B'.repeat(43))).toEqual({ state: 'signed_out', because: null });
});
