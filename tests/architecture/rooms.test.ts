/** The house as it is meant to stand: who may import whom. The exception lists are empty and stay empty. */
import { imports, source, type Import } from './source';

/** Bottom to top. A room imports rooms below it only; what must reach upward goes as a job. */
const ORDER = ['platform', 'access', 'audit', 'command', 'look', 'paths', 'staff', 'patients/schema', 'policies', 'drafts', 'documents', 'patients', 'health-cards', 'immunizations', 'records', 'letters', 'dispatch', 'submissions', 'finding', 'cases', 'scan-in', 'audit-explorer', 'phone', 'portal', 'reporting', 'exchange', 'commands', 'looks', 'worker', 'dev', 'cli'];

/** `lib/documents/rules.ts` → `documents`; field schemas are pure and lie below the rooms that cite them. */
function roomOf(path: string): string | null {
  const [top, second, third] = path.replace(/\.tsx?$/, '').split('/');
  if (top !== 'lib' || second === undefined) return null;
  return second === 'patients' && third === 'schema' ? 'patients/schema' : second;
}
const sentence = ({ from, to }: Import): string => `${from} → ${to}`;
const PURE = /^lib\/.*\/(schema|rules|labels|words)$|^lib\/(paths|platform\/(dates|outcome)|access\/(roles|permissions))$/;
const isPure = (path: string): boolean => PURE.test(path.replace(/\.ts$/, ''));

test('the imports are really read', () => {
  expect(imports.length).toBeGreaterThan(500);
});

test('every room stands in the order', () => {
  const unknown = source.map(roomOf).filter((room): room is string => room !== null && !ORDER.includes(room));
  expect([...new Set(unknown)]).toEqual([]);
});

test('a room imports only rooms below it', () => {
  const upward = imports.filter(({ from, to, typeOnly }) => {
    const [a, b] = [roomOf(from), roomOf(to)];
    return !typeOnly && a !== null && b !== null && a !== b && ORDER.indexOf(b) > ORDER.indexOf(a);
  });
  expect(upward.map(sentence)).toEqual([]);
});

test('pure files import only pure files', () => {
  const impure = imports.filter(({ from, to }) => isPure(from) && /^(next|react|pg|@prisma|node:fs|node:net|generated)\b/.test(to));
  expect(impure.map(sentence)).toEqual([]);
});

test('lib knows neither Next nor React', () => {
  const leaks = imports.filter(({ from, to }) => from.startsWith('lib/') && !from.startsWith('lib/dev/') && /^(next|next-auth|react|react-dom)(\/|$)/.test(to));
  expect(leaks.map(sentence)).toEqual([]);
});

test('pages and components never touch the database', () => {
  const direct = imports.filter(({ from, to, typeOnly }) => !typeOnly && /^(app|components)\//.test(from) && /^(lib\/platform\/db|generated\/|@prisma\/)/.test(to));
  expect(direct.map(sentence)).toEqual([]);
});

test('shared components know no domain', () => {
  const knowing = imports.filter(({ from, to, typeOnly }) => !typeOnly && /^components\/(ui|forms|tables)\//.test(from) && to.startsWith('lib/') && !/^lib\/platform\/(dates|outcome)$/.test(to));
  expect(knowing.map(sentence)).toEqual([]);
});

test('development tools stay out of the product', () => {
  const inside = imports.filter(({ from, to }) => to.startsWith('lib/dev') && !/^(lib\/(dev|cli)|tests)\//.test(from));
  expect(inside.map(sentence)).toEqual([]);
});
