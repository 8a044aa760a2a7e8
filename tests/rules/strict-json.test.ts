/** A body that two readers could read differently is read by none. */
import fc from 'fast-check';
import { strictJson } from '@/lib/platform/strict-json';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  ['a key twice', '{"a":1,"a":2}'],
  ['a key twice, once in code', '{"a":1,"\\u0061":2}'],
  ['a key twice, deep down', '{"x":[{"a":1},{"b":{"c":1,"c":2}}]}'],
  ['__proto__', '{"__proto__":{"admin":true}}'],
  ['__proto__ in code', '{"__pr\\u006fto__":{}}'],
  ['constructor', '{"constructor":{"prototype":{}}}'],
  ['a number beyond numbers', '{"n":1e309}'],
  ['the same, negative', '[-1e400]'],
  ['25 lists in each other', nested(25)],
  ['5,000 lists in each other', nested(5_000)],
  ['100,000 lists in each other', nested(100_000)],
  ['objects in each other', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['an object cut off', '{"a":1'],
  ['two values', '{} {}'],
  ['nothing', ''],
  ['a comment', '{/* */}'],
  ['NaN', '{"a":NaN}'],
])('%s', (_, text) => {
  expect(() => strictJson(text)).toThrow();
});

test.each([
  ['the same key in two objects', '{"a":{"x":1},"b":{"x":1}}'],
  ['a key that is also a value', '{"a":"a","b":"a:a"}'],
  ['brackets and colons in words', '{"note":"{[\\"a\\":1,\\"a\\":2]} __proto__: 1e309","b":[]}'],
  ['24 lists in each other', nested(24)],
  ['a large number', '[1e308]'],
])('%s is read', (_, text) => {
  expect(strictJson(text)).toEqual(JSON.parse(text));
});

test('whatever JSON is written from a value without such keys is read back as it was', () => {
  const value = fc.jsonValue({ maxDepth: 6 }).filter((one) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(one)));
  fc.assert(fc.property(value, (one) => void expect(strictJson(JSON.stringify(one))).toEqual(JSON.parse(JSON.stringify(one)))), { numRuns: 500 });
});
