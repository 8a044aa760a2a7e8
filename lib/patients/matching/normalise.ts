/** One spelling for what people write in many: names, phones, e-mail addresses. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const COMBINING = /[\u0300-\u036f]/g;
/** Letters that Unicode does not take apart, as passports and registries write them in plain Latin (ICAO 9303-3, table 6, shortened). */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ſ: 's',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
/** Apostrophes, the Hawaiian okina, backticks and full stops: O'Brien is OBrien, St. John is St John. */
const SILENT = /['’‘‛ʻʼʹʽ`´′.]/g;

/** Without accents and capitals; punctuation and spaces stay. */
export const foldLetters = (text: string): string =>
  text
    .replace(SILENT, "'")
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(COMBINING, '');

/** The words of a name, folded: "Nowak-Bell" is `nowak`, `bell`. */
export const nameWords = (text: string): string[] =>
  foldLetters(text).replace(SILENT, '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');

/**
 * A name as it is stored for search: words in small plain letters with one space between.
 *
 * @example nameKey(" Núñez-O’Brien ") // 'nunez obrien'
 */
export const nameKey = (text: string): string => nameWords(text).join(' ');

/** The same without spaces: Mary Ann is Maryann, Nowak-Bell is Nowak Bell. Two names are exactly equal when these are. */
export const compactKey = (text: string): string => nameWords(text).join('');

const SUFFIXES: Readonly<Record<string, string>> = {
  jr: 'jr', junior: 'jr', ii: 'jr', '2nd': 'jr', sr: 'sr', senior: 'sr', i: 'sr', '1st': 'sr', iii: 'iii', '3rd': 'iii', iv: 'iv', '4th': 'iv',
};

/** `jr` (also II), `sr`, `iii`, `iv`, or null. Many families write the second of a name as either Jr. or II. */
export const suffixKey = (text: string | null | undefined): string | null => SUFFIXES[nameWords(text ?? '')[0] ?? ''] ?? null;

/** A last name apart from the generational suffix that was typed into the same box. */
export function splitSuffix(family: string): { readonly family: string; readonly suffix: string | null } {
  const [, name, last] = /^(.*\S)[\s,]+(\S+)$/u.exec(family.trim()) ?? [];
  const suffix = last === undefined || /^i$/i.test(last) ? null : suffixKey(last);
  return name === undefined || suffix === null ? { family, suffix: null } : { family: name.replace(/,$/, ''), suffix };
}

/** Words that join surnames and identify nobody by themselves. */
const PARTICLES = new Set('a al ap bin bint da das de del della den der di do dos du e el ibn la las le los mac mc o san st st santa te ten ter van vande vander von y zu'.split(' '));

/** The parts by which a double surname is also known; none for a simple one. */
export function familyParts(family: string): string[] {
  const words = nameWords(splitSuffix(family).family);
  const parts = words.filter((word) => word.length > 1 && !PARTICLES.has(word));
  return words.length > 1 ? parts : [];
}

/**
 * A phone number in E.164, or null when it cannot be one. Read as a number of the United States unless it says otherwise;
 * an extension is dropped.
 *
 * @example phoneKey('(860) 555-0134') // '+18605550134'
 */
export function phoneKey(text: string): string | null {
  const phone = parsePhoneNumberFromString(text, 'US');
  return phone?.isPossible() ? phone.number : null;
}

/** An e-mail address in small letters without blanks, or null when it cannot be one. */
export function emailKey(text: string): string | null {
  const address = text.normalize('NFKC').trim().toLowerCase().replace(/^mailto:/, '');
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : null;
}
