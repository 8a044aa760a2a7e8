/** The named cast of the tests: staff of each role, made in a test's own database. */
import { actorOfSession, startSession } from '@/lib/access/sessions';
import type { StaffActor } from '@/lib/access/actor';
import type { StaffRole } from '@/lib/access/roles';
import { hashPassword, sealTotpSecret } from '@/lib/staff/credentials';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';

export const PASSWORD = 'correct horse battery staple';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const CAST = {
  dana: { name: 'Dana Whitfield', roles: ['processor'] },
  kofi: { name: 'Kofi Mensah', roles: ['processor'] },
  lena: { name: 'Lena Park', roles: ['phone_agent'] },
  ruth: { name: 'Ruth Abelson', roles: ['supervisor'] },
  omar: { name: 'Omar Haddad', roles: ['auditor'] },
  vera: { name: 'Vera Lindqvist', roles: ['administrator'] },
} as const satisfies Record<string, { name: string; roles: readonly StaffRole[] }>;
export type CastName = keyof typeof CAST;

let password: Promise<string> | undefined;

/** A session as signing in leaves it: the id of its cookie. */
export const aSession = (staffId: string, userAgent = 'test'): Promise<string> => db().$transaction((tx) => startSession(tx, staffId, '127.0.0.1', userAgent));

/** Adds a person to the staff table and signs them in. */
export async function signedIn(who: CastName, extra: { languages?: string[] } = {}): Promise<StaffActor> {
  const { name, roles } = CAST[who];
  const email = `${who}@example.org`;
  const staff =
    (await db().staff.findUnique({ where: { email } })) ??
    (await db().staff.create({
      data: {
        email,
        name,
        roles: [...roles],
        languages: extra.languages ?? ['en', 'es'],
        passwordHash: await (password ??= hashPassword(PASSWORD)),
        totpSealed: new Uint8Array(sealTotpSecret(TOTP_SECRET)),
        createdAt: now(),
      },
    }));
  const actor = await actorOfSession(await aSession(staff.id), { requestId: `test-${who}`, address: '127.0.0.1' }, false);
  if (actor?.kind !== 'staff') throw new Error(`${who} could not sign in`);
  return actor;
}
