/**
 * Runs in a process of its own, one file each, with capped memory: a stranger's image is decoded and encoded anew, a
 * stranger's PDF drawn to images. Nothing of the original's structure, scripts or metadata survives.
 */
import sharp, { type Sharp } from 'sharp';
import { LIMITS, PAGE_PIXELS, THUMB_PIXELS, type Hindrance } from '../intake/limits';
import { tiffPages, type TiffPage } from './tiff';

export type Task = { bytes: Uint8Array; mediaType: string; seconds: number };
export type SafePage = { page: Uint8Array; thumb: Uint8Array; width: number; height: number };
export type Answer = { ok: true; pages: SafePage[] } | { ok: false; reason: Hindrance };

/** Wasm memory is not bound by the process's heap limit: refuse to grow past this instead of taking the machine down. */
const WASM_CAP = 320 * 2 ** 20;
const grow = WebAssembly.Memory.prototype.grow;
/** The PDF library swallows the refusal and calls the file broken; what it was is known here. */
const memory = { refused: false };
WebAssembly.Memory.prototype.grow = function (pages: number): number {
  memory.refused ||= this.buffer.byteLength + pages * 65_536 > WASM_CAP;
  if (memory.refused) throw new RangeError('over the cap');
  return grow.call(this, pages);
};

/** The one loader that a file of that type needs; a PDF is drawn without any. */
const LOADERS: Readonly<Record<string, string>> = { 'image/jpeg': 'VipsForeignLoadJpeg', 'image/png': 'VipsForeignLoadPng', 'image/webp': 'VipsForeignLoadWebp', 'image/tiff': 'VipsForeignLoadTiff' };

// Only what this file says it is may be decoded at all, and our own JPEG for its thumbnail: every other loader of the
// image library is shut. That switch is the whole process's. Beside other threads it shut the loaders under a picture just
// being read, which was then called unreadable; so this is a process of its own and nobody else's pictures are in it.
function openLoader(mediaType: string): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', ...(LOADERS[mediaType] === undefined ? [] : [LOADERS[mediaType]])] });
}
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

const opened = ({ bytes, seconds }: Task, page = 0): Sharp => sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error', page, pages: 1 }).timeout({ seconds });

/** A fax's page as it lay in the machine: upright, its dots square. */
async function squared(task: Task, { at, width, height, stretch, turned }: TiffPage): Promise<Sharp> {
  if (stretch === 1) return opened(task, at);
  const [across, down] = turned ? [Math.round(height * stretch), width] : [width, Math.round(height * stretch)];
  const { data, info } = await opened(task, at).rotate().resize({ width: across, height: down, fit: 'fill' }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function fromTiff(task: Task): Promise<SafePage[] | Hindrance> {
  const directories = tiffPages(task.bytes);
  if (directories === null) return 'unreadable';
  if (directories.length > LIMITS.scanPages) return 'too_many_pages';
  // The image library's own limit would count the pages as they lie, not as they are stretched.
  if (directories.some(({ width, height, stretch }) => width * height * Math.max(1, stretch) > LIMITS.pixels)) return 'too_many_pixels';
  const pages: SafePage[] = [];
  for (const directory of directories) pages.push(await encoded(await squared(task, directory)));
  return pages;
}

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

const pagesOf = async (task: Task): Promise<SafePage[] | Hindrance> => {
  if (task.mediaType === 'application/pdf') return fromPdf(task);
  return task.mediaType === 'image/tiff' ? fromTiff(task) : [await encoded(opened(task))];
};

/** Why a PDF library or an image decoder gave up, in a word a person can act on. */
function hindranceOf(error: unknown): Hindrance {
  const words = error instanceof Error ? error.message : '';
  if (memory.refused) return 'too_much_memory';
  if (/password|encrypt|security/i.test(words)) return 'encrypted';
  if (/pixel limit/i.test(words)) return 'too_many_pixels';
  if (/^timeout:/.test(words)) return 'took_too_long';
  return 'unreadable';
}

async function answerOf(task: Task): Promise<Answer> {
  try {
    openLoader(task.mediaType);
    const pages = await pagesOf(task);
    return typeof pages === 'string' ? { ok: false, reason: pages } : { ok: true, pages };
  } catch (error) {
    return { ok: false, reason: hindranceOf(error) };
  }
}

process.once('message', (task: Task) => void answerOf(task).then((answer) => process.send?.(answer)));
// Whoever asked is gone: nobody waits for the pages.
process.once('disconnect', () => process.exit());
// What ends before this line is our own want (a library missing, no memory to start in) and no fault of the file.
process.send?.('ready');
