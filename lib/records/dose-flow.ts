/** How dose lines flow over pages. Heights and tops in points from the top of the sheet. */

/** Rows may run to here when a page follows. */
const ROWS_END = 726;
/** Rows end here at the latest on the page that carries the official statement. */
const ROWS_END_WITH_STATEMENT = 650;
const GROUP_HEAD = 20;
/** A group of this many rows or fewer is never split. */
const WHOLE = 4;
/** Never one row alone at a page's end or start. */
const TOGETHER = 2;

/** Rows `from` to before `to` of one group. */
export type Part = { group: number; from: number; to: number };
export type FlowPage = readonly Part[];

/** The head of a group and one more point between it and the rows above. */
export const groupHeadHeight = (first: boolean): number => (first ? GROUP_HEAD : GROUP_HEAD + 1);

type Groups = readonly (readonly number[])[];

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

const rowsOf = (groups: Groups, part: Part): readonly number[] => (groups[part.group] ?? []).slice(part.from, part.to);

const endOf = (groups: Groups, page: FlowPage, top: number): number =>
  page.reduce((end, part, i) => end + groupHeadHeight(i === 0) + sum(rowsOf(groups, part)), top);

function rowsThatFit(heights: readonly number[], room: number): number {
  let used = 0;
  const over = heights.findIndex((height) => (used += height) > room);
  return over === -1 ? heights.length : over;
}

/** How many of the remaining rows go on this page: all, or a split that leaves company on both sides, or none. */
function rowsToPlace(heights: readonly number[], room: number, split: boolean, empty: boolean): number {
  const fit = rowsThatFit(heights, room);
  if (fit === heights.length) return fit;
  const kept = Math.min(fit, heights.length - TOGETHER);
  if (split && kept >= TOGETHER) return kept;
  // A page that is still empty has to take something, or the flow would never end.
  return empty ? Math.max(1, fit) : 0;
}

function filled(groups: Groups, top: number): Part[][] {
  const pages: Part[][] = [[]];
  groups.forEach((heights, group) => {
    for (let from = 0; from < heights.length; ) {
      const page = pages.at(-1) ?? [];
      const room = ROWS_END - endOf(groups, page, top) - groupHeadHeight(page.length === 0);
      const count = rowsToPlace(heights.slice(from), room, heights.length > WHOLE, page.length === 0);
      if (count > 0) page.push({ group, from, to: from + count });
      from += count;
      if (from < heights.length) pages.push([]);
    }
  });
  return pages;
}

/** What has to leave the last page so that the statement can stand: its last group, or a lone group's last rows. */
function makeRoom(groups: Groups, pages: Part[][], top: number): Part[][] {
  const last = pages.at(-1) ?? [];
  const part = last.at(-1);
  if (!part || endOf(groups, last, top) <= ROWS_END_WITH_STATEMENT) return pages;
  const before = pages.slice(0, -1);
  if (last.length > 1) return makeRoom(groups, [...before, last.slice(0, -1), [part]], top);
  if (part.to - part.from < 2 * TOGETHER) return pages;
  const cut = part.to - TOGETHER;
  return [...before, [{ ...part, to: cut }], [{ ...part, from: cut }]];
}

/** Pages of parts, given each group's row heights and the top of the first group head. */
export const flowDoses = (groups: Groups, top: number): readonly FlowPage[] => makeRoom(groups, filled(groups, top), top);
