/**
 * Runs in a worker thread of its own, one file each, with capped memory: a stranger's image is decoded and encoded anew, a
 * stranger's PDF drawn to images. Nothing of the original's structure, scripts or metadata survives.
 */
import { parentPort, workerData } from 'node:worker_threads';
import sharp, { type Sharp } from 'sharp';
import { LIMITS, PAGE_PIXELS, THUMB_PIXELS } from './limits';

export type Task = { bytes: Uint8Array; mediaType: string };
export type SafePage = { page: Uint8Array; thumb: Uint8Array; width: number; height: number };
export type Answer = { ok: true; pages: SafePage[] } | { ok: false; reason: string };

/** Wasm memory is not bound by the thread's limits: refuse to grow past this instead of taking the machine down. */
const WASM_CAP = 400 * 2 ** 20;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages: number): number {
  if (this.buffer.byteLength + pages * 65_536 > WASM_CAP) throw new RangeError('over the cap');
  return grow.call(this, pages);
};

// Only what we take may be decoded at all: every other loader of the image library is shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.concurrency(1);
sharp.cache(false);

async function encoded(image: Sharp): Promise<SafePage> {
  const { data, info } = await image
    .rotate()
    .resize({ width: PAGE_PIXELS, height: PAGE_PIXELS, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  const thumb = await sharp(data).resize({ width: THUMB_PIXELS, height: THUMB_PIXELS, fit: 'inside' }).jpeg({ quality: 75 }).toBuffer();
  return { page: data, thumb, width: info.width, height: info.height };
}

const fromImage = async (bytes: Uint8Array): Promise<SafePage[]> => [
  await encoded(sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error', pages: 1 }).timeout({ seconds: 12 })),
];

async function fromPdf(bytes: Uint8Array): Promise<SafePage[] | string> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const count = document.getPageCount();
  if (count === 0) return 'unreadable';
  if (count > LIMITS.pdfPages) return 'too_many_pages';
  const pages: SafePage[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    if (!(originalWidth > 0 && originalHeight > 0)) return 'unreadable';
    const scale = Math.min(150 / 72, PAGE_PIXELS / Math.max(originalWidth, originalHeight));
    const drawn = await page.render({ scale, render: 'bitmap' });
    pages.push(await encoded(sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })));
  }
  return pages;
}

/** Why a PDF library or an image decoder gave up, in a word a person can act on. */
function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(words)) return 'encrypted';
  if (/pixel limit/i.test(words)) return 'too_many_pixels';
  return 'unreadable';
}

async function answerOf({ bytes, mediaType }: Task): Promise<Answer> {
  try {
    const pages = mediaType === 'application/pdf' ? await fromPdf(bytes) : await fromImage(bytes);
    return typeof pages === 'string' ? { ok: false, reason: pages } : { ok: true, pages };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

void answerOf(workerData as Task).then((answer) => parentPort?.postMessage(answer));
