import { datesMeant } from '@/lib/finding/dates';
import { answers, fitBirth, fitName, listenerFor } from '@/lib/finding/fit';
import { questionOf, type Question } from '@/lib/finding/question';
import { searchSchema } from '@/lib/finding/schema';
import { shapeOf } from '@/lib/finding/labels';
import { calendarDateOf } from '@/lib/platform/dates';
import { newControlNumber } from '@/lib/records/control-number';

const TODAY = calendarDateOf('2026-11-25');

test.each([
  ['3/4/61', ['1961-03-04']],
  ['3-4-1961', ['1961-03-04']],
  ['25.3.1961', ['1961-03-25']],
  ['1961-03-04', ['1961-03-04']],
  ['030461', ['1961-03-04']],
  ['03041961', ['1961-03-04']],
  ['19610304', ['1961-03-04']],
  ['mar 4 1961', ['1961-03-04']],
  ['4th march 61', ['1961-03-04']],
  ['march 1961', ['1961-03']],
  ['3/1961', ['1961-03']],
  ['1961', ['1961']],
  ['5/6/20', ['2020-05-06', '1920-05-06']],
  ['2/30/1990', []],
  ['12/1/2026', []],
  ['13/13/1990', []],
  ['smith', []],
])('%s is a date of birth of %j', (text, expected) => expect(datesMeant(text, TODAY)).toEqual(expected));

const words = ({ words: all }: Question): string => all.map(({ text }) => text).join(' ');
const ask = (text: string): Question => questionOf({ text }, TODAY);
const control = newControlNumber();

test.each<[string, Partial<Record<keyof Question, unknown>>, string]>([
  ['Bob Smyth 3/4/61', { births: ['1961-03-04'] }, 'bob smyth'],
  ['smyth bob 3 4 61', { births: ['1961-03-04'] }, 'smyth bob'],
  ['Núñez-O’Brien, José 5 march 1990', { births: ['1990-03-05'] }, 'nunez obrien jose'],
  ['(203) 555-0177 rivera', { phones: ['+12035550177'] }, 'rivera'],
  ['555-0177', { phones: ['+12035550177', '+18605550177', '+14755550177', '+19595550177'] }, ''],
  ['Ana.Rivera@Example.com', { emails: ['ana.rivera@example.com'] }, ''],
  ['C-2041', { caseNumbers: [2041] }, ''],
  ['c2041 rivera', { caseNumbers: [2041] }, 'rivera'],
  ['8840012', { registryNumbers: [8840012], caseNumbers: [8840012] }, ''],
  [control, { controlNumbers: [control] }, ''],
  ['Robert Smith Jr', {}, 'robert smith'],
  ['Mary Anne Ruth', { controlNumbers: [] }, 'mary anne ruth'],
])('%s is taken apart', (text, has, left) => {
  const question = ask(text);
  expect(question).toMatchObject(has);
  expect(words(question)).toBe(left);
});

test('the shape of a question has none of its words', () => {
  const shape = shapeOf(ask('Bob Smyth 3/4/61 (203) 555-0177 bob@example.com C-2041'));
  expect(shape).toEqual(['2 parts of a name', 'date of birth', 'phone', 'e-mail', 'case number']);
});

test.each([
  ['bob smyth', 'smith', 'robert', 2, 0],
  ['robert smith', 'smith', 'robert', 2, 0],
  ['smi rob', 'smith', 'robert', 2, 0],
  ['garcia', 'garcia lopez', 'maria', 1, 0],
  ['maria lopez garcia', 'garcia lopez', 'maria', 3, 0],
  ['robert jones', 'smith', 'robert', 1, 1],
  ['karen', 'smith', 'robert', 0, 1],
])('"%s" against %s, %s: %i words fit, %i do not', (text, family, given, fits, unknown) => {
  const fit = fitName(listenerFor(ask(text)), { family, given });
  expect([fit.said.length, fit.unknown.length]).toEqual([fits, unknown]);
});

test.each([
  ['3/4/61', '1961-03-04', 'same'],
  ['3/4/61', '1961-04-03', 'swapped'],
  ['3/4/61', '1962-03-04', 'one_digit'],
  ['3/14/61', '1961-03-25', 'two_parts'],
  ['3/4/61', '1961-03', 'in_part'],
  ['1961', '1961-03-04', 'in_part'],
  ['3/4/61', '1975-10-22', 'other'],
  ['3/4/61', null, 'not_known'],
])('born %s as asked, %s on record: %s', (asked, on, expected) => expect(fitBirth(ask(asked), on)).toBe(expected));

test('a name that fits in part is shown only beside the right birth date', () => {
  const fit = fitName(listenerFor(ask('robert jones')), { family: 'smith', given: 'robert' });
  expect([answers(fit, null), answers(fit, 'same'), answers(fit, 'other'), answers(fit, 'one_digit')]).toEqual([false, true, false, false]);
});

test('nothing, one letter, or a street without its ZIP is no question', () => {
  const refused = [{}, { text: 'a' }, { street: '1 Main St' }, { text: 'smith', name: 'x' }, { text: 'a\u202Eb' }, { email: 'a@x.org, b@x.org' }];
  expect(refused.filter((input) => searchSchema.safeParse(input).success)).toEqual([]);
  expect(searchSchema.safeParse({ text: 'li' }).success).toBe(true);
});
