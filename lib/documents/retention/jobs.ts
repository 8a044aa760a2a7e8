/** Makes the list each day there is none, and carries out what a supervisor approved. */
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { deleteObject } from '@/lib/platform/object-store';
import { destroyDocument, listForDestruction } from './commands';

/** Once an hour is often enough for what took ninety days. */
export async function makeList(actor: WorkerActor): Promise<void> {
  if (now().getUTCMinutes() !== 0) return;
  const outcome = await throughTheDoor(listForDestruction, actor, {}, null);
  if (!outcome.ok && outcome.reason !== 'list_open' && outcome.reason !== 'nothing_due') throw new Error(outcome.reason);
}

const CLOSED_CASES = { submission: { cases: { every: { state: 'closed' as const } } } };
/** A case that was opened again since the list was made needs its papers. */
const left = (listId: string) =>
  db().destructionItem.findMany({ where: { listId, sparedAt: null, destroyedAt: null, list: { approvedAt: { not: null } }, document: CLOSED_CASES }, include: { document: { include: { pages: true } } } });

/** The objects first, the row after: cut off between the two it begins again, and deleting what is gone is no failure. */
export async function destroyListed(actor: WorkerActor, { listId }: { listId: string }, signal?: AbortSignal): Promise<void> {
  for (const { id, document } of await left(listId)) {
    signal?.throwIfAborted();
    const keys = [document.originalKey, ...document.pages.flatMap(({ objectKey, thumbKey }) => [objectKey, thumbKey])].filter((key) => key !== null);
    for (const key of keys) await deleteObject(key);
    const outcome = await throughTheDoor(destroyDocument, actor, { itemId: id }, null);
    if (!outcome.ok && outcome.reason !== 'already_destroyed') throw new Error(outcome.reason);
  }
}
