/** A tagged Letter PDF made of sheets that share their fonts. */
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFStreamWriter } from 'pdf-lib';
import type { Face } from './faces';
import { programOf, type FontProgram } from './font-program';
import { SHEET_HEIGHT, SHEET_WIDTH, Sheet, type FontShelf } from './sheet';
import { Tag, writeTags } from './tags';

/** What the file says about itself. Never a name: titles show in window bars, print queues and fax logs. */
export type PaperTitle = { title: string; language: 'en-US' | 'es-US'; madeAt: Date };

const OBJECTS_A_TICK = 500;
const OBJECTS_A_STREAM = 500;

export class Paper {
  readonly root = new Tag('Document');
  readonly #sheets: Sheet[] = [];
  readonly #fonts = new Map<Face, { name: string; program: FontProgram }>();
  readonly #shelf: FontShelf = {
    nameOf: (face) => this.#font(face).name,
    programOf: (face) => this.#font(face).program,
  };

  sheet(): Sheet {
    const sheet = new Sheet(this.#sheets.length, this.#shelf);
    this.#sheets.push(sheet);
    return sheet;
  }

  #font(face: Face): { name: string; program: FontProgram } {
    const known = this.#fonts.get(face);
    if (known) return known;
    const made = { name: `F${this.#fonts.size + 1}`, program: programOf(face) };
    this.#fonts.set(face, made);
    return made;
  }

  async save({ title, language, madeAt }: PaperTitle): Promise<Uint8Array> {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    const { context, catalog } = pdf;
    const resources = context.register(context.obj({ Font: await this.#fontDict(pdf) }));
    const pages = this.#sheets.map((sheet) => {
      const { node, ref } = pdf.addPage([SHEET_WIDTH, SHEET_HEIGHT]);
      const content = deflateSync(sheet.content);
      node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(context.obj({ Length: content.length, Filter: 'FlateDecode' }), content)));
      node.set(PDFName.of('Resources'), resources);
      node.set(PDFName.of('StructParents'), PDFNumber.of(sheet.number));
      node.set(PDFName.of('Tabs'), PDFName.of('S'));
      return ref;
    });
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    catalog.set(PDFName.of('StructTreeRoot'), writeTags(context, this.root, pages, this.#sheets.map((sheet) => sheet.marks)));
    pdf.setTitle(title, { showInWindowTitleBar: true });
    pdf.setLanguage(language);
    pdf.setCreationDate(madeAt);
    // Not `pdf.save()`: pages written past pdf-lib's own drawing are not counted by it, so it would add an empty one,
    // and it packs 50 objects a stream, which for a batch's thousands of tags costs a quarter of the time.
    return PDFStreamWriter.forContext(context, OBJECTS_A_TICK, true, OBJECTS_A_STREAM).serializeToBuffer();
  }

  async #fontDict(pdf: PDFDocument): Promise<PDFDict> {
    const dict = PDFDict.withContext(pdf.context);
    for (const { name, program } of this.#fonts.values()) dict.set(PDFName.of(name), await program.embed(pdf.context));
    return dict;
  }
}
