import { marisolLetter } from '../fixtures/letters';
import { keep, poppler, textOf, wordBoxes } from '../fixtures/paper';
import { renderCoverLetter } from '@/lib/letters/cover-letter';
import { recipientProblems } from '@/lib/letters/envelope-window';
import type { LetterFacts, LetterLanguage } from '@/lib/letters/types';

async function letter(name: string, facts: LetterFacts, language: LetterLanguage): Promise<Uint8Array> {
  const made = await renderCoverLetter(facts, language);
  if (!made.ok) throw new Error(JSON.stringify(made));
  keep(name, made.value.bytes);
  return made.value.bytes;
}

const flat = (bytes: Uint8Array): string => textOf(bytes).replaceAll(/\s+/g, ' ');

// Double-window #10 envelope, in points: the postal figures themselves, so that the code's own cannot drift with the test.
const RETURN_WINDOW = { left: 36, top: 36, width: 252, height: 56.88 };
const RECIPIENT_WINDOW = { left: 36, top: 146.88, width: 252, height: 63 };
const CLEAR = 9;

type Box = { left: number; top: number; right: number; bottom: number };
const around = (window: typeof RETURN_WINDOW, clear: number): Box => ({
  left: window.left - clear,
  top: window.top - clear,
  right: window.left + window.width + clear,
  bottom: window.top + window.height + clear,
});
const touches = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
// A word's box is its face's ascent and descent, a little more than its ink.
const inside = (a: Box, b: Box): boolean => a.left >= b.left - 0.5 && a.right <= b.right && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5;

const addresses: [string, readonly string[]][] = [
  ['three lines', marisolLetter.recipient],
  ['four lines', ['Marisol Calderón Reyes', 'c/o Elm Street School', '88 Example Street, Apt 3B', 'New Britain, CT 06051']],
  ['five lines', ['Marisol Calderón Reyes', 'c/o Elm Street School', 'Health Office', '88 Example Street, Apt 3B', 'New Britain, CT 06051']],
];

test.each(addresses)('nothing but name and address of %s shows in the windows', async (_, recipient) => {
  const bytes = await letter(`letter-${recipient.length}`, { ...marisolLetter, recipient }, 'en');
  const words = wordBoxes(bytes);
  const seen = (window: typeof RETURN_WINDOW) => words.filter((word) => touches(word, around(window, CLEAR)));
  const { department, program, street, city } = marisolLetter.agency;
  expect(seen(RETURN_WINDOW).map((word) => word.text).join(' ')).toBe([department, program, street, city].join(' '));
  expect(seen(RECIPIENT_WINDOW).map((word) => word.text).join(' ')).toBe(recipient.join(' '));
  for (const word of seen(RECIPIENT_WINDOW)) expect(inside(word, around(RECIPIENT_WINDOW, 0))).toBe(true);
  for (const word of seen(RETURN_WINDOW)) expect(inside(word, around(RETURN_WINDOW, 0))).toBe(true);
});

test.each([
  ['no line', [], [{ field: 'recipient', reason: 'recipient_missing' }]],
  ['an empty line', ['Ana Ruiz', ' ', 'Hartford, CT 06106'], [{ field: 'recipient', reason: 'recipient_missing' }]],
  ['six lines', ['1', '2', '3', '4', '5', '6'], [{ field: 'recipient', reason: 'too_many_lines' }]],
  ['a line wider than the window', ['Ana Ruiz', 'Department of Very Long Names of Institutions and Their Annexes', 'Hartford, CT 06106'], [{ field: 'recipient.1', reason: 'too_wide' }]],
  ['a script that is not printed', ['محمد علي'], [{ field: 'recipient.0', reason: 'unprintable', detail: 'U+0645 U+062D U+062F U+0639 U+0644 U+064A' }]],
])('a recipient with %s is refused', (_, recipient, problems) => {
  expect(recipientProblems(recipient)).toEqual(problems);
});

test('a letter whose recipient does not fit is not made', async () => {
  const made = await renderCoverLetter({ ...marisolLetter, recipient: Array.from({ length: 6 }, () => 'x') }, 'en');
  expect(made).toMatchObject({ ok: false, reason: 'not_printable', problems: [{ field: 'recipient', reason: 'too_many_lines' }] });
});

test('the English letter names record, pages, doses, control number and dispatch', async () => {
  const text = flat(await letter('letter-en', marisolLetter, 'en'));
  for (const words of ['November 24, 2026', 'C-2041', 'your child, Mateo', '1 page with 14 doses', '7K4M-92QX-3TFD', 'Store it in a safe place', 'After a new dose', 'recorddesk.example', 'Dispatch M-26-0093417'])
    expect(text).toContain(words);
});

test('the Spanish letter says the same in Spanish and is marked as Spanish', async () => {
  const bytes = await letter('letter-es', marisolLetter, 'es');
  const text = flat(bytes);
  for (const words of ['24 de noviembre de 2026', 'registro completo de vacunación', '1 página con 14 dosis', 'lugar seguro', 'Después de una dosis nueva', 'Envío M-26-0093417'])
    expect(text).toContain(words);
  expect(Buffer.from(bytes).includes('es-US') || poppler('pdfinfo', bytes).includes('Carta de envío')).toBe(true);
});

test.each<[string, LetterFacts['subject'], string]>([
  ['their own', { relation: 'self' }, 'You asked for your Full Immunization Record.'],
  ['whom they represent', { relation: 'represented', name: 'Ida Berg' }, 'of Ida Berg, for whom you act.'],
  ['an organization', { relation: 'released', name: 'Ida Berg' }, 'whose signed release names you.'],
])('the letter says whose record it is: %s', async (name, subject, words) => {
  expect(flat(await letter(`letter-${subject.relation}`, { ...marisolLetter, subject }, 'en'))).toContain(words);
  expect(name).not.toBe('');
});

test('only a letter with a code in its envelope tells how to scan it', async () => {
  const covid = { kind: 'covid', pages: 1, doses: 4, controlNumber: '9D3T-V5KA-1YHM' } as const;
  const both = [...marisolLetter.records, { ...covid, cardShown: true }];
  const text = flat(await letter('letter-two', { ...marisolLetter, records: both }, 'en'));
  expect(text).toContain('Full Immunization Record and the COVID-19 Immunization Record');
  expect(text).toContain('point its camera at the code');
  const without = await letter('letter-covid', { ...marisolLetter, records: [{ ...covid, cardShown: false }] }, 'en');
  expect(flat(without)).not.toContain('camera');
});

test('the file is one tagged Letter page whose title has no name', async () => {
  const facts = poppler('pdfinfo', await letter('letter-en', marisolLetter, 'en'));
  expect(facts).toMatch(/Title:\s+Cover letter\n/);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(/Pages:\s+1\n/);
  expect(facts).toMatch(/\(letter\)/);
});
