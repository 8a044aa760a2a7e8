/** Signing in: both factors, the waits that grow, and that no answer tells whether an account exists. */
import { actorOfSession, standingOf } from '@/lib/access/sessions';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { hashOfCode, newCodes } from '@/lib/staff/recovery-codes';
import { listSignInNotices } from '@/lib/staff/queries';
import { signIn, signOut } from '@/lib/staff/sign-in';
import { aMember, codeOf, type Member } from '../support/accounts';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aSession, PASSWORD } from '../support/people';

const database = withDatabase();
let address = 0;
/** An address of its own for each test, so that waits do not meet. */
const from = (): { requestId: string; address: string; userAgent: string } => ({ requestId: 'in', address: `203.0.113.${(address += 1)}`, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' });
const at = (seconds: number): void => freezeClock(new Date(TEST_HOUR.getTime() + seconds * 1000));
afterEach(() => freezeClock(TEST_HOUR));

const right = (member: Member, steps = 0) => ({ email: member.email, password: PASSWORD, code: codeOf(member.secret, steps) });
const request = { requestId: 'next', address: null };
const refusals = () => db().auditEvent.count({ where: { event: 'staff.sign_in_refused' } });

test('both factors open the desk, and the audit says who', async () => {
  const member = await aMember();
  const sid = await signIn({ ...right(member), email: member.email.toUpperCase() }, from());
  expect(await actorOfSession(sid ?? '', request, false)).toMatchObject({ kind: 'staff', staffId: member.id });
  expect((await db().auditEvent.findMany({ where: { staffId: member.id } })).map(({ event }) => event)).toEqual(['staff.signed_in']);
});

test.each([
  ['a wrong password', (m: Member) => ({ ...right(m), password: 'not the password' })],
  ['a wrong code', (m: Member) => ({ ...right(m), code: '000000' })],
  ['a recovery code of nobody’s', (m: Member) => ({ ...right(m), code: 'ABCD-EFGH-JKMN-PQRS' })],
  ['no code', (m: Member) => ({ ...right(m), code: '' })],
  ['nobody’s address', (m: Member) => ({ ...right(m), email: 'nobody@example.org' })],
  ['an address that is an object', (m: Member) => ({ ...right(m), email: { not: '' } })],
  ['another field', (m: Member) => ({ ...right(m), roles: ['administrator'] })],
])('%s gives the one refusal, which is in the audit', async (_, fields) => {
  const member = await aMember();
  const before = await refusals();
  expect(await signIn(fields(member), from())).toBeNull();
  expect(await refusals()).toBe(before + 1);
  expect(await db().staffSession.count({ where: { staffId: member.id } })).toBe(0);
});

test('a disabled person is refused with everything right', async () => {
  expect(await signIn(right(await aMember({ disabled: true })), from())).toBeNull();
});

test('a code is good once, also of twelve sent at the same moment', async () => {
  const member = await aMember();
  const codes = await Promise.all(Array.from({ length: 4 }, () => signIn(right(member), from())));
  expect(codes.filter((sid) => sid !== null)).toHaveLength(1);
});

describe('recovery codes', () => {
  async function withCodes(count: number) {
    const member = await aMember();
    const codes = newCodes().slice(0, count);
    await db().recoveryCode.createMany({ data: codes.map((code) => ({ staffId: member.id, codeHash: hashOfCode(code), madeAt: TEST_HOUR })) });
    return { member, codes };
  }

  test('each signs in once; the person and the audit are told how many are left', async () => {
    const { member, codes } = await withCodes(4);
    const fields = { email: member.email, password: PASSWORD, code: codes[0] ?? '' };
    const sid = await signIn(fields, from());
    const actor = await actorOfSession(sid ?? '', request, false);
    if (actor?.kind !== 'staff') throw new Error('not signed in');
    expect(await listSignInNotices(actor)).toEqual([{ kind: 'recovery_code', left: 3 }]);
    expect(await db().auditEvent.findFirst({ where: { staffId: member.id, event: 'staff.recovery_code_used' } })).toMatchObject({ details: { left: 3 } });
    expect(await signIn(fields, from())).toBeNull();
  });

  test('one sent four times at once signs in once; a retired one and another’s do not', async () => {
    const [{ member, codes }, other] = [await withCodes(2), await withCodes(1)];
    const fields = (code?: string) => ({ email: member.email, password: PASSWORD, code: code ?? '' });
    const at_once = await Promise.all(Array.from({ length: 4 }, () => signIn(fields(codes[0]), from())));
    expect(at_once.filter((sid) => sid !== null)).toHaveLength(1);
    await db().recoveryCode.updateMany({ where: { staffId: member.id, usedAt: null }, data: { retiredAt: TEST_HOUR } });
    expect(await signIn(fields(codes[1]), from())).toBeNull();
    expect(await signIn(fields(other.codes[0]), from())).toBeNull();
  });
});

describe('after wrong tries', () => {
  const wrong = (member: { email: string }) => signIn({ email: member.email, password: 'wrong', code: '000000' }, from());

  test('the fifth begins a wait, each further one doubles it, and a right sign-in forgets them', async () => {
    const member = await aMember();
    let second = 0;
    for (let tries = 0; tries < 5; tries += 1) await wrong(member);
    for (const wait of [30, 60, 120, 240]) {
      at(second + wait - 1);
      expect(await signIn(right(member), from())).toBeNull();
      second += wait;
      at(second);
      await wrong(member);
    }
    at(second + 480);
    expect(await signIn(right(member), from())).not.toBeNull();
    await wrong(member);
    expect(await signIn(right(member, 1), from())).not.toBeNull();
  });

  test('an account that is not there waits just the same', async () => {
    const reasons = async () => (await db().auditEvent.findMany({ where: { event: 'staff.sign_in_refused' }, orderBy: { id: 'desc' }, take: 6 })).map(({ details }) => (details as { reason: string }).reason);
    for (let tries = 0; tries < 6; tries += 1) await wrong({ email: 'ghost@example.org' });
    const ghost = await reasons();
    const member = await aMember();
    for (let tries = 0; tries < 6; tries += 1) await wrong(member);
    expect(await reasons()).toEqual(ghost);
    expect(ghost).toEqual(['waiting', ...Array<string>(5).fill('credentials')]);
  });

  test('of fifty at once, five are looked at', async () => {
    const member = await aMember();
    const before = await db().auditEvent.count({ where: { event: 'staff.sign_in_refused', details: { path: ['reason'], equals: 'credentials' } } });
    await Promise.all(Array.from({ length: 50 }, () => wrong(member)));
    expect(await db().auditEvent.count({ where: { event: 'staff.sign_in_refused', details: { path: ['reason'], equals: 'credentials' } } })).toBe(before + 5);
  });

  test('one address that tries many accounts waits too, and an account of its own does not wash it clean', async () => {
    const here = from();
    const own = await aMember();
    for (let tries = 0; tries < 29; tries += 1) await signIn({ email: `guess-${tries}@example.org`, password: 'x', code: '000000' }, here);
    expect(await signIn(right(own), here)).not.toBeNull();
    await signIn({ email: 'guess-30@example.org', password: 'x', code: '000000' }, here);
    expect(await signIn(right(own, 1), here)).toBeNull();
    expect(await signIn(right(own, 1), from())).not.toBeNull();
  });

  test('no database, no sign-in: it fails closed', async () => {
    const member = await aMember();
    await useDatabase('postgresql://staff_app:x@127.0.0.1:9/none');
    await expect(signIn(right(member), from())).rejects.toThrow();
    await database.as('staff');
  });
});

/** Tries of each kind; the real cost of argon2id makes more of them a matter of minutes. */
const TRIES = 30;
/** What a network hides many times over. */
const BOUND_MS = 5;
const SHARE = 0.15;

test(`found, not found, disabled and a wrong code take the same time: medians of ${TRIES} tries each differ by less than ${BOUND_MS} ms or ${SHARE * 100} %`, async () => {
  const [member, disabled] = [await aMember(), await aMember({ disabled: true })];
  const kinds = {
    'wrong password': { email: member.email, password: 'not the password', code: codeOf(member.secret) },
    'not found': { email: 'not.found@example.org', password: PASSWORD, code: '000000' },
    disabled: { email: disabled.email, password: PASSWORD, code: '000000' },
    'wrong code': { email: member.email, password: PASSWORD, code: '000000' },
  };
  let day = 0;
  const measured = async (): Promise<{ apart: number; least: number }> => {
    const took = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]));
    for (let round = 0; round < TRIES; round += 1) {
      day += 1;
      at(86_400 * 2 * day);
      for (const [kind, fields] of Object.entries(kinds)) {
        const begun = performance.now();
        expect(await signIn(fields, { requestId: 'time', address: `198.51.100.${day}`, userAgent: 'x' })).toBeNull();
        took.get(kind)?.push(performance.now() - begun);
      }
    }
    const medians = [...took.values()].map((list) => list.sort((x, y) => x - y)[TRIES / 2] ?? 0);
    return { apart: Math.max(...medians) - Math.min(...medians), least: Math.min(...medians) };
  };
  const within = ({ apart, least }: { apart: number; least: number }): boolean => apart < Math.max(BOUND_MS, least * SHARE);
  // What else the machine does at one time can part the medians; what an account does would part them every time.
  let last = await measured();
  for (let again = 0; again < 2 && !within(last); again += 1) last = await measured();
  expect([last, within(last)]).toEqual([last, true]);
}, 120_000);

