/**
 * Runs in a process of its own, one file each, with capped memory: a stranger's image is decoded and encoded anew, a
 * stranger's PDF drawn to images. Nothing of the original's structure, scripts or metadata survives.
 */
import sharp, { type Sharp } from 'sharp';
import { LIMITS, PAGE_PIXELS, THUMB_PIXELS, type Hindrance } from '../intake/limits';

export type Task = { bytes: Uint8Array; mediaType: string; seconds: number };
export type SafePage = { page: Uint8Array; thumb: Uint8Array; width: number; height: number };
export type Answer = { ok: true; pages: SafePage[] } | { ok: false; reason: Hindrance };

/** Wasm memory is not bound by the process's heap limit: refuse to grow past this instead of taking the machine down. */
const WASM_CAP = 400 * 2 ** 20;
const grow = WebAssembly.Memory.prototype.grow;
/** The PDF library swallows the refusal and calls the file broken; what it was is known here. */
const memory = { refused: false };
WebAssembly.Memory.prototype.grow = function (pages: number): number {
  memory.refused ||= this.buffer.byteLength + pages * 65_536 > WASM_CAP;
  if (memory.refused) throw new RangeError('over the cap');
  return grow.call(this, pages);
};

// Only what we take may be decoded at all: every other loader of the image library is shut. That switch is the whole
// process's. Beside other threads it shut the loaders under a picture just being read, which was then called unreadable;
// so this is a process of its own and nobody else's pictures are in it.
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

const fromImage = async ({ bytes, seconds }: Task): Promise<SafePage[]> => [
  await encoded(sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error', pages: 1 }).timeout({ seconds })),
];

async function fromPdf({ bytes }: Task): Promise<SafePage[] | Hindrance> {
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
function hindranceOf(error: unknown): Hindrance {
  const words = error instanceof Error ? error.message : '';
  if (memory.refused) return 'too_much_memory';
  if (/password|encrypt/i.test(words)) return 'encrypted';
  if (/pixel limit/i.test(words)) return 'too_many_pixels';
  if (/^timeout:/.test(words)) return 'took_too_long';
  return 'unreadable';
}

async function answerOf(task: Task): Promise<Answer> {
  try {
    const pages = await (task.mediaType === 'application/pdf' ? fromPdf(task) : fromImage(task));
    return typeof pages === 'string' ? { ok: false, reason: pages } : { ok: true, pages };
  } catch (error) {
    return { ok: false, reason: hindranceOf(error) };
  }
}

process.once('message', (task: Task) => void answerOf(task).then((answer) => process.send?.(answer)));
// Whoever asked is gone: nobody waits for the pages.
process.once('disconnect', () => process.exit());
