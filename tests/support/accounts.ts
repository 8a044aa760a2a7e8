/** Accounts for tests of staff: somebody invited, a link whose token is known, a proof that opens a grave step. */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { mintVisitor } from '@/lib/access/actor';
import type { StaffRole } from '@/lib/access/roles';
import { now, wallClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { hashPassword, sealTotpSecret } from '@/lib/staff/credentials';
import { hashOfToken, newToken } from '@/lib/staff/link-token';
import { LINK_MS } from '@/lib/staff/links';
import type { LinkPurpose } from '@/lib/staff/rules';
import { PASSWORD } from './people';

export const somebody = mintVisitor({ requestId: 'link', address: '203.0.113.20', uploadToken: null });

const STEP_MS = 30_000;
/** The code of a telephone with this secret, now or some steps away. */
export const codeOf = (secret: string, steps = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: wallClock().getTime() + steps * STEP_MS });

let password: Promise<string> | undefined;

export type Member = { readonly id: string; readonly publicId: string; readonly email: string; readonly name: string; readonly secret: string };

/** Somebody who can sign in with PASSWORD and the code of their own secret. */
export async function aMember({ roles = ['processor'], disabled = false, name = 'Ines Marchetti' }: { roles?: StaffRole[]; disabled?: boolean; name?: string } = {}): Promise<Member> {
  const secret = new Secret({ size: 20 }).base32;
  const email = `m-${randomBytes(6).toString('hex')}@example.org`;
  const { id, publicId } = await db().staff.create({
    data: { email, name, roles, languages: ['en'], passwordHash: await (password ??= hashPassword(PASSWORD)), totpSealed: new Uint8Array(sealTotpSecret(secret)), createdAt: now(), disabledAt: disabled ? now() : null },
  });
  return { id, publicId, email, name, secret };
}

/** An account that nobody can use yet. */
export async function anInvited(name = 'Noor Haddad-Whitcombe'): Promise<Omit<Member, 'secret'>> {
  const email = `i-${randomBytes(6).toString('hex')}@example.org`;
  const { id, publicId } = await db().staff.create({ data: { email, name, roles: ['processor'], languages: ['en'], createdAt: now() } });
  return { id, publicId, email, name };
}

/** A link as the worker leaves it once the mail is out; the token is the test's. */
export async function aLink(staffId: string, purpose: LinkPurpose, changes: { expiresAt?: Date; usedAt?: Date; voidedAt?: Date } = {}): Promise<{ id: string; token: string }> {
  const token = newToken();
  const { id } = await db().accountLink.create({ data: { staffId, askedById: staffId, purpose, tokenHash: hashOfToken(token), askedAt: now(), expiresAt: new Date(now().getTime() + LINK_MS), state: 'sent', ...changes } });
  return { id, token };
}
