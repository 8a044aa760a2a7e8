/** The back of a license, as each version of the standard and each odd printer writes it. Every person is invented. */
import { aamvaDate, readLicence } from '@/lib/documents/codes/aamva';
import { readFactsSchema, type LicenceFacts } from '@/lib/documents/codes/facts';
import fc from 'fast-check';
import { aamvaText } from '../../prisma/seed/specimens/aamva';
import type { LicenseFacts } from '../../prisma/seed/specimens/types';

const NOBODY: LicenceFacts = { kind: 'licence', family: '', given: '', middle: null, suffix: null, cut: false, birthOn: null, expiresOn: null, state: null };
const SPECIMEN = { name: { given: 'Katarzyna', middle: 'Maria', family: 'Nowak-Bell' }, birthOn: '1994-03-05', sex: 'F', address: { line1: '27 Larkspur Ln', city: 'Hamden', state: 'CT', zip: '06514' }, issuedOn: '2021-03-12', expiresOn: '2029-03-05', height: 66, eyes: 'BRO' } as unknown as LicenseFacts;

const written = (header: string, ...lines: string[]): string => `@\n\x1e\r${header}${lines.join('\n')}\r`;
const V10 = 'ANSI 636006100001DL00310226DL';

const TABLE: readonly [words: string, text: string, facts: Partial<LicenceFacts>][] = [
  ['our specimen, version 10', aamvaText(SPECIMEN), { family: 'NOWAK-BELL', given: 'KATARZYNA', middle: 'MARIA', birthOn: '1994-03-05', expiresOn: '2029-03-05', state: 'CT' }],
  ['version 01: one name by commas, the year first', written('ANSI 6360000102DL00390187ZV02260032DL', 'DAASAMPLE,JOHN,QUINCY,JR', 'DBA20091225', 'DBB19520714', 'DAJVA'), { family: 'SAMPLE', given: 'JOHN', middle: 'QUINCY', suffix: 'JR', birthOn: '1952-07-14', expiresOn: '2009-12-25', state: 'VA' }],
  ['version 01: parted by blanks', written('ANSI 6360150101DL00290179DL', 'DAARIVERA LUIS ANGEL', 'DBB19801120', 'DBA20081120'), { family: 'RIVERA', given: 'LUIS', middle: 'ANGEL', birthOn: '1980-11-20', expiresOn: '2008-11-20' }],
  ['version 01: names apart', written('AAMVA6360020101DL00290179DL', 'DABSMITH', 'DACANA', 'DADLEE', 'DAEII', 'DBB19710102'), { family: 'SMITH', given: 'ANA', middle: 'LEE', suffix: 'II', birthOn: '1971-01-02' }],
  ['version 02: given names together', written('ANSI 636025020001DL00310226DL', 'DCSPUBLIC', 'DCTJANE,MARIE', 'DBB02291992', 'DBA02282020'), { family: 'PUBLIC', given: 'JANE', middle: 'MARIE', birthOn: '1992-02-29', expiresOn: '2020-02-28' }],
  ['version 03: given names by blanks', written('ANSI 636026030001DL00310226DL', 'DCSPUBLIC', 'DCTJANE MARIE ANN', 'DBB06151990'), { family: 'PUBLIC', given: 'JANE', middle: 'MARIE ANN', birthOn: '1990-06-15' }],
  ['a state ID', written('ANSI 636006100001ID00310226ID', 'DCSLEE', 'DACMIN', 'DBB12311999'), { family: 'LEE', given: 'MIN', birthOn: '1999-12-31' }],
  ['Canada writes the year first', written('ANSI 636012080001DL00310226DL', 'DCSTREMBLAY', 'DACZOE', 'DCGCAN', 'DBB19850304', 'DBA20260304', 'DAJON'), { family: 'TREMBLAY', given: 'ZOE', birthOn: '1985-03-04', expiresOn: '2026-03-04', state: 'ON' }],
  ['a date in the other order is read when only that is a day', written(V10, 'DCSLEE', 'DACMIN', 'DBB19991231'), { family: 'LEE', given: 'MIN', birthOn: '1999-12-31' }],
  ['no middle name, said in words', written(V10, 'DCSLEE', 'DACMIN', 'DADNONE'), { family: 'LEE', given: 'MIN' }],
  ['a suffix in the last name', written(V10, 'DCSSMITH JR', 'DACJOHN'), { family: 'SMITH', given: 'JOHN', suffix: 'JR' }],
  ['a suffix of its own', written(V10, 'DCSSMITH', 'DACJOHN', 'DCUIII'), { family: 'SMITH', given: 'JOHN', suffix: 'III' }],
  ['a name that was cut', written(V10, 'DCSFEATHERSTONEHAUGH-CHOLMONDELEY', 'DDET', 'DACWILHELMINA'), { family: 'FEATHERSTONEHAUGH-CHOLMONDELEY', given: 'WILHELMINA', cut: true }],
  ['one name only', written(V10, 'DCSSUKARNO', 'DACNONE', 'DBB01011970'), { family: 'SUKARNO', birthOn: '1970-01-01' }],
  ['never expires', written(V10, 'DCSLEE', 'DACMIN', 'DBA99999999'), { family: 'LEE', given: 'MIN' }],
  ['a day that is none', written(V10, 'DCSLEE', 'DACMIN', 'DBB02302001', 'DBA13452030'), { family: 'LEE', given: 'MIN' }],
  ['a reader that kept no control characters but line feeds', `@ANSI 636006100001DL00310226DLDCSLEE\nDACMIN\nDBB05061977\n`, { family: 'LEE', given: 'MIN', birthOn: '1977-05-06' }],
  ['carriage returns for line feeds', written(V10, 'DCSLEE\rDACMIN\rDBB05061977'), { family: 'LEE', given: 'MIN', birthOn: '1977-05-06' }],
  ['offsets and lengths that lie', written('ANSI 636006100001DL99990001DL', 'DCSLEE', 'DACMIN'), { family: 'LEE', given: 'MIN' }],
  ['blanks around everything', written(V10, 'DCS  LEE  ', 'DAC MIN   JO ', 'DBB05061977  '), { family: 'LEE', given: 'MIN JO', birthOn: '1977-05-06' }],
];

