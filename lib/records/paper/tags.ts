/** The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what screen readers read instead of positions. */
import { PDFHexString, PDFName, PDFNumber, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';

export type TagType = 'Document' | 'Part' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

export type TagAttributes = {
  alt?: string;
  lang?: string;
  scope?: 'Column' | 'Row';
  colSpan?: number;
  /** Points from the lower left corner: left, bottom, right, top. */
  box?: readonly [number, number, number, number];
};

/** One element. Its kids are elements, and marks on a sheet in the order they were written. */
export class Tag {
  readonly kids: (Tag | { sheet: number; mark: number })[] = [];
  constructor(
    readonly type: TagType,
    readonly attributes: TagAttributes = {},
  ) {}

  add(type: TagType, attributes: TagAttributes = {}): Tag {
    const kid = new Tag(type, attributes);
    this.kids.push(kid);
    return kid;
  }
}

type Tree = { context: PDFContext; pages: readonly PDFRef[]; refs: Map<Tag, PDFRef> };

function attributeDict(tree: Tree, { scope, colSpan, box }: TagAttributes): PDFDict | null {
  if (box) return tree.context.obj({ O: 'Layout', BBox: [...box], Placement: 'Block' });
  if (scope === undefined && colSpan === undefined) return null;
  return tree.context.obj({ O: 'Table', ...(scope ? { Scope: scope } : {}), ...(colSpan ? { ColSpan: colSpan } : {}) });
}

/** An element lies on the page of its first mark; a mark on a later page (a paragraph that runs on) says so itself. */
function write(tree: Tree, tag: Tag, parent: PDFRef): PDFRef {
  const { context } = tree;
  const ref = context.nextRef();
  tree.refs.set(tag, ref);
  const first = tag.kids.find((kid) => !(kid instanceof Tag));
  const home = first && !(first instanceof Tag) ? first.sheet : null;
  const kids = tag.kids.map((kid) => {
    if (kid instanceof Tag) return write(tree, kid, ref);
    if (kid.sheet === home) return PDFNumber.of(kid.mark);
    return context.obj({ Type: 'MCR', Pg: tree.pages[kid.sheet], MCID: kid.mark });
  });
  const element = context.obj({ S: tag.type, P: parent, K: kids });
  const page = home === null ? undefined : tree.pages[home];
  if (page) element.set(PDFName.of('Pg'), page);
  const attributes = attributeDict(tree, tag.attributes);
  if (attributes) element.set(PDFName.of('A'), attributes);
  if (tag.attributes.alt) element.set(PDFName.of('Alt'), PDFHexString.fromText(tag.attributes.alt));
  if (tag.attributes.lang) element.set(PDFName.of('Lang'), PDFHexString.fromText(tag.attributes.lang));
  context.assign(ref, element);
  return ref;
}

/** Writes the tree; `marks[s][m]` is the element that mark `m` of sheet `s` belongs to. Returns the root's reference. */
export function writeTags(context: PDFContext, root: Tag, pages: readonly PDFRef[], marks: readonly (readonly Tag[])[]): PDFRef {
  const tree: Tree = { context, pages, refs: new Map() };
  const ref = context.nextRef();
  const top = write(tree, root, ref);
  const parents = marks.flatMap((tags, sheet) => [
    PDFNumber.of(sheet),
    context.register(context.obj(tags.map((tag) => refOf(tree, tag)))),
  ]);
  context.assign(
    ref,
    context.obj({ Type: 'StructTreeRoot', K: [top], ParentTree: context.register(context.obj({ Nums: parents })), ParentTreeNextKey: marks.length }),
  );
  return ref;
}

function refOf(tree: Tree, tag: Tag): PDFRef {
  const ref = tree.refs.get(tag);
  if (!ref) throw new Error('a mark belongs to an element outside the tree');
  return ref;
}
