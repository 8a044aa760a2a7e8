/** The settings a test process needs; hosts are of this machine and secrets are made for the run. */
import { randomBytes } from 'node:crypto';

export function setEnvironment(databaseUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    STAFF_ORIGIN: 'http://127.0.0.1:3000',
    PUBLIC_ORIGIN: 'http://127.0.0.1:3001',
    S3_ENDPOINT: 'http://127.0.0.1:9',
    S3_BUCKET: 'documents',
    S3_ACCESS_KEY_ID: 'test',
    S3_SECRET_ACCESS_KEY: randomBytes(24).toString('base64'),
    SHC_ISSUER_URL: 'https://records.recorddesk.example/shc',
    TOTP_KEY: process.env.TOTP_KEY ?? randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? randomBytes(32).toString('base64'),
    DEMO: '1',
  });
}