describe('with an audit that takes nothing', () => {
  const left = async (id: string) => ({
    sessions: (await db().staffSession.findMany({ where: { staffId: id }, orderBy: { startedAt: 'asc' } })).map(({ endedAt }) => endedAt),
    step: (await db().staff.findUniqueOrThrow({ where: { id } })).totpStep,
    codes: await db().recoveryCode.count({ where: { staffId: id, usedAt: null } }),
  });
  test.each([['the code', 'code'], ['a recovery code', 'recovery']])('signing in with %s begins nothing, ends nothing and uses nothing up', async (_, factor) => {
    const member = await aMember();
    const [recovery = ''] = newCodes();
    await db().recoveryCode.create({ data: { staffId: member.id, codeHash: hashOfCode(recovery), madeAt: TEST_HOUR } });
    const previousSid = await aSession(member.id);
    const fields = { ...right(member), ...(factor === 'recovery' ? { code: recovery } : {}) };
    const here = from();
    const before = await left(member.id);
    await database.withoutAudit(() => expect(signIn(fields, { ...here, previousSid })).rejects.toThrow());
    expect(await left(member.id)).toEqual(before);
    expect(await signIn(fields, { ...here, previousSid })).not.toBeNull();
  });

  test('signing out ends nothing', async () => {
    const member = await aMember();
    const sid = await aSession(member.id);
    await database.withoutAudit(() => expect(signOut(sid, from())).rejects.toThrow());
    expect((await left(member.id)).sessions).toEqual([null]);
    await signOut(sid, from());
    expect(await standingOf(sid)).toEqual({ state: 'signed_out', because: 'signed_out' });
  });
});

describe('whose session it is', () => {
  test('an id that somebody else chose opens nothing, before and after its victim signs in', async () => {
    const member = await aMember();
    const planted = 'A'.repeat(43);
    expect(await actorOfSession(planted, request, true)).toBeNull();
    const sid = await signIn(right(member), { ...from(), previousSid: planted });
    expect(sid).not.toBe(planted);
    expect(await actorOfSession(planted, request, true)).toBeNull();
  });

  test('signing in anew in a browser ends the session it had', async () => {
    const [one, two] = [await aMember(), await aMember()];
    const before = await aSession(one.id);
    await signIn(right(two), { ...from(), previousSid: before });
    expect(await standingOf(before)).toEqual({ state: 'signed_out', because: 'signed_in_again' });
  });
});
