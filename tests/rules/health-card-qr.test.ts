import fc from 'fast-check';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { contentDigest } from '@/lib/health-cards/issuing/facts';
import { issueCard, type CardRequest } from '@/lib/health-cards/issuing/issue-card';
import { MODULE_SIDE_POINTS, horizontalRuns, onFaxGrid, qrMatrix } from '@/lib/health-cards/qr';
import { verifyCard } from '@/lib/health-cards/verifying/verify-card';
import { NOW, aCard, exampleCode, ourDirectory, ourKey } from '../fixtures/health-cards/examples';
import { pictureOf, scan } from '../fixtures/health-cards/scan';
import { secondOpinion } from '../fixtures/health-cards/second-opinion';

describe('the code', () => {
  // Data bits of versions 10 to 22 at level L (ISO/IEC 18004 table 7); a byte segment of 5 characters and a numeric one.
  const CAPACITY: Record<number, number> = { 10: 2192, 11: 2592, 12: 2960, 13: 3424, 14: 3688, 15: 4184, 16: 4712, 17: 5176, 18: 5768, 19: 6360, 20: 6888, 21: 7456, 22: 8048 };
  const bits = (digits: number) => 4 + 16 + 5 * 8 + 4 + 12 + Math.floor(digits / 3) * 10 + [0, 4, 7][digits % 3]!;
  const smallest = (digits: number) => Object.entries(CAPACITY).find(([, capacity]) => bits(digits) <= capacity)?.[0];

  test.each([700, 1000, 1400, 1563, 1602, 1864, 2000, 2200, 2386, 2390])('of %i digits has the smallest version, level L, and reads back', async (length) => {
    const text = `shc:/${'3141592653'.repeat(300).slice(0, length)}`;
    const matrix = qrMatrix(text);
    const [read] = await scan(pictureOf(matrix));
    expect(String(matrix.version)).toBe(smallest(length));
    expect(read).toMatchObject({ text, ecLevel: 'L', version: String(matrix.version) });
    expect(matrix.size).toBe(17 + 4 * matrix.version);
  });

  test('keeps level L even where its version has room for more', async () => {
    expect(await scan(pictureOf(qrMatrix('shc:/12')))).toMatchObject([{ text: 'shc:/12', ecLevel: 'L' }]);
  });

  test('a JWS of 1195 characters is the most that version 22 is asked to hold', () => {
    expect(qrMatrix(`shc:/${'1'.repeat(2390)}`).version).toBe(22);
    expect(() => qrMatrix(`shc:/${'1'.repeat(2420)}`)).toThrow();
  });

  test.each(['', 'shc:/', 'shc:/12a', 'https://x', 'shc:/1/2/34'])('%j is no text for a code', (text) => {
    expect(() => qrMatrix(text)).toThrow(RangeError);
  });

  test('runs cover exactly the dark modules, once', () => {
    const matrix = qrMatrix(exampleCode('00'));
    const covered = new Set<string>();
    for (const { x, y, length } of horizontalRuns(matrix)) for (let at = x; at < x + length; at += 1) covered.add(`${at},${y}`);
    const dark = Array.from({ length: matrix.size ** 2 }, (_, index) => [index % matrix.size, Math.floor(index / matrix.size)] as const).filter(([x, y]) => matrix.get(x, y));
    expect(dark.map(([x, y]) => `${x},${y}`).sort()).toEqual([...covered].sort());
    expect(horizontalRuns(matrix).reduce((sum, run) => sum + run.length, 0)).toBe(dark.length);
  });

  test('a module is three fax lines, and the grid keeps what lies on it', () => {
    expect(MODULE_SIDE_POINTS / (72 / 98)).toBeCloseTo(3, 10);
    expect(onFaxGrid(onFaxGrid(100))).toBe(onFaxGrid(100));
    expect(Math.abs(onFaxGrid(100) - 100)).toBeLessThanOrEqual(36 / 98);
  });
});

