/** Views under a name and colleagues who can have a case: what stands around the queue. */
import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { TAKES_CASES } from '../bulk';

export type SavedView = { readonly id: string; readonly name: string; readonly query: string; readonly own: boolean; readonly shared: boolean; readonly owner: string };

/** One's own views and those that colleagues share, by name. */
export async function listSavedViews(actor: StaffActor): Promise<readonly SavedView[]> {
  const rows = await db().savedView.findMany({
    where: { removedAt: null, OR: [{ ownerId: actor.staffId }, { sharedAt: { not: null } }] },
    include: { owner: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
  });
  return rows.map((row) => ({ id: row.publicId, name: row.name, query: row.query, own: row.ownerId === actor.staffId, shared: row.sharedAt !== null, owner: row.owner.name }));
}

export type Colleague = { readonly id: string; readonly name: string };

/** Everybody who can have a case, the asker left out. */
export async function listColleagues(actor: StaffActor): Promise<readonly Colleague[]> {
  const rows = await db().staff.findMany({ where: { disabledAt: null, roles: { hasSome: [...TAKES_CASES] }, id: { not: actor.staffId } }, select: { publicId: true, name: true }, orderBy: { name: 'asc' } });
  return rows.map(({ publicId, name }) => ({ id: publicId, name }));
}
