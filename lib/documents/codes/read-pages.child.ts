/**
 * Runs in a process of its own, one document each: finds the codes on pages that we made ourselves, and how each page
 * looks. Not because the pages are dangerous, but because a decoder that hangs or grows must not take the worker with it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import { HASH_SIDE, pictureHash } from './image-hash';

export type Code = { readonly format: 'PDF417' | 'QRCode' | 'DataMatrix'; readonly text: string };
export type ReadPage = { readonly codes: readonly Code[]; readonly hash: string };
/** `codes` false: how it looks is all that is asked. */
export type ReadTask = { readonly pages: readonly Uint8Array[]; readonly codes: boolean };
export type ReadAnswer = { readonly pages: readonly ReadPage[] };

// Our pages are JPEGs: no other loader is needed here.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg'] });
sharp.concurrency(1);
sharp.cache(false);

// Left alone, the reader would fetch its wasm from a stranger's host.
function prepare(): void {
  const file = createRequire(join(process.cwd(), 'package.json')).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = readFileSync(file);
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer } });
}

const FORMATS = ['PDF417', 'QRCode', 'DataMatrix'] as const;
const isOurs = (code: ReadResult): code is ReadResult & { format: Code['format'] } => (FORMATS as readonly string[]).includes(code.format);

async function codesIn(page: Sharp): Promise<Code[]> {
  const { data, info } = await page.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' } as ImageData;
  const found = await readBarcodes(pixels, { formats: [...FORMATS], tryHarder: true, maxNumberOfSymbols: 12, textMode: 'Plain' });
  return found.filter((code) => code.error === '').filter(isOurs).map(({ format, text }) => ({ format, text }));
}

/** As it is; then, for a poor photograph, in grey with the contrast drawn out and without its grain. */
async function codesOf(bytes: Uint8Array): Promise<Code[]> {
  const asItIs = await codesIn(sharp(bytes));
  return asItIs.length > 0 ? asItIs : codesIn(sharp(bytes).greyscale().median(3).normalise().toColourspace('srgb'));
}

/** Brought to one size and softened first, so that how large the file was does not count. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const even = await sharp(bytes).greyscale().resize({ width: 256, height: 256, fit: 'fill' }).blur(2).raw().toBuffer();
  const gray = await sharp(even, { raw: { width: 256, height: 256, channels: 1 } }).resize({ width: HASH_SIDE, height: HASH_SIDE, fit: 'fill' }).raw().toBuffer();
  return pictureHash(gray);
}

async function answerOf({ pages, codes }: ReadTask): Promise<ReadAnswer> {
  prepare();
  const read: ReadPage[] = [];
  for (const bytes of pages) read.push({ codes: codes ? await codesOf(bytes) : [], hash: await hashOf(bytes) });
  return { pages: read };
}

// What throws ends this process; whoever asked hears that it ended.
process.once('message', (task: ReadTask) => void answerOf(task).then((answer) => process.send?.(answer)));
process.once('disconnect', () => process.exit());
