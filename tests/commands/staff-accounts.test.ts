/** What an administrator does to accounts: the row, the audit, the refusals, and that the very next request obeys. */
import type { StaffActor } from '@/lib/access/actor';
import { actorOfSession, standingOf } from '@/lib/access/sessions';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { disableStaff, enableStaff, resetPassword, resetSecondFactor } from '@/lib/staff/commands/accounts';
import { inviteAgain, inviteStaff } from '@/lib/staff/commands/invitations';
import { endSessionOfStaff, setRoles } from '@/lib/staff/commands/roles';
import { getStaffPage, listStaff } from '@/lib/staff/queries';
import { aLink, aMember, anInvited, type Member } from '../support/accounts';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aSession, signedIn } from '../support/people';

withDatabase();
let vera: StaffActor;
beforeAll(async () => void (vera = await signedIn('vera')));
afterEach(() => freezeClock(TEST_HOUR));

const act = (command: AnyCommand, body: object, actor = vera) => throughTheDoor(command, actor, body, null);
const row = (id: string) => db().staff.findUniqueOrThrow({ where: { id } });
const linksOf = (staffId: string) => db().accountLink.findMany({ where: { staffId }, orderBy: { id: 'asc' } });
const auditOf = async (person: string) => (await db().auditEvent.findMany({ where: { details: { path: ['person'], equals: person } }, orderBy: { id: 'asc' } })).map(({ event, details, staffId }) => ({ event, details, staffId }));
const jobs = async (linkId: string) => (await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM account_links WHERE id = ${linkId}::uuid AND state = 'queued' AND token_hash IS NULL`)[0]?.n;
const request = { requestId: 'next', address: '127.0.0.1' };
/** Somebody at their desk: `next` is what their next request finds. */
async function atDesk(member: Member) {
  const sid = await aSession(member.id, 'Firefox');
  return { sid, next: () => actorOfSession(sid, request, true) };
}

describe('an invitation', () => {
  const ANA = { name: 'Ana-María Ñuñez ʻOkina', email: 'Ana.Nunez@Example.org', roles: ['supervisor', 'processor'], languages: ['en', 'es'] };

  test('opens an account nobody can use, asks for a mail without a token, and is in the audit', async () => {
    const outcome = await act(inviteStaff, ANA);
    if (!outcome.ok) throw new Error(outcome.reason);
    const { staff } = outcome.value as { staff: string };
    const person = await db().staff.findUniqueOrThrow({ where: { publicId: staff } });
    expect(person).toMatchObject({ name: ANA.name, email: 'ana.nunez@example.org', roles: ['processor', 'supervisor'], passwordHash: null, totpSealed: null });
    const [link] = await linksOf(person.id);
    expect(link).toMatchObject({ purpose: 'join', tokenHash: null, expiresAt: new Date(TEST_HOUR.getTime() + 72 * 3_600_000), askedById: vera.staffId });
    expect(await jobs(link?.id ?? '')).toBe(1);
    expect(await auditOf(staff)).toEqual([{ event: 'staff.invited', staffId: vera.staffId, details: { person: staff, name: ANA.name, roles: ['processor', 'supervisor'] } }]);
    expect(await act(inviteStaff, { ...ANA, email: 'ana.nunez@example.ORG' })).toMatchObject({ ok: false, problems: [{ field: 'email', reason: 'known_address' }] });
  });

  test.each([
    ['no role', { roles: [] }],
    ['an unheard-of role', { roles: ['owner'] }],
    ['two addresses', { email: 'a@example.org,b@example.org' }],
    ['a quoted address', { email: '"e@attacker"@victim.example' }],
    ['a wide @', { email: 'ana＠example.org' }],
    ['a name of markup', { name: '<img onerror=1>' }],
    ['a name turned around', { name: 'Ana\u202ENunez' }],
    ['no language', { languages: [] }],
    ['an id from outside', { id: 'x' }],
  ])('%s is refused before anything is written', async (_, change) => {
    const before = await db().staff.count();
    expect(await act(inviteStaff, { ...ANA, email: 'new@example.org', ...change })).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await db().staff.count()).toBe(before);
  });

  test('asked for again takes the old link’s place; somebody who joined gets none', async () => {
    const invited = await anInvited();
    const { id } = await aLink(invited.id, 'join');
    expect(await act(inviteAgain, { staff: invited.publicId })).toMatchObject({ ok: true, value: { purpose: 'join' } });
    const links = await linksOf(invited.id);
    expect(links.map(({ voidedAt }) => voidedAt === null)).toEqual([false, true]);
    expect(links[0]?.id).toBe(id);
    expect(await act(inviteAgain, { staff: (await aMember()).publicId })).toMatchObject({ ok: false, reason: 'already_joined' });
    expect(await act(inviteAgain, { staff: 'A'.repeat(22) })).toMatchObject({ ok: false, reason: 'not_found' });
  });
});

describe('roles', () => {
  test('change what the very next request may do, and the audit says before and after', async () => {
    const member = await aMember();
    const desk = await atDesk(member);
    expect(await desk.next()).toMatchObject({ kind: 'staff', roles: ['processor'] });
    expect(await act(setRoles, { staff: member.publicId, version: 0, roles: ['auditor', 'phone_agent'] })).toMatchObject({ ok: true });
    expect(await desk.next()).toMatchObject({ kind: 'staff', roles: ['phone_agent', 'auditor'] });
    expect(await auditOf(member.publicId)).toEqual([{ event: 'staff.roles_changed', staffId: vera.staffId, details: { person: member.publicId, name: member.name, from: 'administrator', changes: [{ field: 'roles', before: 'processor', after: 'phone agent, auditor' }] } }]);
  });

  test('are nobody’s own to change, cannot be none, and an old page does not overwrite', async () => {
    const member = await aMember();
    expect(await act(setRoles, { staff: vera.publicId, version: 0, roles: ['administrator', 'supervisor'] })).toMatchObject({ ok: false, reason: 'oneself' });
    expect(await act(setRoles, { staff: member.publicId, version: 0, roles: [] })).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await act(setRoles, { staff: member.publicId, version: 0, roles: ['processor'] })).toMatchObject({ ok: false, reason: 'nothing_changed' });
    expect(await act(setRoles, { staff: member.publicId, version: 7, roles: ['auditor'] })).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await row(member.id)).toMatchObject({ roles: ['processor'], version: 0 });
  });

  test('need both factors given within five minutes', async () => {
    const member = await aMember();
    freezeClock(new Date(TEST_HOUR.getTime() + 6 * 60_000));
    expect(await act(setRoles, { staff: member.publicId, version: 0, roles: ['auditor'] })).toMatchObject({ ok: false, reason: 'step_up_needed' });
    expect(await act(inviteStaff, { name: 'Ana', email: 'x@example.org', roles: ['administrator'], languages: ['en'] })).toMatchObject({ reason: 'step_up_needed' });
    expect((await row(member.id)).roles).toEqual(['processor']);
  });
});

describe('the last administrator', () => {
  test('keeps the role and the account: whoever else is one cannot sign in', async () => {
    const other = await aMember({ roles: ['administrator'] });
    const actor = await actorOfSession(await aSession(other.id), request, false);
    if (actor?.kind !== 'staff') throw new Error('not signed in');
    const invited = await anInvited();
    await db().staff.update({ where: { id: invited.id }, data: { roles: ['administrator'] } });
    const lock = { staff: vera.publicId, version: (await row(vera.staffId)).version };
    await db().staff.update({ where: { id: other.id }, data: { totpSealed: null } });
    for (const [command, body] of [[setRoles, { ...lock, roles: ['auditor'] }], [disableStaff, { ...lock, reason: 'gone' }], [resetPassword, { staff: vera.publicId }], [resetSecondFactor, { staff: vera.publicId }]] as const) {
      expect(await act(command, body, actor)).toMatchObject({ ok: false, reason: 'last_administrator' });
    }
    expect(await row(vera.staffId)).toMatchObject({ roles: ['administrator'], disabledAt: null });
    await db().staff.update({ where: { id: other.id }, data: { disabledAt: TEST_HOUR } });
  });

  test('of two who disable one another at once, one stays', async () => {
    const [a, b] = [await aMember({ roles: ['administrator'] }), await aMember({ roles: ['administrator'] })];
    const [one, two] = await Promise.all([a, b].map(async ({ id }) => actorOfSession(await aSession(id), request, false)));
    if (one?.kind !== 'staff' || two?.kind !== 'staff') throw new Error('not signed in');
    await db().staff.update({ where: { id: vera.staffId }, data: { disabledAt: TEST_HOUR } });
    const outcomes = await Promise.all([act(disableStaff, { staff: b.publicId, version: 0, reason: 'race' }, one), act(disableStaff, { staff: a.publicId, version: 0, reason: 'race' }, two)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().staff.count({ where: { id: { in: [a.id, b.id] }, disabledAt: null } })).toBe(1);
    await db().staff.update({ where: { id: vera.staffId }, data: { disabledAt: null } });
    await db().staff.updateMany({ where: { id: { in: [a.id, b.id] } }, data: { roles: ['auditor'] } });
  });
});

describe('a disabled account', () => {
  test('is out at its next request, with every session and link, until it is enabled', async () => {
    const member = await aMember();
    const [desk, second] = [await atDesk(member), await atDesk(member)];
    const { id } = await aLink(member.id, 'password');
    expect(await act(disableStaff, { staff: member.publicId, version: 0, reason: 'Left the office' })).toMatchObject({ ok: true, value: { sessionsEnded: 2 } });
    expect([await desk.next(), await second.next()]).toEqual([null, null]);
    expect(await standingOf(desk.sid)).toEqual({ state: 'signed_out', because: 'disabled' });
    expect((await db().accountLink.findUniqueOrThrow({ where: { id } })).voidedAt).toEqual(TEST_HOUR);
    expect(await act(disableStaff, { staff: member.publicId, version: 1, reason: 'again' })).toMatchObject({ ok: false, reason: 'conflict' });
    for (const command of [resetPassword, resetSecondFactor, inviteAgain]) expect(await act(command, { staff: member.publicId })).toMatchObject({ ok: false, reason: 'disabled' });
    expect(await act(enableStaff, { staff: member.publicId, version: 1, reason: 'Came back' })).toMatchObject({ ok: true });
    expect(await desk.next()).toBeNull();
    expect((await row(member.id)).disabledAt).toBeNull();
    expect((await auditOf(member.publicId)).map(({ event }) => event)).toEqual(['staff.disabled', 'staff.enabled']);
  });

  test('is never one’s own, and is nobody unknown', async () => {
    expect(await act(disableStaff, { staff: vera.publicId, version: 0, reason: 'x' })).toMatchObject({ ok: false, reason: 'oneself' });
    expect(await act(disableStaff, { staff: 'B'.repeat(22), version: 0, reason: 'x' })).toMatchObject({ ok: false, reason: 'not_found' });
  });
});

describe('a reset', () => {
  test.each([
    ['the password', resetPassword, 'password', { passwordHash: null }, ['staff.link_asked']],
    ['the authenticator', resetSecondFactor, 'second_factor', { totpSealed: null }, ['staff.second_factor_reset', 'staff.link_asked']],
  ] as const)('of %s takes it away now, ends the sessions and asks for a link', async (_, command, purpose, gone, events) => {
    const member = await aMember();
    await db().recoveryCode.create({ data: { staffId: member.id, codeHash: new Uint8Array(32).fill(purpose.length), madeAt: TEST_HOUR } });
    const desk = await atDesk(member);
    expect(await act(command, { staff: member.publicId })).toMatchObject({ ok: true, value: { purpose, sessionsEnded: 1 } });
    expect(await row(member.id)).toMatchObject(gone);
    expect(await desk.next()).toBeNull();
    expect((await linksOf(member.id)).map((link) => link.purpose)).toEqual([purpose]);
    expect((await auditOf(member.publicId)).map(({ event }) => event)).toEqual(events);
    expect(await db().recoveryCode.count({ where: { staffId: member.id, retiredAt: null } })).toBe(purpose === 'password' ? 1 : 0);
    expect(await act(command, { staff: member.publicId })).toMatchObject({ ok: false, reason: 'nothing_to_reset' });
  });

  test('of both leaves one link that sets both up', async () => {
    const member = await aMember();
    await act(resetPassword, { staff: member.publicId });
    expect(await act(resetSecondFactor, { staff: member.publicId })).toMatchObject({ ok: true, value: { purpose: 'join' } });
    expect((await linksOf(member.id)).filter(({ voidedAt }) => voidedAt === null).map(({ purpose }) => purpose)).toEqual(['join']);
  });

  test('of one’s own, or of somebody the identity provider keeps, is refused', async () => {
    expect(await act(resetPassword, { staff: vera.publicId })).toMatchObject({ ok: false, reason: 'oneself' });
    const invited = await anInvited();
    await db().staffIdentity.create({ data: { staffId: invited.id, issuer: 'https://idp.example', subject: 'noor', boundAt: TEST_HOUR } });
    expect(await act(resetPassword, { staff: invited.publicId })).toMatchObject({ ok: false, reason: 'from_provider' });
    expect(await act(setRoles, { staff: invited.publicId, version: 0, roles: ['auditor'] })).toMatchObject({ ok: false, reason: 'from_provider' });
  });
});

test('an administrator ends a colleague’s session: its next request finds nobody, and it is told why', async () => {
  const member = await aMember();
  const [desk, other] = [await atDesk(member), await atDesk(member)];
  const page = await getStaffPage(vera, member.publicId);
  const [{ publicId: session } = { publicId: '' }] = await db().staffSession.findMany({ where: { staffId: member.id }, orderBy: { id: 'asc' } });
  expect(page?.sessions.map(({ id }) => id)).toContain(session);
  expect(await act(endSessionOfStaff, { session })).toMatchObject({ ok: true });
  expect([await desk.next(), (await other.next())?.kind]).toEqual([null, 'staff']);
  expect(await standingOf(desk.sid)).toEqual({ state: 'signed_out', because: 'ended_by_administrator' });
  expect(await act(endSessionOfStaff, { session })).toMatchObject({ ok: false, reason: 'conflict' });
  expect(await act(endSessionOfStaff, { session: 'C'.repeat(22) })).toMatchObject({ ok: false, reason: 'not_found' });
  expect((await auditOf(member.publicId)).map(({ event }) => event)).toEqual(['session.ended']);
});

test('the list tells states apart, and reading it is a look that was logged', async () => {
  const [active, gone, invited, late] = [await aMember({ name: 'Aa Active' }), await aMember({ name: 'Ab Gone', disabled: true }), await anInvited('Ac Waiting'), await anInvited('Ad Late')];
  await aLink(invited.id, 'join');
  await aLink(late.id, 'join', { expiresAt: TEST_HOUR });
  const before = await db().auditEvent.count({ where: { event: 'staff.viewed', staffId: vera.staffId } });
  const list = await listStaff(vera);
  const stateOf = ({ publicId }: { publicId: string }) => list.find(({ id }) => id === publicId)?.state;
  expect([active, gone, invited, late].map(stateOf)).toEqual(['active', 'disabled', 'waiting', 'link_over']);
  expect(await db().auditEvent.count({ where: { event: 'staff.viewed', staffId: vera.staffId } })).toBe(before + 1);
  expect(await getStaffPage(vera, 'D'.repeat(22))).toBeNull();
});
