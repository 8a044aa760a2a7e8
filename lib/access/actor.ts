/**
 * Who is asking. Everything that touches a person's data takes an `Actor`, and only this file makes one:
 * a plain object does not compile.
 */
import { randomUUID } from 'node:crypto';
import { holds, type Holder, type Permission } from './permissions';
import type { StaffRole } from './roles';

declare const minted: unique symbol;
type Minted = { readonly [minted]: true };
type Request = { readonly requestId: string; readonly address: string | null };

export type StaffActor = Minted &
  Request & {
    readonly kind: 'staff';
    readonly staffId: string;
    readonly publicId: string;
    readonly name: string;
    readonly email: string;
    readonly roles: readonly StaffRole[];
    readonly languages: readonly string[];
    readonly kinds: readonly string[];
    readonly sessionId: string;
    /** Where they prove who they are: a password here, or the identity provider. */
    readonly signsInBy: 'password' | 'provider';
    /** Inner ids of restricted patients whose record this person has opened (break the glass) and whose hour runs. */
    readonly opened: readonly string[];
  };
/** A signed-in person whose session is locked: can unlock or leave, nothing else. */
export type LockedStaff = Minted & Request & Omit<StaffActor, 'kind' | typeof minted> & { readonly kind: 'locked_staff' };
/** Somebody on the public web; `uploadToken` is the browser's own right to its uploads. */
export type Visitor = Minted & Request & { readonly kind: 'visitor'; readonly uploadToken: string | null };
/** Our own worker, running a job. */
export type WorkerActor = Minted & Request & { readonly kind: 'worker' };

export type Actor = StaffActor | LockedStaff | Visitor | WorkerActor;

type Unminted<A extends Actor> = Omit<A, typeof minted | 'kind'>;

export const mintStaff = (facts: Unminted<StaffActor>): StaffActor => ({ ...facts, kind: 'staff' }) as StaffActor;
export const mintLocked = (facts: Unminted<StaffActor>): LockedStaff => ({ ...facts, kind: 'locked_staff' }) as LockedStaff;
export const mintVisitor = (facts: Unminted<Visitor>): Visitor => ({ ...facts, kind: 'visitor' }) as Visitor;
export const mintWorker = (job: string): WorkerActor => ({ kind: 'worker', requestId: `${job}:${randomUUID()}`, address: null }) as WorkerActor;

const holders = (actor: Actor): readonly Holder[] => {
  switch (actor.kind) {
    case 'staff':
      return actor.roles;
    case 'visitor':
    case 'worker':
      return [actor.kind];
    case 'locked_staff':
      return [];
  }
};

/** A locked session holds nothing but its own unlocking. */
export const can = (actor: Actor, permission: Permission): boolean =>
  actor.kind === 'locked_staff' ? permission === 'session.unlock' : holds(holders(actor), permission);

export const isStaff = (actor: Actor): actor is StaffActor => actor.kind === 'staff';
