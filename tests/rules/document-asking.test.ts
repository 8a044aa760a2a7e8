/** What is asked again, in which words, and when. */
import { ASK_PAGE, askedLines, askMail, askText } from '@/lib/documents/asking/labels';
import { chaseOf, itemsOf } from '@/lib/documents/asking/rules';
import { RETURN_REASONS } from '@/lib/documents/reasons';
import { calendarDateOf } from '@/lib/platform/dates';

const judged = (kind: string, decision: string, ...reasons: string[]) => ({ kind, decision, reasons });

test.each([
  ['returned papers with their reasons, then what is missing', [judged('photo_id', 'returned', 'ID-02')], ['birth_certificate'], [{ kind: 'photo_id', reasons: ['ID-02'] }, { kind: 'birth_certificate', reasons: [] }]],
  ['two returned of one kind as one line', [judged('photo_id', 'returned', 'ID-02'), judged('photo_id', 'returned', 'ID-02', 'ID-06')], [], [{ kind: 'photo_id', reasons: ['ID-02', 'ID-06'] }]],
  ['nothing of a kind that was accepted since', [judged('photo_id', 'returned', 'ID-02'), judged('photo_id', 'accepted')], [], []],
  ['a paper suspected to be false like one that never came', [judged('photo_id', 'suspected_false')], [], [{ kind: 'photo_id', reasons: [] }]],
  ['a kind once, though it is returned and missing', [judged('photo_id', 'returned', 'ID-05')], ['photo_id'], [{ kind: 'photo_id', reasons: ['ID-05'] }]],
] as const)('is asked: %s', (_, reviews, missing, items) => {
  expect(itemsOf(reviews, missing)).toEqual(items);
});

const closures = [calendarDateOf('2026-12-25'), calendarDateOf('2027-01-01')];
const on = (today: string, reminded = false) => chaseOf({ askedOn: calendarDateOf('2026-12-01'), reminded, today: calendarDateOf(today), closures });
test.each([
  ['2026-12-01', false, 'wait'],
  ['2026-12-07', false, 'wait'],
  ['2026-12-08', false, 'remind'],
  ['2026-12-08', true, 'wait'],
  ['2026-12-28', true, 'wait'],
  ['2026-12-29', true, 'wait'],
  ['2026-12-30', true, 'close'],
  ['2026-12-30', false, 'close'],
])('on %s, reminded %s: %s (Christmas counts for nobody)', (today, reminded, chase) => {
  expect(on(today, reminded)).toBe(chase);
});

const facts = { reference: 'S-7K4M-92QX', items: [{ kind: 'photo_id' as const, reasons: ['ID-02'] }], link: 'https://records.example/answer/token', expiresOn: calendarDateOf('2026-12-15'), reminder: false };
test.each(['en', 'es'] as const)('every reason there is becomes a sentence of the message (%s), and the text on a phone says only that there is something', (language) => {
  for (const { code, kinds, [language]: said } of RETURN_REASONS) {
    const [kind] = kinds;
    if (kind === undefined) throw new Error(code);
    expect(askMail({ ...facts, items: [{ kind, reasons: [code] }] }, language).text).toContain(`${said.wrong} ${said.todo}`);
    expect(askedLines([{ kind, reasons: [code] }], language)).toHaveLength(1);
  }
  expect(askText(facts, language)).toContain(facts.link);
  expect(askText(facts, language)).not.toMatch(/ID\b|identificaci/);
  expect(askMail({ ...facts, reminder: true }, language).subject).not.toBe(askMail(facts, language).subject);
});

test('the page has the same words in both languages', () => {
  expect(Object.keys(ASK_PAGE.es)).toEqual(Object.keys(ASK_PAGE.en));
  expect(Object.keys(ASK_PAGE.es.failed)).toEqual(Object.keys(ASK_PAGE.en.failed));
});
