import { AGENCY, covidRecord, dorothyRecord, keep, mateoRecord, poppler, textOf } from '../fixtures/paper';
import { renderCovidRecord, renderFullRecord } from '@/lib/records/rendering';
import type { CovidRecordFacts, RecordFacts, RenderedRecord } from '@/lib/records/types';

async function full(name: string, facts: RecordFacts): Promise<RenderedRecord> {
  const record = await renderFullRecord(facts);
  if (!record.ok) throw new Error(JSON.stringify(record));
  keep(name, record.value.bytes);
  return record.value;
}

async function covid(name: string, facts: CovidRecordFacts): Promise<RenderedRecord> {
  const record = await renderCovidRecord(facts);
  if (!record.ok) throw new Error(JSON.stringify(record));
  keep(name, record.value.bytes);
  return record.value;
}

const named = (given: string, family: string): RecordFacts => ({ ...mateoRecord, person: { ...mateoRecord.person, given, family } });

test('fourteen doses on twenty-two lines stand on one page with control number, time and page', async () => {
  const record = await full('record-14', mateoRecord);
  expect(record.pages).toBe(1);
  const text = textOf(record.bytes);
  expect(text).toContain('Control number 7K4M-92QX-3TFD');
  expect(text).toContain('As of November 24, 2026, 10:40 am');
  expect(text).toContain('Page 1 of 1');
  expect(text).toMatch(/1\s+MMR \(M-M-R II\)\s+March 8, 2022\s+1 day before 1st birthday\s+Provider/);
  expect(text).toContain('End of record. 14 doses on 22 lines: a combination vaccine is listed under each group it counts for.');
});

test('forty doses run to a second page that repeats the head and says which group goes on', async () => {
  const record = await full('record-40', dorothyRecord);
  expect(record.pages).toBe(2);
  const [first = '', second = ''] = textOf(record.bytes).split('\f');
  expect(first).toContain('Continues on page 2.');
  expect(first).toMatch(/12\s+Influenza/);
  expect(first).not.toMatch(/13\s+Influenza/);
  expect(second).toContain('Influenza (continued)');
  expect(second).toContain('Dorothy J. Okafor-Lindqvist');
  expect(second).toContain('Page 2 of 2');
  expect(second).toContain('End of record. 40 doses.');
});

test('the file is a tagged Letter PDF whose title names the kind of record and nobody', async () => {
  const { bytes } = await full('record-14', mateoRecord);
  const facts = poppler('pdfinfo', bytes);
  expect(facts).toMatch(/Title:\s+Full Immunization Record\n/);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
  expect(facts).not.toContain('Calder');
  const structure = poppler('pdfinfo', bytes, ['-struct-text', 'IN']);
  for (const element of ['Document', 'H1', 'P', 'Table', 'TR', 'TH', 'TD']) expect(structure).toMatch(new RegExp(`^\\s*${element}\\b`, 'm'));
});

test.each([
  ['Nguyễn Łukasz', 'Ñuñez-O’Brien 李'],
  ['Thị Hạnh', 'Nguyễn'],
  ['Agnieszka', 'Żółć-Şahin'],
  ['Ọlábísí', 'Ad\u1eb9\u0301yẹmí'],
  ['Владимир', 'Ђорђевић'],
  ['小龍', '李'],
])('the name %s %s can be copied out of the paper as it is spelled', async (given, family) => {
  const { bytes } = await full(`name-${given}`, named(given, family));
  expect(textOf(bytes).normalize('NFC')).toContain(`${given} ${family}`.normalize('NFC'));
});

test.each([
  ['अमित', 'U+0905 U+092E U+093F U+0924'],
  ['محمد', 'U+0645 U+062D U+062F'],
  ['😀', 'U+1F600'],
])('a name that no face prints correctly (%s) is refused, never drawn as a box', async (given, detail) => {
  const record = await renderFullRecord(named(given, 'Shah'));
  expect(record).toMatchObject({ ok: false, reason: 'unprintable', problems: [{ field: 'person.name', reason: 'unprintable', detail }] });
});

test('a very long name takes a second line and the rest of the page makes room', async () => {
  const record = await full('long-name', named('Maximiliana Guadalupe Esperanza', 'Villanueva-Etxeberria de la Fuente y Montemayor'));
  expect(textOf(record.bytes)).toMatch(/Maximiliana Guadalupe Esperanza\s+(March 9, 2021\s+14\s+)?Villanueva/);
});

test('a vaccine text too wide for its column runs to a second line', async () => {
  const doses = mateoRecord.doses.map((dose) => ({ ...dose, vaccineText: `${dose.vaccineText} with a long descriptive trade name` }));
  const record = await full('wide', { ...mateoRecord, doses });
  expect(record.pages).toBe(2);
});

test('the COVID-19 record shows the code and exactly what it holds', async () => {
  const record = await covid('covid-4', covidRecord(4));
  expect(record).toMatchObject({ pages: 1, cardShown: true });
  const text = textOf(record.bytes);
  for (const words of ['SMART Health Card', 'The code holds exactly this:', 'Born June 2, 1958', 'Lot EN6198, Hartford HealthCare', 'Scanning shares everything shown here.', 'Also show photo ID'])
    expect(text).toContain(words);
});

test('six doses fit beside the code; seven become a dose table that says why', async () => {
  expect(await covid('covid-6', covidRecord(6))).toMatchObject({ cardShown: true, pages: 1 });
  const seven = await covid('covid-7', covidRecord(7));
  expect(seven.cardShown).toBe(false);
  const text = textOf(seven.bytes);
  expect(text).toContain('This record is too long for a SMART Health Card.');
  expect(text).not.toContain('Scanning shares');
  expect(text).toContain('End of record. 7 doses.');
});

test('a record without a card is the dose table', async () => {
  const { card: _, ...facts } = covidRecord(3) as Extract<CovidRecordFacts, { card: object }>;
  const record = await covid('covid-no-card', { ...facts, cardLeftOut: 'too_long' });
  expect(textOf(record.bytes)).toContain('too long for a SMART Health Card');
});

test('nothing tells a complete copy from one that a confidential dose was left off', async () => {
  const fewer = { ...mateoRecord, doses: mateoRecord.doses.slice(0, 13) };
  const text = textOf((await full('fewer', fewer)).bytes);
  expect(text).toMatch(/End of record\. 13 doses on \d+ lines/);
  expect(text).toContain(`${AGENCY.program}, ${AGENCY.street}`);
});

test('SPECIMEN stands on the demo’s paper only', async () => {
  expect(textOf((await full('specimen', mateoRecord)).bytes)).toContain('SPECIMEN');
  expect(textOf((await full('real', { ...mateoRecord, specimen: false })).bytes)).not.toContain('SPECIMEN');
});
