/** What the office calendar says: the closure that comes next, the days ahead, pauses and promises that moved. */
import { calendarDateOf as day, officeInstant } from '@/lib/platform/dates';
import { deadlineWords } from '@/lib/cases/deadline';
import { closureProblemWords, closureToldWords, countsWords, previewWords, promiseMoveWords } from '@/lib/policies/calendar-labels';
import { closureProblem, closureTold, comingDays, type Closure } from '@/lib/policies/closures';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import { closesWithin, pauseLines, type Waited } from '@/lib/policies/pauses';

const HOLIDAYS: readonly Closure[] = CONNECTICUT_HOLIDAYS;
const closures = HOLIDAYS.map(({ on }) => on);
const order = (on: string): Closure => ({ on: day(on), name: 'Governor’s order' });
const at = (text: string): Date => {
  const [on = '', time = '12:00'] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return officeInstant(day(on), hour, minute);
};

describe('the closure at the foot of the queue', () => {
  const told = (today: string, ...extra: readonly Closure[]) => {
    const found = closureTold([...HOLIDAYS, ...extra], day(today));
    return found === null ? null : Object.values(closureToldWords(found)).join(' | ');
  };

  test.each([
    ['2026-11-24', [], 'Office closed Thu Nov 26 | Thanksgiving. Clocks skip it. What arrives after 4:30 PM on Wednesday counts from Fri Nov 27.'],
    ['2026-11-25', [], 'Office closed Thu Nov 26 | Thanksgiving. Clocks skip it. What arrives after 4:30 PM today counts from Fri Nov 27.'],
    ['2026-11-26', [], 'Office closed today, Thu Nov 26 | Thanksgiving. Clocks skip it. What arrives now counts from Fri Nov 27.'],
    ['2027-01-15', [], 'Office closed Mon Jan 18 | Martin Luther King Day. Clocks skip it. What arrives after 4:30 PM today counts from Tue Jan 19.'],
    ['2026-11-24', [order('2026-11-27')], 'Office closed Thu Nov 26 and Fri Nov 27 | Thanksgiving and Governor’s order. Clocks skip it. What arrives after 4:30 PM on Wednesday counts from Mon Nov 30.'],
    ['2027-02-10', [], 'Office closed Fri Feb 12 and Mon Feb 15 | Lincoln Day and Washington\'s Birthday. Clocks skip it. What arrives after 4:30 PM on Thursday counts from Tue Feb 16.'],
  ])('on %s with %j', (today, extra, words) => {
    expect(told(today, ...extra)).toBe(words);
  });

  test('tells nothing when the next closure is more than a week away', () => {
    expect(told('2026-11-18')).toBeNull();
    expect(told('2026-11-19')).not.toBeNull();
  });
});

test('the next days count as the office is open', () => {
  const days = comingDays(HOLIDAYS, day('2026-11-25'), 4);
  expect(days.map(({ on, open, closedFor, byClose, afterClose }) => [on, open, closedFor, byClose, afterClose])).toEqual([
    ['2026-11-25', true, null, '2026-11-25', '2026-11-27'],
    ['2026-11-26', false, 'Thanksgiving', '2026-11-27', '2026-11-27'],
    ['2026-11-27', true, null, '2026-11-27', '2026-11-30'],
    ['2026-11-28', false, 'Saturday', '2026-11-30', '2026-11-30'],
  ]);
  expect(countsWords(days[0])).toBe('What arrives after 4:30 PM today counts from Fri Nov 27.');
  expect(countsWords(days[1])).toBe('Closed today (Thanksgiving): what arrives now counts from Fri Nov 27.');
});

test.each([
  ['2026-11-24', 'closure_added', null],
  ['2026-11-23', 'closure_added', 'That day is over. Choose today or a day to come.'],
  ['2026-11-28', 'closure_added', 'Saturday: the office is closed anyway.'],
  ['2026-11-29', 'closure_added', 'Sunday: the office is closed anyway.'],
  ['2026-11-26', 'closure_added', 'The office is closed that day already: Thanksgiving.'],
  ['2032-11-24', 'closure_added', 'That is more than three years ahead. Is the year right?'],
  ['2026-11-26', 'closure_removed', null],
  ['2026-11-27', 'closure_removed', 'The office is not closed that day.'],
  ['2026-11-11', 'closure_removed', 'That day is over. Choose today or a day to come.'],
] as const)('on November 24, %s %s: %s', (on, cause, words) => {
  const problem = closureProblem(day(on), cause, HOLIDAYS, day('2026-11-24'));
  expect(problem === null ? null : closureProblemWords(problem)).toBe(words);
});

