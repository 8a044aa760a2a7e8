/** What people ask for: somebody of the registry, as they would be said, with and without mistakes. */
import { questionOf, type Question } from '@/lib/finding/question';
import { db } from '@/lib/platform/db';
import { calendarDateOf, fullDate, type PartialDate } from '@/lib/platform/dates';
import { Dice } from '@/prisma/seed/registry/dice';
import { slip } from '@/prisma/seed/registry/mistakes';

export type Known = { readonly id: string; readonly given: string; readonly family: string; readonly birthOn: string };
const TODAY = calendarDateOf('2026-11-25');

/** So many people, drawn from all over the table. */
export async function somePeople(count: number, patients: number): Promise<Known[]> {
  const percent = Math.min(100, (300 * count * 100) / patients / 100);
  const rows = await db().$queryRawUnsafe<Known[]>(`
    SELECT p.id, n.given, n.family, p.birth_on AS "birthOn" FROM patients p TABLESAMPLE SYSTEM (${percent}) REPEATABLE (7) JOIN patient_names n ON n.patient_id = p.id AND n.use = 'current'
    WHERE length(p.birth_on) = 10 AND p.restriction IS NULL AND length(n.given) > 2 AND length(n.family) > 2 AND n.given NOT LIKE 'BABY%' ORDER BY md5(p.id::text) LIMIT ${count}`);
  return rows.filter(({ birthOn }) => fullDate(birthOn as PartialDate) !== null);
}

const inFigures = (on: string): string => on.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');
const wrong = (text: string, dice: Dice): string => slip(text, dice)[0];

/** Each kind of question about one person. */
export const QUESTIONS = {
  'name prefix': ({ given, family }: Known) => `${family.slice(0, 4)} ${given.slice(0, 2)}`,
  'whole name': ({ given, family }: Known) => `${given} ${family}`,
  'fuzzy name and date of birth': ({ given, family, birthOn }: Known, dice: Dice) => `${wrong(given, dice)} ${wrong(family, dice)} ${inFigures(birthOn)}`,
  // Without a date one of the names is right: with both wrong nobody could say who is meant.
  'fuzzy name alone': ({ given, family }: Known, dice: Dice) => (dice.chance(0.5) ? `${wrong(given, dice)} ${family}` : `${given} ${wrong(family, dice)}`),
} as const;
export type Kind = keyof typeof QUESTIONS;

/** What nobody should type and everybody does. */
export const COMMON = ['smith', 'smith j', 's', 's j', 'x s', 'johnson mary', 'rodriguez', 'williams james', 'm m', 'bob smith', 'j', 'brown'] as const;

export const asked = (text: string): Question => questionOf({ text }, TODAY);
export const questionsOf = (kind: Kind, people: readonly Known[]): Question[] => people.map((one, at) => asked(QUESTIONS[kind](one, new Dice(`${kind}/${at}`))));
