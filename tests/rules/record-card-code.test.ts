/** The code on the COVID-19 record, as the page draws it and as a Group 3 fax would deliver it. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { cardText, covidRecord, rasterised } from '../fixtures/paper';
import { MODULE_SIDE_POINTS } from '@/lib/health-cards/qr';
import { renderCovidRecord } from '@/lib/records/rendering';
import type { CovidRecordFacts } from '@/lib/records/types';

beforeAll(async () => {
  const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
});

async function page(characters: number, change: Partial<CovidRecordFacts> = {}): Promise<Uint8Array> {
  const made = await renderCovidRecord({ ...covidRecord(4, cardText(characters)), ...change } as CovidRecordFacts);
  if (!made.ok || !made.value.cardShown) throw new Error('no card on the page');
  return made.value.bytes;
}

type Picture = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number; colorSpace: 'srgb' };

/** A 1-bit picture (PBM, P4), each of its lines repeated: fax lines are twice as far apart as its dots. */
function fromBitmap(pbm: Buffer, repeat: number): Picture {
  const head = /^P4\s+(\d+)\s+(\d+)\s/.exec(pbm.subarray(0, 60).toString('latin1'));
  if (!head) throw new Error('not a bitmap');
  const [width, lines] = [Number(head[1]), Number(head[2])];
  const bits = new Uint8Array(pbm.subarray(head[0].length));
  const stride = Math.ceil(width / 8);
  // Eight million dots: a pixel is one number, and eight white ones are passed over at once.
  const pixels = new Uint32Array(width * lines * repeat).fill(0xffffffff);
  for (let y = 0; y < lines * repeat; y++) {
    const line = Math.floor(y / repeat) * stride;
    for (let at = 0; at < stride; at++) {
      const eight = bits[line + at] ?? 0;
      for (let bit = 0; eight !== 0 && bit < 8; bit++) if (eight & (0x80 >> bit) && at * 8 + bit < width) pixels[y * width + at * 8 + bit] = 0xff000000;
    }
  }
  const data = new Uint8ClampedArray(pixels.buffer);
  return { data, width, height: lines * repeat, colorSpace: 'srgb' };
}

/** Upright, black on white, as large as it is: a reader that need not guess any of it looks once instead of eight times. */
const read = async (picture: Picture): Promise<string[]> =>
  (await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, tryRotate: false, tryInvert: false, tryDownscale: false })).map((code) => code.text);

test.each([
  ['a short card', 700],
  ['a card of four doses', 900],
  ['the longest card that one code may hold', 1195],
])('the code of %s reads back from the page and from a standard fax of it', async (_, characters) => {
  const bytes = await page(characters);
  expect(await read(fromBitmap(rasterised(bytes, ['-r', '300', '-mono']), 1))).toEqual([cardText(characters)]);
  expect(await read(fromBitmap(rasterised(bytes, ['-rx', '204', '-ry', '98', '-mono']), 2))).toEqual([cardText(characters)]);
});

test('a long name moves the code by whole fax lines, so it still reads back', async () => {
  const person = { ...covidRecord(4).person, given: 'Maximiliana Guadalupe Esperanza', family: 'Villanueva-Etxeberria de la Fuente' };
  const bytes = await page(1195, { person });
  expect(await read(fromBitmap(rasterised(bytes, ['-rx', '204', '-ry', '98', '-mono']), 2))).toEqual([cardText(1195)]);
});

async function contentOf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes);
  const stream = pdf.context.lookup(pdf.getPage(0).node.get(PDFName.of('Contents')));
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no content');
  return inflateSync(stream.contents).toString('latin1');
}

test('the code is one path of rectangles on the grid of 98 to the inch', async () => {
  const facts = covidRecord(4);
  const content = await contentOf(await page(900));
  const code = /\nq\n([\d.]+) 0 0 -([\d.]+) ([\d.]+) ([\d.]+) cm\n((?:\d+ \d+ \d+ 1 re\n)+)f\nQ/.exec(content);
  const [, scaleX, scaleY, x, y, path = ''] = code ?? [];
  expect([scaleX, scaleY].map(Number)).toEqual([2.204082, 2.204082]);
  expect(Number(scaleX)).toBeCloseTo(MODULE_SIDE_POINTS, 5);
  expect((Number(x) * 98) / 72).toBeCloseTo(61, 4);
  expect(((792 - Number(y)) * 98) / 72).toBeCloseTo(250, 4);
  expect(path.trim().split('\n')).toHaveLength('card' in facts ? facts.card.qr.runs.length : 0);
  expect(content.match(/\bcm\b/g)).toHaveLength(1);
});
