/** How well one name and one birth date answer a question: every word has its place, and what has none counts against. */
import { swappedDayAndMonth } from '@/lib/patients/matching/birth-dates';
import type { PartialDate } from '@/lib/platform/dates';
import { CLEAR, earFor, likeness, type Ear, type Likeness, WORTH } from './alike';
import type { NameWord, Question } from './question';

export type Place = 'family' | 'given';
/** A typed word and what it is on record. */
export type Said = { readonly word: string; readonly place: Place; readonly like: Likeness; readonly asked: NameWord['of'] };
export type NameFit = { readonly worth: number; readonly said: readonly Said[]; readonly unknown: readonly string[] };
export type BirthFit = 'same' | 'swapped' | 'one_digit' | 'two_parts' | 'in_part' | 'other' | 'not_known';

const BIRTH_WORTH: Readonly<Record<BirthFit, number>> = { same: 1, swapped: 0.9, one_digit: 0.7, two_parts: 0.55, in_part: 0.6, not_known: 0.3, other: 0 };

/** The words made ready for asking many names. */
export type Listener = { readonly asked: readonly NameWord[]; readonly family: readonly Ear[]; readonly given: readonly Ear[] };
export const listenerFor = ({ words }: Question): Listener => ({ asked: words, family: words.map(({ text }) => earFor(text, false)), given: words.map(({ text }) => earFor(text, true)) });

/** Where a word stands in the name that was not said of it, it is worth a little less: boxes get exchanged. */
const EXCHANGED = 0.93;

type Held = { readonly said: Said; readonly worth: number } | null;

function held(listener: Listener, at: number, place: Place, name: string): Held {
  const [asked, ear] = [listener.asked[at], listener[place][at]];
  const like = ear === undefined || asked === undefined ? null : likeness(ear, name);
  if (like === null || asked === undefined) return null;
  const crosswise = asked.of !== null && asked.of !== place;
  return { said: { word: asked.text, place, like, asked: asked.of }, worth: WORTH[like] * (crosswise ? EXCHANGED : 1) };
}

const better = (a: Held, b: Held): Held => (b === null || (a !== null && a.worth >= b.worth) ? a : b);

type Grid = readonly { readonly family: Held; readonly given: Held }[];

function fitOf(listener: Listener, chosen: readonly Held[]): NameFit {
  const worth = chosen.reduce((sum, one) => sum + (one?.worth ?? 0), 0) / Math.max(1, chosen.length);
  return { worth, said: chosen.flatMap((one) => one?.said ?? []), unknown: listener.asked.filter((_, at) => (chosen[at] ?? null) === null).map(({ text }) => text) };
}

/** One word for the last name and another for the first; the others wherever they fit. */
function assigned(grid: Grid, family: number, given: number): Held[] {
  return grid.map((cell, at) => (at === family ? cell.family : at === given ? cell.given : better(cell.family, cell.given)));
}

const sum = (chosen: readonly Held[]): number => chosen.reduce((total, one) => total + (one?.worth ?? 0), 0);

export function fitName(listener: Listener, name: { readonly family: string; readonly given: string }): NameFit {
  const grid: Grid = listener.asked.map((_, at) => ({ family: held(listener, at, 'family', name.family), given: held(listener, at, 'given', name.given) }));
  if (grid.every(({ family, given }) => family === null && given === null)) return fitOf(listener, grid.map(() => null));
  if (grid.length < 2) return fitOf(listener, assigned(grid, -1, -1));
  let best: readonly Held[] = [];
  for (let family = 0; family < grid.length; family += 1) {
    for (let given = 0; given < grid.length; given += 1) {
      if (family === given) continue;
      const chosen = assigned(grid, family, given);
      if (best.length === 0 || sum(chosen) > sum(best)) best = chosen;
    }
  }
  return fitOf(listener, best);
}

function fitDate(asked: PartialDate, on: string): BirthFit {
  if (asked === on) return 'same';
  const known = Math.min(asked.length, on.length);
  if (known < 10) return asked.slice(0, known) === on.slice(0, known) ? 'in_part' : 'other';
  if (String(swappedDayAndMonth(asked)) === on) return 'swapped';
  if ([...asked].filter((digit, at) => digit !== on[at]).length === 1) return 'one_digit';
  const parts = on.split('-');
  return asked.split('-').filter((part, at) => part === parts[at]).length === 2 ? 'two_parts' : 'other';
}

/** Null when no date was asked for. */
export function fitBirth({ births }: Pick<Question, 'births'>, on: string | null): BirthFit | null {
  if (births.length === 0) return null;
  if (on === null) return 'not_known';
  return births.map((asked) => fitDate(asked, on)).sort((a, b) => BIRTH_WORTH[b] - BIRTH_WORTH[a])[0] ?? null;
}

/** A number to sort by, without a meaning of its own. */
export const standing = (name: NameFit | null, birth: BirthFit | null): number => (name === null ? 0 : 10 * name.worth) + (birth === null ? 0 : 8 * BIRTH_WORTH[birth]);

const near = (birth: BirthFit | null): boolean => birth !== null && birth !== 'other' && birth !== 'not_known';

/** Whether name and birth date together are enough to be shown. */
export function answers(name: NameFit | null, birth: BirthFit | null): boolean {
  if (name === null) return birth === 'same' || birth === 'swapped' || birth === 'in_part';
  if (name.unknown.length === 0) return birth === null || near(birth) || name.worth >= WORTH.nickname;
  const clear = name.said.some(({ like }) => WORTH[like] >= CLEAR);
  // A new surname is common: who was born that day and is called so may be they. Of three words one may be unknown.
  if (birth === 'same' || birth === 'swapped') return clear;
  return birth === null && name.said.length >= 2 && name.unknown.length === 1 && clear;
}
