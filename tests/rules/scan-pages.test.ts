/** A scan of many pages becomes papers: where one begins, what goes on, what is nothing. */
import { sortPages, sortingProblems, type UsedPage } from '@/lib/scan-in/rules';
import { PAGE_USES } from '@/lib/scan-in/schema';
import { useWords } from '@/lib/scan-in/labels';
import fc from 'fast-check';

const used = (...uses: UsedPage['use'][]): UsedPage[] => uses.map((use, at) => ({ page: at + 1, use }));

test('a letter of two documents, with a cover sheet before and a blank page between', () => {
  expect(sortPages(used('left_out', 'other', 'left_out', 'same', 'photo_id', 'later'))).toEqual({ papers: [{ kind: 'other', pages: [2, 4] }, { kind: 'photo_id', pages: [5] }], leftOut: [1, 3], later: [6] });
});

test('the order in which they were said does not count', () => {
  const pages = used('photo_id', 'same', 'other');
  expect(sortPages([...pages].reverse())).toEqual(sortPages(pages));
});

test.each<[string, UsedPage[], number[], [field: string, reason: string][]]>([
  ['every page has its place', used('other', 'same'), [1, 2], []],
  ['a page without one', used('other'), [1, 2], [['pages.2', 'page_without_place']]],
  ['a page that is not there', used('other', 'same'), [1], [['pages.2', 'page_not_there']]],
  ['a page said twice', [...used('other'), { page: 1, use: 'same' }], [1], [['pages.1', 'page_not_there']]],
  ['more of nothing', used('left_out', 'same'), [1, 2], [['pages.2', 'same_as_nothing']]],
  ['no paper at all', used('left_out', 'later'), [1, 2], [['pages', 'no_paper']]],
])('%s', (_, pages, there, problems) => expect(sortingProblems(pages, there).map(({ field, reason }) => [field, reason])).toEqual(problems));

test('no page is lost, none is in two places', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...PAGE_USES), { minLength: 1, maxLength: 20 }), (uses) => {
    const pages = used(...uses);
    const { papers, leftOut, later } = sortPages(pages);
    const placed = [...papers.flatMap((paper) => paper.pages), ...leftOut, ...later].sort((a, b) => a - b);
    return sortingProblems(pages, pages.map(({ page }) => page)).length > 0 || placed.join() === pages.map(({ page }) => page).join();
  }));
});

test('each use has its words', () => expect(new Set(PAGE_USES.map(useWords)).size).toBe(PAGE_USES.length));
