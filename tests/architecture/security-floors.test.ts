/** No package stands below its lowest safe version, in whatever corner of the tree, and some do not stand there at all. */
import { z } from 'zod';
import { read } from './source';

const entry = z.strictObject({ package: z.string(), because: z.string().min(10) });
const list = z.strictObject({ floors: z.array(entry.extend({ lowest: z.string().regex(/^\d+\.\d+\.\d+$/) })).min(10), never: z.array(entry).min(3) }).parse(JSON.parse(read('docs/security-floors.json')));
type Lock = Readonly<Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean; /** Packed inside its parent, whose digest holds it. */ inBundle?: boolean }>>;
const lock = (JSON.parse(read('package-lock.json')) as { packages: Lock }).packages;

const parts = (version: string): readonly number[] => (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
/** By numbers; a version before its release counts as below it. */
function isBelow(version: string, lowest: string): boolean {
  const [a, b] = [parts(version), parts(lowest)];
  const at = [0, 1, 2].find((place) => (a[place] ?? 0) !== (b[place] ?? 0));
  return at === undefined ? version.includes('-') : (a[at] ?? 0) < (b[at] ?? 0);
}

const copiesOf = (packages: Lock, name: string): [path: string, version: string][] =>
  Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([path, { version = '' }]) => [path, version]);
const tooLow = (packages: Lock): string[] =>
  list.floors.flatMap(({ package: name, lowest }) => copiesOf(packages, name).filter(([, version]) => isBelow(version, lowest)).map(([path, version]) => `${path} ${version} is below ${lowest}`));
const present = (packages: Lock): string[] => list.never.flatMap(({ package: name }) => copiesOf(packages, name).map(([path]) => path));

test('every copy of every listed package stands at its floor or above', () => {
  expect(tooLow(lock)).toEqual([]);
});

test('the list speaks of packages that are really here', () => {
  expect(list.floors.filter(({ package: name }) => copiesOf(lock, name).length === 0).map(({ package: name }) => name)).toEqual([]);
});

test('what must never come in is not here', () => {
  expect(present(lock)).toEqual([]);
});

test.each([
  ['at the root', { 'node_modules/next': { version: '16.3.2' } }, 'node_modules/next 16.3.2 is below 16.3.3'],
  ['nested', { 'node_modules/next-auth/node_modules/nodemailer': { version: '6.9.16' } }, 'node_modules/next-auth/node_modules/nodemailer 6.9.16 is below 9.0.1'],
  ['before its release', { 'node_modules/sharp': { version: '0.35.0-rc.1' } }, 'node_modules/sharp 0.35.0-rc.1 is below 0.35.0'],
  ['by number and not by letter', { 'node_modules/react': { version: '19.10.0' } }, null],
])('a copy below its floor is found: %s', (_, packages, says) => {
  expect(tooLow(packages)).toEqual(says === null ? [] : [says]);
});

test('a forbidden package is found, also nested', () => {
  expect(present({ 'node_modules/a/node_modules/xlsx': { version: '0.18.5' } })).toEqual(['node_modules/a/node_modules/xlsx']);
});

test('every package of the lock is held by its digest', () => {
  const loose = Object.entries(lock).filter(([path, { link, integrity, inBundle }]) => path !== '' && link !== true && inBundle !== true && integrity === undefined).map(([path]) => path);
  expect(loose).toEqual([]);
});
