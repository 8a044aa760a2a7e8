/** The people of the program as accounts, and their hands while the seed has them work. */
import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import type { StaffActor } from '@/lib/access/actor';
import { actorOfSession, endSession, startSession } from '@/lib/access/sessions';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { hashPassword, sealTotpSecret } from '@/lib/staff/credentials';
import { LINK_MS } from '@/lib/staff/links';
import { hashOfCode, newCodes } from '@/lib/staff/recovery-codes';
import { INVITED, STAFF, type CastStaff } from './cast/staff';

export type Account = { name: string; email: string; password: string; totpSecret: string; roles: readonly string[] };
export type StaffIds = ReadonlyMap<string, string>;

/** Passwords and codes are random for each data folder: nothing that somebody could know from the source opens a desk. */
async function addPerson({ name, email, roles, languages, kinds, disabled }: CastStaff): Promise<{ id: string; account: Account }> {
  const account = { name, email, password: randomBytes(12).toString('base64url'), totpSecret: new Secret({ size: 20 }).base32, roles };
  const { id } = await db().staff.create({
    data: {
      email,
      name,
      roles: [...roles],
      languages: [...languages],
      kinds: [...kinds],
      passwordHash: await hashPassword(account.password),
      totpSealed: new Uint8Array(sealTotpSecret(account.totpSecret)),
      passwordAt: now(),
      // Made when they joined and kept by nobody: their authenticators are in the launcher.
      recoveryCodes: { create: newCodes().map((code) => ({ codeHash: hashOfCode(code), madeAt: now() })) },
      createdAt: now(),
      disabledAt: disabled ? now() : null,
    },
  });
  return { id, account };
}

const YESTERDAY_MS = 86_400_000;

/** An account that waits for its person; the mail went out before this desk began. */
async function addInvited({ name, email, roles, languages, kinds }: CastStaff, askedById: string): Promise<void> {
  const askedAt = new Date(now().getTime() - YESTERDAY_MS);
  const { id } = await db().staff.create({ data: { email, name, roles: [...roles], languages: [...languages], kinds: [...kinds], createdAt: askedAt } });
  await db().accountLink.create({ data: { staffId: id, askedById, purpose: 'join', askedAt, expiresAt: new Date(askedAt.getTime() + LINK_MS), state: 'sent', attempts: 1 } });
}

/** `accounts` lists whoever can sign in. */
export async function addStaff(): Promise<{ ids: StaffIds; accounts: Account[] }> {
  const ids = new Map<string, string>();
  const accounts: Account[] = [];
  for (const person of STAFF) {
    const { id, account } = await addPerson(person);
    ids.set(person.key, id);
    if (!person.disabled) accounts.push(account);
  }
  await addInvited(INVITED, ids.get('walter-quint') ?? '');
  return { ids, accounts };
}

export type Hands = { readonly of: (key: string) => StaffActor; readonly end: () => Promise<void> };

/** Signs in everybody who does casework; `end` leaves no session open. */
export async function signIn(ids: StaffIds): Promise<Hands> {
  const working = STAFF.filter(({ roles, disabled }) => !disabled && roles.some((role) => role === 'processor' || role === 'supervisor'));
  const actors = new Map<string, StaffActor>();
  const sessions: string[] = [];
  for (const { key } of working) {
    const sid = await db().$transaction((tx) => startSession(tx, ids.get(key) ?? '', '127.0.0.1', 'seed'));
    sessions.push(sid);
    const actor = await actorOfSession(sid, { requestId: `seed:${key}`, address: '127.0.0.1' }, false);
    if (actor?.kind === 'staff') actors.set(key, actor);
  }
  const of = (key: string): StaffActor => {
    const actor = actors.get(key);
    if (actor === undefined) throw new RangeError(`${key} is nobody who does casework`);
    return actor;
  };
  const end = async (): Promise<void> => {
    for (const sid of sessions) await endSession(db(), sid, 'signed_out');
  };
  return { of, end };
}
