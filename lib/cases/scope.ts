/** May this actor touch this case? Checked inside the transaction, on the row as it is then. */
import type { StaffActor } from '@/lib/access/actor';
import type { Tx } from '@/lib/platform/db';
import { refuse, type Refused } from '@/lib/platform/outcome';

const include = {
  subject: true,
  submission: true,
  claims: { where: { releasedAt: null } },
  closures: { where: { undoneAt: null } },
} as const;

/** Locks the case first: two writers of one case go one after the other, and the second sees what the first did. */
export async function findCase(tx: Tx, publicId: string) {
  await tx.$queryRaw`SELECT 1 FROM cases WHERE public_id = ${publicId} FOR UPDATE`;
  return tx.case.findUnique({ where: { publicId }, include });
}
export type WorkCase = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** The case, when this person holds it; else why not. A case out of scope answers "not found". */
export async function heldCase(tx: Tx, actor: StaffActor, publicId: string): Promise<WorkCase | Refused> {
  const found = await findCase(tx, publicId);
  if (found === null) return refuse('not_found');
  if (found.state === 'closed') return refuse('case_closed');
  return found.claims[0]?.staffId === actor.staffId ? found : refuse('not_claimed');
}

export const isRefused = (value: object): value is Refused => 'ok' in value;

/** Holding on to a case: the claim's idle clock starts anew with each change. */
export async function touchClaim(tx: Tx, actor: StaffActor, caseId: string, now: Date): Promise<void> {
  await tx.caseClaim.updateMany({ where: { caseId, staffId: actor.staffId, releasedAt: null }, data: { seenAt: now } });
}

/** What a change may write: everything but where the case stands and its version. */
export type CaseChange = Omit<Parameters<Tx['case']['updateMany']>[0]['data'], 'state' | 'version'>;

/** Changes a case from the version it was read at; false when somebody was faster. Where it stands changes by `moveBy` alone. */
export async function moveCase(tx: Tx, from: Pick<WorkCase, 'id' | 'version'>, change: CaseChange): Promise<boolean> {
  const { count } = await tx.case.updateMany({ where: { id: from.id, version: from.version }, data: { ...change, version: from.version + 1 } });
  return count === 1;
}
