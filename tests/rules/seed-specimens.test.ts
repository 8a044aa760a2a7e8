/** Specimen papers: plainly specimens, drawn without installed fonts, machine-readable where the real ones are. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { calendarDateOf } from '@/lib/platform/dates';
import { aamvaText } from '@/prisma/seed/specimens/aamva';
import { drawPaper, drawSpecimen } from '@/prisma/seed/specimens/draw';
import { licenseFront } from '@/prisma/seed/specimens/license';
import { checkDigit, machineReadableZone } from '@/prisma/seed/specimens/mrz';
import { penLetter } from '@/prisma/seed/specimens/pen-strokes';
import { widthOf, wrapped } from '@/prisma/seed/specimens/print';
import type { LicenseFacts, Specimen } from '@/prisma/seed/specimens/types';
import { plainCapitals } from '@/prisma/seed/specimens/writing';

const on = calendarDateOf;
const name = { given: 'Nguyễn Łukasz', family: 'Ñuñez-O’Brien 李' };
const address = { line1: '27 Larkspur Ln', city: 'Hamden', state: 'CT', zip: '06514' };
const LICENSE: LicenseFacts = { name: { given: 'Katarzyna', middle: 'Maria', family: 'Nowak-Bell' }, birthOn: on('1994-03-05'), sex: 'F', address, issuedOn: on('2021-03-12'), expiresOn: on('2029-03-05'), height: 66, eyes: 'BRO' };
const decided = { court: 'Court of Probate, Specimen District', docket: '24-00317-S', decidedOn: on('2024-05-02') };
const doses = [{ vaccine: 'Pfizer', lot: 'EW0172', date: '4/16/21', by: 'RK' }];

const EVERY_KIND: readonly Specimen[] = [
  { kind: 'license_front', facts: LICENSE },
  { kind: 'license_back', facts: LICENSE },
  { kind: 'passport', facts: { country: { code: 'POL', name: 'Poland' }, name, birthOn: on('1994-03-05'), birthPlace: 'Kraków', sex: 'X', issuedOn: on('2019-06-01'), expiresOn: on('2029-06-01') } },
  { kind: 'birth_certificate', facts: { child: name, birthOn: on('2022-02-11'), sex: 'F', town: 'Hartford', parents: [name, name], filedOn: on('2022-02-18') } },
  { kind: 'guardianship_decree', facts: { ...decided, child: name, childBornOn: on('2015-06-09'), guardian: name, temporary: true } },
  { kind: 'name_change_decree', facts: { ...decided, before: name, after: name, birthOn: on('1994-03-05') } },
  { kind: 'power_of_attorney', facts: { principal: name, principalAddress: address, agent: name, signedOn: on('2023-02-03'), town: 'Hamden', coversRecords: false, springing: true } },
  { kind: 'release', facts: { person: name, birthOn: on('1994-03-05'), receiver: { name: 'Larch Hill Manufacturing', address }, records: 'covid_record', purpose: 'Employment', expiresOn: null, signedOn: null, signer: name } },
  { kind: 'covid_card', facts: { name, birthOn: null, doses } },
  { kind: 'child_card', facts: { name, birthOn: on('2022-02-11'), practice: 'Maple Grove Pediatrics', doses } },
  { kind: 'foreign_card', facts: { country: 'brazil', name, birthOn: on('2019-04-07'), doses } },
  { kind: 'utility_bill', facts: { company: 'Quillberry Light and Power', customer: name, address, issuedOn: on('2026-10-28'), cents: 14873 } },
  { kind: 'lease', facts: { landlord: 'Hatmaker Homes LLC', tenant: name, address, fromOn: on('2026-08-01'), untilOn: on('2027-07-31'), monthlyCents: 165_000 } },
  { kind: 'letter', facts: { from: name, address, writtenOn: on('2026-11-10'), language: 'es', paragraphs: ['Muchas gracias.'] } },
];

it.each(EVERY_KIND.map((specimen) => [specimen.kind, specimen] as const))('draws a %s', async (kind, specimen) => {
  const file = await drawPaper(specimen);
  const { width, height, format } = await sharp(file.bytes).metadata();
  expect({ format, fileName: file.fileName, mediaType: file.mediaType }).toEqual({ format: 'png', fileName: `${kind.replaceAll('_', '-')}.png`, mediaType: 'image/png' });
  expect(width).toBeGreaterThan(900);
  expect(height).toBeGreaterThan(600);
  // A blank page would be a drawing that went missing.
  expect((await sharp(file.bytes).greyscale().stats()).channels[0]?.stdev).toBeGreaterThan(8);
});

it('draws letters as outlines, for machines without fonts', () => {
  const { svg } = licenseFront({ ...LICENSE, name });
  expect(svg).not.toMatch(/<text|font-family/);
  // Every letter has a shape: an empty one would be a box or nothing.
  for (const letter of 'Nguyễn Łukasz Ñuñez-O’Brien 李'.replaceAll(' ', '')) expect(widthOf(letter, { size: 100 })).toBeGreaterThan(10);
});

it('writes by hand every letter that cards and letters use', () => {
  const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-/?!()’';
  expect([...plain].filter((letter) => penLetter(letter) === null)).toEqual([]);
});

it('breaks paragraphs at words and loses none', () => {
  const text = 'IT IS ORDERED: the name is changed and shall be known from the date of this decree.';
  const lines = wrapped(text, 200, { size: 20 });
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) expect(widthOf(line, { size: 20 })).toBeLessThanOrEqual(200);
});

it.each([['L898902C3', '6'], ['740812', '2'], ['120415', '9'], ['ZE184226B<<<<<', '1']])('checks %s as ICAO Doc 9303-4, appendix B, does', (text, digit) => expect(checkDigit(text)).toBe(digit));

it('fills a machine-readable zone of two lines of 44', () => {
  const zone = machineReadableZone({ country: { code: 'POL', name: 'Poland' }, name, birthOn: on('1987-12-01'), birthPlace: 'Kraków', sex: 'X', issuedOn: on('2019-06-01'), expiresOn: on('2029-06-01') });
  expect(zone[0]).toBe('P<POLNUNEZ<OBRIEN<<NGUYEN<LUKASZ<<<<<<<<<<<<');
  expect(zone[1]).toMatch(/^SPECIMEN0\dPOL871201\d<290601\d<{14}\d\d$/);
  expect(zone.map((line) => line.length)).toEqual([44, 44]);
});

it.each([['Nguyễn Łukasz', 'NGUYEN LUKASZ'], ['Ñuñez-O’Brien 李', "NUNEZ-O'BRIEN"], ['Żółć', 'ZOLC'], ['Đặng', 'DANG']])('spells %s in plain capitals as %s', (text, plain) => expect(plainCapitals(text)).toBe(plain));

describe('the barcode on the back of a licence', () => {
  beforeAll(() => {
    const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer } });
  });

  it.each(['scan', 'photo'] as const)('reads back from a %s what was written', async (look) => {
    const { bytes } = await drawSpecimen('license_back', LICENSE, { look });
    const [code] = await readBarcodes(new Uint8Array(bytes), { formats: ['PDF417'], tryHarder: true, textMode: 'Plain' });
    expect(code?.text).toBe(aamvaText(LICENSE));
  });

  it('points to its subfile by true offset and length', () => {
    const text = aamvaText({ ...LICENSE, name });
    const [, offset, length] = /^@\n\x1e\rANSI 636006100001DL(\d{4})(\d{4})/.exec(text) ?? [];
    expect(text.slice(Number(offset))).toMatch(/^DLDAQ000000000\nDCSNUNEZ-O'BRIEN\n/);
    expect(text.slice(Number(offset))).toHaveLength(Number(length));
  });
});

it.each([['scan', 'image'], ['photo', 'image'], ['poor_photo', 'image'], ['scan', 'pdf']] as const)('gives the same bytes for the same facts (%s, %s)', async (look, format) => {
  const [once, again] = [await drawSpecimen('license_front', LICENSE, { look, format }), await drawSpecimen('license_front', LICENSE, { look, format })];
  expect(once.bytes.equals(again.bytes)).toBe(true);
});

it('takes a drawn file from the cache and draws anew for other facts', async () => {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'specimens-'));
  await drawSpecimen('license_front', LICENSE, { cacheFolder });
  const [only] = readdirSync(cacheFolder);
  writeFileSync(join(cacheFolder, only ?? ''), 'kept');
  const [same, other] = [await drawSpecimen('license_front', LICENSE, { cacheFolder }), await drawSpecimen('license_front', { ...LICENSE, eyes: 'BLU' }, { cacheFolder })];
  expect(same.bytes.toString()).toBe('kept');
  expect(other.bytes.length).toBeGreaterThan(10_000);
  expect(readdirSync(cacheFolder)).toHaveLength(2);
  rmSync(cacheFolder, { recursive: true });
});

it('makes a PDF of one page where a scanner would', async () => {
  const { bytes, mediaType, fileName } = await drawSpecimen('release', (EVERY_KIND.find(({ kind }) => kind === 'release') as Extract<Specimen, { kind: 'release' }>).facts, { format: 'pdf' });
  expect([mediaType, fileName, bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', 'release.pdf', '%PDF-']);
});
