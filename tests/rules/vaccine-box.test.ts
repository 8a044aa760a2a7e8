/** The DataMatrix of a vaccine's box, with and without what printers leave out. */
import { elementStrings, gs1Date, isArticleNumber, readVaccineBox } from '@/lib/documents/codes/gs1';
import { factsOn } from '@/lib/documents/codes/rules';
import type { CalendarDate } from '@/lib/platform/dates';
import fc from 'fast-check';

const TODAY = '2026-11-24' as CalendarDate;
const GS = '\x1d';
const NDC = '0030005417001';
const withCheck = (digits: string): string => Array.from({ length: 10 }, (_, check) => `${digits}${check}`).find(isArticleNumber) ?? '';
const BOX = withCheck(NDC);
const ABROAD = withCheck('0871234500001');

test.each([
  ['in the usual order', `01${BOX}17270331` + `10AB12C`, { lot: 'AB12C', expiresOn: '2027-03-31' }],
  ['the lot before the expiry, parted', `01${BOX}10AB12C${GS}17270331`, { lot: 'AB12C', expiresOn: '2027-03-31' }],
  ['a separator before all', `${GS}01${BOX}1727033110AB12C`, { lot: 'AB12C', expiresOn: '2027-03-31' }],
  ['the symbology said first', `]d201${BOX}1727033110AB12C`, { lot: 'AB12C', expiresOn: '2027-03-31' }],
  ['with a serial number', `01${BOX}21SN0001${GS}17270331${GS}10AB12C${GS}`, { lot: 'AB12C', expiresOn: '2027-03-31' }],
  ['the day left open', `01${BOX}17280200` + '10X', { lot: 'X', expiresOn: '2028-02-29' }],
  ['no lot', `01${BOX}17270331`, { lot: null, expiresOn: '2027-03-31' }],
  ['a day that is none', `01${BOX}17270231` + '10X', { lot: 'X', expiresOn: null }],
  ['a lot that was misread', `01${BOX}10A\u00e9B`, { lot: null, expiresOn: null }],
])('%s', (_, text, facts) => expect(readVaccineBox(text, TODAY)).toEqual({ kind: 'vaccine_box', gtin: BOX, ndc: '0005417001', ...facts }));

test('an article of another country has no National Drug Code', () => expect(readVaccineBox(`01${ABROAD}10X`, TODAY)).toMatchObject({ gtin: ABROAD, ndc: null, lot: 'X' }));

test.each([['nothing', ''], ['a wrong check digit', `01${NDC}${(Number(BOX.at(-1)) + 1) % 10}17270331`], ['words', 'https://example.org'], ['a serial alone', '21SN0001']])('%s is no box', (_, text) => expect(readVaccineBox(text, TODAY)).toBeNull());

test.each([['991231', '1999-12-31'], ['760101', '2076-01-01'], ['771231', '1977-12-31'], ['261124', '2026-11-24'], ['270230', null], ['27033', null], [undefined, null]])('%s is %s', (digits, on) => expect(gs1Date(digits, TODAY)).toBe(on));

test('any text ends, and each part is found once', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('0', '1', '7', 'A', GS), maxLength: 80 }), (text) => elementStrings(text).size <= text.length), { numRuns: 300 });
});

test('a health card in several codes is one card, and its text is not kept', () => {
  const codes = ['shc:/1/2/567', 'shc:/2/2/890'].map((text) => ({ format: 'QRCode' as const, text }));
  expect(factsOn([...codes, { format: 'QRCode', text: 'https://example.org' }, { format: 'DataMatrix', text: `01${BOX}` }, { format: 'DataMatrix', text: `01${BOX}` }], TODAY)).toEqual([
    { kind: 'vaccine_box', gtin: BOX, ndc: '0005417001', lot: null, expiresOn: null },
    { kind: 'health_card', codes: 2 },
  ]);
});
