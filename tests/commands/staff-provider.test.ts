/** Signing in at a real OpenID provider on loopback: what the library checks, what we decide, and that a bent answer opens nothing. */
import { mintLocked } from '@/lib/access/actor';
import { hasProved } from '@/lib/access/proofs';
import { actorOfSession, standingOf } from '@/lib/access/sessions';
import { throughTheDoor } from '@/lib/command';
import { now } from '@/lib/platform/clock';
import { lockSession, unlockSession } from '@/lib/staff/commands';
import { sidOf } from '@/app/(staff)/session';
import { db } from '@/lib/platform/db';
import { aLink, aMember, anInvited } from '../support/accounts';
import { withDatabase } from '../support/database';
import { Browser, IdentityProvider, type Landed, type Person } from '../support/identity-provider';

const CLIENT = { clientId: 'record-desk', clientSecret: 'a secret of the test client' };
const GROUPS = { 'IIS Processors': ['processor'], 'IIS Phones': ['phone_agent'], 'IIS Chiefs': ['supervisor', 'processor'] };

const database = withDatabase();
let provider: IdentityProvider;
beforeAll(async () => {
  provider = await IdentityProvider.start(CLIENT);
  Object.assign(process.env, { NEXTAUTH_URL: provider.desk, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.clientId, OIDC_CLIENT_SECRET: CLIENT.clientSecret, OIDC_GROUP_ROLES: JSON.stringify(GROUPS) });
}, 60_000);
afterAll(() => provider.stop());

let count = 0;
/** Somebody with a verified address, a second factor and a group; invited or not. */
async function somebody({ invited = true, ...changes }: Partial<Person> & { invited?: boolean } = {}) {
  const account = await anInvited();
  if (invited) await aLink(account.id, 'join');
  const person: Person = { sub: `sub-${(count += 1)}`, email: account.email.toUpperCase(), email_verified: true, groups: ['IIS Processors'], amr: ['pwd', 'mfa'], ...changes };
  await provider.signsIn(person);
  return { account, person };
}

async function signIn(browser = new Browser(provider.desk)): Promise<{ browser: Browser; landed: Landed }> {
  return { browser, landed: await browser.land(await browser.through(await browser.press())) };
}

const actorOf = async ({ session }: Browser) => {
  const sid = await sidOf(session);
  return sid === null ? null : actorOfSession(sid, { requestId: 'next', address: null }, false);
};
const eventsOf = async (staffId: string) => (await db().auditEvent.findMany({ where: { staffId }, orderBy: { id: 'asc' } })).map(({ event }) => event);
const lastRefusal = async () => (await db().auditEvent.findFirst({ where: { event: 'staff.sign_in_refused' }, orderBy: { id: 'desc' } }))?.details;
const roles = async (id: string) => (await db().staff.findUniqueOrThrow({ where: { id } })).roles;

test('the invitation binds on the first sign-in; from then on `sub` is known, whatever the address says', async () => {
  const { account, person } = await somebody();
  const { browser, landed } = await signIn();
  expect(landed).toEqual({ status: 302, location: `${provider.desk}/` });
  expect(await actorOf(browser)).toMatchObject({ kind: 'staff', staffId: account.id, roles: ['processor'] });
  expect(await db().staffIdentity.findFirst({ where: { staffId: account.id } })).toMatchObject({ issuer: provider.issuer, subject: person.sub });
  await provider.signsIn({ ...person, email: 'another@example.org', email_verified: false });
  expect(await actorOf((await signIn()).browser)).toMatchObject({ staffId: account.id });
  expect(await eventsOf(account.id)).toEqual(['staff.joined', 'staff.signed_in', 'staff.signed_in']);
});

test('roles are read anew at each sign-in, and the change is in the audit', async () => {
  const { account, person } = await somebody();
  await signIn();
  await provider.signsIn({ ...person, groups: ['IIS Chiefs', 'IIS Phones', 'Softball'] });
  expect(await actorOf((await signIn()).browser)).toMatchObject({ roles: ['phone_agent', 'processor', 'supervisor'] });
  expect(await eventsOf(account.id)).toEqual(['staff.joined', 'staff.signed_in', 'staff.roles_changed', 'staff.signed_in']);
});

