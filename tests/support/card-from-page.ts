/** Reads the health card's code from the last page of a PDF, as a scanner would: drawn by poppler, read by zxing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCardCodes, type Picture } from '@/lib/health-cards/photo';
import { wasmBinary } from '../fixtures/health-cards/scan';
import { poppler } from '../fixtures/paper';

function pageAsGraymap(bytes: Uint8Array, page: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'card-page-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, bytes);
    return spawnSync('pdftoppm', ['-r', '200', '-gray', '-f', page, '-l', page, path], { maxBuffer: 1 << 28 }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pictureOf(pgm: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 60).toString('latin1'));
  if (head === null) throw new Error('not a graymap');
  const data = new Uint8ClampedArray(pgm.subarray(head[0].length).length * 4).fill(255);
  pgm.subarray(head[0].length).forEach((gray, i) => data.fill(gray, i * 4, i * 4 + 3));
  return { data, width: Number(head[1]), height: Number(head[2]) };
}

export async function readCardFromPixels(bytes: Uint8Array): Promise<string> {
  const pages = /Pages:\s+(\d+)/.exec(poppler('pdfinfo', bytes))?.[1] ?? '1';
  const [code] = await readCardCodes(pictureOf(pageAsGraymap(bytes, pages)), { wasmBinary });
  if (code === undefined) throw new Error('no card on the last page');
  return code;
}
