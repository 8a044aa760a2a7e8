/** Links by mail: asked for in the transaction of a change, sent by the worker, good once and for three days. */
import { enqueue } from '@/lib/platform/jobs';
import { db, type Tx } from '@/lib/platform/db';
import { hashOfToken } from './link-token';
import type { LinkPurpose } from './rules';

export const LINK_MS = 72 * 3_600_000;

/** A new link takes the place of any older one of this person. */
export async function askLink(tx: Tx, { staffId, askedById, purpose, at }: { staffId: string; askedById: string; purpose: LinkPurpose; at: Date }): Promise<void> {
  await voidLinks(tx, staffId, at);
  const { id } = await tx.accountLink.create({ data: { staffId, askedById, purpose, askedAt: at, expiresAt: new Date(at.getTime() + LINK_MS) }, select: { id: true } });
  await enqueue(tx, 'staff.send_link', { linkId: id }, `link:${id}`);
}

export async function voidLinks(tx: Tx, staffId: string, at: Date): Promise<void> {
  await tx.accountLink.updateMany({ where: { staffId, usedAt: null, voidedAt: null }, data: { voidedAt: at } });
}

/** The link of a token while it may be used; one answer for every other. */
export async function usableLink(token: string, at: Date, tx: Tx | ReturnType<typeof db> = db()) {
  const link = await tx.accountLink.findUnique({ where: { tokenHash: hashOfToken(token) }, include: { staff: true } });
  if (link === null || link.usedAt !== null || link.voidedAt !== null || link.expiresAt <= at || link.staff.disabledAt !== null) return null;
  return link;
}

/** Uses it up; false when somebody was quicker. */
export async function useLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.accountLink.updateMany({ where: { id, usedAt: null, voidedAt: null }, data: { usedAt: at } });
  return count === 1;
}
