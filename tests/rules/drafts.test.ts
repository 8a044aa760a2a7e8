/** What may be kept as a draft, and what a form reads back. */
import { closeDraft, dosesDraft, noteDraft } from '@/lib/cases/drafts';
import { savedAtWords } from '@/lib/drafts/labels';
import { readDraft } from '@/lib/drafts/rules';
import { caseDraft, reviewDraft, saveDraftSchema } from '@/lib/drafts/schema';

const CASE = 'cccccccccccccccccccccc';
const save = (key: string, body: unknown) => saveDraftSchema.safeParse({ key, body });
const note = (text: string) => ({ text, mentions: [] });

test.each([caseDraft(CASE, 'note'), caseDraft(CASE, 'doses'), reviewDraft(CASE, 'dddddddddddddddddddddd')])('%s is a key', (key) => expect(save(key, note('x')).success).toBe(true));

test.each(['case:short:note', `case:${CASE}:diary`, `case:${CASE}:review:x`, `patient:${CASE}:note`, `case:${CASE}:note `, '__proto__'])('%p is none', (key) => expect(save(key, note('x')).success).toBe(false));

test.each<[string, unknown]>([
  ['more than anybody types', note('x'.repeat(32_001))],
  ['NUL, which the database cannot keep', note('a\0b')],
  ['half a surrogate pair', note('a\ud800b')],
  ['a list', ['x']],
  ['words alone', 'x'],
])('%s is refused', (_, body) => expect(save(caseDraft(CASE, 'note'), body).success).toBe(false));

test('an emoji and Spanish letters are kept', () => expect(save(caseDraft(CASE, 'note'), note('¿Mañana? 👍')).success).toBe(true));

test('a draft is read by its form; an older form’s draft is passed over', () => {
  const key = caseDraft(CASE, 'note');
  const kept = new Map([[key as string, { body: note('Called, no answer'), savedAt: '10:47:52', mark: '1' }]]);
  expect(readDraft(kept, key, noteDraft)).toEqual({ value: note('Called, no answer'), savedAt: '10:47:52', mark: '1' });
  expect(readDraft(kept, key, closeDraft)).toBeNull();
  expect(readDraft(kept, caseDraft(CASE, 'close'), closeDraft)).toBeNull();
});

test('rows of the grid keep what was typed and nothing that was asked about them', () => {
  const row = { id: 'row-1', number: 1, typed: 'mmr', vaccine: null, givenOn: '', lot: '', sameAs: null, another: {}, reasons: { unknown_maker: 'Foreign card' } };
  const body = { rows: [row], card: { source: '02', organization: '' }, page: 1 };
  expect(dosesDraft.safeParse(body).success).toBe(true);
  expect(dosesDraft.safeParse({ ...body, rows: [{ ...row, checked: null }] }).success).toBe(false);
});

test('the time of saving is the office’s', () => expect(savedAtWords(new Date('2026-11-24T15:47:52Z'))).toBe('10:47:52'));
