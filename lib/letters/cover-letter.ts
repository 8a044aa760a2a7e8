/** The letter on top of a mailed record. */
import { done, refuse, type Outcome, type Problem } from '@/lib/platform/outcome';
import { bold, type Text } from '@/lib/records/paper/lines';
import { Paper } from '@/lib/records/paper/paper';
import type { Tag } from '@/lib/records/paper/tags';
import { unprintableProblems } from '@/lib/records/rendering';
import { officeInstant } from '@/lib/platform/dates';
import { adviceFor } from './advice';
import { recipientProblems } from './envelope-window';
import { LETTER_WORDS } from './labels';
import { drawBody, item, layBody, type Block } from './letter-body';
import { drawLetterSheet } from './letter-sheet';
import type { LetterFacts, LetterHead, LetterLanguage } from './types';

/** A letter laid out: its problems, or its drawing. Always one page. */
export type LetterPlan = { problems: readonly Problem[]; draw(paper: Paper, parent: Tag): void };

function enclosed({ records, subject }: LetterFacts, language: LetterLanguage): Block[] {
  const words = LETTER_WORDS[language];
  const asked = words.asked(records.map((record) => words.kind[record.kind]).join(` ${words.and} `), subject);
  const [only] = records;
  if (records.length === 1 && only) {
    const text: Text = [`${asked} ${words.enclosedOne(words.size(only))} `, bold(only.controlNumber), '.'];
    return [{ kind: 'paragraph', lines: [text] }];
  }
  const list = records.map((record) =>
    item('•', [`${words.kind[record.kind]}: ${words.size(record)}, ${words.numbered} `, bold(record.controlNumber)]),
  );
  return [{ kind: 'paragraph', lines: [`${asked} ${words.enclosedMany}`] }, ...list];
}

/** The site in bold, where the sentence names it. */
function withSite(sentence: string, site: string): Text {
  const [before = '', after = ''] = sentence.split('{site}');
  return [before, bold(site), after];
}

function blocksOf(facts: LetterFacts, language: LetterLanguage): Block[] {
  const words = LETTER_WORDS[language];
  const reader = facts.subject.relation === 'released' ? 'organization' : 'person';
  const advice = adviceFor(language, reader, facts.records.some((record) => record.cardShown));
  return [
    { kind: 'heading', text: advice.title },
    { kind: 'paragraph', lines: [words.greeting(facts.greetingName)] },
    ...enclosed(facts, language),
    { kind: 'subhead', text: advice.stepsTitle },
    ...advice.steps.map((step, i) => item(`${i + 1}.`, step)),
    { kind: 'subhead', text: advice.newDoseTitle },
    { kind: 'paragraph', lines: [withSite(advice.newDose, facts.site)] },
    { kind: 'subhead', text: advice.wrongTitle },
    { kind: 'paragraph', lines: [advice.wrong] },
    { kind: 'paragraph', lines: [words.close] },
    { kind: 'paragraph', lines: words.sender },
  ];
}

function letterProblems(facts: LetterFacts): Problem[] {
  const name = facts.subject.relation === 'self' ? '' : facts.subject.name;
  return [
    ...recipientProblems(facts.recipient),
    ...unprintableProblems({ greetingName: facts.greetingName, 'subject.name': name, caseNumber: facts.caseNumber, dispatchCode: facts.dispatchCode }),
    ...(facts.records.length === 0 ? [{ field: 'records', reason: 'no_record' }] : []),
  ];
}

/** Lays a letter of one page out without drawing it; `blocks` are asked for only where nothing of the facts is wrong. */
export function planLetter(facts: LetterHead, language: LetterLanguage, problems: readonly Problem[], blocks: () => readonly Block[]): LetterPlan {
  const draw = () => undefined;
  if (problems.length > 0) return { problems, draw };
  const body = layBody(blocks());
  if (!body.fits) return { problems: [{ field: 'body', reason: 'too_long' }], draw };
  return {
    problems: [],
    draw: (paper, parent) => {
      const sheet = paper.sheet();
      drawLetterSheet(sheet, parent, facts, language);
      drawBody(sheet, parent, body.placed);
    },
  };
}

/** Lays a cover letter out without drawing it. */
export const planCoverLetter = (facts: LetterFacts, language: LetterLanguage): LetterPlan => planLetter(facts, language, letterProblems(facts), () => blocksOf(facts, language));

/** The file's titles, by language: never the heading, which may stand beside a name. */
const TITLE: Record<LetterLanguage, string> = { en: 'Cover letter', es: 'Carta de envío' };
export const languageTag = (language: LetterLanguage): 'en-US' | 'es-US' => (language === 'en' ? 'en-US' : 'es-US');

/**
 * Renders the cover letter of a mailed record, one tagged Letter page for a double-window #10 envelope.
 *
 * Refused with `not_printable`; problems: those of `recipientProblems`, `unprintable`, `no_record`,
 * and `too_long` when names are so long that the text would not fit one page.
 * @example const letter = await renderCoverLetter(facts, 'es');
 */
export async function renderCoverLetter(facts: LetterFacts, language: LetterLanguage): Promise<Outcome<{ bytes: Uint8Array; pages: number }>> {
  const plan = planCoverLetter(facts, language);
  if (plan.problems.length > 0) return refuse('not_printable', plan.problems);
  const paper = new Paper();
  plan.draw(paper, paper.root);
  const madeAt = officeInstant(facts.letterOn, 12);
  return done({ bytes: await paper.save({ title: TITLE[language], language: languageTag(language), madeAt }), pages: 1 });
}
