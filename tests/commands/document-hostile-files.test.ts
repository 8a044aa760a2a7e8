/**
 * A stranger's file, as it comes, in a process of its own: never a crash, a hang or a byte of the original. Here every third
 * of the corpus and a few mutations; `npm run test:heavy -- documents` opens all of it and 1,000 mutations.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePages, NotStarted } from '@/lib/documents/making-safe/make-pages';
import { OPENED } from '../fixtures/files/hostile';
import { mutations } from '../fixtures/files/mutations';
import { onePage } from '../fixtures/files/pdf';
import { faxPage, tiffOf } from '../fixtures/files/tiff';
import { atOnce, buildProgram, fateOf, wrongWith, type Ended } from '../support/making-safe';

const some = OPENED.filter(([, , , , more]) => more?.heavy !== true).filter((_, i) => i % 3 === 0);
const spoiled = mutations(20);
const ends = new Map<string, Ended & { readonly wrong: readonly string[] }>();
let program: ReturnType<typeof buildProgram>;

beforeAll(async () => {
  program = buildProgram();
  await atOnce([...some, ...spoiled], async (file) => {
    const bytes = await file[2]();
    const ended = await fateOf(file, bytes, 60);
    ends.set(file[0], { ...ended, wrong: wrongWith(ended.pages, bytes) });
  });
}, 300_000);
afterAll(() => program.remove());

test.each(some.map(([words, , , fate]) => [words, fate] as const))('%s', (words, fate) => {
  expect(ends.get(words)).toMatchObject({ fate, wrong: [] });
});

test.each(spoiled.map(([words]) => words))('%s ends in pages of ours or in a reason', (words) => {
  expect(ends.get(words)?.wrong).toEqual([]);
});

test('none held more memory than a file may', () => {
  const most = Math.max(...[...ends.values()].map(({ peakBytes }) => peakBytes)) / 2 ** 20;
  expect(most).toBeGreaterThan(20); // it was really looked at
  expect(most).toBeLessThan(500);
});

test('a page of a fax is as high as the paper was', async () => {
  const made = await makePages({ bytes: tiffOf([faxPage(1100, [204, 98])]), mediaType: 'image/tiff' }, 60);
  const { width = 0, height = 0 } = (made.ok ? made.pages[0] : undefined) ?? {};
  expect(height / width).toBeCloseTo((1100 / 98) / (1728 / 204), 1);
});

describe('a program that', () => {
  let real: string | undefined;
  const standIn = (words: string, code: string) => {
    process.env.MAKE_SAFE_PROGRAM = join(program.folder, `${words.replaceAll(' ', '-')}.cjs`);
    writeFileSync(process.env.MAKE_SAFE_PROGRAM, code);
  };
  const file = { bytes: onePage(), mediaType: 'application/pdf' };
  beforeAll(() => void (real = process.env.MAKE_SAFE_PROGRAM));
  afterEach(() => void (process.env.MAKE_SAFE_PROGRAM = real));

  test.each([
    ['hangs in a loop', "process.once('message', () => { for (;;); })", 'took_too_long'],
    ['says nothing', "process.on('message', () => undefined)", 'took_too_long'],
    ['fills the heap', "process.once('message', () => { const all = []; for (;;) all.push(Array(1e6).fill(all.length)); })", 'too_much_memory'],
    ['fills memory outside the heap', "process.once('message', () => { const all = []; setInterval(() => all.push(Buffer.alloc(5e7, 1)), 5); })", 'too_much_memory'],
    ['throws', "process.once('message', () => { throw new Error('no'); })", 'unreadable'],
    ['crashes', "process.once('message', () => process.kill(process.pid, 'SIGSEGV'))", 'unreadable'],
    ['ends at once', "process.once('message', () => process.exit(0))", 'unreadable'],
    ['answers with what it was given', "process.once('message', ({ bytes }) => process.send({ ok: true, pages: [{ page: bytes, thumb: bytes, width: 1, height: 1 }] }))", 'unreadable'],
    ['answers without pages', "process.once('message', () => process.send({ ok: true, pages: [] }))", 'unreadable'],
  ])('%s costs the file, and nobody else', async (words, code, reason) => {
    standIn(words, `process.send('ready'); ${code}`);
    expect(await makePages(file, reason === 'too_much_memory' ? 30 : 1)).toEqual({ ok: false, reason });
  }, 60_000);

  test('does not start is no judgement of the file', async () => {
    standIn('does not start', 'process.exit(1)');
    await expect(makePages(file)).rejects.toThrow(NotStarted);
  });

  test.each([
    ['writes a file', "require('node:fs').writeFileSync('harm', 'x')"],
    ['starts another', "require('node:child_process').execSync('true')"],
    ['reads our settings', "if (Object.keys(process.env).filter((name) => !['NODE_ENV', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PWD', 'OLDPWD', 'SHLVL', '_'].includes(name)).length === 0) throw new Error('nothing there')"],
  ])('%s cannot', async (words, harm) => {
    standIn(words, `process.send('ready'); process.once('message', () => { try { ${harm} } catch { process.send({ ok: false, reason: 'could_not' }); } })`);
    expect(await makePages(file, 10)).toEqual({ ok: false, reason: 'could_not' });
  });
});

test('what hangs while its worker is gone ends by limits of the system, and writes nothing', async () => {
  const real = process.env.MAKE_SAFE_PROGRAM;
  process.env.MAKE_SAFE_PROGRAM = join(program.folder, 'limits.cjs');
  writeFileSync(process.env.MAKE_SAFE_PROGRAM, "process.send('ready'); process.once('message', () => process.send({ ok: false, reason: require('node:fs').readFileSync('/proc/self/limits', 'latin1') }))");
  const answer = await makePages({ bytes: onePage(), mediaType: 'application/pdf' }, 30);
  process.env.MAKE_SAFE_PROGRAM = real;
  const said = answer.ok ? '' : answer.reason;
  for (const line of [/^Max cpu time +120 +120 /m, /^Max file size +0 +0 /m, /^Max core file size +0 +0 /m]) expect(said).toMatch(line);
});

test('eight papers at once are eight papers: none shuts the loaders under another', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => makePages({ bytes: onePage(), mediaType: 'application/pdf' }, 60)));
  expect(made.filter(({ ok }) => !ok)).toEqual([]);
}, 120_000);
