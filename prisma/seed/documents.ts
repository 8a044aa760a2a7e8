/** The papers of the cast: drawn, kept as originals in quarantine, and made safe to look at by the worker's own program. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { makePages } from '@/lib/documents/making-safe/make-pages';
import type { SafePage } from '@/lib/documents/making-safe/make-safe.child';
import { wallClock } from '@/lib/platform/clock';
import { newKey, putObject } from '@/lib/platform/object-store';
import type { CastDocument } from './cast/submission-types';
import { drawPaper } from './specimens/draw';
import type { SpecimenFile } from './specimens/types';

/** How a paper becomes a file, and a file its pages; a test may bring quicker ways. */
export type Studio = { readonly draw: (document: CastDocument) => Promise<SpecimenFile>; readonly pages: (file: SpecimenFile) => Promise<readonly SafePage[]> };

export type KeptPage = { readonly number: number; readonly objectKey: string; readonly thumbKey: string; readonly width: number; readonly height: number; readonly sha256: string; readonly thumbSha256: string };
/** What the tables say of a file that lies in the store. */
export type Kept = { readonly fileName: string; readonly mediaType: string; readonly size: number; readonly sha256: Uint8Array<ArrayBuffer>; readonly originalKey: string; readonly pages: readonly KeptPage[] };

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

async function cachedPages(file: string): Promise<SafePage[] | null> {
  try {
    return deserialize(await readFile(file)) as SafePage[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Ours are small and harmless, and a first start on a slow or busy machine must not fail for want of seconds. */
const PATIENCE_SECONDS = 300;

async function madeSafe(file: SpecimenFile, cacheFolder: string): Promise<readonly SafePage[]> {
  const kept = join(cacheFolder, `${digest(file.bytes).toString('hex').slice(0, 32)}.pages`);
  const cached = await cachedPages(kept);
  if (cached !== null) return cached;
  const made = await makePages(file, PATIENCE_SECONDS);
  if (!made.ok) throw new Error(`a specimen could not be made safe: ${file.fileName}, ${made.reason}`);
  await mkdir(cacheFolder, { recursive: true });
  // Written aside and renamed: a seed that was killed leaves no half page behind.
  const aside = `${kept}.${randomUUID()}`;
  await writeFile(aside, serialize(made.pages));
  await rename(aside, kept);
  return made.pages;
}

const KEPT_DAYS = 7;

/** Papers state days relative to today, so most of yesterday's are never asked for again: the folder must not grow for ever. */
export async function sweepCache(folder: string): Promise<void> {
  const oldest = wallClock().getTime() - KEPT_DAYS * 86_400_000;
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs < oldest) await rm(file, { force: true });
  }
}

/** Each paper is drawn once: picture and pages are taken from the cache folder ever after. */
export const studioWith = (cacheFolder: string): Studio => ({
  draw: ({ specimen, look, format }) => drawPaper(specimen, { look, format, cacheFolder }),
  pages: (file) => madeSafe(file, cacheFolder),
});

async function keepPage(page: SafePage, number: number): Promise<KeptPage> {
  const [objectKey, thumbKey] = [newKey('clean'), newKey('clean')];
  await Promise.all([putObject(objectKey, page.page, 'image/jpeg'), putObject(thumbKey, page.thumb, 'image/jpeg')]);
  return { number, objectKey, thumbKey, width: page.width, height: page.height, sha256: digest(page.page).toString('hex'), thumbSha256: digest(page.thumb).toString('hex') };
}

async function keep({ fileName, mediaType, bytes }: SpecimenFile, pages: readonly SafePage[]): Promise<Kept> {
  const originalKey = newKey('quarantine');
  await putObject(originalKey, bytes, 'application/octet-stream');
  const kept: KeptPage[] = [];
  for (const [at, page] of pages.entries()) kept.push(await keepPage(page, at + 1));
  return { fileName, mediaType, size: bytes.byteLength, sha256: new Uint8Array(digest(bytes)), originalKey, pages: kept };
}

export type Papers = ReadonlyMap<CastDocument, Kept>;

/** Four at a time keep two cores busy while files are written and processes start. */
async function each<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const hand = async (): Promise<void> => {
    for (const item of waiting) await run(item);
  };
  await Promise.all([hand(), hand(), hand(), hand()]);
}

/** Draws every paper and puts it into the store, with its pages. */
export async function storePapers(documents: readonly CastDocument[], { draw, pages }: Studio): Promise<Papers> {
  const kept = new Map<CastDocument, Kept>();
  await each(documents, async (document) => {
    const file = await draw(document);
    kept.set(document, await keep(file, await pages(file)));
  });
  return kept;
}
