/** A stranger's file, as it comes: at the door by name and first bytes, then in a process of its own. Never a crash, a hang or a byte of the original. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS, PAGE_PIXELS } from '@/lib/documents/intake/limits';
import { makePages } from '@/lib/documents/making-safe/make-pages';
import type { SafePage } from '@/lib/documents/making-safe/make-safe.child';
import { HEAD_BYTES, safeFileName, sniff } from '@/lib/documents/intake/sniff';
import { CANARY, EICAR, HOSTILE, type Fate } from '../fixtures/files/hostile';
import { onePage } from '../fixtures/files/pdf';

let folder: string;

/** The program as it is written now, not as it was last built. */
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(join(process.cwd(), '.cache', 'hostile-'));
  process.env.MAKE_SAFE_PROGRAM = join(folder, 'make-safe.child.cjs');
  execFileSync(join('node_modules', '.bin', 'esbuild'), ['lib/documents/making-safe/make-safe.child.ts', '--bundle', '--platform=node', '--packages=external', '--format=cjs', '--log-level=error', `--outfile=${process.env.MAKE_SAFE_PROGRAM}`]);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function fateOf(bytes: Buffer, fileName: string): Promise<{ fate: Fate; pages: readonly SafePage[] }> {
  const type = sniff(bytes.subarray(0, HEAD_BYTES), safeFileName(fileName, LIMITS.fileName));
  if (!type.ok) return { fate: { door: type.reason }, pages: [] };
  const made = await makePages({ bytes, mediaType: type.mediaType });
  return made.ok ? { fate: { pages: made.pages.length }, pages: made.pages } : { fate: { hindrance: made.reason }, pages: [] };
}

const START_OF_JPEG = Buffer.from([0xff, 0xd8, 0xff]);

test.each(HOSTILE)('%s', async (_, fileName, bytes, fate) => {
  const found = await fateOf(await bytes(), fileName);
  expect(found.fate).toEqual(fate);
  for (const { page, thumb, width, height } of found.pages) {
    expect([width, height].filter((side) => side < 1 || side > PAGE_PIXELS)).toEqual([]);
    for (const image of [page, thumb].map((made) => Buffer.from(made))) {
      expect(image.subarray(0, 3)).toEqual(START_OF_JPEG);
      for (const harm of [CANARY, EICAR, 'Exif', 'GPS', '<script', '%PDF', 'PK\x03\x04']) expect(image.includes(harm, 0, 'latin1')).toBe(false);
    }
  }
}, 30_000);

test('there are at least 50 of them', () => expect(HOSTILE.length).toBeGreaterThanOrEqual(50));

describe('a program that', () => {
  let real: string | undefined;
  const standIn = (words: string, code: string) => {
    process.env.MAKE_SAFE_PROGRAM = join(folder, `${words.replaceAll(' ', '-')}.cjs`);
    writeFileSync(process.env.MAKE_SAFE_PROGRAM, code);
  };
  beforeAll(() => void (real = process.env.MAKE_SAFE_PROGRAM));
  afterEach(() => void (process.env.MAKE_SAFE_PROGRAM = real));

  test.each([
    ['hangs in a loop', "process.once('message', () => { for (;;); })", 'took_too_long'],
    ['says nothing', "process.on('message', () => undefined)", 'took_too_long'],
    ['fills the heap', "process.once('message', () => { const all = []; for (;;) all.push(Array(1e6).fill(all.length)); })", 'too_much_memory'],
    ['throws', "process.once('message', () => { throw new Error('no'); })", 'unreadable'],
    ['crashes', "process.once('message', () => process.kill(process.pid, 'SIGSEGV'))", 'unreadable'],
    ['ends early', 'process.exit(0)', 'unreadable'],
  ])('%s costs the file, and nobody else', async (words, code, reason) => {
    standIn(words, code);
    expect(await makePages({ bytes: onePage(), mediaType: 'application/pdf' }, reason === 'too_much_memory' ? 15 : 2)).toEqual({ ok: false, reason });
  }, 30_000);

  test.each([
    ['writes a file', "require('node:fs').writeFileSync('harm', 'x')"],
    ['starts another', "require('node:child_process').execSync('true')"],
    ['reads our settings', "if (Object.keys(process.env).filter((name) => !['NODE_ENV', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'].includes(name)).length === 0) throw new Error('nothing there')"],
  ])('%s cannot', async (words, harm) => {
    standIn(words, `process.once('message', () => { try { ${harm} } catch { process.send({ ok: false, reason: 'could_not' }); } })`);
    expect(await makePages({ bytes: onePage(), mediaType: 'application/pdf' }, 5)).toEqual({ ok: false, reason: 'could_not' });
  });
});

test('eight papers at once are eight papers: none shuts the loaders under another', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => makePages({ bytes: onePage(), mediaType: 'application/pdf' })));
  expect(made.filter(({ ok }) => !ok)).toEqual([]);
}, 30_000);

const long = `${'a'.repeat(300)}.jpg`;
test.each([
  ['../../etc/passwd.jpg', 'passwd.jpg'],
  ['..\\..\\windows\\id.jpg', 'id.jpg'],
  ['id.jpg\0.exe', 'id.jpg.exe'],
  ['id\r\nSet-Cookie: a=b.jpg', 'idSet-Cookie a=b.jpg'],
  ['id\u202Egpj.exe', 'idgpj.exe'],
  ['i\u200Bd.jpg', 'id.jpg'],
  ['"id".jpg', 'id.jpg'],
  ['..', 'file'],
  ['', 'file'],
  ['.jpg', 'file.jpg'],
  ['cafe\u0301.jpg', 'café.jpg'],
  ['C:\\fakepath\\李.jpg', '李.jpg'],
  [long, `${'a'.repeat(LIMITS.fileName - 4)}.jpg`],
])('the name %j is kept as %j', (raw, kept) => expect(safeFileName(raw, LIMITS.fileName)).toBe(kept));
