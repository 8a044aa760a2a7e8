import type { StaffActor } from '@/lib/access/actor';
import type { StaffRole } from '@/lib/access/roles';
import { recordLook } from '@/lib/audit/record';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { factsOf, getAccount, listAccounts, listSessionFacts, type Account } from './accounts';
import { browserWords } from './browser-words';
import { enrolmentUri, newTotpSecret, sealOffer } from './credentials';
import { usableLink } from './links';
import { accountState, linkNeeded, type AccountState, type LinkPurpose } from './rules';
import { TOURS, type Tour } from './schema';

/** The first-day tours this person has not seen or put away yet. */
export async function listNewTours(actor: StaffActor): Promise<readonly Tour[]> {
  const seen = await db().staffTour.findMany({ where: { staffId: actor.staffId }, select: { tour: true } });
  return TOURS.filter((tour) => !seen.some((row) => row.tour === tour));
}

export type SessionLine = { readonly id: string; readonly where: string; readonly address: string; readonly startedAt: Date; readonly seenAt: Date; readonly locked: boolean; readonly isThis: boolean };

async function listLiveSessions(staffId: string, thisId?: string): Promise<SessionLine[]> {
  const rows = await db().staffSession.findMany({ where: { staffId, endedAt: null, endsAt: { gt: now() } }, orderBy: { seenAt: 'desc' } });
  return rows.map(({ id, publicId, userAgent, address, startedAt, seenAt, lockedAt }) => ({ id: publicId, where: browserWords(userAgent), address, startedAt, seenAt, locked: lockedAt !== null, isThis: id === thisId }));
}

const codesLeft = (staffId: string): Promise<number> => db().recoveryCode.count({ where: { staffId, usedAt: null, retiredAt: null } });

export type OwnAccount = { readonly email: string; readonly passwordAt: Date | null; readonly hasPassword: boolean; readonly codesLeft: number; readonly sessions: readonly SessionLine[] };

/** One's own account: where one is signed in, and how. */
export async function readOwnAccount(actor: StaffActor): Promise<OwnAccount> {
  const [staff, left, sessions] = await Promise.all([db().staff.findUniqueOrThrow({ where: { id: actor.staffId }, select: { passwordHash: true, passwordAt: true } }), codesLeft(actor.staffId), listLiveSessions(actor.staffId, actor.sessionId)]);
  return { email: actor.email, passwordAt: staff.passwordAt, hasPassword: staff.passwordHash !== null, codesLeft: left, sessions };
}

export type SignInNotice = { readonly kind: 'recovery_code'; readonly left: number } | { readonly kind: 'ended_oldest'; readonly where: string; readonly startedAt: Date };

/** What the desk has to say about this sign-in until it is put away: a recovery code was used, another session ended for it. */
export async function listSignInNotices(actor: StaffActor): Promise<readonly SignInNotice[]> {
  const session = await db().staffSession.findUnique({ where: { id: actor.sessionId }, select: { method: true, startedAt: true, toldAt: true } });
  if (session === null || session.toldAt !== null) return [];
  const ended = await db().staffSession.findMany({ where: { staffId: actor.staffId, endReason: 'newer_session', endedAt: session.startedAt }, select: { userAgent: true, startedAt: true } });
  const used: SignInNotice[] = session.method === 'recovery_code' ? [{ kind: 'recovery_code', left: await codesLeft(actor.staffId) }] : [];
  return [...used, ...ended.map(({ userAgent, startedAt }) => ({ kind: 'ended_oldest' as const, where: browserWords(userAgent), startedAt }))];
}

export type StaffLine = { readonly id: string; readonly name: string; readonly email: string; readonly roles: readonly StaffRole[]; readonly state: AccountState; readonly linkUntil: Date | null; readonly lastAt: Date | null; readonly live: number };

const lineOf = (account: Account, sessions: { live: number; lastAt: Date | null } | undefined): StaffLine => ({
  id: account.publicId,
  name: account.name,
  email: account.email,
  roles: account.roles,
  state: accountState(factsOf(account), now()),
  linkUntil: account.accountLinks[0]?.expiresAt ?? null,
  lastAt: sessions?.lastAt ?? null,
  live: account.disabledAt === null ? (sessions?.live ?? 0) : 0,
});

/** Everybody who works here. */
export async function listStaff(actor: StaffActor): Promise<readonly StaffLine[]> {
  const [accounts, sessions] = await Promise.all([listAccounts(), listSessionFacts()]);
  await recordLook(actor, { event: 'staff.viewed', details: { shown: accounts.map(({ publicId }) => publicId) } });
  return accounts.map((account) => lineOf(account, sessions.get(account.id)));
}

export type StaffPage = StaffLine & {
  readonly version: number;
  readonly isOneself: boolean;
  readonly fromProvider: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly needs: LinkPurpose | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly codesLeft: number;
  readonly link: { readonly purpose: LinkPurpose; readonly state: string; readonly expiresAt: Date } | null;
  readonly sessions: readonly SessionLine[];
};

/** One account, or null. */
export async function getStaffPage(actor: StaffActor, publicId: string): Promise<StaffPage | null> {
  const account = await getAccount(publicId);
  if (account === null) return null;
  const [left, sessions, facts] = [await codesLeft(account.id), account.disabledAt === null ? await listLiveSessions(account.id, actor.sessionId) : [], await listSessionFacts()];
  await recordLook(actor, { event: 'staff.viewed', details: { shown: [publicId] } });
  const { hasPassword, hasSecondFactor, hasIdentity } = factsOf(account);
  return {
    ...lineOf(account, facts.get(account.id)),
    version: account.version,
    isOneself: account.id === actor.staffId,
    fromProvider: hasIdentity && !hasPassword,
    hasPassword,
    hasSecondFactor,
    needs: linkNeeded(factsOf(account)),
    createdAt: account.createdAt,
    disabledAt: account.disabledAt,
    codesLeft: left,
    link: account.accountLinks[0] ?? null,
    sessions,
  };
}

export type Joining = { readonly purpose: LinkPurpose; readonly name: string; readonly email: string; readonly enrolment: { readonly secret: string; readonly uri: string; readonly offer: string } | null };

/**
 * What the holder of a link needs to see, or null. Nothing changes by looking: a machine may open links in mails. The secret is
 * another at each look, so what such a machine saw is worth nothing once somebody enrolled.
 */
export async function readLink(token: string): Promise<Joining | null> {
  const link = /^[\w-]{43}$/.test(token) ? await usableLink(token, now()) : null;
  if (link === null) return null;
  const { name, email } = link.staff;
  if (link.purpose === 'password') return { purpose: link.purpose, name, email, enrolment: null };
  const secret = newTotpSecret();
  return { purpose: link.purpose, name, email, enrolment: { secret, uri: enrolmentUri(secret, email), offer: sealOffer(secret, link.id) } };
}
