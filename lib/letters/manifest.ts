/** The first pages of a print batch: what must come off the printer and go into which envelope. Nothing about health. */
import { bold, breakLines } from '@/lib/records/paper/lines';
import { Paper } from '@/lib/records/paper/paper';
import { SHEET_HEIGHT, type Sheet } from '@/lib/records/paper/sheet';
import type { Tag } from '@/lib/records/paper/tags';
import { asOfText } from '@/lib/records/record-head';
import type { Agency } from '@/lib/records/types';
import type { ManifestLine } from './types';

export type ManifestFacts = {
  batchCode: string;
  printedAt: Date;
  agency: Agency;
  lines: readonly ManifestLine[];
  specimen: boolean;
};

const LEFT = 36;
const RIGHT = 576;
const WIDTH = RIGHT - LEFT;
const HEADS = 150;
const ROWS = HEADS + 20;
const PITCH = 24;
/** Rows of a page; the last page keeps the signature's room below them. */
const ROWS_A_PAGE = 21;
const BOX = 11;
const TYPE = { size: 10.5, leading: 15 };

const COLUMNS = [
  { head: 'No.', x: 60 },
  { head: 'Dispatch', x: 92 },
  { head: 'Case', x: 200 },
  { head: 'Name in the window', x: 290 },
  { head: 'Pages', x: 530 },
] as const;
const NAME_WIDTH = 232;

/** At least one page, also of an empty batch. */
export const manifestPages = (lines: number): number => Math.max(1, Math.ceil(lines / ROWS_A_PAGE));

/** Draws the manifest's pages in front of what it lists. */
export function drawManifest(paper: Paper, parent: Tag, facts: ManifestFacts): void {
  const pages = manifestPages(facts.lines.length);
  let table: Tag | null = null;
  for (let page = 0; page < pages; page++) {
    const sheet = paper.sheet();
    drawHead(sheet, parent, facts, page + 1, pages);
    table ??= parent.add('Table');
    drawColumnHeads(sheet, page === 0 ? table.add('TR') : null);
    const rows = facts.lines.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE);
    rows.forEach((line, i) => drawRow(sheet, (table ?? parent).add('TR'), line, page * ROWS_A_PAGE + i + 1, ROWS + i * PITCH));
    if (page === pages - 1) drawSignature(sheet, parent, ROWS + rows.length * PITCH + 18);
  }
}

function drawHead(sheet: Sheet, parent: Tag, facts: ManifestFacts, page: number, pages: number): void {
  const tag = (type: 'P' | 'H1') => (page === 1 ? parent.add(type) : null);
  const small = { size: 10.5, leading: 13.5 };
  if (facts.specimen) sheet.text(tag('P'), [bold('SPECIMEN', 0.14)], { x: 306, top: 14, size: 10, leading: 15, align: 'center' });
  sheet.text(tag('P'), [bold(facts.agency.department)], { x: LEFT, top: 37, ...small });
  sheet.text(tag('P'), facts.agency.program, { x: LEFT, top: 50.5, ...small });
  const right = { x: RIGHT, align: 'right', ...small } as const;
  sheet.text(tag('P'), ['Print batch ', bold(facts.batchCode, 0.02)], { ...right, top: 37 });
  sheet.text(tag('P'), `Printed ${asOfText(facts.printedAt)}`, { ...right, top: 50.5 });
  sheet.text(tag('P'), `Page ${page} of ${pages}`, { ...right, top: 64 });
  sheet.text(tag('H1'), 'Print batch manifest', { x: LEFT, top: 72, size: 20, leading: 24, weight: 'bold' });
  const sheets = facts.lines.reduce((sum, line) => sum + line.pages, 0);
  sheet.text(tag('P'), [bold(`${counted(facts.lines.length, 'envelope')}, ${counted(sheets, 'page')}`), ' without this manifest. Tick each envelope when its pages are counted and the name shows in the window.'], {
    x: LEFT, top: 104, width: WIDTH, ...TYPE,
  });
}

function drawColumnHeads(sheet: Sheet, row: Tag | null): void {
  for (const { head, x } of COLUMNS) {
    sheet.text(row?.add('TH', { scope: 'Column' }) ?? null, head, { x, top: HEADS, size: 10, leading: 17, weight: 'bold' });
  }
  sheet.rule(LEFT, ROWS - 2, WIDTH, 2);
}

function drawRow(sheet: Sheet, row: Tag, line: ManifestLine, number: number, top: number): void {
  const [name] = breakLines(line.receiver, { size: TYPE.size, width: NAME_WIDTH });
  const text = top + 4;
  sheet.marked(null, ['1 w', `${LEFT + 1} ${SHEET_HEIGHT - top - 6 - BOX} ${BOX} ${BOX} re S`]);
  const cells = [String(number), [bold(line.dispatchCode)], line.caseNumber, null, String(line.pages)];
  cells.forEach((cell, i) => {
    const x = COLUMNS[i]?.x ?? LEFT;
    if (cell !== null) sheet.text(row.add('TD'), cell, { x, top: text, ...TYPE });
    else sheet.lines(row.add('TD'), name ? [name] : [], { x, top: text, ...TYPE });
  });
  sheet.rule(LEFT, top + PITCH - 1, WIDTH);
}

function drawSignature(sheet: Sheet, parent: Tag, top: number): void {
  sheet.text(parent.add('P'), 'Counted and sealed by', { x: LEFT, top, ...TYPE });
  sheet.rule(150, top + 13, 200);
  sheet.text(parent.add('P'), 'on', { x: 362, top, ...TYPE });
  sheet.rule(382, top + 13, RIGHT - 382);
  sheet.text(parent.add('P'), 'Then confirm each envelope on the dispatch screen. Spoiled sheets go to the shredder.', { x: LEFT, top: top + 24, ...TYPE });
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/**
 * Renders a manifest on its own, as for a batch that is counted again.
 *
 * Receivers must be printable; `renderPrintBatch` sees to that.
 * @example const bytes = await renderManifest({ batchCode: 'B-0412', printedAt, agency, lines, specimen: false });
 */
export async function renderManifest(facts: ManifestFacts): Promise<Uint8Array> {
  const paper = new Paper();
  drawManifest(paper, paper.root, facts);
  return paper.save({ title: 'Print batch manifest', language: 'en-US', madeAt: facts.printedAt });
}
