/** An account with all that decides about it, and the administrators, held until a change to them is done. */
import { now } from '@/lib/platform/clock';
import { db, type Tx } from '@/lib/platform/db';
import type { AccountFacts, Change } from './rules';

const WITH = {
  identities: { select: { id: true } },
  accountLinks: { where: { usedAt: null, voidedAt: null }, orderBy: { askedAt: 'desc' }, take: 1, select: { id: true, purpose: true, expiresAt: true, state: true, failure: true } },
} as const;

export const findAccount = (tx: Tx, publicId: string) => tx.staff.findUnique({ where: { publicId }, include: WITH });
export const listAccounts = () => db().staff.findMany({ include: WITH, orderBy: { name: 'asc' } });
export const getAccount = (publicId: string) => db().staff.findUnique({ where: { publicId }, include: WITH });
export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

export const factsOf = ({ disabledAt, passwordHash, totpSealed, identities, accountLinks }: Account): AccountFacts => ({
  disabled: disabledAt !== null,
  hasPassword: passwordHash !== null,
  hasSecondFactor: totpSealed !== null,
  hasIdentity: identities.length > 0,
  link: accountLinks[0] ?? null,
});

/** Locks every administrator who can sign in: of two who disable one another at once, the second finds themself the last. */
async function holdAdministrators(tx: Tx): Promise<readonly string[]> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM staff s
    WHERE 'administrator' = ANY (s.roles) AND s.disabled_at IS NULL
      AND (s.password_hash IS NOT NULL AND s.totp_sealed IS NOT NULL OR EXISTS (SELECT 1 FROM staff_identities i WHERE i.staff_id = s.id))
    ORDER BY s.id FOR NO KEY UPDATE OF s`;
  return held.map(({ id }) => id);
}

/** What the rules ask about a change to this account. */
export async function changeTo(tx: Tx, actorId: string, account: Account): Promise<Change> {
  const administrators = await holdAdministrators(tx);
  return {
    actorId,
    personId: account.id,
    isAdministrator: administrators.includes(account.id),
    administratorsLeft: administrators.filter((id) => id !== account.id).length,
    fromProvider: account.identities.length > 0 && account.passwordHash === null,
  };
}

/** An account as it was read, changed only from there; false when somebody was quicker. */
export async function changeAccount(tx: Tx, { id, version }: { id: string; version: number }, change: Parameters<Tx['staff']['updateMany']>[0]['data']): Promise<boolean> {
  const { count } = await tx.staff.updateMany({ where: { id, version }, data: { ...change, version: { increment: 1 } } });
  return count === 1;
}

/** Live sessions of everybody and when each last signed in, in one statement. */
export async function listSessionFacts(): Promise<ReadonlyMap<string, { live: number; lastAt: Date | null }>> {
  const rows = await db().$queryRaw<{ staff_id: string; live: number; last_at: Date | null }[]>`
    SELECT staff_id, count(*) FILTER (WHERE ended_at IS NULL AND ends_at > ${now()})::int AS live, max(started_at) AS last_at FROM staff_sessions GROUP BY staff_id`;
  return new Map(rows.map(({ staff_id, live, last_at }) => [staff_id, { live, lastAt: last_at }]));
}
