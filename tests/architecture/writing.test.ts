/** What never stands in the source. */
import { files, read, source } from './source';

const found = (among: readonly string[], pattern: RegExp): string[] => among.filter((file) => pattern.test(read(file)));
const texts = files.filter((file) => /\.(tsx?|m?js|json|md|prisma|sql|css)$/.test(file) && file !== 'package-lock.json');
const self = 'tests/architecture/writing.test.ts';
const others = (list: readonly string[]): string[] => list.filter((file) => file !== self);

test('no Server Actions: one door instead', () => {
  expect(found(source, /['"]use server['"]/)).toEqual([]);
});

test('no page or layout is a client component', () => {
  expect(found(source.filter((file) => /\/(page|layout)\.tsx$/.test(file)), /^['"]use client/)).toEqual([]);
});

test('no `any`, no silenced compiler', () => {
  expect(found(source, /:\s*any\s*(\[\])?\s*[;,)=|&}]|\bas any\b|<any\b|@ts-ignore|@ts-nocheck|eslint-disable/)).toEqual([]);
});

test('no style attributes: the content policy would block them', () => {
  expect(found(source.filter((file) => file.endsWith('.tsx')), /\sstyle=\{/)).toEqual([]);
});

test('no skipped or lonely tests', () => {
  const tests = others(files.filter((file) => file.startsWith('tests/')));
  expect(found(tests, /\b(it|test|describe)\.(only|skip|todo|fixme)\b|\bx(it|describe)\(/)).toEqual([]);
});

test('no words of unfinished work', () => {
  expect(found(others(source), /\b(TODO|FIXME|XXX|HACK)\b|not implemented/)).toEqual([]);
});

test('no console in lib but in tools', () => {
  expect(found(source.filter((file) => /^lib\/(?!dev\/|cli\/)/.test(file)), /\bconsole\.(log|error|warn)\(/)).toEqual([]);
});

test('no file is named for nothing', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|service|manager|index)\.tsx?$/.test(file))).toEqual([]);
});

test('no file of the source is over 300 lines without saying why', () => {
  const long = source.filter((file) => read(file).split('\n').length > 301 && !/^\/\*\*?[^]{0,400}lines/.test(read(file)));
  expect(long).toEqual([]);
});

test('no path of a machine stands in the project', () => {
  expect(found(others(texts), /\/(work|root)\/(main|shared)|\.\.\/shared\b/)).toEqual([]);
});
