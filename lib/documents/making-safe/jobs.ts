import { createHash } from 'node:crypto';
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { db } from '@/lib/platform/db';
import { getObject, newKey, putObject } from '@/lib/platform/object-store';
import { keepSafePages, type SafeResult } from './commands';
import { makePages } from './make-pages';
import type { SafePage } from './make-safe.child';
import { scan } from './scanner';

/** The objects first, the rows after: a row never points to an object that is not there. */
async function storePage(page: SafePage, number: number) {
  const [objectKey, thumbKey] = [newKey('clean'), newKey('clean')];
  await putObject(objectKey, page.page, 'image/jpeg');
  await putObject(thumbKey, page.thumb, 'image/jpeg');
  const sha256 = createHash('sha256').update(page.page).digest('hex');
  const thumbSha256 = createHash('sha256').update(page.thumb).digest('hex');
  return { number, objectKey, thumbKey, width: page.width, height: page.height, sha256, thumbSha256 };
}

async function examine(original: Buffer, mediaType: string): Promise<SafeResult> {
  const scanned = await scan(original);
  if (scanned === 'infected') return { state: 'refused', scan: scanned, reason: 'infected' };
  const made = await makePages({ bytes: original, mediaType });
  if (!made.ok) return { state: 'refused', scan: scanned, reason: made.reason };
  const pages = [];
  for (const [i, page] of made.pages.entries()) pages.push(await storePage(page, i + 1));
  return { state: 'ready', scan: scanned, pages };
}

/** Makes one received file safe to look at. Run twice it does nothing the second time; a scanner that is away makes it run again. */
export async function makeSafe(actor: WorkerActor, { documentId }: { documentId: string }): Promise<void> {
  const received = await db().document.findUnique({ where: { id: documentId } });
  if (received === null || received.originalKey === null || received.state === 'ready' || received.state === 'refused') return;
  const result = await examine(await getObject(received.originalKey, received.sha256), received.mediaType);
  const outcome = await throughTheDoor(keepSafePages, actor, { documentId, result }, null);
  if (!outcome.ok && outcome.reason !== 'already_made') throw new Error(outcome.reason);
}
