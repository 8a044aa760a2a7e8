import { permissionGroups, pageLines } from '@/lib/access/permission-table';
import { permissions } from '@/lib/access/permissions';
import { standing } from '@/lib/access/standing';
import { browserWords } from '@/lib/staff/browser-words';
import { hasSecondFactor, rolesOfGroups } from '@/lib/staff/provider-rules';
import { newCodes, readRecoveryCode } from '@/lib/staff/recovery-codes';
import { accountState, disableProblem, linkNeeded, resetProblem, roleChangeProblem, type Change } from '@/lib/staff/rules';

const AT = new Date('2026-11-24T15:48:00Z');
const minutes = (count: number): Date => new Date(AT.getTime() + count * 60_000);
const row = { seenAt: AT, endsAt: minutes(720), lockedAt: null, endedAt: null, endReason: null, staff: { disabledAt: null } };

test.each([
  ['fresh', {}, 0, { state: 'open', locksInMs: 900_000, endsInMs: 43_200_000 }],
  ['at 12:30, when the warning begins', {}, 12.5, { state: 'open', locksInMs: 150_000 }],
  ['at 15:00 to the second', {}, 15, { state: 'open', locksInMs: 0 }],
  ['at 15:01', {}, 15.02, { state: 'locked' }],
  ['locked by hand', { lockedAt: AT }, 0, { state: 'locked' }],
  ['at 12 hours', { seenAt: minutes(719) }, 720, { state: 'signed_out', because: 'expired' }],
  ['ended', { endedAt: AT, endReason: 'newer_session' }, 0, { state: 'signed_out', because: 'newer_session' }],
  ['ended for a reason nobody knows', { endedAt: AT, endReason: 'gremlins' }, 0, { state: 'signed_out', because: null }],
  ['of a disabled person', { staff: { disabledAt: AT } }, 0, { state: 'signed_out', because: 'disabled' }],
])('a session %s', (_, change, at, expected) => {
  expect(standing({ ...row, ...change }, minutes(at))).toMatchObject(expected);
});

test.each([
  [true, true, false, null],
  [false, false, false, 'join'],
  [false, false, true, null],
  [true, false, false, 'second_factor'],
  [false, true, false, 'password'],
])('password %s, second factor %s, provider %s: needs %s', (hasPassword, hasSecondFactor_, hasIdentity, needs) => {
  expect(linkNeeded({ hasPassword, hasSecondFactor: hasSecondFactor_, hasIdentity })).toBe(needs);
});

test.each([
  [{ disabled: true }, 'disabled'],
  [{ hasPassword: true, hasSecondFactor: true }, 'active'],
  [{ link: { expiresAt: minutes(1) } }, 'waiting'],
  [{ link: { expiresAt: AT } }, 'link_over'],
  [{}, 'link_over'],
])('%j is %s', (facts, state) => {
  expect(accountState({ disabled: false, hasPassword: false, hasSecondFactor: false, hasIdentity: false, link: null, ...facts }, AT)).toBe(state);
});

const change: Change = { actorId: 'a', personId: 'b', isAdministrator: true, administratorsLeft: 0, fromProvider: false };
test.each([
  ['the last administrator', {}, ['auditor'], 'last_administrator'],
  ['one of two', { administratorsLeft: 1 }, ['auditor'], null],
  ['the last, who keeps the role', {}, ['administrator', 'auditor'], null],
  ['oneself', { personId: 'a', administratorsLeft: 3 }, ['auditor'], 'oneself'],
  ['nothing', {}, ['administrator'], 'nothing_changed'],
  ['somebody of the provider', { fromProvider: true }, ['auditor'], 'from_provider'],
] as const)('roles of %s', (_, facts, after, problem) => {
  expect(roleChangeProblem({ ...change, ...facts }, ['administrator'], after)).toBe(problem);
});
test('nobody disables or resets the last administrator or themself', () => {
  expect([disableProblem(change), resetProblem(change), disableProblem({ ...change, personId: 'a', administratorsLeft: 1 }), disableProblem({ ...change, isAdministrator: false })]).toEqual(['last_administrator', 'last_administrator', 'oneself', null]);
  expect(resetProblem({ ...change, fromProvider: true })).toBe('from_provider');
});

test.each([
  [['desk'], ['processor']],
  [['desk', 'phones'], ['phone_agent', 'processor']],
  [['chiefs', 'desk'], ['processor', 'supervisor', 'auditor']],
  [['nobody knows'], []],
  [['__proto__', 'constructor'], []],
  [[], []],
])('groups %j give %j', (groups, roles) => {
  expect(rolesOfGroups(groups, { desk: ['processor'], phones: ['phone_agent'], chiefs: ['auditor', 'supervisor'] })).toEqual(roles);
});
test.each([
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ amr: ['pwd'] }, false],
  [{ acr: 'urn:state:aal2' }, true],
  [{ acr: 'mfa' }, false],
  [{}, false],
])('claims %j: second factor %s', (claims, yes) => {
  expect(hasSecondFactor(claims, 'amr=mfa, acr=urn:state:aal2')).toBe(yes);
});
test('a rule of nothing is met by nobody', () => {
  expect(hasSecondFactor({ amr: [''], acr: '' }, 'amr=,acr')).toBe(false);
});

test('recovery codes are 80 bits, read in any case with or without hyphens, and O and I are what they look like', () => {
  const codes = newCodes();
  expect(codes.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(true);
  expect(codes.map((code) => readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `))).toEqual(codes.map((code) => code.replaceAll('-', '')));
  expect([readRecoveryCode('OOOO-IIII-LLLL-0011'), readRecoveryCode('123456'), readRecoveryCode('UUUU-UUUU-UUUU-UUUU'), readRecoveryCode('')]).toEqual(['0000111111110011', null, null, null]);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1 Version/18 Safari/605.1', 'Safari on macOS'],
  ['curl/8.5', 'A browser we do not know'],
  ['', 'A browser we do not know'],
])('%s is %s', (agent, words) => {
  expect(browserWords(agent)).toBe(words);
});

test('"who may do what" has every permission once, in words, and every page', () => {
  const lines = permissionGroups().flatMap((group) => group.lines);
  expect(lines.map(({ permission }) => permission).sort()).toEqual(Object.keys(permissions).sort());
  expect(lines.filter(({ words }) => !/^[A-Z][^.]*$/.test(words))).toEqual([]);
  expect(new Set(lines.map(({ words }) => words)).size).toBe(lines.length);
  expect(pageLines().find(({ path }) => path === '/admin/staff')).toEqual({ path: '/admin/staff', surface: 'staff', opens: 'See the accounts of staff' });
});
