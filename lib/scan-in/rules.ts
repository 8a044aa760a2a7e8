/** How the pages of a scan become papers. */
import type { DocumentKind } from '@/lib/documents/checklists';
import type { Problem } from '@/lib/platform/outcome';
import type { PageUse } from './schema';

export type UsedPage = { readonly page: number; readonly use: PageUse };
export type SortedPaper = { readonly kind: DocumentKind; readonly pages: readonly number[] };
export type Sorted = { readonly papers: readonly SortedPaper[]; readonly leftOut: readonly number[]; readonly later: readonly number[] };

/** In the order of the pages: each kind begins a paper, `same` goes on with it. What was left out or kept for later between two pages does not part them. */
export function sortPages(pages: readonly UsedPage[]): Sorted {
  const papers: { kind: DocumentKind; pages: number[] }[] = [];
  const [leftOut, later]: [number[], number[]] = [[], []];
  for (const { page, use } of [...pages].sort((a, b) => a.page - b.page)) {
    if (use === 'left_out') leftOut.push(page);
    else if (use === 'later') later.push(page);
    else if (use === 'same') papers.at(-1)?.pages.push(page);
    else papers.push({ kind: use, pages: [page] });
  }
  return { papers, leftOut, later };
}

/** `there`: the pages that are still to be sorted. Every one of them has its place, and the first of a paper says what it is. */
export function sortingProblems(pages: readonly UsedPage[], there: readonly number[]): Problem[] {
  const said = pages.map(({ page }) => page);
  const missing = there.filter((page) => !said.includes(page));
  const strange = said.filter((page, at) => !there.includes(page) || said.indexOf(page) !== at);
  const first = [...pages].sort((a, b) => a.page - b.page).find(({ use }) => use !== 'left_out' && use !== 'later');
  return [
    ...missing.map((page) => ({ field: `pages.${page}`, reason: 'page_without_place' })),
    ...strange.map((page) => ({ field: `pages.${page}`, reason: 'page_not_there' })),
    ...(first === undefined ? [{ field: 'pages', reason: 'no_paper' }] : first.use === 'same' ? [{ field: `pages.${first.page}`, reason: 'same_as_nothing' }] : []),
  ];
}
