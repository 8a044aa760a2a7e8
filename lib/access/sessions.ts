/**
 * Sessions are rows: the cookie carries a 256-bit id, only its SHA-256 rests here, and the row is read on
 * every request, so that an end, a disabling or a change of role acts at once (security requirements 2).
 */
import { createHash, randomBytes } from 'node:crypto';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { openAt } from './restricted';
import { mintLocked, mintStaff, type LockedStaff, type StaffActor } from './actor';

export const IDLE_LOCK_MS = 15 * 60_000;
export const SESSION_MS = 12 * 3_600_000;
const MOST_SESSIONS = 2;
/** Seen is written at most this often: a page with ten requests is one write. */
const SEEN_STEP_MS = 20_000;

const hash = (sid: string): Buffer => createHash('sha256').update(sid).digest();

/** Starts a session and ends the oldest ones past two. Returns the id for the cookie. */
export async function startSession(staffId: string, address: string, userAgent: string): Promise<string> {
  const sid = randomBytes(32).toString('base64url');
  const at = now();
  await db().$transaction(async (tx) => {
    const open = await tx.staffSession.findMany({ where: { staffId, endedAt: null }, orderBy: { startedAt: 'desc' }, select: { id: true } });
    const surplus = open.slice(MOST_SESSIONS - 1).map((session) => session.id);
    await tx.staffSession.updateMany({ where: { id: { in: surplus } }, data: { endedAt: at, endReason: 'newer_session' } });
    await tx.staffSession.create({
      data: { staffId, sidHash: new Uint8Array(hash(sid)), startedAt: at, seenAt: at, provedAt: at, endsAt: new Date(at.getTime() + SESSION_MS), address, userAgent: userAgent.slice(0, 300) },
    });
  });
  return sid;
}

type Request = { requestId: string; address: string | null };

/** Who holds this cookie now: a person, a person behind a lock, or nobody. `counts` says whether the request is activity. */
export async function actorOfSession(sid: string, request: Request, counts: boolean): Promise<StaffActor | LockedStaff | null> {
  const at = now();
  const session = await db().staffSession.findUnique({ where: { sidHash: new Uint8Array(hash(sid)) }, include: { staff: { include: { glassOpenings: openAt(at) } } } });
  if (session === null || session.endedAt !== null || session.endsAt <= at || session.staff.disabledAt !== null) return null;
  const { staff } = session;
  const facts = {
    ...request,
    staffId: staff.id,
    publicId: staff.publicId,
    name: staff.name,
    email: staff.email,
    roles: staff.roles,
    languages: staff.languages,
    kinds: staff.kinds,
    sessionId: session.id,
    opened: staff.glassOpenings.map(({ patientId }) => patientId),
  };
  const idleMs = at.getTime() - session.seenAt.getTime();
  if (session.lockedAt !== null || idleMs > IDLE_LOCK_MS) return mintLocked(facts);
  if (counts && idleMs > SEEN_STEP_MS) await db().staffSession.updateMany({ where: { id: session.id, lockedAt: null }, data: { seenAt: at } });
  return mintStaff(facts);
}

export async function endSession(sid: string, reason: string): Promise<void> {
  await db().staffSession.updateMany({ where: { sidHash: new Uint8Array(hash(sid)), endedAt: null }, data: { endedAt: now(), endReason: reason } });
}
