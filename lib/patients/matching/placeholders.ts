/** Words and numbers that stand for "nothing yet": they are missing, neither agreement nor conflict. */
import table from './placeholders.json';
import { compactKey, emailKey, phoneKey } from './normalise';

const GIVEN: ReadonlySet<string> = new Set([...table.given, ...table.added]);
const FAMILY: ReadonlySet<string> = new Set([...table.family, ...table.added]);

export const isPlaceholderGiven = (name: string): boolean => GIVEN.has(compactKey(name));
export const isPlaceholderFamily = (name: string): boolean => FAMILY.has(compactKey(name));

/** 555-5555, 000-0000, 123-4567 and ten times one digit. 555-0100 to 555-0199 are kept for fiction and stay. */
const NO_PHONE = /^\+1(?:(\d)\1{9}|\d{3}(?:(\d)\2{6}|1234567|5551212))$/;
const NO_EMAIL = /^(?:no|none|noemail|nomail|no[._-]e?mail|na|unknown|unk|test|refused|declined|x+|asdf)@/;

/** E.164, or null when it is no number or stands for none. */
export function realPhone(text: string): string | null {
  const key = phoneKey(text);
  return key === null || NO_PHONE.test(key) ? null : key;
}

/** The address in small letters, or null when it is none or stands for none. */
export function realEmail(text: string): string | null {
  const key = emailKey(text);
  return key === null || NO_EMAIL.test(key) ? null : key;
}

export const isPlaceholderContact = (kind: 'phone' | 'email', value: string): boolean =>
  kind === 'phone' ? phoneKey(value) !== null && realPhone(value) === null : emailKey(value) !== null && realEmail(value) === null;

/** The name's key, or null when nothing was written or a placeholder was. */
export const realGiven = (name: string): string | null => (compactKey(name) === '' || isPlaceholderGiven(name) ? null : compactKey(name));
export const realFamily = (name: string): string | null => (compactKey(name) === '' || isPlaceholderFamily(name) ? null : compactKey(name));