test('a locked desk opens by signing in again in the same browser: a new session that has proved itself, and the old one is over', async () => {
  await somebody();
  const { browser } = await signIn();
  const locked = await actorOf(browser);
  if (locked?.kind !== 'staff') throw new Error('not signed in');
  const before = await sidOf(browser.session);
  await throughTheDoor(lockSession, locked, {}, null);
  expect(await throughTheDoor(unlockSession, mintLocked(locked), { password: 'anything at all, it is long' }, null)).toMatchObject({ ok: false, reason: 'wrong_password' });
  await signIn(browser);
  const opened = await actorOf(browser);
  expect(opened).toMatchObject({ kind: 'staff', staffId: locked.staffId, signsInBy: 'provider' });
  expect(await standingOf(before ?? '')).toEqual({ state: 'signed_out', because: 'signed_in_again' });
  expect(opened?.kind === 'staff' && (await hasProved(db(), opened, now()))).toBe(true);
});

test('an audit that takes nothing: no account is bound, no invitation used, no role taken, no session begun', async () => {
  const { account } = await somebody({ groups: ['IIS Chiefs'] });
  await database.withoutAudit(async () => {
    const { browser, landed } = await signIn();
    // The library would quote the database's own words in an address.
    expect([landed.location, browser.session]).toEqual([`${provider.desk}/sign-in?error=unavailable`, undefined]);
  });
  expect([await db().staffIdentity.count({ where: { staffId: account.id } }), await db().staffSession.count({ where: { staffId: account.id } }), await roles(account.id)]).toEqual([0, 0, ['processor']]);
  expect(await actorOf((await signIn()).browser)).toMatchObject({ staffId: account.id, roles: ['processor', 'supervisor'] });
});

test.each([
  ['no group that gives a role', { groups: ['Softball'] }, 'no_role'],
  ['no groups at all', { groups: undefined }, 'no_role'],
  ['a password alone', { amr: ['pwd'] }, 'no_second_factor'],
  ['no word about how', { amr: undefined }, 'no_second_factor'],
  ['nobody’s invitation', { invited: false }, 'not_invited'],
  ['an address the provider has not verified', { email_verified: false }, 'not_invited'],
] satisfies [string, Parameters<typeof somebody>[0], string][])('%s is refused in words, with no session and no role taken', async (_, changes, refused) => {
  const { account } = await somebody(changes);
  const { browser, landed } = await signIn();
  expect(landed.location).toBe(`${provider.desk}/sign-in?refused=${refused}`);
  expect(browser.session).toBeUndefined();
  expect(await lastRefusal()).toEqual({ reason: `provider_${refused}` });
  expect([await db().staffIdentity.count({ where: { staffId: account.id } }), await db().staffSession.count({ where: { staffId: account.id } })]).toEqual([0, 0]);
});

test('a disabled person is refused, known or invited', async () => {
  const { account, person } = await somebody();
  await signIn();
  await db().staff.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
  expect((await signIn()).landed.location).toContain('refused=disabled');
  await provider.signsIn({ ...person, sub: 'another-sub' });
  expect((await signIn()).landed.location).toContain('refused=not_invited');
});

test('a verified address alone takes over no account: a member without an invitation is not bound', async () => {
  const member = await aMember();
  await provider.signsIn({ sub: 'thief', email: member.email, email_verified: true, groups: ['IIS Chiefs'], amr: ['mfa'] });
  expect((await signIn()).landed.location).toContain('refused=not_invited');
  expect(await roles(member.id)).toEqual(['processor']);
});

