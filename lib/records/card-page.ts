/**
 * The COVID-19 record with its SMART Health Card on one page.
 *
 * Module side and origin come from simulated Group 3 faxes: 3/98 inch is three whole lines of standard
 * fax mode, and an origin on the 1/98 inch grid keeps them whole, so the code survives 204 x 98 dpi.
 */
import { MODULE_SIDE_POINTS } from '@/lib/health-cards/qr';
import { CARD_NOTICE, CARD_USES, COVID_ONLY, covidStatement, RECORD_TITLE } from './labels';
import { bold, breakLines, type Line, type Text } from './paper/lines';
import type { Paper } from './paper/paper';
import { SHEET_HEIGHT, type Sheet } from './paper/sheet';
import type { Tag } from './paper/tags';
import { drawFoot, drawHead, LEFT, nameShift, spelledDate, WIDTH } from './record-head';
import { drawStatement, type RecordPlan } from './table-record';
import type { CardOnRecord, QrRuns, RecordFacts, ShownOnCard } from './types';

const INCH = 72;
const FAX_LINE = INCH / 98;
const CODE = { x: 61 * FAX_LINE, top: 250 * FAX_LINE };
/** Version 22, the largest a health card may need (SMART Health Cards Framework 1.4.0): 105 modules. */
const LARGEST_CODE = 105;
const VALUES = { x: 4.15 * INCH, top: 238 * FAX_LINE, width: 3.85 * INCH };
const NOTICE = 6.1 * INCH;
const USES = 6.98 * INCH;
const STATEMENT = 9.5 * INCH;
const DOSES_FIT = 6;
const DOSE_LINE = 13.5;
const DOSE_INDENT = 18;
/** The values keep this far from the notice below. */
const CLEAR = 6;
/** What a second line of the name moves the page by: 17 points and a bit, so that the code stays on the fax's lines. */
const NAME_SHIFT = 24 * FAX_LINE;

type Dose = ShownOnCard['doses'][number];

function doseText(dose: Dose): Line[] {
  const width = VALUES.width - DOSE_INDENT;
  const first: Text = [bold(spelledDate(dose.givenOn)), ` ${dose.vaccineText}`];
  const second = [dose.lot && `Lot ${dose.lot}`, dose.organization].filter(Boolean).join(', ');
  return [first, second].flatMap((text) => (text === '' ? [] : breakLines(text, { size: 10.5, width })));
}

type Values = { doses: readonly (readonly Line[])[]; name: readonly Line[]; gap: number };

/** Doses stand 6 points apart, closer when there are many; null when they would run into the notice. */
function layValues(shown: ShownOnCard): Values | null {
  const name = breakLines(shown.name, { size: 11, width: VALUES.width, weight: 'bold' });
  const doses = shown.doses.map(doseText);
  const text = doses.reduce((sum, lines) => sum + lines.length * DOSE_LINE, 0);
  const room = NOTICE - CLEAR - dosesTop(name.length) - text;
  const gap = [6, 5, 4, 3, 2].find((points) => points * doses.length <= room);
  return gap === undefined || doses.length > DOSES_FIT ? null : { doses, name, gap };
}

/** Heading 20, "the code holds" 5 + 13, name 2 + 14 a line, birth date 15. */
const dosesTop = (nameLines: number): number => VALUES.top + 40 + 14 * nameLines + 15;

/** The page, or null when the values in clear do not fit beside the code. */
export function planCardPage(facts: RecordFacts, card: CardOnRecord): RecordPlan | null {
  const values = layValues(card.shown);
  const shift = Math.ceil(nameShift(facts.person) / NAME_SHIFT) * NAME_SHIFT;
  if (values === null || card.qr.size > LARGEST_CODE || shift > NAME_SHIFT) return null;
  const title = RECORD_TITLE.covid;
  const draw = (paper: Paper, parent: Tag) => {
    const sheet = paper.sheet();
    const at = { title, page: 1, pages: 1 };
    drawHead(sheet, parent, facts, at);
    sheet.text(parent.add('P'), COVID_ONLY, { x: LEFT, top: 152 + shift, size: 10.5, leading: 15 });
    drawCode(sheet, parent, card.qr, shift);
    drawValues(sheet, parent, card.shown, values, shift);
    drawNotice(sheet, parent, shift);
    let top = USES + shift;
    for (const use of CARD_USES) top = sheet.text(parent.add('P'), use, { x: LEFT, top, width: WIDTH, size: 11, leading: 15.5 }) + 4;
    sheet.rule(LEFT, STATEMENT, WIDTH);
    drawStatement(sheet, parent, [covidStatement(facts.agency.department)], STATEMENT + 7);
    drawFoot(sheet, facts, at);
  };
  return { title, pages: 1, cardShown: true, draw };
}

/** One path of rectangles in module units: an SVG path costs fifty times as much to draw, and an image blurs in faxes. */
function drawCode(sheet: Sheet, parent: Tag, { size, runs }: QrRuns, shift: number): void {
  const side = size * MODULE_SIDE_POINTS;
  const top = SHEET_HEIGHT - CODE.top - shift;
  const figure = parent.add('Figure', { alt: 'QR code: SMART Health Card', box: [CODE.x, top - side, CODE.x + side, top] });
  const [scale, x, y] = [MODULE_SIDE_POINTS, CODE.x, top].map((value) => value.toFixed(6));
  const path = runs.map((run) => `${run.x} ${run.y} ${run.length} 1 re`).join('\n');
  sheet.marked(figure, ['q', `${scale} 0 0 -${scale} ${x} ${y} cm`, path, 'f', 'Q']);
}

function drawValues(sheet: Sheet, parent: Tag, shown: ShownOnCard, { doses, name, gap }: Values, shift: number): void {
  const { x } = VALUES;
  const top = VALUES.top + shift;
  sheet.text(parent.add('H2'), 'SMART Health Card', { x, top, size: 16, leading: 20, weight: 'bold' });
  sheet.text(parent.add('P'), 'The code holds exactly this:', { x, top: top + 25, size: 10, leading: 13 });
  const born = sheet.lines(parent.add('P'), name, { x, top: top + 40, size: 11, leading: 14 });
  sheet.text(parent.add('P'), `Born ${spelledDate(shown.birthOn)}`, { x, top: born, size: 10.5, leading: 15 });
  const list = parent.add('L');
  let at = born + 15;
  doses.forEach((lines, i) => {
    const item = list.add('LI');
    const place = { top: at + gap, size: 10.5, leading: DOSE_LINE };
    sheet.text(item.add('Lbl'), String(i + 1), { x, ...place });
    at = sheet.lines(item.add('LBody'), lines, { x: x + DOSE_INDENT, ...place });
  });
}

function drawNotice(sheet: Sheet, parent: Tag, shift: number): void {
  sheet.rule(LEFT, NOTICE + shift, WIDTH, 2);
  let top = NOTICE + shift + 9;
  for (const line of CARD_NOTICE) top = sheet.text(parent.add('P'), line, { x: LEFT, top, size: 13, leading: 18, weight: 'bold' });
  sheet.rule(LEFT, top + 8, WIDTH);
}
