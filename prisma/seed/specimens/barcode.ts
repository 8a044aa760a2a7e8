/** PDF417 as rectangles of our own, so that it stays sharp in whatever it is drawn into. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

let prepared = false;

// Left alone, the writer would fetch its wasm from a stranger's host.
function prepare(): void {
  if (prepared) return;
  const file = createRequire(join(process.cwd(), 'package.json')).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const bytes = readFileSync(file);
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer } });
  prepared = true;
}

export type Bars = { readonly columns: number; readonly rows: number; readonly d: string };

/** Dark runs of each row as one path in a box of `columns` by `rows`. */
function runsOf(symbol: { readonly data: Uint8Array | Uint8ClampedArray; readonly width: number; readonly height: number }): string {
  const dark = (x: number, y: number): boolean => x < symbol.width && (symbol.data[y * symbol.width + x] ?? 255) < 128;
  let d = '';
  for (let y = 0; y < symbol.height; y += 1) {
    for (let x = 0; x < symbol.width; x += 1) {
      if (!dark(x, y)) continue;
      const from = x;
      while (dark(x + 1, y)) x += 1;
      d += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  }
  return d;
}

/** Throws Error when the text does not fit a PDF417: a bug in what was to be written. */
export async function pdf417(text: string): Promise<Bars> {
  prepare();
  const { symbol, error } = await writeBarcode(text, { format: 'PDF417', options: 'columns=10,eclevel=4', addQuietZones: false });
  if (error !== '') throw new Error(`PDF417 not written: ${error}`);
  return { columns: symbol.width, rows: symbol.height, d: runsOf(symbol) };
}

export const drawBars = (bars: Bars, x: number, y: number, width: number, height: number): string =>
  `<path transform="translate(${x} ${y}) scale(${width / bars.columns} ${height / bars.rows})" d="${bars.d}" fill="#101418" shape-rendering="crispEdges"/>`;
