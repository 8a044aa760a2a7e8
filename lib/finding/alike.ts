/** How far a typed word is a name on record. Fast: of everybody born on a day each name is asked. */
import { distance } from 'fastest-levenshtein';
import { oneEdit, sounds } from '@/lib/patients/matching/similarity';
import { relatedNames } from '@/lib/patients/matching/nicknames';

export type Likeness = 'same' | 'part' | 'begins' | 'nickname' | 'near' | 'sound' | 'alike';
export const WORTH: Readonly<Record<Likeness, number>> = { same: 1, part: 0.95, begins: 0.9, nickname: 0.85, near: 0.8, sound: 0.7, alike: 0.6 };
/** From here a word is one by which somebody may be found, though another word of theirs is not known. */
export const CLEAR = WORTH.near;

const MOST_KEPT = 50_000;
const heard = new Map<string, readonly string[]>();

/** The same names come again and again; the sound of one takes longer than all else here. */
export function soundsOf(name: string): readonly string[] {
  const known = heard.get(name);
  if (known !== undefined) return known;
  if (heard.size >= MOST_KEPT) heard.clear();
  const made = sounds(name.replaceAll(' ', ''));
  heard.set(name, made);
  return made;
}

/** A typed word, with what is asked of every name made ready once. */
export type Ear = { readonly word: string; readonly related: ReadonlySet<string>; readonly sounds: readonly string[] };
export const earFor = (word: string, given: boolean): Ear => ({ word, related: new Set(given ? relatedNames(word) : []), sounds: soundsOf(word).filter((code) => code.length > 1) });

function spelledAlike({ word, sounds: codes }: Ear, name: string): Likeness | null {
  const [longer, shorter] = word.length > name.length ? [word.length, name.length] : [name.length, word.length];
  if (shorter < 3 || longer - shorter > 3) return null;
  const edits = distance(word, name);
  if (edits <= 1 || (edits === 2 && oneEdit(word, name))) return 'near';
  if (edits <= 4 && codes.length > 0 && soundsOf(name).some((code) => codes.includes(code))) return 'sound';
  return edits === 2 && shorter >= 6 ? 'alike' : null;
}

function likeOne(ear: Ear, name: string): Likeness | null {
  if (name === ear.word) return 'same';
  if (name.startsWith(ear.word)) return 'begins';
  return ear.related.has(name) ? 'nickname' : spelledAlike(ear, name);
}

/** The whole of a name or any word of it, whichever is more like. */
export function likeness(ear: Ear, name: string): Likeness | null {
  if (name === '') return null;
  const whole = likeOne(ear, name);
  if (whole === 'same' || !name.includes(' ')) return whole;
  const parts = name.split(' ').flatMap((part): Likeness[] => { const like = likeOne(ear, part); return like === null ? [] : [like === 'same' ? 'part' : like]; });
  return [...parts, ...(whole === null ? [] : [whole])].sort((a, b) => WORTH[b] - WORTH[a])[0] ?? null;
}
