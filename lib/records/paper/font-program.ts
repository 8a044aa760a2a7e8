/** The part of a face that a document carries: glyph numbers while it is drawn, PDF objects when it is saved. */
import { deflateSync } from 'node:zlib';
import { PDFRawStream, PDFString, type PDFContext, type PDFRef } from 'pdf-lib';
import { HOUSE_CHARACTERS, type Face, type Glyph } from './faces';

type Parts = { file: Uint8Array; length: number; toUnicode: Uint8Array; widths: number[] };

const hex = (value: number): string => value.toString(16).padStart(4, '0');
const utf16 = (text: string): string => Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('');

/** A subset that grows as glyphs are asked for. The house subset is filled once and kept for the life of the process. */
export class FontProgram {
  readonly #subset;
  readonly #glyphs = new Map<number, Glyph>();
  #parts: Promise<Parts> | null = null;

  constructor(readonly face: Face) {
    this.#subset = face.font.createSubset();
  }

  /** Four hex digits that stand for the glyph in this document's content. */
  code(glyph: Glyph): string {
    const id = this.#subset.includeGlyph(glyph.id);
    if (!this.#glyphs.has(id)) this.#glyphs.set(id, glyph);
    return hex(id);
  }

  /** Registers the font in the document and returns its reference. */
  async embed(context: PDFContext): Promise<PDFRef> {
    const parts = this.face.house ? await (this.#parts ??= this.#encode()) : await this.#encode();
    const { font } = this.face;
    const name = `RDPAPR+${(font.postscriptName ?? this.face.key).replaceAll(/[^A-Za-z0-9-]/g, '')}`;
    const scaled = (value: number) => Math.round((value * 1000) / font.unitsPerEm);
    const file = context.register(
      PDFRawStream.of(context.obj({ Length: parts.file.length, Length1: parts.length, Filter: 'FlateDecode' }), parts.file),
    );
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scaled),
        ItalicAngle: 0,
        Ascent: scaled(font.ascent),
        Descent: scaled(font.descent),
        CapHeight: scaled(font.capHeight),
        StemV: 80,
        FontFile2: file,
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: 'Identity',
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: descriptor,
        W: [0, parts.widths],
      }),
    );
    const toUnicode = context.register(
      PDFRawStream.of(context.obj({ Length: parts.toUnicode.length, Filter: 'FlateDecode' }), parts.toUnicode),
    );
    return context.register(
      context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: toUnicode }),
    );
  }

  async #encode(): Promise<Parts> {
    const chunks: Uint8Array[] = [];
    const bytes = await new Promise<Buffer>((resolve) => {
      this.#subset
        .encodeStream()
        .on('data', (chunk) => chunks.push(chunk))
        .on('end', () => resolve(Buffer.concat(chunks)));
    });
    return { file: deflateSync(bytes), length: bytes.length, toUnicode: deflateSync(this.#toUnicode()), widths: this.#widths() };
  }

  #widths(): number[] {
    const last = Math.max(0, ...this.#glyphs.keys());
    return Array.from({ length: last + 1 }, (_, id) => Math.round((this.#glyphs.get(id)?.width ?? 0) * 100) / 100);
  }

  /** Text comes back out of the PDF by this map (ISO 32000-1, 9.10.3); at most 100 entries a block. */
  #toUnicode(): string {
    const readable = [...this.#glyphs].filter(([, glyph]) => glyph.text !== '');
    const entries = readable.map(([id, glyph]) => `<${hex(id)}> <${utf16(glyph.text)}>`);
    const blocks = Array.from({ length: Math.ceil(entries.length / 100) }, (_, i) => entries.slice(i * 100, i * 100 + 100));
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n');
  }
}

const house = new Map<Face, FontProgram>();

/** A program for one document; for the house face the one that all documents share. */
export function programOf(face: Face): FontProgram {
  const known = house.get(face);
  if (known) return known;
  const program = new FontProgram(face);
  if (face.house) {
    for (const character of HOUSE_CHARACTERS) program.code(face.glyph(character));
    house.set(face, program);
  }
  return program;
}
