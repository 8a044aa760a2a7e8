import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Pixels as a canvas or an image library gives them: RGBA, row by row. */
export type Picture = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

/** Where the reader's wasm comes from: its bytes on a server, a URL of our own in the browser. Left unset, it would be fetched from a stranger's host. */
export type ReaderWasm = { readonly wasmBinary: ArrayBuffer } | { readonly locateFile: (file: string) => string };

type Gray = { readonly light: Uint8ClampedArray; readonly width: number; readonly height: number };

// Doubling a large photo gains nothing and costs four times the memory.
const DOUBLE_UP_TO = 6_000_000;

/** Rec. 601 luma, with transparency on white paper. */
function grayOf({ data, width, height }: Picture): Gray {
  const light = new Uint8ClampedArray(width * height);
  const channel = (at: number): number => data[at] ?? 255;
  for (let at = 0; at < light.length; at += 1) {
    const luma = 0.299 * channel(at * 4) + 0.587 * channel(at * 4 + 1) + 0.114 * channel(at * 4 + 2);
    light[at] = 255 + ((luma - 255) * channel(at * 4 + 3)) / 255;
  }
  return { light, width, height };
}

const lightAt = ({ light, width, height }: Gray, x: number, y: number): number =>
  light[Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)] ?? 255;

function mapped(width: number, height: number, lightOf: (x: number, y: number) => number): Gray {
  const light = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) light[y * width + x] = lightOf(x, y);
  return { light, width, height };
}

/** Twice the size, between neighbours linearly. */
const doubled = (gray: Gray): Gray =>
  mapped(gray.width * 2, gray.height * 2, (x, y) => {
    const [left, top] = [Math.floor((x - 1) / 2), Math.floor((y - 1) / 2)];
    const [right, below] = [x % 2 === 0 ? 0.75 : 0.25, y % 2 === 0 ? 0.75 : 0.25];
    const upper = lightAt(gray, left, top) * (1 - right) + lightAt(gray, left + 1, top) * right;
    const lower = lightAt(gray, left, top + 1) * (1 - right) + lightAt(gray, left + 1, top + 1) * right;
    return upper * (1 - below) + lower * below;
  });

/** The mean of nine: takes out the grain of scans and the dots of halftone. */
const blurred = (gray: Gray): Gray =>
  mapped(gray.width, gray.height, (x, y) => {
    let sum = 0;
    for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) sum += lightAt(gray, x + dx, y + dy);
    return sum / 9;
  });

function pixelsOf({ light, width, height }: Gray): ImageData {
  const data = new Uint8ClampedArray(width * height * 4);
  light.forEach((value, at) => data.fill(value, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4));
  return { data, width, height, colorSpace: 'srgb' } as ImageData;
}

async function cardTexts(gray: Gray): Promise<string[]> {
  const codes = await readBarcodes(pixelsOf(gray), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 20 });
  return [...new Set(codes.map((code) => code.text).filter((text) => /^shc:\//i.test(text)))];
}

function* attempts(gray: Gray): Generator<Gray> {
  yield gray;
  if (gray.width * gray.height <= DOUBLE_UP_TO) {
    const large = doubled(gray);
    yield large;
    yield blurred(large);
  }
  yield blurred(gray);
}

/**
 * The texts of all health card codes in a photo or scan, each once; empty when none can be read. Other codes are passed over.
 * Tries the picture as it is, then twice as large, blurred, or both. The texts are unverified: give them to `verifyCard`.
 * Throws when the wasm cannot be loaded. Source: retries as measured on photographed and faxed cards.
 * @example
 * const texts = await readCardCodes(picture, { wasmBinary });
 * const verdict = verifyCard(texts, { directory: vciDirectory(), now: new Date(), mode: 'read' });
 */
export async function readCardCodes(picture: Picture, wasm: ReaderWasm): Promise<string[]> {
  prepareZXingModule({ overrides: wasm });
  for (const attempt of attempts(grayOf(picture))) {
    const texts = await cardTexts(attempt);
    if (texts.length > 0) return texts;
  }
  return [];
}