describe('facts survive the whole way', () => {
  const words = fc.oneof(
    fc.constantFrom('Nguyễn', 'Łukasz', 'Ñuñez-O’Brien', '李', 'ʻOkina', 'Null', 'X', 'Ana María', 'д’Артаньян', '👩🏽‍🚒'.replaceAll('\u200d', '')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }).map((text) => text.normalize('NFC').replace(/[\p{C}\s\u200b-\u200f\u2028-\u202e\u2060-\u2069]+/gu, ' ').trim()).filter((text) => text !== ''),
  );
  const patient = fc.oneof(fc.record({ family: words, given: fc.array(words, { minLength: 1, maxLength: 3 }) }), fc.record({ text: words }));
  const day = fc.date({ min: new Date('2020-12-01'), max: new Date('2026-11-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10) as CalendarDate);
  const dose = fc.record(
    { cvx: fc.constantFrom('207', '208', '212', '300', '309', '312', '502', '521'), givenOn: day, lot: fc.stringMatching(/^[A-KM-Z0-9]{1,8}$/), performer: fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}$/), subpotent: fc.boolean() },
    { requiredKeys: ['cvx', 'givenOn'] },
  );
  const birthOn = fc.oneof(day, fc.constantFrom('1951', '1951-01', '2004-02-29')) as fc.Arbitrary<PartialDate>;
  const facts = fc.record({ patient, birthOn, doses: fc.array(dose, { minLength: 1, maxLength: 9 }) });

  /** The facts as the scanned card gives them back, to be compared by their digest. */
  function readBack(code: string): CardRequest {
    const verdict = verifyCard(code, { directory: ourDirectory, now: NOW, mode: 'conforms' });
    if (verdict.answer !== 'verified') throw new Error(`${verdict.answer} ${verdict.reason}`);
    expect(verdict.violations).toEqual([]);
    const { names, birthOn: born, doses } = verdict.content;
    const name = names[0];
    return aCard({
      patient: name?.text ? { text: name.text } : { family: name?.family ?? '', given: name?.given ?? [] },
      birthOn: (born ?? '') as PartialDate,
      doses: doses.map((each) => ({
        cvx: each.cvx ?? '', givenOn: (each.givenOn ?? '') as CalendarDate, subpotent: each.subpotent,
        ...(each.lot === null ? {} : { lot: each.lot }), ...(each.performer === null ? {} : { performer: each.performer }),
      })),
    });
  }

  const without = (request: CardRequest, leftOff: readonly string[]): CardRequest => ({
    ...request,
    doses: request.doses.map(({ lot, performer, ...rest }) => ({
      ...rest, ...(leftOff.includes('lots') ? {} : { lot }), ...(leftOff.includes('performers') ? {} : { performer }),
    })),
  });

  test('issued, printed, scanned, verified: the same facts, but for what the card says it left off', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (drawn) => {
        const request = aCard(drawn);
        const outcome = issueCard(request, ourKey, NOW);
        if (!outcome.ok) return outcome.reason === 'too_long';
        const { shcText, leftOff } = outcome.value;
        const [scanned] = await scan(pictureOf(qrMatrix(shcText)));
        expect(scanned?.text).toBe(shcText);
        expect(contentDigest(readBack(scanned?.text ?? ''))).toBe(contentDigest(without(request, leftOff)));
        return true;
      }),
      { numRuns: 60, seed: 20261124 },
    );
  });

  test('the implementation that is not ours reads the same names and days', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (drawn) => {
        const outcome = issueCard(aCard(drawn), ourKey, NOW);
        if (!outcome.ok) return outcome.reason === 'too_long';
        const { resources } = await secondOpinion(outcome.value.shcText);
        expect(resources).toHaveLength(drawn.doses.length + 1);
        expect(resources[0]).toMatchObject({ resourceType: 'Patient', birthDate: drawn.birthOn });
        return true;
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
