/** Signing in and out: two factors, limits that live in the database, one answer for every failure. */
import { mintVisitor } from '@/lib/access/actor';
import { actorOfSession, endSession, startSession } from '@/lib/access/sessions';
import { appendAudit } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db, type Db, type Tx } from '@/lib/platform/db';
import { agreedStep, passwordAgrees } from './credentials';
import { signInSchema } from './schema';

export type Attempt = { requestId: string; address: string; userAgent: string };

/** Counted in a transaction of its own: a try that is refused and rolled back was a try all the same. */
export async function withinLimit(key: string, limit: number): Promise<boolean> {
  const [row] = await db().$queryRaw<{ take_rate: boolean }[]>`SELECT take_rate(${key}, ${limit}::int, interval '15 minutes', ${now()})`;
  return row?.take_rate === true;
}

/** The code is good once: the step is stored only where it is newer than the last one used. */
export async function useStep(client: Db | Tx, staffId: string, step: bigint): Promise<boolean> {
  const { count } = await client.staff.updateMany({ where: { id: staffId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] }, data: { totpStep: step } });
  return count === 1;
}

async function refused(attempt: Attempt, reason: string): Promise<null> {
  const visitor = mintVisitor({ requestId: attempt.requestId, address: attempt.address, uploadToken: null });
  await appendAudit(db(), visitor, { event: 'staff.sign_in_refused', details: { reason } });
  return null;
}

/** The id for the session cookie, or null whatever was wrong. */
export async function signIn(fields: unknown, attempt: Attempt): Promise<string | null> {
  const read = signInSchema.safeParse(fields);
  if (!read.success) return refused(attempt, 'form');
  const { email, password, code } = read.data;
  const allowed = (await withinLimit(`sign-in:address:${attempt.address}`, 60)) && (await withinLimit(`sign-in:account:${email}`, 10));
  if (!allowed) return refused(attempt, 'limit');
  const staff = await db().staff.findUnique({ where: { email } });
  const agreed = await passwordAgrees(staff?.passwordHash ?? null, password);
  const step = agreedStep(staff?.totpSealed ?? null, code);
  if (staff === null || !agreed || step === null || staff.disabledAt !== null || !(await useStep(db(), staff.id, step))) return refused(attempt, 'credentials');
  const sid = await startSession(staff.id, attempt.address, attempt.userAgent);
  const actor = await actorOfSession(sid, attempt, false);
  if (actor === null) return refused(attempt, 'credentials');
  await appendAudit(db(), actor, { event: 'staff.signed_in', details: {} });
  return sid;
}

export async function signOut(sid: string, attempt: Attempt): Promise<void> {
  const actor = await actorOfSession(sid, attempt, false);
  await endSession(sid, 'signed_out');
  if (actor !== null) await appendAudit(db(), actor, { event: 'staff.signed_out', details: {} });
}
