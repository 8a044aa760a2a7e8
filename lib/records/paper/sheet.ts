/** One Letter sheet, written as our own operators. Callers measure from the top left corner, in points. */
import { PDFHexString } from 'pdf-lib';
import type { FontProgram } from './font-program';
import type { Face, Weight } from './faces';
import { breakLines, type Line, type Text } from './lines';
import type { Run } from './glyphs';
import type { Tag } from './tags';

export const SHEET_WIDTH = 612;
export const SHEET_HEIGHT = 792;

/** Where a text stands: `x` is its left or (aligned right) its right edge, `top` the top of its first line. */
export type Place = {
  x: number;
  top: number;
  size: number;
  leading: number;
  width?: number;
  weight?: Weight;
  align?: 'left' | 'right' | 'center';
};

/** Public Sans: 0.95 em above the baseline, 0.225 em below; other faces stand on the same baseline. */
const baseline = (top: number, size: number, leading: number): number => top + (leading - 1.175 * size) / 2 + 0.95 * size;

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Fonts in use in one document, by the name that content streams call them. */
export type FontShelf = { nameOf(face: Face): string; programOf(face: Face): FontProgram };

export class Sheet {
  readonly #operators: string[] = [];
  /** The element of each mark, by mark number. */
  readonly marks: Tag[] = [];

  constructor(
    readonly number: number,
    readonly shelf: FontShelf,
  ) {}

  get content(): string {
    return this.#operators.join('\n');
  }

  /** Writes inside one mark of the element; null is for what only decorates or repeats (an artifact). */
  marked(tag: Tag | null, operators: readonly string[]): void {
    if (tag === null) return void this.#operators.push('/Artifact BMC', ...operators, 'EMC');
    tag.kids.push({ sheet: this.number, mark: this.marks.length });
    this.#operators.push(`/${tag.type} <</MCID ${this.marks.length}>> BDC`, ...operators, 'EMC');
    this.marks.push(tag);
  }

  /** Breaks and writes a text; returns the top of what may follow. */
  text(tag: Tag | null, text: Text, place: Place): number {
    return this.lines(tag, breakLines(text, { size: place.size, width: place.width ?? Infinity, weight: place.weight ?? 'regular' }), place);
  }

  lines(tag: Tag | null, lines: readonly Line[], place: Place): number {
    this.marked(tag, ['BT', ...lines.map((line, i) => this.#line(line, place, place.top + i * place.leading)), 'ET']);
    return place.top + lines.length * place.leading;
  }

  rule(x: number, top: number, width: number, thickness = 1): void {
    this.marked(null, [`${n(x)} ${n(SHEET_HEIGHT - top - thickness)} ${n(width)} ${n(thickness)} re f`]);
  }

  #line(line: Line, place: Place, top: number): string {
    const shift = { left: 0, right: line.width, center: line.width / 2 }[place.align ?? 'left'];
    const y = SHEET_HEIGHT - baseline(top, place.size, place.leading);
    return `1 0 0 1 ${n(place.x - shift)} ${n(y)} Tm ${line.runs.map((run) => this.#run(run, place.size)).join(' ')}`;
  }

  #run(run: Run, size: number): string {
    const program = this.shelf.programOf(run.face);
    const shown = isShaped(run) ? shapedText(run, program, size) : `<${run.glyphs.map((glyph) => program.code(glyph)).join('')}> Tj`;
    return `/${this.shelf.nameOf(run.face)} ${n(size)} Tf ${n(run.spacing * size)} Tc ${shown}`;
  }
}

const isShaped = (run: Run): boolean => run.glyphs.some((glyph) => glyph.dx !== 0 || glyph.dy !== 0 || glyph.advance !== glyph.width);

/** Marks are placed one by one; readers of the text get it whole (ActualText), or they would lose the marks. */
function shapedText(run: Run, program: FontProgram, size: number): string {
  const shown = run.glyphs.map(
    (glyph) => `${n((glyph.dy * size) / 1000)} Ts [${n(-glyph.dx)} <${program.code(glyph)}> ${n(glyph.dx + glyph.width - glyph.advance)}] TJ`,
  );
  const text = PDFHexString.fromText(run.text).toString();
  return `/Span <</ActualText ${text}>> BDC ${shown.join(' ')} 0 Ts EMC`;
}
