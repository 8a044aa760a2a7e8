/**
 * What cannot be undone, or shows what is not everybody's, asks again who it is (security requirements 3). A session has
 * proved itself when both factors were given in it within five minutes: by signing in, or by `session.step_up`. Whoever
 * signs in elsewhere (OpenID Connect) has no password here and proves it by signing in there anew, in a window beside the page;
 * that starts a session, and the page goes on in it.
 */
import type { Db, Tx } from '@/lib/platform/db';
import type { StaffActor } from './actor';

export const PROOF_MS = 5 * 60_000;

/** The row decides, as it is in the transaction: neither another session of the person nor an old request speaks for it. */
export async function hasProved(client: Db | Tx, { sessionId }: StaffActor, at: Date): Promise<boolean> {
  const proved = { gte: new Date(at.getTime() - PROOF_MS) };
  return (await client.staffSession.count({ where: { id: sessionId, provedAt: proved, lockedAt: null, endedAt: null } })) === 1;
}

/** False when the session was locked or ended meanwhile. */
export async function proveSession(tx: Tx, { sessionId }: StaffActor, at: Date): Promise<boolean> {
  const { count } = await tx.staffSession.updateMany({ where: { id: sessionId, lockedAt: null, endedAt: null }, data: { provedAt: at } });
  return count === 1;
}
