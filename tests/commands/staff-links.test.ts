/** Links by mail, from the worker's mail to the account that somebody made theirs: once, within 72 hours, nothing in clear at rest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintWorker, type StaffActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { freePort } from '@/lib/dev/free-port';
import { startSinks, type Sinks } from '@/lib/dev/sinks';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { inviteStaff } from '@/lib/staff/commands/invitations';
import { choosePassword, enrolAgain, joinDesk } from '@/lib/staff/commands/joining';
import { keepLinkResult } from '@/lib/staff/commands/links';
import { passwordAgrees } from '@/lib/staff/credentials';
import { sendLink } from '@/lib/staff/jobs';
import { hashOfToken } from '@/lib/staff/link-token';
import { readLink } from '@/lib/staff/queries';
import { hashOfCode } from '@/lib/staff/recovery-codes';
import { signIn } from '@/lib/staff/sign-in';
import { aLink, aMember, anInvited, codeOf, somebody } from '../support/accounts';
import { TEST_HOUR, withDatabase } from '../support/database';
import { PASSWORD, signedIn } from '../support/people';

const NEW = 'plum ladder eleven quietly';
const attempt = { requestId: 'in', address: '203.0.113.20', userAgent: 'Firefox' };
const folder = mkdtempSync(join(tmpdir(), 'link-test-'));
const worker = mintWorker('staff.send_link');
const database = withDatabase();
let vera: StaffActor;
let sinks: Sinks;

beforeAll(async () => {
  const [smtpPort, gatewayPort] = [await freePort(), await freePort()];
  sinks = await startSinks({ folder, smtpPort, gatewayPort, token: 'gateway-token-of-the-test' });
  Object.assign(process.env, { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtpPort) });
  vera = await signedIn('vera');
}, 60_000);
afterAll(async () => {
  await sinks.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => freezeClock(TEST_HOUR));

const link = (id: string) => db().accountLink.findUniqueOrThrow({ where: { id } });
const eventsOf = async (person: string) => (await db().auditEvent.findMany({ where: { details: { path: ['person'], equals: person } }, orderBy: { id: 'asc' } })).map(({ event, actorKind }) => `${event} ${actorKind}`);

async function offered(token: string): Promise<{ secret: string; offer: string }> {
  const read = await readLink(token);
  if (read === null || read.enrolment === null) throw new Error('nothing offered');
  return read.enrolment;
}
const join_ = (body: object, key: string | null = null) => throughTheDoor(joinDesk, somebody, body, key);

describe('the mail', () => {
  test('carries the only copy of the token, to one address, and says nothing about anybody', async () => {
    const outcome = await throughTheDoor(inviteStaff, vera, { name: 'Tomasz Łukasik', email: 'tomasz@example.org', roles: ['processor'], languages: ['en'] }, null);
    if (!outcome.ok) throw new Error(outcome.reason);
    const [asked] = await db().accountLink.findMany({ where: { staff: { email: 'tomasz@example.org' } } });
    await database.as('worker');
    await sendLink(worker, { linkId: asked?.id ?? '' });
    await sendLink(worker, { linkId: asked?.id ?? '' });
    await database.as('staff');
    const mails = sinks.mails.list().filter(({ to }) => JSON.stringify(to).includes('tomasz@example.org'));
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    const token = /\/join\/([\w-]{43})\s/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Tomasz|Łukasik|tomasz@/);
    expect(await link(asked?.id ?? '')).toMatchObject({ state: 'sent', attempts: 1, tokenHash: hashOfToken(token) });
    const [everything] = await db().$queryRaw<{ rows: string }[]>`SELECT (SELECT json_agg(l)::text FROM account_links l) || coalesce((SELECT json_agg(a)::text FROM audit_events a), '') AS rows`;
    expect(everything?.rows).not.toContain(token);
    expect(await readLink(token)).toMatchObject({ purpose: 'join', email: 'tomasz@example.org' });
    const { staff } = outcome.value as { staff: string };
    expect(await eventsOf(staff)).toEqual(['staff.invited staff', 'staff.link_sent worker']);
  });

  test('that was cut off half way is not sent again but told as unknown; one taken back is not sent', async () => {
    const [one, two] = [await anInvited(), await anInvited()];
    const cut = await aLink(one.id, 'join');
    await db().accountLink.update({ where: { id: cut.id }, data: { state: 'sending' } });
    const back = await aLink(two.id, 'join', { voidedAt: TEST_HOUR });
    await db().accountLink.update({ where: { id: back.id }, data: { state: 'queued' } });
    const before = sinks.mails.list().length;
    await database.as('worker');
    await sendLink(worker, { linkId: cut.id });
    await sendLink(worker, { linkId: back.id });
    expect(await throughTheDoor(keepLinkResult, worker, { linkId: cut.id, result: 'sent', providerRef: 'x' }, null)).toMatchObject({ ok: false, reason: 'not_sending' });
    await database.as('staff');
    expect([await link(cut.id), await link(back.id)]).toMatchObject([{ state: 'unknown', failure: 'interrupted' }, { state: 'queued' }]);
    expect(sinks.mails.list()).toHaveLength(before);
  });
});

describe('joining', () => {
  test('sets a password, an authenticator and ten codes; the codes answer once, and both kinds sign in', async () => {
    const invited = await anInvited();
    const { id, token } = await aLink(invited.id, 'join');
    const { secret, offer } = await offered(token);
    const body = { token, offer, password: NEW, code: codeOf(secret) };
    const outcome = await join_(body, 'join-once-0000000001');
    if (!outcome.ok) throw new Error(outcome.reason);
    const { codes } = outcome.value as { codes: string[] };
    expect(new Set(codes).size).toBe(10);
    expect(await join_(body, 'join-once-0000000001')).toMatchObject({ ok: false, reason: 'conflict' });
    const rows = await db().recoveryCode.findMany({ where: { staffId: invited.id } });
    expect(rows.map(({ codeHash }) => Buffer.from(codeHash).toString('hex')).sort()).toEqual(codes.map((code) => Buffer.from(hashOfCode(code)).toString('hex')).sort());
    expect((await link(id)).usedAt).toEqual(TEST_HOUR);
    expect(await eventsOf(invited.publicId)).toEqual(['staff.joined visitor', 'staff.recovery_codes_made visitor']);
    const staff = await db().staff.findUniqueOrThrow({ where: { id: invited.id } });
    expect([staff.passwordHash?.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'), await passwordAgrees(staff.passwordHash, NEW)]).toEqual([true, true]);
    expect(await signIn({ email: invited.email, password: NEW, code: body.code }, attempt)).toBeNull();
    expect(await signIn({ email: invited.email, password: NEW, code: codeOf(secret, 1) }, attempt)).not.toBeNull();
    expect(await signIn({ email: invited.email, password: NEW, code: codes[3]?.toLowerCase() }, attempt)).not.toBeNull();
    const kept = await db().$queryRaw<{ text: string }[]>`SELECT coalesce(outcome::text, '') AS text FROM idempotency_keys`;
    expect(codes.filter((code) => kept.some(({ text }) => text.includes(code)))).toEqual([]);
  });

  test.each([
    ['a short password', { password: 'short and sweet' .slice(0, 14) }, 'too_short'],
    ['a password of common words', { password: 'passwordpassword1' }, 'too_common'],
    ['their own name and the office', { password: 'Noor Haddad immunization 2026' }, 'too_common'],
    ['a wrong code', { code: '000000' }, 'wrong_code'],
    ['an offer of nobody’s', { offer: 'x'.repeat(60) }, 'offer_over'],
    ['a code of letters', { code: 'abcdef' }, 'invalid'],
  ])('%s sets nothing up and leaves the link as it was', async (_, change, reason) => {
    const invited = await anInvited();
    const { id, token } = await aLink(invited.id, 'join');
    const { secret, offer } = await offered(token);
    expect(await join_({ token, offer, password: NEW, code: codeOf(secret), ...change })).toMatchObject({ ok: false, reason });
    expect(await link(id)).toMatchObject({ usedAt: null });
    expect(await db().staff.findUniqueOrThrow({ where: { id: invited.id } })).toMatchObject({ passwordHash: null, totpSealed: null });
  });

  test('the secret of another link, or one’s own choice of one, is no offer', async () => {
    const [mine, theirs] = [await anInvited(), await anInvited()];
    const [one, two] = [await aLink(mine.id, 'join'), await aLink(theirs.id, 'join')];
    const { secret, offer } = await offered(two.token);
    expect(await join_({ token: one.token, offer, password: NEW, code: codeOf(secret) })).toMatchObject({ ok: false, reason: 'offer_over' });
    expect((await offered(one.token)).secret).not.toBe((await offered(one.token)).secret);
  });

  test.each([
    ['used', { usedAt: TEST_HOUR }],
    ['taken back', { voidedAt: TEST_HOUR }],
    ['run out', { expiresAt: TEST_HOUR }],
  ])('a link that is %s shows nothing and does nothing, in the words of one that never was', async (_, change) => {
    const invited = await anInvited();
    const { token } = await aLink(invited.id, 'join', change);
    expect([await readLink(token), await readLink('A'.repeat(43))]).toEqual([null, null]);
    const body = { offer: 'x', password: NEW, code: '123456' };
    expect(await join_({ ...body, token })).toEqual(await join_({ ...body, token: 'A'.repeat(43) }));
  });

  test('a link of a disabled account, or for another purpose, opens nothing', async () => {
    const gone = await aMember({ disabled: true });
    const member = await aMember();
    expect(await readLink((await aLink(gone.id, 'password')).token)).toBeNull();
    const { token } = await aLink(member.id, 'password');
    expect(await join_({ token, offer: 'x', password: NEW, code: '123456' })).toMatchObject({ reason: 'link_over' });
  });

  test('two browsers with one link: one of them joins', async () => {
    const invited = await anInvited();
    const { token } = await aLink(invited.id, 'join');
    const offers = await Promise.all([offered(token), offered(token)]);
    const outcomes = await Promise.all(offers.map(({ secret, offer }) => join_({ token, offer, password: NEW, code: codeOf(secret) })));
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db().recoveryCode.count({ where: { staffId: invited.id } })).toBe(10);
  });
});

describe('after a reset', () => {
  test('of the password: the link and the authenticator choose another', async () => {
    const member = await aMember();
    await db().staff.update({ where: { id: member.id }, data: { passwordHash: null } });
    const { token } = await aLink(member.id, 'password');
    const choose = (change: object) => throughTheDoor(choosePassword, somebody, { token, password: NEW, code: codeOf(member.secret), ...change }, null);
    expect(await choose({ code: '000000' })).toMatchObject({ ok: false, reason: 'wrong_code' });
    expect(await choose({ password: 'recorddesk hartford' })).toMatchObject({ ok: false, reason: 'too_common' });
    expect(await choose({})).toMatchObject({ ok: true });
    expect(await choose({})).toMatchObject({ ok: false, reason: 'link_over' });
    expect(await signIn({ email: member.email, password: NEW, code: codeOf(member.secret, 1) }, attempt)).not.toBeNull();
    expect(await eventsOf(member.publicId)).toEqual(['staff.password_chosen visitor']);
  });

  test('guessing the code behind a stolen link meets the waits of the account’s own door', async () => {
    const member = await aMember();
    const { token } = await aLink(member.id, 'password');
    const guess = () => throughTheDoor(choosePassword, somebody, { token, password: NEW, code: '000000' }, null);
    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toMatchObject({ reason: 'wrong_code' });
    expect(await guess()).toMatchObject({ reason: 'too_many_tries' });
    expect(await signIn({ email: member.email, password: PASSWORD, code: codeOf(member.secret) }, attempt)).toBeNull();
  });

  test('of the authenticator: the link and the password set up another, with new codes', async () => {
    const member = await aMember();
    await db().staff.update({ where: { id: member.id }, data: { totpSealed: null } });
    const { token } = await aLink(member.id, 'second_factor');
    const { secret, offer } = await offered(token);
    const enrol = (change: object) => throughTheDoor(enrolAgain, somebody, { token, offer, password: PASSWORD, code: codeOf(secret), ...change }, null);
    expect(await enrol({ password: 'not hers at all' })).toMatchObject({ ok: false, reason: 'wrong_password' });
    expect(await enrol({ code: '000000' })).toMatchObject({ ok: false, reason: 'wrong_code' });
    expect(await enrol({})).toMatchObject({ ok: true });
    expect(await signIn({ email: member.email, password: PASSWORD, code: codeOf(secret, 1) }, attempt)).not.toBeNull();
    expect(await eventsOf(member.publicId)).toEqual(['staff.second_factor_enrolled visitor', 'staff.recovery_codes_made visitor']);
  });
});
