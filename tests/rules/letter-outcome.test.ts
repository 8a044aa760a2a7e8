import { outcomeLetter } from '../fixtures/letters';
import { keep, poppler, textOf, wordBoxes } from '../fixtures/paper';
import { RETURN_REASONS } from '@/lib/documents/reasons';
import { renderOutcomeLetter } from '@/lib/letters/outcome-letter';
import { LETTER_OUTCOMES, type LetterLanguage, type LetterOutcome, type OutcomeFacts } from '@/lib/letters/types';

async function letter(facts: OutcomeFacts, language: LetterLanguage): Promise<Uint8Array> {
  const made = await renderOutcomeLetter(facts, language);
  if (!made.ok) throw new Error(JSON.stringify(made));
  keep(`outcome-${facts.outcome}-${language}`, made.value.bytes);
  return made.value.bytes;
}
const flat = (bytes: Uint8Array): string => textOf(bytes).replaceAll(/\s+/g, ' ');

const SAYS: Readonly<Record<LetterOutcome, readonly [en: string, es: string]>> = {
  fixed: ['Please try the online portal again', 'Vuelva a intentar en el portal en línea'],
  doses_added: ['The record is up to date', 'El registro está al día'],
  referred_elsewhere: ['Another state can help you with this', 'Otro estado puede ayudarle con esto'],
  no_connecticut_record: ['We found nothing under these details', 'No encontramos nada con estos datos'],
  refused: ['What would change it', 'Qué lo cambiaría'],
  unanswered: ['We did not hear from you', 'No recibimos su respuesta'],
};
/** Of a letter that a household may open: no vaccine, no dose by name, nobody else's name. */
const NEVER = /covid|influenza|hepatitis|mmr|date of birth:|fecha de nacimiento:/i;

const both = LETTER_OUTCOMES.flatMap((outcome) => (['en', 'es'] as const).map((language) => [outcome, language] as const));

test.each(both)('the letter of %s in %s says what became of the request and what to do', async (outcome, language) => {
  const bytes = await letter({ ...outcomeLetter, outcome }, language);
  const text = flat(bytes);
  for (const words of [SAYS[outcome][language === 'en' ? 0 : 1], 'S-7K4M-92QX-3TFD', 'C-2041', 'M-26-0093420', '(860) 509-7929', 'Marisol Calderón Reyes']) expect(text).toContain(words);
  expect(text).not.toMatch(NEVER);
  expect(text).not.toMatch(/[{}]/);
  const facts = poppler('pdfinfo', bytes);
  expect(facts).toMatch(language === 'en' ? /Title:\s+Letter about a request\n/ : /Title:\s+Carta sobre una solicitud\n/);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(/Pages:\s+1\n/);
});

test('only name and address show in the envelope’s window', async () => {
  const words = wordBoxes(await letter(outcomeLetter, 'en'));
  const window = { left: 36 - 9, top: 146.88 - 9, right: 36 + 252 + 9, bottom: 146.88 + 63 + 9 };
  const seen = words.filter((word) => word.left < window.right && word.right > window.left && word.top < window.bottom && word.bottom > window.top);
  expect(seen.map(({ text }) => text).join(' ')).toBe(outcomeLetter.recipient.join(' '));
});

test('a refusal names what was wrong with each paper and what to do; five of the longest still fit one page', async () => {
  const [first] = RETURN_REASONS;
  if (first === undefined) throw new Error('no reasons');
  const text = flat(await letter({ ...outcomeLetter, returned: [first.en] }, 'en'));
  expect(text).toContain('What was wrong with the papers');
  expect(text).toContain(`${first.en.wrong} ${first.en.todo}`.replaceAll(/\s+/g, ' '));
  for (const language of ['en', 'es'] as const) {
    const longest = [...RETURN_REASONS].map((reason) => reason[language]).sort((a, b) => (b.wrong + b.todo).length - (a.wrong + a.todo).length).slice(0, 5);
    expect((await renderOutcomeLetter({ ...outcomeLetter, returned: longest }, language)).ok).toBe(true);
  }
});

test.each([
  ['an address that no window holds', { recipient: ['1', '2', '3', '4', '5', '6'] }, [{ field: 'recipient', reason: 'too_many_lines' }]],
  ['a script that is not printed', { greetingName: 'محمد' }, [{ field: 'greetingName', reason: 'unprintable', detail: 'U+0645 U+062D U+062F' }]],
  ['more papers than a page tells of', { returned: Array.from({ length: 30 }, () => ({ wrong: 'We cannot read it.', todo: 'Send a clearer one.' })) }, [{ field: 'body', reason: 'too_long' }]],
])('a letter with %s is not made', async (_, change, problems) => {
  expect(await renderOutcomeLetter({ ...outcomeLetter, ...change }, 'en')).toEqual({ ok: false, reason: 'not_printable', problems });
});
