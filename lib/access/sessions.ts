/**
 * Sessions are rows: the cookie carries a 256-bit id, only its SHA-256 rests here, and the row is read on
 * every request, so that an end, a disabling or a change of role acts at once (security requirements 2).
 */
import { createHash, randomBytes } from 'node:crypto';
import { now } from '@/lib/platform/clock';
import { db, type Db, type Tx } from '@/lib/platform/db';
import { openAt } from './restricted';
import { mintLocked, mintStaff, type LockedStaff, type StaffActor } from './actor';
import { MOST_SESSIONS, SESSION_MS, standing, type EndReason, type Standing } from './standing';

/** Seen is written at most this often: a page with ten requests is one write. */
const SEEN_STEP_MS = 20_000;

const hash = (sid: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(sid).digest());

export type SignInMethod = 'code' | 'recovery_code' | 'provider';

/**
 * Starts a session in the transaction that says so in the audit, and ends the oldest ones past two. Returns the id for
 * the cookie; nobody outside can choose it.
 */
export async function startSession(tx: Tx, staffId: string, address: string, userAgent: string, method: SignInMethod = 'code'): Promise<string> {
  const sid = randomBytes(32).toString('base64url');
  const at = now();
  // Two sign-ins of one person at once go one after the other, so that both count the other's session.
  await tx.$queryRaw`SELECT 1 AS held FROM staff WHERE id = ${staffId}::uuid FOR NO KEY UPDATE`;
  const open = await tx.staffSession.findMany({ where: { staffId, endedAt: null, endsAt: { gt: at } }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], select: { id: true } });
  const surplus = open.slice(MOST_SESSIONS - 1).map((session) => session.id);
  await tx.staffSession.updateMany({ where: { id: { in: surplus } }, data: { endedAt: at, endReason: 'newer_session' satisfies EndReason } });
  await tx.staffSession.create({
    data: { staffId, sidHash: hash(sid), startedAt: at, seenAt: at, provedAt: at, endsAt: new Date(at.getTime() + SESSION_MS), address, userAgent: userAgent.slice(0, 300), method },
  });
  return sid;
}

const find = (client: Db | Tx, sid: string, at: Date) => client.staffSession.findUnique({ where: { sidHash: hash(sid) }, include: { staff: { include: { glassOpenings: openAt(at) } } } });

type Request = { requestId: string; address: string | null };

/** Who holds this cookie now: a person, a person behind a lock, or nobody. `counts` says whether the request is activity. */
export async function actorOfSession(sid: string, request: Request, counts: boolean, client: Db | Tx = db()): Promise<StaffActor | LockedStaff | null> {
  const at = now();
  const session = await find(client, sid, at);
  if (session === null) return null;
  const { state } = standing(session, at);
  if (state === 'signed_out') return null;
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
    signsInBy: staff.passwordHash === null ? ('provider' as const) : ('password' as const),
    opened: staff.glassOpenings.map(({ patientId }) => patientId),
  };
  if (state === 'locked') return mintLocked(facts);
  if (counts && at.getTime() - session.seenAt.getTime() > SEEN_STEP_MS) await client.staffSession.updateMany({ where: { id: session.id, lockedAt: null }, data: { seenAt: at } });
  return mintStaff(facts);
}

export type SeatedStanding = Standing & { /** Whose session, and which: public ids, for a page that was opened under another. */ readonly person?: string; readonly session?: string };

/** How the session of a cookie stands, without touching it; an id that no row knows is signed out. */
export async function standingOf(sid: string): Promise<SeatedStanding> {
  const at = now();
  const session = await find(db(), sid, at);
  if (session === null) return { state: 'signed_out', because: null };
  const stands = standing(session, at);
  return stands.state === 'signed_out' ? stands : { ...stands, person: session.staff.publicId, session: session.publicId };
}

export async function endSession(client: Db | Tx, sid: string, reason: EndReason): Promise<void> {
  await client.staffSession.updateMany({ where: { sidHash: hash(sid), endedAt: null }, data: { endedAt: now(), endReason: reason } });
}

/** Ends the live sessions of somebody, but perhaps the one they sit at; says how many. */
export async function endSessionsOf(tx: Tx, staffId: string, reason: EndReason, at: Date, except?: string): Promise<number> {
  const { count } = await tx.staffSession.updateMany({
    where: { staffId, endedAt: null, endsAt: { gt: at }, ...(except === undefined ? {} : { id: { not: except } }) },
    data: { endedAt: at, endReason: reason },
  });
  return count;
}
