/** What the identity provider's claims mean here: which roles, and whether a second factor was given. */
import { z } from 'zod';
import { STAFF_ROLES, type StaffRole } from '@/lib/access/roles';

/** Group of the provider → roles, as `OIDC_GROUP_ROLES` says it in JSON. */
export const groupRolesSchema = z.record(z.string().min(1), z.array(z.enum(STAFF_ROLES)).min(1));
export type GroupRoles = z.output<typeof groupRolesSchema>;

/** Roles of all their groups, in the table's order; a group that nobody mapped gives none. */
export const rolesOfGroups = (groups: readonly string[], mapping: GroupRoles): StaffRole[] => {
  const given = new Set(groups.flatMap((group) => (Object.hasOwn(mapping, group) ? (mapping[group] ?? []) : [])));
  return STAFF_ROLES.filter((role) => given.has(role));
};

/** `amr=mfa,acr=phr`: any of these in the claim of that name is a second factor. */
export function hasSecondFactor(claims: { readonly amr?: readonly string[]; readonly acr?: string }, accepted: string): boolean {
  return accepted.split(',').some((entry) => {
    const [claim = '', value = ''] = entry.trim().split(/=(.*)/s);
    if (value === '') return false;
    return claim === 'amr' ? (claims.amr ?? []).includes(value) : claim === 'acr' && claims.acr === value;
  });
}

export const PROVIDER_REFUSALS = ['claims', 'no_second_factor', 'no_role', 'not_invited', 'disabled'] as const;
export type ProviderRefusal = (typeof PROVIDER_REFUSALS)[number];
