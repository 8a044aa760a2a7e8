/**
 * Signing in at the state's identity provider. The sign-in library has checked the token (signature, issuer, audience, time,
 * nonce); here it is decided who that is and what they may do. Somebody is known by `sub`; an invitation binds it once.
 */
import { z } from 'zod';
import { mintVisitor } from '@/lib/access/actor';
import { rolesInWords, type StaffRole } from '@/lib/access/roles';
import type { AuditEntry } from '@/lib/audit/events';
import { appendAudit } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { config } from '@/lib/platform/config';
import { db, type Tx } from '@/lib/platform/db';
import { groupRolesSchema, hasSecondFactor, rolesOfGroups, type GroupRoles, type ProviderRefusal } from './provider-rules';
import { begin, type Attempt, type Proved } from './sign-in';

const claimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.string().toLowerCase().optional(),
  email_verified: z.boolean().optional(),
  amr: z.array(z.string()).optional(),
  acr: z.string().optional(),
});
type Claims = z.output<typeof claimsSchema>;

export type ProviderSettings = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly groupRoles: GroupRoles; readonly groupsClaim: string; readonly secondFactor: string };

/** Null where no provider is set up. Throws when half of it is. */
export function providerSettings(): ProviderSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_GROUP_ROLES, OIDC_GROUPS_CLAIM, OIDC_MFA } = config();
  if (OIDC_ISSUER === undefined) return null;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_GROUP_ROLES) throw new Error('Configuration: OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_GROUP_ROLES');
  const groupRoles = groupRolesSchema.parse(JSON.parse(OIDC_GROUP_ROLES));
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, groupRoles, groupsClaim: OIDC_GROUPS_CLAIM, secondFactor: OIDC_MFA };
}

type Known = { readonly id: string; readonly publicId: string; readonly name: string; readonly roles: readonly StaffRole[]; readonly disabledAt: Date | null };
type Found = { readonly person: Known; readonly entries: readonly AuditEntry[] };

const byIdentity = async (tx: Tx, { iss, sub }: Claims): Promise<Known | null> =>
  (await tx.staffIdentity.findUnique({ where: { issuer_subject: { issuer: iss, subject: sub } }, include: { staff: true } }))?.staff ?? null;

/** An invitation to the address that the provider vouches for binds this `sub` to the account, once. */
async function byInvitation(tx: Tx, { iss, sub, email, email_verified }: Claims): Promise<Known | null> {
  if (email === undefined || email_verified !== true) return null;
  const at = now();
  const staff = await tx.staff.findUnique({ where: { email } });
  if (staff === null || staff.disabledAt !== null) return null;
  const { count } = await tx.accountLink.updateMany({ where: { staffId: staff.id, purpose: 'join', usedAt: null, voidedAt: null, expiresAt: { gt: at } }, data: { usedAt: at } });
  if (count === 0) return null;
  await tx.staffIdentity.create({ data: { staffId: staff.id, issuer: iss, subject: sub, boundAt: at } });
  return staff;
}

async function find(tx: Tx, claims: Claims): Promise<Found | null> {
  const known = await byIdentity(tx, claims);
  if (known !== null) return { person: known, entries: [] };
  const joined = await byInvitation(tx, claims);
  return joined === null ? null : { person: joined, entries: [{ event: 'staff.joined', details: { person: joined.publicId, name: joined.name, how: 'provider' } }] };
}

/** The provider says anew at each sign-in what somebody is. */
async function takeRoles(tx: Tx, { id, publicId, name, roles }: Known, given: readonly StaffRole[]): Promise<AuditEntry[]> {
  if (roles.length === given.length && given.every((role) => roles.includes(role))) return [];
  await tx.staff.update({ where: { id }, data: { roles: [...given], version: { increment: 1 } } });
  return [{ event: 'staff.roles_changed', details: { person: publicId, name, changes: [{ field: 'roles', before: rolesInWords(roles), after: rolesInWords(given) }], from: 'provider' } }];
}

const groupsIn = (claims: unknown, claim: string): string[] => z.array(z.string()).catch([]).parse((claims as Record<string, unknown> | null)?.[claim]);

type Decided = { readonly sid: string } | { readonly refused: ProviderRefusal };

async function decide(raw: unknown, settings: ProviderSettings, attempt: Attempt): Promise<Decided> {
  const read = claimsSchema.safeParse(raw);
  if (!read.success || read.data.iss !== settings.issuer) return { refused: 'claims' };
  if (!hasSecondFactor(read.data, settings.secondFactor)) return { refused: 'no_second_factor' };
  const roles = rolesOfGroups(groupsIn(raw, settings.groupsClaim), settings.groupRoles);
  if (roles.length === 0) return { refused: 'no_role' };
  let refused: ProviderRefusal = 'disabled';
  const sid = await begin(attempt, 'provider', async (tx): Promise<Proved | null> => {
    const found = await find(tx, read.data);
    if (found === null) refused = 'not_invited';
    if (found === null || found.person.disabledAt !== null) return null;
    return { staffId: found.person.id, entries: [...found.entries, ...(await takeRoles(tx, found.person, roles))] };
  });
  return sid === null ? { refused } : { sid };
}

/** The id for the session cookie, or why not: whoever comes this far has shown the provider who they are and may be told. */
export async function signInWithProvider(claims: unknown, settings: ProviderSettings, attempt: Attempt): Promise<Decided> {
  const decided = await decide(claims, settings, attempt);
  if ('refused' in decided) await appendAudit(db(), mintVisitor({ requestId: attempt.requestId, address: attempt.address, uploadToken: null }), { event: 'staff.sign_in_refused', details: { reason: `provider_${decided.refused}` } });
  return decided;
}
