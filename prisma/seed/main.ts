/** Fills an empty desk with a believable program. Its last act is the list of staff, so that a seed cut off is noticed. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from 'otpauth';
import { followClock, now } from '@/lib/platform/clock';
import { db, dbDate } from '@/lib/platform/db';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import { hashPassword, sealTotpSecret } from '@/lib/staff/credentials';
import { emailOf, STAFF, type SeedStaff } from './staff';

type Account = { name: string; email: string; password: string; totpSecret: string; roles: readonly string[] };

async function addClosures(): Promise<void> {
  await db().officeClosure.createMany({ data: CONNECTICUT_HOLIDAYS.map(({ on, name, citation }) => ({ onDate: dbDate(on), name, citation, addedAt: now() })) });
}

/** Passwords and codes are random for each data folder: nothing that somebody could know from the source opens a desk. */
async function addStaff(person: SeedStaff): Promise<Account> {
  const account: Account = { name: person.name, email: emailOf(person), password: randomBytes(12).toString('base64url'), totpSecret: new Secret({ size: 20 }).base32, roles: person.roles };
  await db().staff.create({
    data: {
      email: account.email,
      name: person.name,
      roles: [...person.roles],
      languages: [...person.languages],
      kinds: [...person.kinds],
      passwordHash: await hashPassword(account.password),
      totpSealed: new Uint8Array(sealTotpSecret(account.totpSecret)),
      createdAt: now(),
    },
  });
  return account;
}

async function main(): Promise<void> {
  const folder = process.env.DEMO_FOLDER;
  if (folder === undefined) throw new Error('DEMO_FOLDER is missing: the seed is for the demo only');
  const stopClock = await followClock();
  await addClosures();
  const accounts: Account[] = [];
  for (const person of STAFF) accounts.push(await addStaff(person));
  writeFileSync(join(folder, 'staff.json'), JSON.stringify(accounts, null, 2), { mode: 0o600 });
  await stopClock();
  await db().$disconnect();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
