import { correction, generate, mode } from 'lean-qr';

/** A QR code as modules; `get` is true where a module is dark and false outside the code. */
export type QrMatrix = { readonly version: number; readonly size: number; get(x: number, y: number): boolean };

/** One row's dark modules that touch, as a rectangle one module high. */
export type Run = { readonly x: number; readonly y: number; readonly length: number };

const PREFIX = 'shc:/';
const LARGEST = 22;

/**
 * Side of one module on paper and fax, in points: 3/98 in. At standard fax resolution (98 lines an inch) a module is then
 * exactly three lines high when the code's origin lies on the 72/98-point grid; other sizes lose codes.
 */
export const MODULE_SIDE_POINTS = (3 / 98) * 72;

/** White modules that must surround the code (ISO/IEC 18004). */
export const QUIET_ZONE_MODULES = 4;

/**
 * The nearest position on the fax grid of 72/98 points, for the origin of a printed code. No errors.
 * Source: measured on simulated Group 3 faxes.
 * @example
 * onFaxGrid(100) // 99.918…
 */
export const onFaxGrid = (points: number): number => Math.round((points * 98) / 72) * (72 / 98);

/**
 * The QR code of a card: a byte segment `shc:/`, a numeric segment, error correction L and the smallest version that holds it (22 at most).
 * Throws RangeError when the text is not `shc:/` with digits, or longer than version 22 holds (2390 digits and a few).
 * Source: SMART Health Cards Framework 1.4.0, "Encoding QRs"; ISO/IEC 18004.
 * @example
 * const matrix = qrMatrix(card.shcText); // { version: 19, size: 93, get }
 */
export function qrMatrix(shcText: string): QrMatrix {
  const digits = /^shc:\/(\d+)$/.exec(shcText)?.[1];
  if (digits === undefined) throw new RangeError('not the text of a health card code');
  const segments = mode.multi(mode.ascii(PREFIX), mode.numeric(digits));
  const code = generate(segments, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L, maxVersion: LARGEST });
  return { version: (code.size - 17) / 4, size: code.size, get: (x, y) => code.get(x, y) };
}

function runsOfRow(matrix: QrMatrix, y: number): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let x = 0; x <= matrix.size; x += 1) {
    const dark = x < matrix.size && matrix.get(x, y);
    if (dark && start < 0) start = x;
    if (!dark && start >= 0) {
      runs.push({ x: start, y, length: x - start });
      start = -1;
    }
  }
  return runs;
}

/**
 * The dark modules as horizontal runs, in module units from the top left: one rectangle a run draws the code with
 * a third of the operators and no hairlines between neighbours. No errors. Source: measured when drawing PDF pages.
 * @example
 * for (const run of horizontalRuns(matrix)) page.rectangle(x + run.x * side, top - (run.y + 1) * side, run.length * side, side);
 */
export const horizontalRuns = (matrix: QrMatrix): Run[] =>
  Array.from({ length: matrix.size }, (_, y) => runsOfRow(matrix, y)).flat();
