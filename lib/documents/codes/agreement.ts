/** What a license says beside what was typed, field by field: for a reviewer to look at. Nothing here decides. */
import { staffDate, type CalendarDate } from '@/lib/platform/dates';
import type { LicenceFacts } from './facts';

export type Level = 'agree' | 'similar' | 'conflict' | 'missing';
export type ReadField = { readonly field: 'family' | 'given' | 'birthOn' | 'expiresOn'; readonly read: string; readonly typed: string | null; readonly level: Level; readonly says: string };

/** Somebody as the form names them; `birthOn` may be a year or a month, or not asked for. */
export type Typed = { readonly who: 'subject' | 'requester'; readonly given: string; readonly family: string; readonly birthOn: string | null };

/** Letters that no accent mark makes: a barcode writes them plain. */
const PLAIN: Readonly<Record<string, string>> = { Ł: 'L', Ø: 'O', Đ: 'D', Æ: 'AE', Œ: 'OE', ß: 'SS', Þ: 'TH', ı: 'I' };
const capitals = (text: string): string => text.toLocaleUpperCase('en-US').replace(/[ŁØĐÆŒßÞı]/g, (letter) => PLAIN[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '');
/** Letters alone, as capitals. */
const bare = (text: string): string => capitals(text).replace(/[^\p{L}]/gu, '');
const parts = (text: string): string[] => capitals(text).split(/[^\p{L}]+/u).filter((part) => part !== '');

/** One begins the other, and the barcode was full. */
const isCut = (read: string, typed: string, cut: boolean): boolean => cut && read.length >= 3 && typed.startsWith(read);

function nameLevel(read: string, typed: string, cut: boolean): { level: Level; says: string } {
  if (read === typed) return { level: 'agree', says: 'The same' };
  if (bare(read) === bare(typed)) return { level: 'agree', says: 'Only capitals, accents or spaces differ' };
  if (isCut(bare(read), bare(typed), cut)) return { level: 'similar', says: 'The barcode cuts long names' };
  if (parts(read).some((part) => part.length > 1 && parts(typed).includes(part))) return { level: 'similar', says: 'One part of the name is the same' };
  return { level: 'conflict', says: 'Different' };
}

const named = (field: 'family' | 'given', read: string, typed: string, cut: boolean): ReadField =>
  read === '' ? { field, read: 'Not in the barcode', typed, level: 'missing', says: 'Nothing to compare' } : { field, read, typed, ...nameLevel(read, typed, cut) };

/** The given names of a license are often all in one: the form's first name may be the first of them. */
function given({ given: first, middle, cut }: LicenceFacts, typed: string): ReadField {
  const whole = middle === null ? first : `${first} ${middle}`;
  const field = named('given', whole, typed, cut);
  const alone = nameLevel(first, typed, cut);
  return alone.level === 'agree' ? { ...field, ...alone } : field;
}

const swapped = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7);
/** How many of eight digits differ: one is a slip of the hand. */
const digitsApart = (a: string, b: string): number => [...a].filter((digit, at) => digit !== b[at]).length;

function birthLevel(read: string, typed: string): { level: Level; says: string } {
  if (read === typed) return { level: 'agree', says: 'The same' };
  if (typed.length < 10 && read.startsWith(typed)) return { level: 'similar', says: `The form says no more than this` };
  if (typed.length < 10) return { level: 'conflict', says: 'Different' };
  if (swapped(read, typed)) return { level: 'conflict', says: 'Day and month swapped' };
  return { level: 'conflict', says: digitsApart(read, typed) === 1 ? 'One digit differs' : 'Different' };
}

const dateWords = (on: string): string => (on.length === 10 ? staffDate(on as CalendarDate) : on);

function birth({ birthOn }: LicenceFacts, typed: string | null): ReadField {
  const field = 'birthOn';
  if (birthOn === null) return { field, read: 'Not in the barcode', typed: typed === null ? null : dateWords(typed), level: 'missing', says: 'Nothing to compare' };
  if (typed === null) return { field, read: dateWords(birthOn), typed: null, level: 'missing', says: 'The form does not ask for it' };
  return { field, read: dateWords(birthOn), typed: dateWords(typed), ...birthLevel(birthOn, typed) };
}

function expiry({ expiresOn }: LicenceFacts, today: CalendarDate): ReadField {
  const field = 'expiresOn';
  if (expiresOn === null) return { field, read: 'Not in the barcode', typed: null, level: 'missing', says: 'It names no day' };
  return { field, read: dateWords(expiresOn), typed: null, ...(expiresOn < today ? { level: 'conflict', says: 'Expired' } : { level: 'agree', says: 'Not expired' }) };
}

export type Comparison = { readonly who: Typed['who']; readonly fields: readonly ReadField[] };

const WEIGHT: Readonly<Record<Level, number>> = { agree: 2, similar: 1, missing: 0, conflict: -1 };
const likeness = (fields: readonly ReadField[]): number => fields.reduce((sum, { level }) => sum + WEIGHT[level], 0);

/** Beside whoever of the form it is most like: the person, or who asks for them. The person when both are alike. */
export function compareLicence(facts: LicenceFacts, people: readonly [Typed, ...Typed[]], today: CalendarDate): Comparison {
  const compared = people.map((typed) => ({ who: typed.who, fields: [named('family', facts.family, typed.family, facts.cut), given(facts, typed.given), birth(facts, typed.birthOn), expiry(facts, today)] }));
  return compared.reduce((best, one) => (likeness(one.fields) > likeness(best.fields) ? one : best));
}