test('a promise that moved says from when to when, and which day did it', () => {
  const moved = { before: at('2026-12-02 16:30'), after: at('2026-12-03 16:30'), on: day('2026-12-02') };
  expect(promiseMoveWords({ ...moved, cause: 'closure_added' }, 'Governor’s order')).toBe('Due moved from Wed Dec 2 to Thu Dec 3: office closed Wed Dec 2 (Governor’s order)');
});

test.each([
  [[], 'No open promise moves.'],
  [[[1, 1]], '1 open promise moves 1 business day later.'],
  [[[1, 12], [1, 2]], '14 open promises move 1 business day later.'],
  [[[-1, 1200]], '1,200 open promises move 1 business day earlier.'],
  [[[1, 2], [2, 1]], '3 open promises move 1 to 2 business days later.'],
] as const)('a preview of %j says "%s"', (moves, words) => {
  expect(previewWords(moves.map(([businessDays, count]) => ({ before: day('2026-12-02'), after: day('2026-12-03'), businessDays, count })))).toBe(words);
});

describe('pauses as lines', () => {
  const asked = (fromAt: string, untilAt: string | null, reason = 'waiting for birth certificate'): Waited => ({ state: 'waiting_on_requester', stopsClock: true, fromAt: at(fromAt), untilAt: untilAt === null ? null : at(untilAt), reason });
  const now = at('2026-12-01 10:00');

  test.each([
    [asked('2026-11-20 11:00', '2026-11-24 09:00'), 'Stopped Nov 20-24 (2 business days): waiting for birth certificate'],
    [asked('2026-11-20 11:00', '2026-11-20 15:00'), 'Stopped Nov 20 (no business day): waiting for birth certificate'],
    [asked('2026-11-20 11:00', '2026-11-20 17:00'), 'Stopped Nov 20 (1 business day): waiting for birth certificate'],
    [asked('2026-11-25 11:00', '2026-12-01 09:00'), 'Stopped Nov 25-Dec 1 (3 business days): waiting for birth certificate'],
    [asked('2026-11-30 11:00', null), 'Stopped since Nov 30 (1 business day so far): waiting for birth certificate'],
    [{ ...asked('2026-11-20 11:00', '2026-11-24 09:00', 'Elm Street Pediatrics'), state: 'waiting_on_provider', stopsClock: false }, 'Asked a provider Nov 20-24, the clock ran on: Elm Street Pediatrics'],
    [{ ...asked('2026-11-20 11:00', null, 'New York’s registry'), state: 'waiting_on_registry', stopsClock: false }, 'Asked another registry since Nov 20, the clock runs on: New York’s registry'],
  ])('%#', (wait, words) => {
    expect(pauseLines([wait], closures, now)).toEqual([words]);
  });

  test('come oldest first', () => {
    const lines = pauseLines([asked('2026-11-23', '2026-11-24', 'second'), asked('2026-11-20', '2026-11-21', 'first')], closures, now);
    expect(lines.map((line) => line.split(': ')[1])).toEqual(['first', 'second']);
  });

  test('a close counts when the pause begins at it, not when it ends at it', () => {
    expect(closesWithin(at('2026-11-24 16:30'), at('2026-11-25 16:30'), closures)).toBe(1);
    expect(closesWithin(at('2026-11-25 16:31'), at('2026-11-27 16:30'), closures)).toBe(0);
  });
});

test.each([
  [null, 'None given'],
  [{ on: day('2026-12-02'), reason: 'College', proof: null }, 'College Dec 2, no proof yet'],
  [{ on: day('2026-11-30'), reason: 'Surgery', proof: 'letter from hospital' }, 'Surgery Nov 30, letter from hospital'],
  [{ on: day('2026-11-30'), reason: null, proof: null }, 'Nov 30, no proof yet'],
])('a deadline reads %#', (deadline, words) => {
  expect(deadlineWords(deadline)).toBe(words);
});
