/**
 * The barcode on the back of a driver license or state ID: AAMVA DL/ID Card Design Standard, annex D, versions 00 (2000)
 * to 10 (2020), and the habits of printers and readers that deviate from it. What cannot be read is null, never guessed.
 */
import { asCalendarDate, type CalendarDate } from '@/lib/platform/dates';
import type { LicenceFacts } from './facts';

/** Issuer, version, and (since version 02) the issuer's own version; then how many subfiles follow. Readers drop what is no letter or digit. */
const HEADER = /(?:ANSI |AAMVA)\s*(\d{6})(\d{2})/;
/** A subfile's line in the table of contents: its name, where it begins, how long it is. */
const CONTENTS = /^(?:[A-Z]{2}\d{8})+/;

type Elements = ReadonlyMap<string, string>;

/** Each element is three letters and its value, each on a line; the first stands behind the name of its subfile. */
function elementsOf(text: string): Elements | null {
  const header = HEADER.exec(text);
  if (header === null) return null;
  const rest = text.slice(header.index + header[0].length);
  const contents = /[A-Z]{2}\d{8}/.exec(rest);
  const body = contents === null ? rest : rest.slice(contents.index).replace(CONTENTS, '');
  const lines = body.split(/[\n\r\x1c-\x1e]+/).map((line) => line.replace(/^(?:DL|ID|EN)(?=D[A-Z]{2})/, '').trim());
  const found = lines.flatMap((line): [string, string][] => (/^D[A-Z]{2}/.test(line) ? [[line.slice(0, 3), line.slice(3).trim()]] : []));
  return found.length === 0 ? null : new Map(found);
}

/** Some write NONE, UNAVL or a row of nines for what there is not. */
const said = (elements: Elements, id: string): string | null => {
  const value = elements.get(id)?.replace(/\s+/g, ' ').trim() ?? '';
  return value === '' || /^(NONE|UNAVL|UNK|N\/A|0+|9+)$/i.test(value) ? null : value;
};

const plausible = (year: number, month: number, day: number): CalendarDate | null =>
  year < 1890 || year > 2120 ? null : asCalendarDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** MMDDCCYY in the United States since version 02, CCYYMMDD before and in Canada; whichever of the two is a day, if one alone is. */
export function aamvaDate(digits: string | null, yearFirst: boolean): CalendarDate | null {
  if (digits === null) return null;
  const plain = digits.replace(/[-/]/g, '');
  if (!/^\d{8}$/.test(plain)) return null;
  const part = (from: number, to: number): number => Number(plain.slice(from, to));
  const first = plausible(part(0, 4), part(4, 6), part(6, 8));
  const last = plausible(part(4, 8), part(0, 2), part(2, 4));
  return yearFirst ? (first ?? last) : (last ?? first);
}

type Name = Pick<LicenceFacts, 'family' | 'given' | 'middle' | 'suffix'>;
const SUFFIX = /^(JR|SR|[IV]{1,4}|[2-9](?:ND|RD|TH)|1ST)\.?$/i;

/** Version 00 and 01: one element, `LAST,FIRST,MIDDLE,SUFFIX`, by commas, or by blanks where there is no comma. */
function nameInOne(whole: string): Name {
  const parts = whole.split(/[,$@]/).map((part) => part.trim()).filter((part) => part !== '');
  const [family = '', given = '', ...more] = parts.length > 1 ? parts : whole.split(' ');
  const suffix = more.find((part) => SUFFIX.test(part)) ?? null;
  return { family, given, middle: more.filter((part) => part !== suffix).join(' ') || null, suffix };
}

/** `SMITH JR` and `SMITH, JR` as a last name: the suffix is none of it. */
function familyAndSuffix(family: string, suffix: string | null): { family: string; suffix: string | null } {
  const words = family.split(/[\s,]+/);
  const last = words.at(-1) ?? '';
  return suffix === null && words.length > 1 && SUFFIX.test(last) ? { family: words.slice(0, -1).join(' '), suffix: last } : { family, suffix };
}

function nameOf(elements: Elements): Name | null {
  const [last, whole] = [said(elements, 'DCS') ?? said(elements, 'DAB'), said(elements, 'DAA')];
  if (last === null) return whole === null ? null : nameInOne(whole);
  // Version 02 and 03 put all given names into one element, by commas or by blanks.
  const [given = '', ...others] = (said(elements, 'DAC') ?? said(elements, 'DCT') ?? '').split(said(elements, 'DAC') === null ? /[,\s]+/ : /,/);
  const middle = said(elements, 'DAD') ?? (others.join(' ').trim() || null);
  return { ...familyAndSuffix(last, said(elements, 'DCU') ?? said(elements, 'DAE')), given: given.trim(), middle };
}

/** Name, date of birth and expiry; null when the text is no license. Nothing else of it is returned. */
export function readLicence(text: string): LicenceFacts | null {
  const elements = elementsOf(text);
  const name = elements === null ? null : nameOf(elements);
  if (elements === null || name === null) return null;
  const version = Number(HEADER.exec(text)?.[2] ?? '0');
  const yearFirst = version < 2 || said(elements, 'DCG') === 'CAN';
  const fits = (value: string | null, most: number): string | null => value?.slice(0, most) ?? null;
  return {
    kind: 'licence',
    family: name.family.slice(0, 100),
    given: name.given.slice(0, 100),
    middle: fits(name.middle, 100),
    suffix: fits(name.suffix, 10),
    cut: ['DDE', 'DDF', 'DDG'].some((id) => elements.get(id)?.startsWith('T') === true),
    birthOn: aamvaDate(said(elements, 'DBB'), yearFirst),
    expiresOn: aamvaDate(said(elements, 'DBA'), yearFirst),
    state: fits(said(elements, 'DAJ'), 3),
  };
}
