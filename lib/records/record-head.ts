/** Head, identity band and foot, common to both records. */
import { fullDate, OFFICE_ZONE, type CalendarDate, type PartialDate } from '@/lib/platform/dates';
import { SPECIMEN } from './labels';
import { bold, breakLines, widthOf, type Line } from './paper/lines';
import type { Sheet } from './paper/sheet';
import type { Tag } from './paper/tags';
import type { PersonOnRecord, RecordFacts } from './types';

export const LEFT = 36;
export const WIDTH = 540;
export const RIGHT = LEFT + WIDTH;

const NAME_WIDTH = 290;
const BAND = 101;
/** One more line of a long name moves everything below by this much. */
const NAME_LINE = 17;

/** `page` of `pages`; on pages after the first the head only repeats, so it is no part of what is read aloud. */
export type HeadPage = { title: string; page: number; pages: number };

export const personName = ({ given, middle, family, suffix }: PersonOnRecord): string =>
  [given, middle, family, suffix].filter(Boolean).join(' ');

// One formatter for all: making one for each date took a tenth of a batch's time.
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', timeZone: 'UTC' });

/** Months are spelled on paper; of a partial date what is known: "June 1958", "1958". */
export function spelledDate(on: CalendarDate | PartialDate): string {
  if (fullDate(on) !== null) return DAY.format(new Date(`${on}T00:00:00Z`));
  return on.length === 4 ? on : MONTH.format(new Date(`${on}-01T00:00:00Z`));
}

const AS_OF_DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: OFFICE_ZONE });
const AS_OF_TIME = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: OFFICE_ZONE });

/** "November 24, 2026, 10:40 am", in the office's time. */
export const asOfText = (at: Date): string =>
  `${AS_OF_DAY.format(at)}, ${AS_OF_TIME.format(at).replace(/\s*([AP])M$/u, (_, half: string) => ` ${half.toLowerCase()}m`)}`;

function nameLines(person: PersonOnRecord): { lines: Line[]; size: number } {
  const name = personName(person);
  const size = widthOf(name, 13, 'bold') <= NAME_WIDTH ? 13 : 11;
  return { lines: breakLines(name, { size, width: NAME_WIDTH, weight: 'bold' }), size };
}

/** How far the name pushes the rest of the page down. */
export const nameShift = (person: PersonOnRecord): number => (nameLines(person).lines.length - 1) * NAME_LINE;

export function drawHead(sheet: Sheet, parent: Tag, facts: RecordFacts, at: HeadPage): void {
  const tag = (type: 'P' | 'H1') => (at.page === 1 ? parent.add(type) : null);
  const small = { size: 10.5, leading: 13.5 };
  if (facts.specimen) sheet.text(tag('P'), [bold(SPECIMEN, 0.14)], { x: 306, top: 14, size: 10, leading: 15, align: 'center' });
  sheet.text(tag('P'), facts.agency.department, { x: LEFT, top: 37, width: 300, weight: 'bold', ...small });
  sheet.text(tag('P'), facts.agency.program, { x: LEFT, top: 50.5, width: 300, ...small });
  const right = { x: RIGHT, align: 'right', ...small } as const;
  sheet.text(tag('P'), ['Control number ', bold(facts.controlNumber, 0.02)], { ...right, top: 37 });
  sheet.text(tag('P'), `As of ${asOfText(facts.asOf)}`, { ...right, top: 50.5 });
  sheet.text(tag('P'), `Page ${at.page} of ${at.pages}`, { ...right, top: 64 });
  sheet.text(tag('H1'), [bold(at.title, -0.005)], { x: LEFT, top: 72, size: 20, leading: 24 });
  drawIdentity(sheet, tag, facts);
}

function drawIdentity(sheet: Sheet, tag: (type: 'P') => Tag | null, { person, doses }: RecordFacts): void {
  const { lines, size } = nameLines(person);
  sheet.rule(LEFT, BAND, WIDTH, 2);
  const label = { top: BAND + 6, size: 10, leading: 13 };
  const value = { top: BAND + 19, size: 13, leading: NAME_LINE, weight: 'bold' } as const;
  const name = tag('P');
  sheet.text(name, 'Name', { x: LEFT, ...label });
  sheet.lines(name, lines, { x: LEFT, ...value, size });
  const born = tag('P');
  sheet.text(born, 'Date of birth', { x: 336, ...label });
  sheet.text(born, spelledDate(person.birthOn), { x: 336, ...value });
  const count = tag('P');
  sheet.text(count, 'Doses', { x: 504, ...label });
  sheet.text(count, String(doses.length), { x: 504, ...value });
  sheet.rule(LEFT, 143 + nameShift(person), WIDTH);
}

/** The foot repeats what the head says, for a page that lost its neighbours. */
export function drawFoot(sheet: Sheet, facts: RecordFacts, at: HeadPage): void {
  const { program, street, city, phone } = facts.agency;
  const line = { size: 10, leading: 13 };
  sheet.rule(LEFT, 748, WIDTH);
  sheet.text(null, `${program}, ${street}, ${city}`, { x: LEFT, top: 753, ...line });
  sheet.text(null, `To check this paper, call ${phone} and give the control number.`, { x: LEFT, top: 766, ...line });
  const right = { x: RIGHT, align: 'right', weight: 'bold', ...line } as const;
  sheet.text(null, facts.controlNumber, { ...right, top: 753 });
  sheet.text(null, `Page ${at.page} of ${at.pages}`, { ...right, top: 766 });
}
