/** The papers of the cast: drawn, kept as originals in quarantine, and made safe to look at by the worker's own program. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readPages } from '@/lib/documents/codes/read-pages';
import type { ReadPage } from '@/lib/documents/codes/read-pages.child';
import { makePages } from '@/lib/documents/making-safe/make-pages';
import type { SafePage } from '@/lib/documents/making-safe/make-safe.child';
import { wallClock } from '@/lib/platform/clock';
import { newKey, putObject } from '@/lib/platform/object-store';
import type { CastDocument } from './cast/submission-types';
import { drawPaper } from './specimens/draw';
import type { SpecimenFile } from './specimens/types';

/** How a paper becomes a file, and a file its pages; a test may bring quicker ways. */
export type Studio = {
  readonly draw: (document: CastDocument) => Promise<SpecimenFile>;
  readonly pages: (file: SpecimenFile) => Promise<readonly SafePage[]>;
  readonly read: (document: CastDocument, pages: readonly SafePage[]) => Promise<readonly ReadPage[]>;
};

export type KeptPage = { readonly number: number; readonly objectKey: string; readonly thumbKey: string; readonly width: number; readonly height: number; readonly sha256: string; readonly thumbSha256: string };
/** What the tables say of a file that lies in the store. */
export type Kept = { readonly fileName: string; readonly mediaType: string; readonly size: number; readonly sha256: Uint8Array<ArrayBuffer>; readonly originalKey: string; readonly pages: readonly KeptPage[]; /** What a machine found on them. */ readonly read: readonly ReadPage[] };

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

async function cached<T>(file: string): Promise<T | null> {
  try {
    return deserialize(await readFile(file)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Ours are small and harmless, and a first start on a slow or busy machine must not fail for want of seconds. */
const PATIENCE_SECONDS = 300;

/** Written aside and renamed: a seed that was killed leaves no half file behind. */
async function cache(folder: string, file: string, what: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, serialize(what));
  await rename(aside, file);
}

async function madeSafe(file: SpecimenFile, cacheFolder: string): Promise<readonly SafePage[]> {
  const kept = join(cacheFolder, `${digest(file.bytes).toString('hex').slice(0, 32)}.pages`);
  const found = await cached<SafePage[]>(kept);
  if (found !== null) return found;
  const made = await makePages(file, PATIENCE_SECONDS);
  if (!made.ok) throw new Error(`a specimen could not be made safe: ${file.fileName}, ${made.reason}`);
  await cache(cacheFolder, kept, made.pages);
  return made.pages;
}

/** The backs of licenses alone: what has no code need not be searched for one, and a first start should not take longer for it. */
async function readOnce({ specimen }: CastDocument, pages: readonly SafePage[], cacheFolder: string): Promise<readonly ReadPage[]> {
  if (specimen.kind !== 'license_back') return [];
  const kept = join(cacheFolder, `${digest(Buffer.concat(pages.map(({ page }) => page))).toString('hex').slice(0, 32)}.codes`);
  const found = await cached<ReadPage[]>(kept);
  if (found !== null) return found;
  const { pages: read } = await readPages({ pages: pages.map(({ page }) => page), codes: true }, PATIENCE_SECONDS);
  await cache(cacheFolder, kept, read);
  return read;
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
  read: (document, pages) => readOnce(document, pages, cacheFolder),
});

async function keepPage(page: SafePage, number: number): Promise<KeptPage> {
  const [objectKey, thumbKey] = [newKey('clean'), newKey('clean')];
  await Promise.all([putObject(objectKey, page.page, 'image/jpeg'), putObject(thumbKey, page.thumb, 'image/jpeg')]);
  return { number, objectKey, thumbKey, width: page.width, height: page.height, sha256: digest(page.page).toString('hex'), thumbSha256: digest(page.thumb).toString('hex') };
}

async function keep({ fileName, mediaType, bytes }: SpecimenFile, pages: readonly SafePage[], read: readonly ReadPage[]): Promise<Kept> {
  const originalKey = newKey('quarantine');
  await putObject(originalKey, bytes, 'application/octet-stream');
  const kept: KeptPage[] = [];
  for (const [at, page] of pages.entries()) kept.push(await keepPage(page, at + 1));
  return { fileName, mediaType, size: bytes.byteLength, sha256: new Uint8Array(digest(bytes)), originalKey, pages: kept, read };
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
export async function storePapers(documents: readonly CastDocument[], { draw, pages, read }: Studio): Promise<Papers> {
  const kept = new Map<CastDocument, Kept>();
  await each(documents, async (document) => {
    const file = await draw(document);
    const safe = await pages(file);
    kept.set(document, await keep(file, safe, await read(document, safe)));
  });
  return kept;
}
