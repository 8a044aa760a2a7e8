import fc from 'fast-check';
import { flowDoses, groupHeadHeight, type FlowPage } from '@/lib/records/dose-flow';

const TOP = 167;
const rows = (count: number, height = 15): number[] => Array.from({ length: count }, () => height);
const counts = (pages: readonly FlowPage[]) => pages.map((page) => page.map((part) => part.to - part.from));

test.each<[string, number[], number[][]]>([
  ['no dose still makes a page', [], [[]]],
  ['twenty-two lines in seven groups fill one page', [4, 4, 3, 2, 3, 4, 2], [[4, 4, 3, 2, 3, 4, 2]]],
  ['one row more and the last group goes to a new page with the statement', [4, 4, 3, 3, 3, 4, 2], [[4, 4, 3, 3, 3, 4], [2]]],
  ['a row is never alone on the next page: twelve and two, not thirteen and one', [8, 4, 2, 3, 14], [[8, 4, 2, 3, 12], [2]]],
  ['a group of four is not split', [32, 4, 5], [[32], [4, 5]]],
  ['a long group alone leaves its last two rows to the statement', [35], [[33], [2]]],
  ['a very long group runs over pages', [80], [[35], [35], [10]]],
])('%s', (_, groups, pages) => {
  expect(counts(flowDoses(groups.map((count) => rows(count)), TOP))).toEqual(pages);
});

test('whatever the doses: none is lost or twice there, none stands alone, the statement has its room', () => {
  const groups = fc.array(fc.array(fc.constantFrom(15, 15, 15, 28), { minLength: 1, maxLength: 45 }), { maxLength: 14 });
  fc.assert(
    fc.property(groups, fc.constantFrom(TOP, TOP + 17, TOP + 37), (heights, top) => {
      const pages = flowDoses(heights, top);
      const placed = pages.flat().flatMap((part) => Array.from({ length: part.to - part.from }, (_, i) => `${part.group}.${part.from + i}`));
      expect(placed).toEqual(heights.flatMap((group, i) => group.map((_, j) => `${i}.${j}`)));
      pages.forEach((page, p) => {
        const end = page.reduce((at, part, i) => at + groupHeadHeight(i === 0) + (heights[part.group] ?? []).slice(part.from, part.to).reduce((a, b) => a + b, 0), top);
        expect(end).toBeLessThanOrEqual(p === pages.length - 1 ? 650 : 726);
        for (const part of page) {
          const whole = heights[part.group]?.length ?? 0;
          if (part.to - part.from < whole) expect([whole > 4, part.to - part.from > 1]).toEqual([true, true]);
        }
      });
    }),
    { numRuns: 500 },
  );
});
