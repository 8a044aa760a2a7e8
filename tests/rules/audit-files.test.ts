import { checksumFile, csvCell, fileName, fileOf, type FileRow } from '@/lib/audit-explorer/files';
import { filterParams, placeText, readFilters, readPlace } from '@/lib/audit-explorer/schema';

const AT = new Date('2026-11-24T15:48:16.250Z');
const row = (over: Partial<FileRow> = {}): FileRow => ({ id: '418207', at: AT, who: 'Dana Whitfield', class: 'change', words: 'corrected 1 values. “Photo ID”', changes: [{ field: 'family', before: 'Nowak', after: null }], caseNumber: 2041, registryNumber: 8841207, event: 'patient.corrected', requestId: 'r', address: '10.0.0.7', ...over });
const facts = { filters: { what: [] }, uptoId: 418207n, at: AT };

test.each([
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['\rx', `"'\rx"`],
  ['a "quoted" word, and\r\na line', `"a ""quoted"" word, and\r\na line"`],
  ['Nguyễn = ʻOkina', `"Nguyễn = ʻOkina"`],
  ['', '""'],
])('a cell of %j runs nowhere', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('CSV: the mark of UTF-8, heads, one entry a line, before and after in words', () => {
  const text = fileOf('csv', [row(), row({ id: '1', who: '=cmd', caseNumber: null, registryNumber: null, address: null })], facts).toString('utf8');
  const [head, first, second, rest] = text.split('\r\n');
  expect(head).toMatch(/^\uFEFF"Entry","At \(UTC\)","Day"/);
  expect(first).toBe('"418207","2026-11-24T15:48:16.250Z","11/24/2026","Tue Nov 24, 10:48 AM","Dana Whitfield","corrected 1 values. “Photo ID”","patient.corrected","family: Nowak → none","C-2041","8841207","10.0.0.7","r"');
  expect(second).toContain(`"'=cmd"`);
  expect(rest).toBe('');
});

test('JSON: an object with its filters, one entry a line', () => {
  const text = fileOf('json', [row(), row()], facts).toString('utf8');
  expect(JSON.parse(text)).toMatchObject({ upToEntry: 418207, filters: { what: [] }, entries: [{ entry: 418207, who: 'Dana Whitfield', case: 2041, ctWiz: 8841207 }, {}] });
  expect(text.split('\n')).toHaveLength(5);
});

test('a file name says the day and the checksum, of nobody', () => {
  expect(fileName('csv', AT, 'ab12cd34ef')).toBe('audit-2026-11-24-ab12cd34.csv');
  expect(checksumFile('audit.csv', 'ab')).toBe('ab  audit.csv\n');
});

test('filters go into an address and come back the same', () => {
  const filters = readFilters({ who: 'A'.repeat(22), case: 'c-2041', what: ['look', 'send'], from: '2026-11-01', to: '2026-11-24' });
  if (filters === null) throw new Error('not read');
  const params = filterParams(filters);
  expect(params.toString()).toBe(`who=${'A'.repeat(22)}&case=C-2041&from=2026-11-01&to=2026-11-24&what=look%2Csend`);
  expect(readFilters({ who: params.get('who') ?? '', case: params.get('case') ?? '', what: params.get('what') ?? '', from: params.get('from') ?? '', to: params.get('to') ?? '' })).toEqual(filters);
  expect(readFilters({ case: '', who: '', from: '' })).toEqual({ what: [] });
});

test('a place in the list goes into an address and comes back the same', () => {
  expect(readPlace(placeText({ at: AT, id: 418207n }))).toEqual({ at: AT, id: 418207n });
  for (const nonsense of ['', '1', '1.', '.1', '1.1.1', '-1.2', 'x.y', '99999999999999999.1', undefined]) expect(readPlace(nonsense)).toBeNull();
});
