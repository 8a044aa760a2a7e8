/** A record that is a dose table: the full record, and the COVID-19 record without a card. */
import { endOfRecord } from './labels';
import { drawDoses, layDoses } from './dose-table';
import type { Paper } from './paper/paper';
import type { Sheet } from './paper/sheet';
import type { Tag } from './paper/tags';
import type { Text } from './paper/lines';
import { drawFoot, drawHead, LEFT, nameShift, WIDTH } from './record-head';
import type { RecordFacts } from './types';

/** A record laid out: what a cover letter must know of it before it is drawn, and the drawing. */
export type RecordPlan = {
  title: string;
  pages: number;
  cardShown: boolean;
  draw(paper: Paper, parent: Tag): void;
};

const TABLE_TOP = 150;
/** The lead line and the space to the table below it. */
const LEAD_LINE = 20;

export type TableRecord = { title: string; lead?: string; statement: readonly Text[] };

export function planTable(facts: RecordFacts, { title, lead, statement }: TableRecord): RecordPlan {
  const shift = nameShift(facts.person);
  const layout = layDoses(facts.doses, TABLE_TOP + shift + (lead ? LEAD_LINE : 0));
  const pages = layout.pages.length;
  const draw = (paper: Paper, parent: Tag) => {
    let table: Tag | null = null;
    for (let page = 1; page <= pages; page++) {
      const sheet = paper.sheet();
      const at = { title, page, pages };
      drawHead(sheet, parent, facts, at);
      if (lead) sheet.text(page === 1 ? parent.add('P') : null, lead, { x: LEFT, top: 152 + shift, size: 10.5, leading: 15, width: WIDTH });
      table ??= parent.add('Table');
      const end = drawDoses(sheet, table, layout, page - 1) + 5;
      sheet.rule(LEFT, end, WIDTH, 2);
      const last = page === pages;
      const words = last ? endOfRecord(facts.doses.length, layout.lines) : `Continues on page ${page + 1}.`;
      sheet.text(last ? parent.add('P') : null, words, { x: LEFT, top: end + 6, size: 10, leading: 14, weight: 'bold' });
      if (last) drawStatement(sheet, parent, statement, end + 24);
      drawFoot(sheet, facts, at);
    }
  };
  return { title, pages, cardShown: false, draw };
}

/** Paragraphs of the official statement, from `top`. */
export function drawStatement(sheet: Sheet, parent: Tag, paragraphs: readonly Text[], top: number): void {
  let at = top;
  for (const paragraph of paragraphs) at = sheet.text(parent.add('P'), paragraph, { x: LEFT, top: at, width: WIDTH, size: 10, leading: 13.5 }) + 4;
}
