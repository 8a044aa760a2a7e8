/** A specimen as a file: drawn once for the same facts, then taken from the caller's folder. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { birthCertificate } from './birth-certificate';
import { guardianshipDecree, letter, nameChangeDecree, powerOfAttorney, release } from './instruments';
import { licenseBack, licenseFront } from './license';
import { passport } from './passport';
import { picture } from './photograph';
import type { Picture } from './photograph';
import { lease, utilityBill } from './residence';
import type { Sheet } from './sheet';
import type { Specimen, SpecimenFacts, SpecimenFile, SpecimenKind, SpecimenLook } from './types';
import { childCard, covidCard, foreignCard } from './vaccine-cards';

/** Counts up when a drawing changes, so that no old picture is taken from a cache folder. */
const DRAWING = 2;

const SHEETS: { readonly [K in SpecimenKind]: (facts: SpecimenFacts[K]) => Sheet | Promise<Sheet> } = {
  license_front: licenseFront,
  license_back: licenseBack,
  passport,
  birth_certificate: birthCertificate,
  guardianship_decree: guardianshipDecree,
  name_change_decree: nameChangeDecree,
  power_of_attorney: powerOfAttorney,
  release,
  covid_card: covidCard,
  child_card: childCard,
  foreign_card: foreignCard,
  utility_bill: utilityBill,
  lease,
  letter,
};

export type DrawOptions = {
  readonly look?: SpecimenLook;
  /** `pdf`: the picture on one letter-size page, as scanners send it. */
  readonly format?: 'image' | 'pdf';
  /** Where finished files are kept and looked for; left out, everything is drawn anew. */
  readonly cacheFolder?: string;
};

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' } as const;
type MediaType = SpecimenFile['mediaType'];

async function pdfOf({ bytes, width, height }: Picture): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const image = await pdf.embedJpg(bytes);
  const [pageWidth, pageHeight] = [612, 792];
  const scale = Math.min(pageWidth / width, pageHeight / height);
  pdf.addPage([pageWidth, pageHeight]).drawImage(image, { x: (pageWidth - width * scale) / 2, y: pageHeight - height * scale, width: width * scale, height: height * scale });
  return Buffer.from(await pdf.save());
}

async function drawn<K extends SpecimenKind>(kind: K, facts: SpecimenFacts[K], look: SpecimenLook, format: 'image' | 'pdf'): Promise<Buffer> {
  const sheet = await SHEETS[kind](facts);
  if (format === 'pdf') return pdfOf(await picture(sheet, look === 'scan' ? 'scan_jpeg' : look, JSON.stringify(facts)));
  return (await picture(sheet, look, JSON.stringify(facts))).bytes;
}

function mediaTypeOf(look: SpecimenLook, format: 'image' | 'pdf'): MediaType {
  if (format === 'pdf') return 'application/pdf';
  return look === 'scan' ? 'image/png' : 'image/jpeg';
}

async function kept(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and renamed: a seed that was killed leaves no half picture behind. */
async function keep(folder: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, bytes);
  await rename(aside, file);
}

/** Draws one specimen; the same facts and options give the same bytes. */
export async function drawSpecimen<K extends SpecimenKind>(kind: K, facts: SpecimenFacts[K], options: DrawOptions = {}): Promise<SpecimenFile> {
  const { look = 'scan', format = 'image', cacheFolder } = options;
  const mediaType = mediaTypeOf(look, format);
  const digest = createHash('sha256').update(JSON.stringify([DRAWING, kind, look, format, facts])).digest('hex').slice(0, 32);
  const file = cacheFolder === undefined ? null : join(cacheFolder, `${digest}.${ENDINGS[mediaType]}`);
  const fileName = `${kind.replaceAll('_', '-')}.${ENDINGS[mediaType]}`;
  const found = file === null ? null : await kept(file);
  if (found !== null) return { bytes: found, mediaType, fileName };
  const bytes = await drawn(kind, facts, look, format);
  if (cacheFolder !== undefined && file !== null) await keep(cacheFolder, file, bytes);
  return { bytes, mediaType, fileName };
}

/** The same for a kind and its facts in one. */
export const drawPaper = <K extends SpecimenKind>(specimen: Specimen<K>, options: DrawOptions = {}): Promise<SpecimenFile> =>
  drawSpecimen(specimen.kind, specimen.facts, options);
