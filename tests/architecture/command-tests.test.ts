/** No command without a test on a real database that runs it by its constant. */
import { rooms } from '@/lib/commands';
import { files, read } from './source';

const isTest = (file: string): boolean => /^tests\/commands\/.*\.test\.ts$/.test(file);
/** Without what is only imported, or only spoken of. */
const body = (text: string): string => text.replace(/^import .*$/gm, '').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
const tests = files.filter(isTest).map((file) => body(read(file)));

async function constants(): Promise<{ constant: string; name: string }[]> {
  const loaded: object[] = await Promise.all(Object.values(rooms).flat().map((load) => load()));
  return loaded.flatMap((file) => Object.entries(file).flatMap(([constant, value]) => ((value as { kind?: unknown } | null)?.kind === 'command' ? [{ constant, name: (value as { name: string }).name }] : [])));
}

test('every command is run by a test on PostgreSQL', async () => {
  const commands = await constants();
  expect(commands.length).toBeGreaterThan(50);
  const untested = commands.filter(({ constant }) => !tests.some((text) => new RegExp(`\\b${constant}\\b`).test(text)));
  expect(untested.map(({ name, constant }) => `${name} (${constant})`)).toEqual([]);
});
