import { command } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { refusedBy, type Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { saveViewSchema, shareViewSchema, viewOnlySchema } from '../schema';
import { queueQuery, stateOfQuery } from '../views';

/** A view somebody may change: their own, or for a supervisor also one that colleagues see. */
async function ownView(tx: Tx, actor: StaffActor, publicId: string, supervisorToo: boolean) {
  const found = await tx.savedView.findUnique({ where: { publicId } });
  if (found === null || found.removedAt !== null) return refuse('not_found');
  const may = found.ownerId === actor.staffId || (supervisorToo && found.sharedAt !== null && actor.roles.includes('supervisor'));
  if (may) return found;
  return refuse(found.sharedAt === null ? 'not_found' : 'not_yours');
}
const isRefused = (found: object): found is Refused => 'ok' in found;

/** The rail lists them all. */
const MOST_VIEWS = 50;

/** Filters, order and columns under a name. What the query says is read and said anew: only what an address may say is kept. */
export const saveView = command({
  name: 'view.save',
  surface: 'staff',
  actors: ['staff'],
  input: saveViewSchema,
  subject: ({ name }) => ({ view: name }),
  run: async ({ actor, tx, now, record }, { name, query }) => {
    if ((await tx.savedView.count({ where: { ownerId: actor.staffId, removedAt: null } })) >= MOST_VIEWS) return refuse('invalid', [{ field: 'name', reason: 'too_many_views' }]);
    const kept = queueQuery(stateOfQuery(query));
    try {
      const view = await tx.savedView.create({ data: { ownerId: actor.staffId, name, query: kept, createdAt: now } });
      record({ event: 'view.saved', details: { view: view.publicId, name, query: kept } });
      return done({ viewId: view.publicId });
    } catch (error) {
      if (refusedBy(error) === null) throw error;
      return refuse('invalid', [{ field: 'name', reason: 'name_taken' }]);
    }
  },
});

/** Shows one's view to colleagues, or takes it back. */
export const shareView = command({
  name: 'view.share',
  surface: 'staff',
  actors: ['staff'],
  input: shareViewSchema,
  subject: ({ viewId }) => ({ view: viewId }),
  run: async ({ actor, tx, now, record }, { viewId, shared }) => {
    const found = await ownView(tx, actor, viewId, false);
    if (isRefused(found)) return found;
    if ((found.sharedAt !== null) === shared) return refuse(shared ? 'already_shared' : 'not_shared');
    await tx.savedView.update({ where: { id: found.id }, data: { sharedAt: shared ? now : null } });
    record({ event: 'view.shared', details: { view: viewId, name: found.name, shared } });
    return done({ shared });
  },
});

/** Takes a view off the rail. The row stays: the audit names it. */
export const removeView = command({
  name: 'view.remove',
  surface: 'staff',
  actors: ['staff'],
  input: viewOnlySchema,
  subject: ({ viewId }) => ({ view: viewId }),
  run: async ({ actor, tx, now, record }, { viewId }) => {
    const found = await ownView(tx, actor, viewId, true);
    if (isRefused(found)) return found;
    await tx.savedView.update({ where: { id: found.id }, data: { removedAt: now } });
    record({ event: 'view.removed', details: { view: viewId, name: found.name } });
    return done({ removed: true as const });
  },
});
