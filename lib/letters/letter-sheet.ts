/** Everything on a letter that is not its running text: windows, date and case, fold marks, foot. */
import { longDate } from '@/lib/platform/dates';
import { bold } from '@/lib/records/paper/lines';
import type { Sheet } from '@/lib/records/paper/sheet';
import type { Tag } from '@/lib/records/paper/tags';
import { RECIPIENT_WINDOW, RETURN_TYPE, RETURN_WINDOW, recipientType } from './envelope-window';
import { LETTER_WORDS } from './labels';
import type { LetterHead, LetterLanguage } from './types';

const INCH = 72;
const FACTS = { x: 4.75 * INCH, value: 1.05 * INCH, top: 0.5 * INCH, size: 10.5, leading: 15 };
/** A Letter sheet folded in three for a #10 envelope. */
const FOLDS = [(11 / 3) * INCH, (22 / 3) * INCH];
const FOOT = 10.35 * INCH;
const LEFT = 0.5 * INCH;
const RIGHT = 8 * INCH;

export function drawLetterSheet(sheet: Sheet, parent: Tag, facts: LetterHead, language: LetterLanguage): void {
  if (facts.specimen) sheet.text(parent.add('P'), [bold('SPECIMEN', 0.12)], { x: RIGHT, top: 0.14 * INCH, size: 10, leading: 13, align: 'right' });
  const { department, program, street, city } = facts.agency;
  drawAddress(sheet, parent.add('P'), [department, program, street, city], { x: RETURN_WINDOW.left, top: RETURN_WINDOW.top, ...RETURN_TYPE });
  drawAddress(sheet, parent.add('P'), facts.recipient, {
    x: RECIPIENT_WINDOW.left,
    top: RECIPIENT_WINDOW.top,
    ...recipientType(facts.recipient.length),
  });
  drawFacts(sheet, parent, facts, language);
  for (const fold of FOLDS) sheet.rule(0.125 * INCH, fold, 0.2 * INCH);
  drawFoot(sheet, parent, facts, language);
}

function drawAddress(sheet: Sheet, tag: Tag, lines: readonly string[], at: { x: number; top: number; size: number; leading: number }): void {
  lines.forEach((line, i) => sheet.text(tag, line, { ...at, top: at.top + i * at.leading }));
}

function drawFacts(sheet: Sheet, parent: Tag, facts: LetterHead, language: LetterLanguage): void {
  const words = LETTER_WORDS[language];
  const rows = [
    [words.date, [bold(longDate(facts.letterOn, language))]],
    [words.case, [bold(facts.caseNumber)]],
    [words.phone, facts.agency.phone],
    [words.hours, words.openHours],
  ] as const;
  rows.forEach(([label, value], i) => {
    const tag = parent.add('P');
    const place = { top: FACTS.top + i * FACTS.leading, size: FACTS.size, leading: FACTS.leading };
    sheet.text(tag, label, { x: FACTS.x, ...place });
    sheet.text(tag, value, { x: FACTS.x + FACTS.value, ...place });
  });
}

/** The dispatch code is how an envelope and its tracking find each other again when mail comes back. */
function drawFoot(sheet: Sheet, parent: Tag, facts: LetterHead, language: LetterLanguage): void {
  const words = LETTER_WORDS[language];
  const type = { size: 10, leading: 13 };
  sheet.rule(LEFT, FOOT, RIGHT - LEFT);
  sheet.text(parent.add('P'), words.foot, { x: LEFT, top: FOOT + 5, ...type });
  sheet.text(null, words.page(1, 1), { x: LEFT, top: FOOT + 18, ...type });
  sheet.text(parent.add('P'), [bold(words.dispatch(facts.dispatchCode))], { x: RIGHT, top: FOOT + 18, align: 'right', ...type });
}
