import { aBatch, dorothyEnvelope, marisolEnvelope } from '../fixtures/letters';
import { keep, mateoRecord, poppler, textOf } from '../fixtures/paper';
import { renderPrintBatch } from '@/lib/letters/print-batch';
import type { PrintBatch, RenderedBatch } from '@/lib/letters/types';

async function printed(name: string, batch: PrintBatch): Promise<RenderedBatch> {
  const made = await renderPrintBatch(batch);
  if (!made.ok) throw new Error(JSON.stringify(made));
  keep(name, made.value.bytes);
  return made.value;
}

test('a batch is the manifest, then each letter with its records, in order', async () => {
  const batch = await printed('batch', aBatch);
  const pages = textOf(batch.bytes).split('\f').slice(0, -1);
  expect(pages).toHaveLength(7);
  expect(batch.pages).toBe(7);
  expect(pages.map((page) => /manifest|Envío|Dispatch M|Full Immunization Record|COVID-19 Immunization Record/.exec(page)?.[0])).toEqual([
    'manifest', 'Envío', 'Full Immunization Record', 'Full Immunization Record', 'Full Immunization Record', 'Full Immunization Record', 'COVID-19 Immunization Record',
  ]);
  expect(batch.envelopes).toEqual([
    { dispatchCode: 'M-26-0093417', firstPage: 2, pages: 2, records: [{ controlNumber: '7K4M-92QX-3TFD', cardShown: false }] },
    { dispatchCode: 'M-26-0093418', firstPage: 4, pages: 4, records: [{ controlNumber: '2B8W-6HNC-9RJE', cardShown: false }, { controlNumber: '9D3T-V5KA-1YHM', cardShown: true }] },
  ]);
});

test('the letter in a batch counts the pages and doses of its own records', async () => {
  const text = textOf((await printed('batch', aBatch)).bytes).replaceAll(/\s+/g, ' ');
  expect(text).toContain('2 pages with 40 doses');
  expect(text).toContain('1 page with 4 doses');
});

test('the manifest lists envelopes and says nothing about health', async () => {
  const [manifest = ''] = textOf((await printed('batch', aBatch)).bytes).split('\f');
  expect(manifest).toMatch(/1\s+M-26-0093417\s+C-2041\s+Marisol Calderón Reyes\s+2/);
  expect(manifest).toMatch(/2\s+M-26-0093418\s+C-2044\s+Dorothy J\. Okafor-Lindqvist\s+4/);
  expect(manifest).toContain('2 envelopes, 6 pages');
  expect(manifest).not.toMatch(/COVID|vaccin|dose|immunization record|7K4M/i);
});

test('fifty envelopes share their fonts and need three pages of manifest', async () => {
  const envelopes = Array.from({ length: 50 }, () => marisolEnvelope);
  const batch = await printed('batch-50', { ...aBatch, envelopes });
  expect(batch.pages).toBe(103);
  expect(batch.envelopes[0]?.firstPage).toBe(4);
  expect(batch.bytes.length / batch.pages).toBeLessThan(8000);
  expect(poppler('pdfinfo', batch.bytes)).toMatch(/Tagged:\s+yes/);
});

test('one envelope that cannot be printed is named and nothing is printed', async () => {
  const wide = { ...dorothyEnvelope, letter: { ...dorothyEnvelope.letter, recipient: ['W'.repeat(40)] } };
  expect(await renderPrintBatch({ ...aBatch, envelopes: [marisolEnvelope, wide] })).toEqual({
    ok: false, reason: 'not_printable', problems: [{ field: 'envelopes.1.recipient.0', reason: 'too_wide' }],
  });
  const facts = { ...mateoRecord, person: { ...mateoRecord.person, given: 'अमित' } };
  const unprintable = { ...marisolEnvelope, records: [{ kind: 'full' as const, facts }] };
  expect(await renderPrintBatch({ ...aBatch, envelopes: [unprintable] })).toMatchObject({
    ok: false, problems: [{ field: 'envelopes.0.records.0.person.name', reason: 'unprintable' }],
  });
});
