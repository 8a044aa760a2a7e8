import { createHash } from 'node:crypto';
import type { WorkerActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { db } from '@/lib/platform/db';
import { getObject, newKey, ObjectAltered, ObjectMissing, putObject } from '@/lib/platform/object-store';
import type { Setback } from '../intake/limits';
import { beginCheck, keepSafePages, noteSetback, type SafeResult } from './commands';
import { makePages, NotStarted } from './make-pages';
import type { SafePage } from './make-safe.child';
import { scan, ScannerAway, type Scan } from './scanner';

/** The objects first, the rows after: a row never points to an object that is not there. */
async function storePage(page: SafePage, number: number) {
  const [objectKey, thumbKey] = [newKey('clean'), newKey('clean')];
  await putObject(objectKey, page.page, 'image/jpeg');
  await putObject(thumbKey, page.thumb, 'image/jpeg');
  const sha256 = createHash('sha256').update(page.page).digest('hex');
  const thumbSha256 = createHash('sha256').update(page.thumb).digest('hex');
  return { number, objectKey, thumbKey, width: page.width, height: page.height, sha256, thumbSha256 };
}

async function storePages(made: readonly SafePage[], scanned: Exclude<Scan, 'infected'>): Promise<SafeResult> {
  const pages = [];
  for (const [i, page] of made.entries()) pages.push(await storePage(page, i + 1));
  return { state: 'ready', scan: scanned, pages };
}

/** What an error of a try says: nothing of the file, but what was away. */
function setbackOf(error: unknown): Setback {
  if (error instanceof ObjectMissing) return 'object_missing';
  if (error instanceof ObjectAltered) return 'altered';
  if (error instanceof ScannerAway) return 'scanner_away';
  return error instanceof NotStarted ? 'program_missing' : 'store_away';
}

type Waiting = { readonly originalKey: string | null; readonly sha256: Uint8Array; readonly mediaType: string; readonly tries: number };

/** A busy machine can make an honest file slow, once. */
const TRIES_OF_A_SLOW_FILE = 2;
/** Half an answer of the store looks like another file; the third time it is one. */
const TRIES_OF_AN_ALTERED_FILE = 3;

/** The same bytes are compared with the digest, scanned and opened: what is swapped in the store meanwhile is not read again. */
async function examine(document: Waiting): Promise<SafeResult | { setback: Setback }> {
  const tries = document.tries + 1;
  try {
    const original = await getObject(document.originalKey ?? '', document.sha256);
    const scanned = await scan(original);
    if (scanned === 'infected') return { state: 'refused', scan: scanned, reason: 'infected' };
    const made = await makePages({ bytes: original, mediaType: document.mediaType });
    if (made.ok) return await storePages(made.pages, scanned);
    if ((made.reason === 'took_too_long' || made.reason === 'too_much_memory') && tries < TRIES_OF_A_SLOW_FILE) return { setback: made.reason };
    return { state: 'refused', scan: scanned, reason: made.reason };
  } catch (error) {
    const setback = setbackOf(error);
    return setback === 'altered' && tries >= TRIES_OF_AN_ALTERED_FILE ? { state: 'refused', scan: null, reason: 'altered' } : { setback };
  }
}

/** Makes one received file safe to look at. Run twice it does nothing the second time; what came to nothing is noted and tried again later. */
export async function makeSafe(actor: WorkerActor, { documentId }: { documentId: string }): Promise<void> {
  const received = await db().document.findUnique({ where: { id: documentId } });
  if (received === null || received.originalKey === null || received.removedAt !== null || received.state === 'ready' || received.state === 'refused') return;
  if (received.state === 'received') await throughTheDoor(beginCheck, actor, { documentId }, null);
  const result = await examine(received);
  if ('setback' in result) {
    await throughTheDoor(noteSetback, actor, { documentId, setback: result.setback }, null);
    throw new Error(result.setback);
  }
  const outcome = await throughTheDoor(keepSafePages, actor, { documentId, result }, null);
  if (!outcome.ok && outcome.reason !== 'already_made') throw new Error(outcome.reason);
}
