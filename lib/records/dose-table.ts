/** The dose table: vaccine groups in alphabetical order, doses by date, over as many pages as it takes. */
import { flowDoses, groupHeadHeight, type FlowPage, type Part } from './dose-flow';
import { breakLines, type Line } from './paper/lines';
import type { Sheet } from './paper/sheet';
import type { Tag } from './paper/tags';
import type { DoseOnRecord } from './types';
import { LEFT, spelledDate, WIDTH } from './record-head';

const ROW = 15;
/** Each further line of a text too wide for its column. */
const MORE = 13;
const HEADS = 17;
const TYPE = { size: 10.5, leading: ROW };
const UNGROUPED = 'Other';

const COLUMNS = [
  { head: 'Vaccine (trade name)', x: 54, width: 206, text: (dose: DoseOnRecord) => dose.vaccineText },
  { head: 'Date given', x: 260, width: 112, text: (dose: DoseOnRecord) => spelledDate(dose.givenOn) },
  { head: 'Age when given', x: 372, width: 132, text: (dose: DoseOnRecord) => dose.ageText },
  { head: 'Source', x: 504, width: 72, text: (dose: DoseOnRecord) => dose.sourceText },
] as const;

type Row = { cells: readonly (readonly Line[])[]; height: number };
type Group = { name: string; rows: readonly Row[] };

export type DoseTable = { groups: readonly Group[]; pages: readonly FlowPage[]; lines: number; top: number };

function rowOf(dose: DoseOnRecord): Row {
  // Four points keep a full cell from touching the next one.
  const cells = COLUMNS.map((column) => breakLines(column.text(dose), { size: TYPE.size, width: column.width - 4 }));
  return { cells, height: ROW + MORE * (Math.max(...cells.map((lines) => lines.length)) - 1) };
}

const inOrder = new Intl.Collator('en').compare;

function groupsOf(doses: readonly DoseOnRecord[]): Group[] {
  const byGroup = new Map<string, DoseOnRecord[]>();
  for (const dose of doses) {
    const names = dose.groupNames.length > 0 ? dose.groupNames : [UNGROUPED];
    for (const name of new Set(names)) byGroup.set(name, [...(byGroup.get(name) ?? []), dose]);
  }
  return [...byGroup]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([name, given]) => ({ name, rows: given.toSorted((a, b) => a.givenOn.localeCompare(b.givenOn)).map(rowOf) }));
}

/** Lays the table out with its column heads at `top`. A page always exists, also without doses. */
export function layDoses(doses: readonly DoseOnRecord[], top: number): DoseTable {
  const groups = groupsOf(doses);
  const pages = flowDoses(groups.map((group) => group.rows.map((row) => row.height)), top + HEADS);
  return { groups, pages, top, lines: groups.reduce((sum, group) => sum + group.rows.length, 0) };
}

/** Draws one page of the table into the `Table` element; returns where the rows end. */
export function drawDoses(sheet: Sheet, table: Tag, layout: DoseTable, page: number): number {
  drawColumnHeads(sheet, page === 0 ? table.add('TR') : null, layout.top);
  let top = layout.top + HEADS;
  layout.pages[page]?.forEach((part, i) => {
    top = drawPart(sheet, table, layout, part, top + groupHeadHeight(i === 0) - groupHeadHeight(true));
  });
  return top;
}

function drawColumnHeads(sheet: Sheet, row: Tag | null, top: number): void {
  COLUMNS.forEach(({ head, x }, i) => {
    const cell = row?.add('TH', { scope: 'Column', ...(i === 0 ? { colSpan: 2 } : {}) }) ?? null;
    sheet.text(cell, head, { x, top, size: 10, leading: HEADS, weight: 'bold' });
  });
}

/** A group's head begins with its rule. On the page where it goes on, the head repeats and is not read again. */
function drawPart(sheet: Sheet, table: Tag, layout: DoseTable, part: Part, top: number): number {
  const group = layout.groups[part.group];
  if (!group) throw new RangeError('the flow names a group that is not on the record');
  sheet.rule(LEFT, top, WIDTH);
  const cell = part.from === 0 ? table.add('TR').add('TH', { scope: 'Row', colSpan: COLUMNS.length + 1 }) : null;
  const name = part.from === 0 ? group.name : `${group.name} (continued)`;
  sheet.text(cell, name, { x: LEFT, top: top + 5, size: 10.5, leading: 14, weight: 'bold' });
  return group.rows
    .slice(part.from, part.to)
    .reduce((at, row, i) => drawRow(sheet, table.add('TR'), row, part.from + i + 1, at), top + groupHeadHeight(true));
}

function drawRow(sheet: Sheet, tag: Tag, row: Row, number: number, top: number): number {
  sheet.text(tag.add('TD'), String(number), { x: LEFT + 12, top, align: 'right', ...TYPE });
  row.cells.forEach((lines, i) => {
    const column = COLUMNS[i];
    if (column) drawCell(sheet, tag.add('TD'), lines, column.x, top);
  });
  return top + row.height;
}

/** The first line stands as in every other row; further ones follow at 13 points. */
function drawCell(sheet: Sheet, tag: Tag, lines: readonly Line[], x: number, top: number): void {
  lines.forEach((line, i) => sheet.lines(tag, [line], { x, top: top + i * MORE, ...TYPE }));
}
