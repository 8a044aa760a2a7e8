/** What an account is, and what an administrator may not do to one. */
import type { StaffRole } from '@/lib/access/roles';

export type AccountFacts = {
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Signs in at the identity provider. */
  readonly hasIdentity: boolean;
  /** The newest link that may still be used, if there is one. */
  readonly link: { readonly expiresAt: Date } | null;
};

export type AccountState = 'active' | 'waiting' | 'link_over' | 'disabled';
export type LinkPurpose = 'join' | 'password' | 'second_factor';

/** What somebody must still do before they can sign in here, or null. */
export function linkNeeded({ hasPassword, hasSecondFactor, hasIdentity }: Pick<AccountFacts, 'hasPassword' | 'hasSecondFactor' | 'hasIdentity'>): LinkPurpose | null {
  if (hasPassword && hasSecondFactor) return null;
  if (!hasPassword && !hasSecondFactor) return hasIdentity ? null : 'join';
  return hasPassword ? 'second_factor' : 'password';
}

export function accountState(facts: AccountFacts, at: Date): AccountState {
  if (facts.disabled) return 'disabled';
  if (linkNeeded(facts) === null) return 'active';
  return facts.link !== null && facts.link.expiresAt > at ? 'waiting' : 'link_over';
}

/** `administrators`: who could still do this work tomorrow, the person left out. */
export type Change = { readonly actorId: string; readonly personId: string; readonly isAdministrator: boolean; readonly administratorsLeft: number; readonly fromProvider: boolean };
export type ChangeProblem = 'oneself' | 'last_administrator' | 'from_provider' | 'nothing_changed';

/** Nobody changes their own roles, and the office keeps somebody who can. */
export function roleChangeProblem(change: Change, before: readonly StaffRole[], after: readonly StaffRole[]): ChangeProblem | null {
  if (change.actorId === change.personId) return 'oneself';
  if (change.fromProvider) return 'from_provider';
  if (before.length === after.length && before.every((role) => after.includes(role))) return 'nothing_changed';
  return change.isAdministrator && !after.includes('administrator') && change.administratorsLeft === 0 ? 'last_administrator' : null;
}

export function disableProblem({ actorId, personId, isAdministrator, administratorsLeft }: Change): ChangeProblem | null {
  if (actorId === personId) return 'oneself';
  return isAdministrator && administratorsLeft === 0 ? 'last_administrator' : null;
}

/** A reset takes away at once what it resets: a last administrator without a password is none. */
export function resetProblem(change: Change): ChangeProblem | null {
  return change.fromProvider ? 'from_provider' : disableProblem(change);
}
