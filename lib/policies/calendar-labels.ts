/** The words of the office calendar: closures, and the promises that move with them. */
import { officeDate } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import type { ClosureTold, DayCounts } from './closures';
import { shortDay, weekdayName } from './labels';
import type { PromiseMove } from './promise-moves';

const PROBLEMS: Readonly<Record<string, (detail: string) => string>> = {
  in_the_past: () => 'That day is over. Choose today or a day to come.',
  weekend: (detail) => `${detail}: the office is closed anyway.`,
  already_closed: (detail) => `The office is closed that day already: ${detail}.`,
  not_closed: () => 'The office is not closed that day.',
  too_far: () => 'That is more than three years ahead. Is the year right?',
  not_a_date: () => 'Type the day, like 12/2/2026.',
  missing: () => 'Fill this in.',
  too_long: () => 'Make this shorter.',
  hidden_characters: () => 'This holds a character that cannot be seen. Type it anew.',
};

export const closureProblemWords = ({ reason, detail = '' }: Problem): string => PROBLEMS[reason]?.(detail) ?? 'This cannot be saved.';

const joined = (words: readonly string[]): string => (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** The note at the foot of the queue: its head, and the sentences under it. */
export function closureToldWords({ closures, today, lastOpen, next }: ClosureTold): { readonly head: string; readonly body: string } {
  const begun = closures.some(({ on }) => on === today);
  const days = joined(closures.map(({ on }) => (on === today ? `today, ${shortDay(on)}` : shortDay(on))));
  const names = joined([...new Set(closures.map(({ name }) => name))]);
  const arrives = begun ? 'What arrives now' : `What arrives after 4:30 PM ${lastOpen === today ? 'today' : `on ${weekdayName(lastOpen)}`}`;
  return { head: `Office closed ${days}`, body: `${names}. Clocks skip it. ${arrives} counts from ${shortDay(next)}.` };
}

const because = ({ cause, on }: Pick<PromiseMove, 'cause' | 'on'>, name: string): string =>
  cause === 'closure_added' ? `office closed ${shortDay(on)} (${name})` : `office open ${shortDay(on)} after all (${name})`;

/** "Due moved from Wed Dec 2 to Thu Dec 3: office closed Wed Dec 2 (Governor’s order)". */
export const promiseMoveWords = (move: PromiseMove, name: string): string =>
  `Due moved from ${shortDay(officeDate(move.before))} to ${shortDay(officeDate(move.after))}: ${because(move, name)}`;

const days = (count: number): string => `${count} business ${count === 1 ? 'day' : 'days'}`;
const promises = (count: number): string => `${count.toLocaleString('en-US')} open ${count === 1 ? 'promise' : 'promises'}`;

export type MoveCount = { readonly before: CalendarDate; readonly after: CalendarDate; readonly businessDays: number; readonly count: number };

/** "14 open promises move 1 business day later." */
export function previewWords(moves: readonly MoveCount[]): string {
  if (moves.length === 0) return 'No open promise moves.';
  const total = moves.reduce((sum, { count }) => sum + count, 0);
  const steps = [...new Set(moves.map(({ businessDays }) => businessDays))].sort((a, b) => a - b);
  const [least = 0, most = least] = [steps[0], steps.at(-1)];
  const span = least === most ? days(Math.abs(least)) : `${Math.abs(least)} to ${days(Math.abs(most))}`;
  return `${promises(total)} ${total === 1 ? 'moves' : 'move'} ${span} ${most < 0 ? 'earlier' : 'later'}.`;
}

/** "What arrives after 4:30 PM today counts from Fri Nov 27." */
export function countsWords(today: DayCounts | undefined): string {
  if (today === undefined) return '';
  return today.open ? `What arrives after 4:30 PM today counts from ${shortDay(today.afterClose)}.` : `Closed today (${today.closedFor ?? ''}): what arrives now counts from ${shortDay(today.byClose)}.`;
}
