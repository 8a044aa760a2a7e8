/**
 * The directories of a TIFF, one a page, read before any library touches the file: how many there are, and how their dots
 * lie. A fax has about twice as many dots across as down; drawn as they come, its pages would be half as high.
 */

export type TiffPage = {
  /** Its place in the file, where pictures that are no pages (previews) count too. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
  /** Dots down for one across: 1 in a scan, about 0.5 in a fax of normal quality. */
  readonly stretch: number;
  /** Lies on its side: what is width in the file is height on paper. */
  readonly turned: boolean;
};

const ENTRY = 12;
const MOST_ENTRIES = 200;
/** Previews beside pages: more directories than this are no document. */
const MOST_DIRECTORIES = 200;
const TAG = { subfile: 254, width: 256, height: 257, orientation: 274, xResolution: 282, yResolution: 283 } as const;
const SHORT = 3;

class Reader {
  private readonly view: DataView;
  private readonly little: boolean;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.little = bytes[0] === 0x49;
  }

  short = (at: number): number => this.view.getUint16(at, this.little);
  long = (at: number): number => this.view.getUint32(at, this.little);
  /** Two numbers, one over the other; NaN where there is nothing to divide by. */
  rational = (at: number): number => (this.long(at + 4) === 0 ? Number.NaN : this.long(at) / this.long(at + 4));
}

function directoryAt(file: Reader, start: number): { values: Map<number, number>; next: number } {
  const count = file.short(start);
  if (count === 0 || count > MOST_ENTRIES) throw new RangeError('no directory');
  const values = new Map<number, number>();
  for (let entry = start + 2; entry < start + 2 + count * ENTRY; entry += ENTRY) {
    const tag = file.short(entry);
    if (tag === TAG.xResolution || tag === TAG.yResolution) values.set(tag, file.rational(file.long(entry + 8)));
    else values.set(tag, file.short(entry + 2) === SHORT ? file.short(entry + 8) : file.long(entry + 8));
  }
  return { values, next: file.long(start + 2 + count * ENTRY) };
}

function pageOf(at: number, values: ReadonlyMap<number, number>): TiffPage {
  const [across, down] = [values.get(TAG.xResolution) ?? 1, values.get(TAG.yResolution) ?? 1];
  const ratio = across / down;
  // What no scanner or fax writes is a mistake in the file: its dots are taken as square.
  const stretch = ratio > 0.2 && ratio < 5 && Math.abs(ratio - 1) > 0.02 ? ratio : 1;
  return { at, width: values.get(TAG.width) ?? 0, height: values.get(TAG.height) ?? 0, stretch, turned: (values.get(TAG.orientation) ?? 1) >= 5 };
}

/** Its pages in order; null when its directories lie outside the file, run in a circle, or there are none. Throws nothing. */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] | null {
  const file = new Reader(bytes);
  const [pages, seen] = [[] as TiffPage[], new Set<number>()];
  try {
    for (let start = file.long(4); start !== 0; ) {
      if (seen.has(start) || seen.size > MOST_DIRECTORIES) return null;
      const { values, next } = directoryAt(file, start);
      if (((values.get(TAG.subfile) ?? 0) & 1) === 0) pages.push(pageOf(seen.size, values));
      seen.add(start);
      start = next;
    }
  } catch {
    return null;
  }
  return pages.length === 0 ? null : pages;
}
