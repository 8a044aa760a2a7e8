/** The one way in which two spellings of the same differ, for people who look from one to the other. */
import { foldLetters } from './normalise';
import type { Spelling } from './types';

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const without = (text: string, marks: RegExp): string => text.replace(marks, '');

const HYPHENS = /[-‐‑–—]\s*/g;
const APOSTROPHES = /['’‘ʻʼ`´]/g;

/** Tried in turn, gentlest first; each forgives one thing. */
const FORGIVING: readonly (readonly [Spelling, (text: string) => string])[] = [
  ['same', (text) => text.normalize('NFC')],
  ['capitals', (text) => text.normalize('NFC').toLowerCase()],
  ['space', (text) => without(text.toLowerCase(), /\s+/g)],
  ['accent', (text) => foldLetters(withoutAccents(text))],
  ['hyphen', (text) => without(text.toLowerCase().replace(HYPHENS, ' '), /\s+/g)],
  ['apostrophe', (text) => without(text.toLowerCase(), APOSTROPHES)],
];

/** For two texts that compare as equal: what still differs between them. */
export const spellingOf = (a: string, b: string): Spelling => FORGIVING.find(([, forgive]) => forgive(a) === forgive(b))?.[0] ?? 'punctuation';
