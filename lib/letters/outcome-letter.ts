/** The letter that tells how a case ended, where no record goes with it. */
import { done, refuse, type Outcome, type Problem } from '@/lib/platform/outcome';
import { officeInstant } from '@/lib/platform/dates';
import { bold, type Text } from '@/lib/records/paper/lines';
import { Paper } from '@/lib/records/paper/paper';
import { unprintableProblems } from '@/lib/records/rendering';
import { languageTag, planLetter, type LetterPlan } from './cover-letter';
import { recipientProblems } from './envelope-window';
import { LETTER_WORDS } from './labels';
import { item, type Block } from './letter-body';
import { OUTCOME_LETTER_WORDS, RETURNED_TITLE } from './outcome-words';
import type { LetterLanguage, OutcomeFacts } from './types';

/** A sentence with the request's number and the site in bold. */
function filled(sentence: string, { reference, site }: OutcomeFacts): Text {
  return sentence.split(/(\{reference\}|\{site\})/).map((part) => (part === '{reference}' ? bold(reference) : part === '{site}' ? bold(site) : part));
}

function returnedBlocks({ returned }: OutcomeFacts, language: LetterLanguage): Block[] {
  if (returned.length === 0) return [];
  return [{ kind: 'subhead', text: RETURNED_TITLE[language] }, ...returned.map(({ wrong, todo }) => item('•', [bold(wrong), ` ${todo}`]))];
}

function blocksOf(facts: OutcomeFacts, language: LetterLanguage): Block[] {
  const words = LETTER_WORDS[language];
  const { title, says, stepsTitle, steps } = OUTCOME_LETTER_WORDS[language][facts.outcome];
  return [
    { kind: 'heading', text: title },
    { kind: 'paragraph', lines: [words.greeting(facts.greetingName)] },
    ...says.map((sentence): Block => ({ kind: 'paragraph', lines: [filled(sentence, facts)] })),
    ...returnedBlocks(facts, language),
    { kind: 'subhead', text: stepsTitle },
    ...steps.map((step, i): Block => ({ kind: 'item', label: `${i + 1}.`, text: filled(step, facts) })),
    { kind: 'paragraph', lines: [words.close] },
    { kind: 'paragraph', lines: words.sender },
  ];
}

const letterProblems = ({ recipient, greetingName, caseNumber, dispatchCode, reference }: OutcomeFacts): Problem[] => [...recipientProblems(recipient), ...unprintableProblems({ greetingName, caseNumber, dispatchCode, reference })];

/** Lays the letter out without drawing it: one page, or the problem that it does not fit. */
export const planOutcomeLetter = (facts: OutcomeFacts, language: LetterLanguage): LetterPlan => planLetter(facts, language, letterProblems(facts), () => blocksOf(facts, language));

/** By language: never the heading, which tells what became of a request. */
const TITLE: Readonly<Record<LetterLanguage, string>> = { en: 'Letter about a request', es: 'Carta sobre una solicitud' };

/**
 * Renders the letter on how a case ended, one tagged Letter page for a double-window #10 envelope.
 *
 * Refused with `not_printable`; problems: those of `recipientProblems`, `unprintable`, and `too_long`
 * when more papers were sent back than one page tells of.
 * @example const letter = await renderOutcomeLetter(facts, 'es');
 */
export async function renderOutcomeLetter(facts: OutcomeFacts, language: LetterLanguage): Promise<Outcome<{ bytes: Uint8Array; pages: number }>> {
  const plan = planOutcomeLetter(facts, language);
  if (plan.problems.length > 0) return refuse('not_printable', plan.problems);
  const paper = new Paper();
  plan.draw(paper, paper.root);
  const madeAt = officeInstant(facts.letterOn, 12);
  return done({ bytes: await paper.save({ title: TITLE[language], language: languageTag(language), madeAt }), pages: 1 });
}