describe('the library refuses', () => {
  /** Every refusal of the library leads back to the sign-in page with no session. */
  const refused = ({ browser, landed }: { browser: Browser; landed: Landed }): void => {
    expect(landed.location).toMatch(/\/sign-in\?(.*&)?error=/);
    expect(browser.session).toBeUndefined();
  };

  test.each([
    ['a wrong nonce', { nonce: 'of another sign-in' }],
    ['no nonce', { nonce: null }],
    ['another audience', { aud: 'another-client' }],
    ['an expired token', { iat: 1_700_000_000, exp: 1_700_000_600 }],
    ['a token of tomorrow', { nbf: Math.floor(Date.now() / 1000) + 86_400 }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no subject', { sub: null }],
  ])('%s', async (_, claims) => {
    const { account } = await somebody();
    await provider.bends(claims);
    refused(await signIn());
    expect(await db().staffSession.count({ where: { staffId: account.id } })).toBe(0);
  });

  test('the bending itself changes nothing: the same token signed anew signs in', async () => {
    await somebody();
    await provider.bends({ locale: 'en' });
    expect(await actorOf((await signIn()).browser)).not.toBeNull();
  });

  const withCallback = async (change: (callback: URL, browser: Browser) => void | Promise<void>) => {
    await somebody();
    const browser = new Browser(provider.desk);
    const callback = new URL(await browser.through(await browser.press()));
    await change(callback, browser);
    return { browser, landed: await browser.land(callback.href) };
  };

  test.each<[string, (callback: URL, browser: Browser) => void | Promise<void>]>([
    ['a missing state', (callback) => callback.searchParams.delete('state')],
    ['an altered state', (callback) => callback.searchParams.set('state', 'x'.repeat(43))],
    ['a state without its cookie', (_, browser) => void browser.jar(provider.desk).delete('__Host-staff-state')],
    ['a missing verifier', (_, browser) => void browser.jar(provider.desk).delete('__Host-staff-pkce')],
    ['a missing nonce cookie', (_, browser) => void browser.jar(provider.desk).delete('__Host-staff-nonce')],
    ['an invented code', (callback) => callback.searchParams.set('code', 'x'.repeat(43))],
    ['an issuer of another provider beside the code', (callback) => callback.searchParams.set('iss', 'https://evil.example')],
    ['the verifier of another sign-in', async (_, browser) => {
      const other = new Browser(provider.desk);
      await other.press();
      browser.jar(provider.desk).set('__Host-staff-pkce', other.jar(provider.desk).get('__Host-staff-pkce') ?? '');
    }],
    ['the nonce of another sign-in', async (_, browser) => {
      const other = new Browser(provider.desk);
      await other.press();
      browser.jar(provider.desk).set('__Host-staff-nonce', other.jar(provider.desk).get('__Host-staff-nonce') ?? '');
    }],
  ])('%s', async (_, change) => {
    refused(await withCallback(change));
  });

  test('a callback sent twice, and one carried to another browser', async () => {
    await somebody();
    const browser = new Browser(provider.desk);
    const callback = await browser.through(await browser.press());
    const elsewhere = new Browser(provider.desk);
    refused({ browser: elsewhere, landed: await elsewhere.land(callback) });
    const saved = new Map(browser.jar(provider.desk));
    expect((await browser.land(callback)).location).toBe(`${provider.desk}/`);
    const again = new Browser(provider.desk);
    for (const [name, value] of saved) again.jar(provider.desk).set(name, value);
    refused({ browser: again, landed: await again.land(callback) });
  });

  test('a press without the desk’s own token goes nowhere', async () => {
    const browser = new Browser(provider.desk);
    const { text } = await browser.send(`${provider.desk}/api/auth/signin/provider`, new URLSearchParams({ callbackUrl: '/', json: 'true' }));
    expect(text).not.toContain(provider.issuer);
  });

  test('a way back to another site', async () => {
    await somebody();
    const browser = new Browser(provider.desk);
    const { csrfToken } = JSON.parse((await browser.send(`${provider.desk}/api/auth/csrf`)).text) as { csrfToken: string };
    const { text } = await browser.send(`${provider.desk}/api/auth/signin/provider`, new URLSearchParams({ csrfToken, callbackUrl: 'https://evil.example/', json: 'true' }));
    expect((await browser.land(await browser.through((JSON.parse(text) as { url: string }).url))).location).toBe(`${provider.desk}/`);
  });
});