test.each(TABLE)('%s', (_, text, facts) => expect(readLicence(text)).toEqual({ ...NOBODY, ...facts }));

test.each([['nothing', ''], ['a web address', 'https://example.org'], ['a header alone', written(V10)], ['no name', written(V10, 'DBB05061977')], ['no header', 'DCSLEE\nDACMIN']])('%s is no license', (_, text) => expect(readLicence(text)).toBeNull());

test('number, address and measures are not kept', () => {
  const said = JSON.stringify(readLicence(aamvaText(SPECIMEN)));
  for (const word of ['LARKSPUR', 'HAMDEN', '06514', '000000000', '066']) expect(said).not.toContain(word);
});

test.each([
  ['03051994', false, '1994-03-05'],
  ['19940305', true, '1994-03-05'],
  ['1994-03-05', true, '1994-03-05'],
  ['03/05/1994', false, '1994-03-05'],
  ['12101210', false, null],
  ['0305199', false, null],
  [null, false, null],
])('%s (year first: %s) is %s', (digits, yearFirst, on) => expect(aamvaDate(digits, yearFirst)).toBe(on));

test('whatever stands in a barcode, it is no license or facts that can be kept', () => {
  const line = fc.oneof(fc.string({ maxLength: 60 }), fc.tuple(fc.constantFrom('DCS', 'DAC', 'DCT', 'DAA', 'DBB', 'DBA', 'DCU', 'DAJ', 'DDE'), fc.string({ unit: 'grapheme', maxLength: 120 })).map((pair) => pair.join('')));
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    const read = readLicence(written(V10, ...lines));
    return read === null || readFactsSchema.safeParse(read).success;
  }), { numRuns: 300 });
});
