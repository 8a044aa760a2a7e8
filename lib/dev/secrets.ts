/** A demo's secrets: random, made once for each data folder and readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSigningKey, thumbprint } from '@/lib/health-cards/issuing/keys';
import { ROLES, type RolePasswords } from './database';

export type Secrets = {
  roles: RolePasswords;
  staffSession: string;
  publicSession: string;
  totpKey: string;
  ridSecret: string;
  objectStore: string;
  gatewayToken: string;
};

const base64 = (): string => randomBytes(32).toString('base64');

const newSecrets = (): Secrets => ({
  roles: Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('hex')])) as RolePasswords,
  staffSession: base64(),
  publicSession: base64(),
  totpKey: base64(),
  ridSecret: base64(),
  objectStore: base64(),
  gatewayToken: randomBytes(24).toString('hex'),
});

function kept<T>(file: string, create: () => T): T {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(create(), null, 2), { mode: 0o600, flag: 'wx' });
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

export const demoSecrets = (folder: string): Secrets => kept(join(folder, 'secrets.json'), newSecrets);

/** The private key set for the press alone; returns its path. */
export function signingKeysFile(folder: string): string {
  const file = join(folder, 'signing-keys.json');
  kept(file, () => {
    const key = generateSigningKey();
    return { keys: [{ ...key, kid: thumbprint(key), use: 'sig', alg: 'ES256' }] };
  });
  return file;
}
