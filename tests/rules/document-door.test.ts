/** What is taken at the door, by first bytes and name together, and under which name it is kept. */
import { LIMITS } from '@/lib/documents/intake/limits';
import { PUBLIC_TYPES, safeFileName, SCAN_TYPES } from '@/lib/documents/intake/sniff';
import { AT_THE_DOOR, HOSTILE, OPENED } from '../fixtures/files/hostile';
import { picture } from '../fixtures/files/pictures';
import { onePage } from '../fixtures/files/pdf';
import { plainPage, tiffOf } from '../fixtures/files/tiff';
import { doorOf } from '../support/making-safe';

test.each(AT_THE_DOOR.map((file) => [file[0], file] as const))('%s is not taken', async (_, [, fileName, bytes, fate, more]) => {
  const type = doorOf(await bytes(), fileName, more?.takes);
  expect(type.ok ? type : { door: type.reason }).toEqual(fate);
});

test('the corpus has at least 120 files, each with words of its own, and opens at least 80', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(120);
  expect(OPENED.length).toBeGreaterThanOrEqual(80);
  const words = HOSTILE.map(([said]) => said);
  expect(words.filter((said, i) => words.indexOf(said) !== i)).toEqual([]);
});

test.each([
  ['id.jpg', () => picture(), 'image/jpeg'],
  ['ID.JPEG', () => picture(), 'image/jpeg'],
  ['id.png', () => picture('png'), 'image/png'],
  ['id.webp', () => picture('webp'), 'image/webp'],
  ['id.pdf', () => onePage(), 'application/pdf'],
] as const)('%s is taken from anybody as what it is', async (fileName, bytes, mediaType) => {
  for (const takes of [undefined, PUBLIC_TYPES, SCAN_TYPES]) expect(doorOf(await bytes(), fileName, takes)).toEqual({ ok: true, mediaType });
});

test('a TIFF is taken from the mail room alone', () => {
  expect(doorOf(tiffOf([plainPage()]), 'fax.tif', SCAN_TYPES)).toEqual({ ok: true, mediaType: 'image/tiff' });
  expect(doorOf(tiffOf([plainPage()]), 'fax.tif', PUBLIC_TYPES)).toEqual({ ok: false, reason: 'type_not_taken' });
});

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
