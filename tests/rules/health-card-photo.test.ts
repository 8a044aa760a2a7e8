import { correction, generate } from 'lean-qr';
import { readCardCodes, type Picture } from '@/lib/health-cards/photo';
import { qrMatrix, type QrMatrix } from '@/lib/health-cards/qr';
import { exampleCode } from '../fixtures/health-cards/examples';
import { pictureOf, scan, wasmBinary } from '../fixtures/health-cards/scan';

const code = exampleCode('00');
const wasm = { wasmBinary };

/** The picture scaled down by a factor, each pixel the mean of what it covers, with grain of a fixed seed. */
function worn(picture: Picture, factor: number, grain: number): Picture {
  const [width, height] = [Math.floor(picture.width / factor), Math.floor(picture.height / factor)];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let seed = 20261124;
  for (let at = 0; at < width * height; at += 1) {
    const [left, top] = [(at % width) * factor, Math.floor(at / width) * factor];
    let sum = 0;
    let count = 0;
    for (let y = Math.floor(top); y < top + factor; y += 1) for (let x = Math.floor(left); x < left + factor; x += 1, count += 1) sum += picture.data[(y * picture.width + x) * 4] ?? 255;
    seed = (seed * 1103515245 + 12345) % 2147483648;
    data.fill(sum / count + (seed / 2147483648 - 0.5) * grain, at * 4, at * 4 + 3);
  }
  return { data, width, height };
}

const clean = pictureOf(qrMatrix(code), 8);

test('a clean print is read at once', async () => {
  expect(await readCardCodes(clean, wasm)).toEqual([code]);
});

// Each of these leaves the scanner empty-handed at the first look; the retries are what reads them.
test.each([
  ['a photo from far away, 1.3 pixels to a module', 8 / 1.3, 0],
  ['a photo from afar, 1.5 pixels to a module', 8 / 1.5, 0],
  ['a grainy scan, 2 pixels to a module', 4, 300],
])('%s', async (_, factor, grain) => {
  const picture = worn(clean, factor, grain);
  expect(await scan(picture)).toEqual([]);
  expect(await readCardCodes(picture, wasm)).toEqual([code]);
});

test('three codes of one card on one sheet are all found', async () => {
  const parts = [0, 1, 2].map((part) => exampleCode('02', part));
  const pictures = parts.map((text) => pictureOf(matrixOf(text), 3));
  expect((await readCardCodes(stacked(pictures), wasm)).sort()).toEqual(parts);
});

test('a see-through picture counts as on white paper', async () => {
  const data = clean.data.map((value, at) => (at % 4 === 3 ? 255 - (clean.data[at - 1] ?? 0) : 0));
  expect(await readCardCodes({ ...clean, data: Uint8ClampedArray.from(data) }, wasm)).toEqual([code]);
});

test('a picture without a card code has none', async () => {
  const blank = { data: new Uint8ClampedArray(200 * 200 * 4).fill(255), width: 200, height: 200 };
  expect(await readCardCodes(blank, wasm)).toEqual([]);
  expect(await readCardCodes(pictureOf(matrixOf('https://example.org/elsewhere'), 4), wasm)).toEqual([]);
});

/** A code of any text: of another part of a split card, or no card at all. */
function matrixOf(text: string): QrMatrix {
  const bitmap = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L });
  return { version: (bitmap.size - 17) / 4, size: bitmap.size, get: (x, y) => bitmap.get(x, y) };
}

function stacked(pictures: readonly Picture[]): Picture {
  const width = Math.max(...pictures.map((picture) => picture.width));
  const height = pictures.reduce((sum, picture) => sum + picture.height, 0);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let top = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y += 1) data.set(picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4), (top + y) * width * 4);
    top += picture.height;
  }
  return { data, width, height };
}
