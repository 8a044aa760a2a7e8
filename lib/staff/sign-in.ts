/** Signing in and out: two factors, waits that live in the database, one answer for every failure. */
import { createHash } from 'node:crypto';
import { mintVisitor } from '@/lib/access/actor';
import { actorOfSession, endSession, startSession, type SignInMethod } from '@/lib/access/sessions';
import type { AuditEntry } from '@/lib/audit/events';
import { appendAudit, appendAudits } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db, type Db, type Tx } from '@/lib/platform/db';
import { agreedStep, passwordAgrees } from './credentials';
import { hashOfCode, readRecoveryCode } from './recovery-codes';
import { signInSchema } from './schema';

/** `previousSid`: the session whose cookie this browser already has; it ends when another begins. */
export type Attempt = { requestId: string; address: string; userAgent: string; previousSid?: string | null };

/** Tries that cost no wait: of one account, and of one address, behind which a whole office may sit. */
const FREE = { account: 5, address: 30 } as const;
type Door = { readonly kind: keyof typeof FREE; readonly key: string };
/** What was typed is kept as a hash: people type passwords into the wrong box. */
const doorOf = (kind: Door['kind'], text: string): Door => ({ kind, key: createHash('sha256').update(`${kind}:${text}`).digest('base64url') });

export const accountDoor = (email: string): Door => doorOf('account', email);

/** Counted in a transaction of its own: a try that is refused and rolled back was a try all the same. */
export async function takeTry({ kind, key }: Door): Promise<boolean> {
  const [row] = await db().$queryRaw<{ take_try: boolean }[]>`SELECT take_try(${key}, ${FREE[kind]}::int, ${now()})`;
  return row?.take_try === true;
}
export const forgive = (tx: Tx, { kind, key }: Door): Promise<number> => tx.$executeRaw`SELECT forgive_try(${key}, ${kind === 'account'})`;

/** The code is good once: the step is stored only where it is newer than the last one used. */
export async function useStep(client: Db | Tx, staffId: string, step: bigint): Promise<boolean> {
  const { count } = await client.staff.updateMany({ where: { id: staffId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] }, data: { totpStep: step } });
  return count === 1;
}

type Proof = { readonly method: 'code'; readonly step: bigint } | { readonly method: 'recovery_code'; readonly id: string };
type Person = { readonly id: string; readonly totpSealed: Uint8Array | null };
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What the second factor proves; nothing is used up yet. A person who is not there costs the same look. */
export async function proofOf(person: Person | null, code: string): Promise<Proof | null> {
  const recovery = readRecoveryCode(code);
  if (recovery === null) {
    const step = agreedStep(person?.totpSealed ?? null, code);
    return step === null ? null : { method: 'code', step };
  }
  const found = await db().recoveryCode.findFirst({ where: { staffId: person?.id ?? NOBODY, codeHash: hashOfCode(recovery), usedAt: null, retiredAt: null }, select: { id: true } });
  return found === null ? null : { method: 'recovery_code', id: found.id };
}

/** Uses the proof up; false when somebody was quicker. */
export async function useProof(client: Db | Tx, staffId: string, proof: Proof): Promise<boolean> {
  if (proof.method === 'code') return useStep(client, staffId, proof.step);
  const { count } = await client.recoveryCode.updateMany({ where: { id: proof.id, usedAt: null, retiredAt: null }, data: { usedAt: now() } });
  return count === 1;
}

export const countCodesLeft = (client: Db | Tx, staffId: string): Promise<number> => client.recoveryCode.count({ where: { staffId, usedAt: null, retiredAt: null } });

async function refused({ requestId, address }: Attempt, reason: string): Promise<null> {
  const visitor = mintVisitor({ requestId, address, uploadToken: null });
  await appendAudit(db(), visitor, { event: 'staff.sign_in_refused', details: { reason } });
  return null;
}

/** Thrown inside the transaction so that everything is taken back. */
class NobodyHere extends Error {}

/** Who proved who they are, and what the audit is to say of what that changed. */
export type Proved = { readonly staffId: string; readonly entries: readonly AuditEntry[] };

/**
 * Begins a session. What proves the person, what it uses up, the session and the audit's word of it are one transaction:
 * a sign-in that nobody could write down has left nothing. Null when the proof was used up meanwhile.
 */
export async function begin(attempt: Attempt, method: SignInMethod, prove: (tx: Tx) => Promise<Proved | null>): Promise<string | null> {
  const begun = db().$transaction(async (tx) => {
    const proved = await prove(tx);
    if (proved === null) return null;
    const sid = await startSession(tx, proved.staffId, attempt.address, attempt.userAgent, method);
    const actor = await actorOfSession(sid, attempt, false, tx);
    // Disabled since it was looked at: what was proved is taken back with the session.
    if (actor === null) throw new NobodyHere();
    await appendAudits(tx, actor, [...proved.entries, { event: 'staff.signed_in', details: {} }]);
    if (typeof attempt.previousSid === 'string') await endSession(tx, attempt.previousSid, 'signed_in_again');
    return sid;
  });
  return begun.catch((error: unknown) => {
    if (error instanceof NobodyHere) return null;
    throw error;
  });
}

/** The id for the session cookie, or null whatever was wrong. */
export async function signIn(fields: unknown, attempt: Attempt): Promise<string | null> {
  const read = signInSchema.safeParse(fields);
  if (!read.success) return refused(attempt, 'form');
  const { email, password, code } = read.data;
  const doors = [doorOf('address', attempt.address), accountDoor(email)];
  for (const door of doors) if (!(await takeTry(door))) return refused(attempt, 'waiting');
  const staff = await db().staff.findUnique({ where: { email } });
  const agreed = await passwordAgrees(staff?.passwordHash ?? null, password);
  const proof = await proofOf(staff, code);
  if (staff === null || !agreed || proof === null || staff.disabledAt !== null) return refused(attempt, 'credentials');
  const sid = await begin(attempt, proof.method, async (tx) => {
    if (!(await useProof(tx, staff.id, proof))) return null;
    for (const door of doors) await forgive(tx, door);
    const left = proof.method === 'recovery_code' ? await countCodesLeft(tx, staff.id) : null;
    return { staffId: staff.id, entries: left === null ? [] : [{ event: 'staff.recovery_code_used', details: { left } }] };
  });
  return sid ?? refused(attempt, 'credentials');
}

export async function signOut(sid: string, attempt: Attempt): Promise<void> {
  await db().$transaction(async (tx) => {
    const actor = await actorOfSession(sid, attempt, false, tx);
    await endSession(tx, sid, 'signed_out');
    if (actor !== null) await appendAudit(tx, actor, { event: 'staff.signed_out', details: {} });
  });
}
