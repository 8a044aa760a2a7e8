/** A stranger's file taken the whole way, as the product does: at the door, then in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS, PAGE_PIXELS } from '@/lib/documents/intake/limits';
import { HEAD_BYTES, safeFileName, sniff } from '@/lib/documents/intake/sniff';
import { makePages } from '@/lib/documents/making-safe/make-pages';
import type { SafePage } from '@/lib/documents/making-safe/make-safe.child';
import { CANARY, EICAR, type Fate, type Hostile } from '../fixtures/files/hostile-types';

/** The program as it is written now, not as it was last built; gone with its folder. */
export function buildProgram(): { folder: string; remove: () => void } {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'hostile-'));
  process.env.MAKE_SAFE_PROGRAM = join(folder, 'make-safe.child.cjs');
  execFileSync(join('node_modules', '.bin', 'esbuild'), ['lib/documents/making-safe/make-safe.child.ts', '--bundle', '--platform=node', '--packages=external', '--format=cjs', '--log-level=error', `--outfile=${process.env.MAKE_SAFE_PROGRAM}`]);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export type Ended = { readonly fate: Fate; readonly pages: readonly SafePage[]; readonly seconds: number; readonly peakBytes: number };

export const doorOf = (bytes: Buffer, fileName: string, takes: NonNullable<Hostile[4]>['takes']) => sniff(bytes.subarray(0, HEAD_BYTES), safeFileName(fileName, LIMITS.fileName), takes);

/** `seconds`: the product's own limit, or more where the machine may be busy and time is not what is asked. */
export async function fateOf([, fileName, , , more]: Hostile, bytes: Buffer, seconds?: number): Promise<Ended> {
  const type = doorOf(bytes, fileName, more?.takes);
  if (!type.ok) return { fate: { door: type.reason }, pages: [], seconds: 0, peakBytes: 0 };
  const from = performance.now();
  let peakBytes = 0;
  const made = await makePages({ bytes, mediaType: type.mediaType }, seconds, (peak) => (peakBytes = peak));
  const took = { seconds: (performance.now() - from) / 1000, peakBytes };
  return made.ok ? { fate: { pages: made.pages.length }, pages: made.pages, ...took } : { fate: { hindrance: made.reason }, pages: [], ...took };
}

const HARMS = [CANARY, EICAR, 'Exif', 'GPS', '<script', '%PDF', 'PK\x03\x04', 'ICC_PROFILE'];

/** What is wrong with pages that were made: nothing, when they are fresh JPEGs of ours within bounds that carry nothing along. */
export function wrongWith(pages: readonly SafePage[], original: Buffer): string[] {
  const wrong: string[] = [];
  for (const { page, thumb, width, height } of pages) {
    if ([width, height].some((side) => side < 1 || side > PAGE_PIXELS)) wrong.push(`${width} by ${height}`);
    for (const image of [page, thumb].map((made) => Buffer.from(made))) {
      if (image.readUInt32BE(0) >>> 8 !== 0xffd8ff || image.readUInt16BE(image.length - 2) !== 0xffd9) wrong.push('no JPEG');
      if (image.equals(original)) wrong.push('the original itself');
      wrong.push(...HARMS.filter((harm) => image.includes(harm, 0, 'latin1')));
    }
  }
  return wrong;
}

/** Some at once keep every core busy while processes start and end. */
export async function atOnce<T>(items: readonly T[], run: (item: T) => Promise<void>, hands = 3): Promise<void> {
  const waiting = items.values();
  const hand = async (): Promise<void> => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
