/** What the environment says, validated once at first use; a process with a wrong setting does not start. */
import { z } from 'zod';

const secret = (bytes: number) => z.string().refine((value) => Buffer.from(value, 'base64').length >= bytes, `must be at least ${bytes} random bytes, base64`);
const origin = z.url().refine((value) => new URL(value).origin === value, 'an origin only: scheme, host, port');

const schema = z.object({
  DATABASE_URL: z.string().startsWith('postgres'),
  SURFACE: z.enum(['staff', 'public']).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(3000),
  STAFF_ORIGIN: origin,
  PUBLIC_ORIGIN: origin,
  NEXTAUTH_SECRET: secret(32).optional(),
  NEXTAUTH_URL: origin.optional(),
  TOTP_KEY: secret(32).optional(),
  OIDC_ISSUER: z.union([z.url(), z.literal('').transform(() => undefined)]).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_GROUP_ROLES: z.string().optional(),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  OIDC_MFA: z.string().default('amr=mfa'),
  S3_ENDPOINT: z.url(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().min(3),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().default(25),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().default('immunization-records@recorddesk.example'),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  FAX_GATEWAY_URL: z.url().optional(),
  FAX_GATEWAY_TOKEN: z.string().optional(),
  PRESS_URL: z.url().optional(),
  PRESS_PORT: z.coerce.number().int().optional(),
  SHC_ISSUER_URL: z.url().startsWith('https://').refine((value) => !value.endsWith('/'), 'no trailing slash'),
  SHC_KEYS_FILE: z.string().optional(),
  SHC_RID_SECRET: secret(32).optional(),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number().int().default(3310),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).default(0),
  DEMO: z.literal('1').optional(),
});

export type Config = z.output<typeof schema>;

/** Words that sample files use: a secret made of one of them is no secret. */
const SAMPLE = /change[-_ ]?me|example|secret|password|^(demo|test|.)\1*$/i;
const SECRETS = ['NEXTAUTH_SECRET', 'TOTP_KEY', 'SHC_RID_SECRET', 'S3_SECRET_ACCESS_KEY', 'SMTP_PASSWORD', 'SMS_GATEWAY_TOKEN', 'FAX_GATEWAY_TOKEN'] as const;

/** What each process cannot do its work without. */
const NEEDED = {
  staff: ['NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'TOTP_KEY', 'PRESS_URL'],
  public: [],
  worker: ['SMTP_HOST'],
  press: ['SHC_KEYS_FILE', 'SHC_RID_SECRET'],
} as const satisfies Readonly<Record<string, readonly (keyof Config)[]>>;

const isLoopback = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** What is wrong with secrets, one sentence each. Outside the demo a sample value, a short one or one used twice is none. */
function weakSecrets(values: Config): string[] {
  const given = SECRETS.flatMap((name) => (values[name] === undefined ? [] : [{ name, value: values[name] }]));
  const password = decodeURIComponent(new URL(values.DATABASE_URL).password);
  return [
    ...given.filter(({ value }) => SAMPLE.test(value)).map(({ name }) => `${name} is a sample value: make a secret of your own.`),
    ...given.filter(({ value }) => value.length < 16 && !SAMPLE.test(value)).map(({ name }) => `${name} is too short: 16 characters at least.`),
    ...given.filter(({ value }, at) => given.findIndex((other) => other.value === value) < at).map(({ name }) => `${name} repeats another secret: each needs its own.`),
    ...(password === '' || SAMPLE.test(password) ? ['DATABASE_URL has no password of its own.'] : []),
  ];
}

/** A demo shows its codes and mail to whoever opens its launcher: on this machine alone. */
const demoProblems = ({ HOST, STAFF_ORIGIN, PUBLIC_ORIGIN, DATABASE_URL }: Config): string[] =>
  [`http://${HOST}`, STAFF_ORIGIN, PUBLIC_ORIGIN, DATABASE_URL].every(isLoopback) ? [] : ['DEMO is for one machine: every host must be 127.0.0.1 or localhost.'];

const refused = (sentences: readonly string[]): Error => new Error(`Configuration:\n${sentences.map((sentence) => `- ${sentence}`).join('\n')}`);

/** Reads and judges settings; throws with one sentence for each that is wrong, and never with the value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty line of the settings file is a setting that is not made.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw refused(parsed.error.issues.map(({ path: [name = 'it'], message, code }) => `${String(name)} ${code === 'invalid_type' && given[String(name)] === undefined ? 'is missing.' : `is not right: ${message}.`}`));
  const problems = parsed.data.DEMO === undefined ? weakSecrets(parsed.data) : demoProblems(parsed.data);
  if (problems.length > 0) throw refused(problems);
  return parsed.data;
}

let read: Config | undefined;
export const config = (): Config => (read ??= readConfig(process.env));

/** At the start of a process: everything it needs is there, or it does not start. */
export function requireFor(process: keyof typeof NEEDED, values: Config = config()): void {
  const missing = NEEDED[process].filter((name) => values[name] === undefined);
  if (missing.length > 0) throw refused(missing.map((name) => `${name} is missing; the ${process} process needs it.`));
}

/** A setting that only some processes need: a clear error names it instead of a strange one later. */
export function required<K extends keyof Config>(name: K): NonNullable<Config[K]> {
  const value = config()[name];
  if (value === undefined || value === null) throw new Error(`Configuration: ${name} is missing in this process`);
  return value;
}
