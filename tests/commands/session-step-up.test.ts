/** What cannot be undone asks again who it is: the five minutes, the one session they count for, the code that is good once. */
import { TOTP } from 'otpauth';
import { z } from 'zod';
import { mintLocked, mintVisitor, type Actor, type StaffActor } from '@/lib/access/actor';
import { command, throughTheDoor } from '@/lib/command';
import { look, takeLook } from '@/lib/look';
import { freezeClock, wallClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { done } from '@/lib/platform/outcome';
import { lockSession, stepUp, unlockSession } from '@/lib/staff/commands';
import { TEST_HOUR, withDatabase } from '../support/database';
import { CAST, PASSWORD, TOTP_SECRET, signedIn, type CastName } from '../support/people';

withDatabase();
/** Each test has an hour of its own: tries are counted by the quarter. */
let hour = TEST_HOUR.getTime();
beforeEach(() => void (hour += 3_600_000));

let ran = 0;
/** A command and a look as any room could declare them. */
const grave = command({
  name: 'case.reopen',
  surface: 'staff',
  actors: ['staff'],
  input: z.strictObject({ words: z.string() }),
  subject: ({ words }) => ({ words }),
  stepUp: true,
  run: async ({ record }) => {
    record({ event: 'session.locked', details: {} });
    return done({ ran: (ran += 1) });
  },
});
const wide = look({ name: 'audit.view', input: z.strictObject({}), stepUp: true, run: async () => ({ outcome: done({}), entries: [{ event: 'audit.viewed', details: { filters: [], shown: 0 } }] }) });

const at = (minutes: number, seconds = 0): void => freezeClock(new Date(hour + (minutes * 60 + seconds) * 1000));
/** One-time codes follow real time; each test takes the next person, since a code is good once. */
const code = (): string => new TOTP({ secret: TOTP_SECRET }).generate({ timestamp: wallClock().getTime() });
const prove = (actor: Actor, body: object = { password: PASSWORD, code: code() }, key: string | null = null) => throughTheDoor(stepUp, actor, body, key);
const act = (actor: Actor, words = 'x', key: string | null = null) => throughTheDoor(grave, actor, { words }, key);
const NEEDED = { ok: false, reason: 'step_up_needed' };

/** Somebody whose sign-in is ten minutes old, at a minute of their own. */
async function settled(who: CastName): Promise<StaffActor> {
  at(-10);
  const actor = await signedIn(who);
  at(0);
  await db().staff.update({ where: { id: actor.staffId }, data: { totpStep: null } });
  return actor;
}
const provedAt = async ({ sessionId }: StaffActor) => (await db().staffSession.findUniqueOrThrow({ where: { id: sessionId } })).provedAt;
const entriesOf = async ({ staffId }: StaffActor) => (await db().auditEvent.findMany({ where: { staffId }, orderBy: { id: 'desc' }, take: 1 })).map(({ event, details }) => ({ event, details }));

test('signing in gives both factors, and counts for five minutes', async () => {
  at(0);
  const ruth = await signedIn('ruth');
  expect(await act(ruth)).toMatchObject({ ok: true });
  at(5, 1);
  expect(await act(ruth)).toMatchObject(NEEDED);
});

test.each([[4, 59, true], [5, 0, true], [5, 1, false]])('a proof of %i minutes %i seconds: it counts %s', async (minutes, seconds, counts) => {
  const ruth = await settled('ruth');
  expect(await act(ruth)).toMatchObject(NEEDED);
  expect(await prove(ruth)).toEqual({ ok: true, value: {} });
  at(minutes, seconds);
  expect((await act(ruth)).ok).toBe(counts);
});

test('refused for want of proof, nothing runs and the try is kept; the same key goes on after the proof, and repeats its answer after the five minutes', async () => {
  const [ruth, key] = [await settled('ruth'), 'step-up-key-00000001'];
  const before = ran;
  expect(await act(ruth, 'merge', key)).toMatchObject(NEEDED);
  expect(ran).toBe(before);
  expect(await entriesOf(ruth)).toEqual([{ event: 'command.refused', details: { command: 'case.reopen', reason: 'step_up_needed', subject: { words: 'merge' } } }]);
  await prove(ruth);
  const first = await act(ruth, 'merge', key);
  expect(first).toMatchObject({ ok: true });
  at(30);
  expect(await act(ruth, 'merge', key)).toEqual(first);
  expect(ran).toBe(before + 1);
});

test('a look can ask for it too', async () => {
  const ruth = await settled('ruth');
  expect(await takeLook(wide, ruth, {})).toMatchObject(NEEDED);
  await prove(ruth);
  expect(await takeLook(wide, ruth, {})).toMatchObject({ ok: true });
});

test.each(Object.keys(CAST) as CastName[])('%s proves it on the session’s own row, and the audit says so', async (who) => {
  const actor = await settled(who);
  expect(await prove(actor)).toMatchObject({ ok: true });
  expect(await provedAt(actor)).toEqual(new Date(hour));
  expect(await entriesOf(actor)).toEqual([{ event: 'session.proved', details: {} }]);
});

test('another session of the same person has proved nothing', async () => {
  const [here, there] = [await settled('ruth'), await settled('ruth')];
  await prove(here);
  expect(await act(here)).toMatchObject({ ok: true });
  expect(await act(there)).toMatchObject(NEEDED);
});

test('a code is good once, also from another session', async () => {
  const [here, there] = [await settled('ruth'), await settled('ruth')];
  const body = { password: PASSWORD, code: code() };
  expect(await prove(here, body)).toMatchObject({ ok: true });
  expect(await prove(there, body)).toMatchObject({ ok: false, reason: 'wrong_proof' });
  expect(await act(there)).toMatchObject(NEEDED);
});

test.each([['a wrong code', PASSWORD, '000000'], ['a wrong password with the right code', 'battery staple correct horse', null]])('%s proves nothing, says only that, and uses up no code', async (_, password, digits) => {
  const ruth = await settled('ruth');
  const right = code();
  const before = await provedAt(ruth);
  expect(await prove(ruth, { password, code: digits ?? right })).toEqual({ ok: false, reason: 'wrong_proof', problems: [] });
  expect(await provedAt(ruth)).toEqual(before);
  expect(await entriesOf(ruth)).toMatchObject([{ event: 'command.refused' }]);
  expect(await prove(ruth, { password: PASSWORD, code: right })).toMatchObject({ ok: true });
});

test.each([['none', {}], ['a password alone', { password: PASSWORD }], ['seven digits', { password: PASSWORD, code: '1234567' }], ['an object', { password: { not: '' }, code: '000000' }], ['whose session it is', { password: PASSWORD, code: '000000', sessionId: 'x' }]])('as a proof, %s is refused before it is compared', async (_, body) => {
  expect(await prove(await settled('kofi'), body)).toMatchObject({ ok: false, reason: 'invalid' });
});

test('the eleventh try within 15 minutes is not compared, be it right, from whatever session; later it is', async () => {
  const vera = await settled('vera');
  for (let tries = 0; tries < 10; tries += 1) expect((await prove(vera, { password: 'guess', code: '000000' })).ok).toBe(false);
  expect(await prove(vera)).toMatchObject({ ok: false, reason: 'too_many_tries' });
  expect(await prove(await signedIn('vera'))).toMatchObject({ ok: false, reason: 'too_many_tries' });
  at(16);
  expect(await prove(vera)).toMatchObject({ ok: true });
});

test('a locked session neither proves anything nor acts, and unlocking with the password alone brings the proof not back', async () => {
  const ruth = await settled('ruth');
  await prove(ruth);
  await throughTheDoor(lockSession, ruth, {}, null);
  expect([await act(mintLocked(ruth)), await prove(mintLocked(ruth))]).toMatchObject([{ reason: 'forbidden' }, { reason: 'forbidden' }]);
  // A request that was under way when the lock fell.
  expect(await act(ruth)).toMatchObject(NEEDED);
  await db().staff.update({ where: { id: ruth.staffId }, data: { totpStep: null } });
  expect(await prove(ruth)).toMatchObject({ ok: false, reason: 'session_locked' });
  await throughTheDoor(unlockSession, mintLocked(ruth), { password: PASSWORD }, null);
  expect(await act(ruth)).toMatchObject(NEEDED);
});

test('who may not do it is told so and not asked for a proof; a visitor has none', async () => {
  expect(await act(await settled('lena'))).toMatchObject({ reason: 'forbidden' });
  expect(await prove(mintVisitor({ requestId: 'visitor', address: '203.0.113.7', uploadToken: null }))).toMatchObject({ reason: 'forbidden' });
});

test('of 50 guesses at once, the right one among them, no more than the limit are compared', async () => {
  const omar = await settled('omar');
  const right = code();
  const guesses = Array.from({ length: 50 }, (_, at) => (at === 49 ? right : String(at).padStart(6, '0')));
  const outcomes = await Promise.all(guesses.map((digits) => prove(omar, { password: 'guess', code: digits })));
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong_proof')).toHaveLength(10);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'too_many_tries')).toHaveLength(40);
});
