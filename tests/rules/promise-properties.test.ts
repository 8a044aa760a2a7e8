/** What must hold of any promise when closures are added later and pauses come and go. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { officeDate, weekday } from '@/lib/platform/dates';
import { closeOf, isBusinessDay } from '@/lib/policies/business-time';
import { pauseLines } from '@/lib/policies/pauses';
import { promise, promisedDays, type Promised } from '@/lib/policies/promise';
import { calendarsThrough, changed, promiseMoves, type CalendarChange } from '@/lib/policies/promise-moves';
import { anyPromise, closureNear, digestOfPromises, type AnyPromise } from '../fixtures/any-promises';

const RUNS = { numRuns: 200 };
const withClosure = anyPromise.chain((input) => closureNear(input).map((on) => ({ input, on })));
const dueOn = (input: AnyPromise, closures = input.closures) => {
  const { dueOn: due } = promisedDays({ ...input, closures });
  if (due === null) throw new Error('every pause here ends');
  return due;
};

test('what arrives later, in the same circumstances, is never due earlier', () => {
  fc.assert(
    fc.property(anyPromise, fc.integer({ min: 0, max: 30 * 24 * 3600 }), (input, seconds) => {
      const later = { ...input, receivedAt: new Date(input.receivedAt.getTime() + seconds * 1000) };
      expect(promisedDays(later).receivedOn >= promisedDays(input).receivedOn).toBe(true);
      expect(dueOn(later) >= dueOn(input)).toBe(true);
    }),
    RUNS,
  );
});

test('nothing is received or due on a closed day, and always at 4:30 PM in Hartford', () => {
  fc.assert(
    fc.property(anyPromise, (input) => {
      const { receivedOn } = promisedDays(input);
      const due = dueOn(input);
      for (const on of [receivedOn, due]) expect([isBusinessDay(on, input.closures), weekday(on) < 6]).toEqual([true, true]);
      expect(closeOf(due).toLocaleString('en-US', { timeZone: 'America/New_York', hour: 'numeric', minute: '2-digit', second: '2-digit' })).toBe('4:30:00 PM');
      expect(due > receivedOn).toBe(true);
    }),
    RUNS,
  );
});

test('a closure added later never makes a promise earlier; outside its window it changes nothing', () => {
  fc.assert(
    fc.property(withClosure, ({ input, on }) => {
      const closures = changed(input.closures, { on, cause: 'closure_added' });
      const [before, after] = [promisedDays(input), promisedDays({ ...input, closures })];
      expect(dueOn(input, closures) >= dueOn(input)).toBe(true);
      if (on < officeDate(input.receivedAt) || on > dueOn(input) || weekday(on) > 5) expect(after).toEqual(before);
    }),
    RUNS,
  );
});

test('a closure under a pause moves nothing that the pause did not hold already', () => {
  fc.assert(
    fc.property(withClosure, ({ input, on }) => {
      const covered = input.pauses.some(({ from, until }) => from <= closeOf(on) && closeOf(on) < (until ?? new Date(8.64e15)));
      if (!covered || on === promisedDays(input).receivedOn) return;
      expect(dueOn(input, changed(input.closures, { on, cause: 'closure_added' }))).toBe(dueOn(input));
    }),
    RUNS,
  );
});

test('a pause never makes a promise earlier, nor does it hide that one was late', () => {
  fc.assert(
    fc.property(anyPromise, (input) => {
      const plain = { ...input, pauses: [] };
      expect(dueOn(input) >= dueOn(plain)).toBe(true);
      const [paused, never]: Promised[] = [promise(input), promise(plain)];
      expect((paused?.businessDaysLate ?? 0) <= (never?.businessDaysLate ?? 0)).toBe(true);
    }),
    RUNS,
  );
});

test('the steps of a promise through many changes lead from what stood to what holds, each with its day', () => {
  const manyChanges = anyPromise.chain((input) => fc.array(fc.tuple(closureNear(input), fc.boolean()), { minLength: 1, maxLength: 5 }).map((drawn) => ({ input, drawn })));
  fc.assert(
    fc.property(manyChanges, ({ input, drawn }) => {
      // Only what changes the calendar is a change: a day is added when it is open and taken off when it is closed.
      let closures = input.closures;
      const changes: CalendarChange[] = [];
      for (const [on] of drawn) {
        const change: CalendarChange = { on, cause: closures.includes(on) ? 'closure_removed' : 'closure_added' };
        changes.push(change);
        closures = changed(closures, change);
      }
      const stood = closeOf(dueOn(input));
      const moves = promiseMoves(input, stood, changes, calendarsThrough(changes, closures));
      moves.reduce((at, move) => (expect(move.before).toEqual(at), move.after), stood);
      expect(moves.at(-1)?.after ?? stood).toEqual(closeOf(dueOn(input, closures)));
      for (const { before, after, on } of moves) expect([before.getTime() === after.getTime(), changes.some((change) => change.on === on)]).toEqual([false, true]);
      expect(promiseMoves(input, closeOf(dueOn(input, closures)), changes, calendarsThrough(changes, closures))).toEqual([]);
    }),
    RUNS,
  );
});

test('the lines of a case’s pauses add up to the days by which they moved it', () => {
  fc.assert(
    fc.property(anyPromise, (input) => {
      const now = new Date(input.receivedAt.getTime() + 90 * 24 * 3_600_000);
      const lines = pauseLines(input.pauses.map(({ from, until, reason }) => ({ state: 'waiting_on_requester', stopsClock: true, fromAt: from, untilAt: until, reason })), input.closures, now);
      const counted = lines.reduce((sum, line) => sum + Number(/\((\d+) business/.exec(line)?.[1] ?? 0), 0);
      const dayZero = input.pauses.some(({ from, until }) => from <= closeOf(promisedDays(input).receivedOn) && closeOf(promisedDays(input).receivedOn) < (until ?? now)) ? 1 : 0;
      // A pause before day 0 begins (received in the evening) stopped no day of the promise.
      const early = input.pauses.some(({ from }) => officeDate(from) < promisedDays(input).receivedOn);
      if (!early) expect(counted - dayZero).toBe(promise({ ...input, now }).pausedDays);
    }),
    RUNS,
  );
});

test('the machine’s zone does not matter: one digest in UTC, Tokyo, Los Angeles and here', () => {
  const root = path.join(__dirname, '../..');
  const contents = `import { digestOfPromises } from '@/tests/fixtures/any-promises';
    console.log(new Date(0).getTimezoneOffset() + ' ' + digestOfPromises(600, 2041));`;
  const built = buildSync({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, write: false, platform: 'node', format: 'cjs', tsconfig: path.join(root, 'tsconfig.json') });
  const under = (zone: string): string[] => execFileSync(process.execPath, ['-'], { input: built.outputFiles[0]?.text, env: { ...process.env, TZ: zone }, encoding: 'utf8' }).trim().split(' ');
  const answers = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'].map(under);
  expect(answers.map(([offset]) => offset)).toEqual(['0', '-540', '480']);
  expect(new Set(answers.map(([, digest]) => digest))).toEqual(new Set([digestOfPromises(600, 2041)]));
});
