/** `@` and the name after it, as a note is typed. */
import { mentionAt, namesLike, stillNamed, withMention } from '@/components/cases/mention-text';

const [maria, dana, zoe] = [
  { id: 'm', name: 'Maria Ortiz' },
  { id: 'd', name: 'Dana Whitfield' },
  { id: 'z', name: 'Zoë Núñez' },
];
const all = [maria, dana, zoe];

test.each<[string, string | null]>([
  ['@', ''],
  ['Ask @mar', 'mar'],
  ['(@Maria O', 'Maria O'],
  ['mail me at dana@example', null],
  ['Ask @Maria Ortiz about', null],
  ['no sign', null],
])('%p calls %p', (text, typed) => expect(mentionAt(text, text.length)?.typed ?? null).toBe(typed));

test.each<[string, readonly string[]]>([
  ['', ['m', 'd', 'z']],
  ['ort', ['m']],
  ['WHIT', ['d']],
  ['zoe nu', ['z']],
  ['x', []],
])('%p finds %p', (typed, ids) => expect(namesLike(all, typed).map(({ id }) => id)).toEqual(ids));

test('the name stands in the text; deleted again, it calls nobody', () => {
  const begun = mentionAt('Ask @mar please', 8);
  expect(begun === null ? '' : withMention('Ask @mar please', begun, maria.name)).toBe('Ask @Maria Ortiz  please');
  expect(stillNamed('Ask @Maria Ortiz', [maria, dana])).toEqual([maria]);
});
