/** What the environment says, validated once at first use; a process with a wrong setting does not start. */
import { z } from 'zod';

const secret = (bytes: number) => z.string().refine((value) => Buffer.from(value, 'base64').length >= bytes, `at least ${bytes} bytes, base64`);
const origin = z.url().refine((value) => new URL(value).origin === value, 'an origin only: scheme, host, port');

const schema = z.object({
  DATABASE_URL: z.string().startsWith('postgres'),
  SURFACE: z.enum(['staff', 'public']).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(3000),
  STAFF_ORIGIN: origin,
  PUBLIC_ORIGIN: origin,
  NEXTAUTH_SECRET: secret(32).optional(),
  TOTP_KEY: secret(32).optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
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
const SAMPLE = /change[-_ ]?me|example|secret|password|demo/i;

function readConfig(): Config {
  const read = schema.safeParse(process.env);
  if (!read.success) {
    throw new Error(`Configuration: ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
  }
  const values = read.data;
  if (values.DEMO === undefined) {
    for (const name of ['NEXTAUTH_SECRET', 'TOTP_KEY', 'SHC_RID_SECRET', 'S3_SECRET_ACCESS_KEY'] as const) {
      if (SAMPLE.test(values[name] ?? '')) throw new Error(`Configuration: ${name} is a sample value; outside the demo it must be a secret of your own`);
    }
  }
  return values;
}

let read: Config | undefined;
export const config = (): Config => (read ??= readConfig());

/** A setting that only some processes need: a clear error names it instead of a strange one later. */
export function required<K extends keyof Config>(name: K): NonNullable<Config[K]> {
  const value = config()[name];
  if (value === undefined || value === null) throw new Error(`Configuration: ${name} is missing in this process`);
  return value;
}
