/** What a crash, an outage or a change of mind leaves behind: files without a job, rows without a sender, objects without a row. */
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { now, wallClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { enqueue } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { deleteObject, endUnfinishedUploads, listObjects } from '@/lib/platform/object-store';
import { forgetUnsent } from './commands';

const HOUR_MS = 3_600_000;
/** Longer than any upload or any making of pages takes: a younger object may be about to get its row. */
const GRACE_MS = HOUR_MS;
/** A file whose tries are used up rests this long before it has new ones. */
const REST_MS = HOUR_MS / 2;
const AT_ONCE = 200;

/** Asks again for the files that still wait and that no job stands for: nothing is lost, however long the scanner was away. */
export async function resumeChecks(_actor: WorkerActor): Promise<void> {
  const silent = await db().$queryRaw<{ id: string }[]>`
    SELECT d.id FROM documents d
    WHERE d.state IN ('received', 'checking') AND d.removed_at IS NULL AND d.original_key IS NOT NULL AND coalesce(d.tried_at, d.received_at) < ${new Date(now().getTime() - REST_MS)}
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'document.make_safe:' || d.id AND j.attempts < j.max_attempts)
    ORDER BY d.received_at LIMIT ${AT_ONCE}`;
  await db().$transaction(async (tx) => {
    for (const { id } of silent) await enqueue(tx, 'document.make_safe', { documentId: id }, `document.make_safe:${id}`);
  });
  if (silent.length > 0) log.warn('documents.resumed', { count: silent.length });
}

/** The keys among these that no row names. */
async function unclaimed(keys: readonly string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT k.key FROM unnest(${[...keys]}::text[]) AS k (key)
    WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.original_key = k.key)
      AND NOT EXISTS (SELECT 1 FROM document_pages p WHERE p.object_key = k.key)
      AND NOT EXISTS (SELECT 1 FROM document_pages p WHERE p.thumb_key = k.key)`;
  return rows.map(({ key }) => key);
}

async function dropUnclaimed(before: Date): Promise<number> {
  let dropped = 0;
  for (const prefix of ['quarantine', 'clean'] as const) {
    for await (const keys of listObjects(prefix, before)) {
      for (const key of await unclaimed(keys)) {
        await deleteObject(key);
        dropped += 1;
      }
    }
  }
  return dropped;
}

/** Destroys what nobody sent and what no row names. An object as old as that can get no row any more: its key was random and is known to nobody. */
export async function sweepFiles(actor: WorkerActor, _payload: object, _signal?: AbortSignal, graceMs = GRACE_MS): Promise<void> {
  while ((await throughTheDoor(forgetUnsent, actor, {}, null)).ok);
  // The store's clock is the wall's, also in a demo whose own was moved.
  const before = new Date(wallClock().getTime() - graceMs);
  const objects = (await dropUnclaimed(before)) + (await endUnfinishedUploads(before));
  if (objects > 0) log.warn('documents.swept', { count: objects });
}
