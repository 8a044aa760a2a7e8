/** A process with a wrong setting does not start, and says why in a sentence each, never with the value. */
import { randomBytes } from 'node:crypto';
import { readConfig, requireFor } from '@/lib/platform/config';

const random = (): string => randomBytes(32).toString('base64');
const office = (): Record<string, string> => ({
  DATABASE_URL: `postgresql://staff_app:${randomBytes(16).toString('hex')}@db.internal:5432/record_desk`,
  SURFACE: 'staff',
  HOST: '0.0.0.0',
  STAFF_ORIGIN: 'https://desk.records.ct.example',
  PUBLIC_ORIGIN: 'https://records.ct.example',
  NEXTAUTH_SECRET: random(),
  NEXTAUTH_URL: 'https://desk.records.ct.example',
  TOTP_KEY: random(),
  S3_ENDPOINT: 'https://objects.internal',
  S3_BUCKET: 'documents',
  S3_ACCESS_KEY_ID: 'desk',
  S3_SECRET_ACCESS_KEY: random(),
  PRESS_URL: 'http://press.internal:3003',
  SHC_ISSUER_URL: 'https://records.ct.example/shc',
});
const problemsOf = (changes: Record<string, string | undefined>): string[] => {
  try {
    readConfig({ ...office(), ...changes });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
};

test('an office’s settings are taken as they are', () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf({ SMTP_USER: '', SMTP_PASSWORD: '', FAX_GATEWAY_URL: '' })).toEqual([]);
});

const SHORT = Buffer.from('short').toString('base64');
const TWICE = random();
test.each<[string, Record<string, string | undefined>, string]>([
  ['a missing database', { DATABASE_URL: undefined }, '- DATABASE_URL is missing.'],
  ['an empty one', { DATABASE_URL: '' }, '- DATABASE_URL is missing.'],
  ['another kind of database', { DATABASE_URL: 'mysql://x' }, '- DATABASE_URL is not right: '],
  ['an origin with a path', { STAFF_ORIGIN: 'https://desk.example/queue' }, '- STAFF_ORIGIN is not right: an origin only: scheme, host, port.'],
  ['a short secret', { NEXTAUTH_SECRET: SHORT }, '- NEXTAUTH_SECRET is not right: must be at least 32 random bytes, base64.'],
  ['a short one of a gateway', { FAX_GATEWAY_TOKEN: 'abc123' }, '- FAX_GATEWAY_TOKEN is too short: 16 characters at least.'],
  ['the sample file’s value', { S3_SECRET_ACCESS_KEY: 'CHANGE_ME' }, '- S3_SECRET_ACCESS_KEY is a sample value: make a secret of your own.'],
  ['one letter over and over', { TOTP_KEY: 'A'.repeat(44) }, '- TOTP_KEY is a sample value: make a secret of your own.'],
  ['a secret used twice', { TOTP_KEY: TWICE, NEXTAUTH_SECRET: TWICE }, '- TOTP_KEY repeats another secret: each needs its own.'],
  ['the sample password of a role', { DATABASE_URL: 'postgresql://staff_app:CHANGE_ME@db:5432/record_desk' }, '- DATABASE_URL has no password of its own.'],
  ['no password of the role', { DATABASE_URL: 'postgresql://staff_app@db:5432/record_desk' }, '- DATABASE_URL has no password of its own.'],
  ['an issuer without TLS', { SHC_ISSUER_URL: 'http://records.ct.example/shc' }, '- SHC_ISSUER_URL is not right: '],
  ['a demo that others can reach', { DEMO: '1' }, '- DEMO is for one machine: every host must be 127.0.0.1 or localhost.'],
  ['a negative number of proxies', { TRUSTED_PROXY_HOPS: '-1' }, '- TRUSTED_PROXY_HOPS is not right: '],
])('%s is refused in one sentence, without the value', (_, changes, sentence) => {
  const problems = problemsOf(changes);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${sentence.replaceAll(/[.()]/g, '\\$&')}`));
  for (const value of Object.values(changes)) if (value !== undefined && value.length > 6) expect(problems.join()).not.toContain(value);
});

test('several wrong settings are all said at once', () => {
  expect(problemsOf({ DATABASE_URL: undefined, S3_BUCKET: undefined, PORT: 'x' })).toHaveLength(3);
});

test('on one machine a demo may have the secrets it likes', () => {
  const local = { HOST: '127.0.0.1', STAFF_ORIGIN: 'http://127.0.0.1:3000', PUBLIC_ORIGIN: 'http://127.0.0.1:3001', DATABASE_URL: 'postgresql://staff_app:x@127.0.0.1:5432/d' };
  expect(problemsOf({ ...local, DEMO: '1', S3_SECRET_ACCESS_KEY: 'demo' })).toEqual([]);
  expect(problemsOf({ ...local, S3_SECRET_ACCESS_KEY: 'demo' })).not.toEqual([]);
});

test.each([
  ['staff', 'TOTP_KEY'],
  ['staff', 'PRESS_URL'],
  ['worker', 'SMTP_HOST'],
  ['press', 'SHC_RID_SECRET'],
] as const)('the %s process does not start without %s', (process, name) => {
  const everything = { ...office(), SMTP_HOST: 'mail.internal', SHC_KEYS_FILE: '/etc/keys.json', SHC_RID_SECRET: random() };
  expect(() => requireFor(process, readConfig(everything))).not.toThrow();
  expect(() => requireFor(process, readConfig({ ...everything, [name]: undefined }))).toThrow(`- ${name} is missing; the ${process} process needs it.`);
});
