/** The running text of a letter: blocks, one below the other, with the space that belongs between them. */
import { bold, breakLines, type Line, type Text, type Words } from '@/lib/records/paper/lines';
import type { Sheet } from '@/lib/records/paper/sheet';
import type { Tag } from '@/lib/records/paper/tags';

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'subhead'; text: string }
  /** Each text begins a line of its own. */
  | { kind: 'paragraph'; lines: readonly Text[] }
  | { kind: 'item'; label: string; text: Text };

const LEFT = 36;
const TOP = 3.375 * 72;
const WIDTH = 6.5 * 72;
/** The foot begins at 745; the body keeps clear of it. */
const BOTTOM = 737;
const INDENT = 16;
const TYPE = { size: 11, leading: 15.5 };
const HEADING = { size: 16, leading: 20 };

const SPACE = {
  heading: { before: 0, after: 11 },
  subhead: { before: 11, after: 2 },
  paragraph: { before: 0, after: 0 },
  item: { before: 4, after: 0 },
} as const;
const BETWEEN_PARAGRAPHS = 8;

function gap(above: Block | undefined, below: Block): number {
  if (!above) return 0;
  const running = above.kind === 'paragraph' || above.kind === 'item';
  if (below.kind === 'paragraph' && running) return BETWEEN_PARAGRAPHS;
  return Math.max(SPACE[above.kind].after, SPACE[below.kind].before);
}

const paragraph = (text: Text, width: number): Line[] => breakLines(text, { size: TYPE.size, width });

function linesOf(block: Block): Line[] {
  if (block.kind === 'heading') return breakLines(block.text, { size: HEADING.size, width: WIDTH, weight: 'bold' });
  if (block.kind === 'subhead') return paragraph([bold(block.text)], WIDTH);
  if (block.kind === 'item') return paragraph(block.text, WIDTH - INDENT);
  return block.lines.flatMap((text) => paragraph(text, WIDTH));
}

type Placed = { block: Block; lines: Line[]; top: number };

/** The blocks with their lines and tops. `fits` is false when they would reach into the foot. */
export function layBody(blocks: readonly Block[]): { placed: Placed[]; fits: boolean } {
  let top = TOP;
  const placed = blocks.map((block, i) => {
    const lines = linesOf(block);
    const at = top + gap(blocks[i - 1], block);
    top = at + lines.length * (block.kind === 'heading' ? HEADING : TYPE).leading;
    return { block, lines, top: at };
  });
  return { placed, fits: top <= BOTTOM };
}

export function drawBody(sheet: Sheet, parent: Tag, placed: readonly Placed[]): void {
  let list: Tag | null = null;
  for (const { block, lines, top } of placed) {
    if (block.kind === 'item') {
      list ??= parent.add('L');
      const item = list.add('LI');
      sheet.text(item.add('Lbl'), [bold(block.label)], { x: LEFT, top, ...TYPE });
      sheet.lines(item.add('LBody'), lines, { x: LEFT + INDENT, top, ...TYPE });
      continue;
    }
    list = null;
    const type = { heading: 'H1', subhead: 'H2', paragraph: 'P' } as const;
    sheet.lines(parent.add(type[block.kind]), lines, { x: LEFT, top, ...(block.kind === 'heading' ? HEADING : TYPE) });
  }
}

export const item = (label: string, text: string | readonly (string | Words)[]): Block => ({ kind: 'item', label, text });
