/** The promise clock against a table worked out by hand. */
import { calendarDateOf, officeInstant } from '@/lib/platform/dates';
import { closeOf } from '@/lib/policies/business-time';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import { promise } from '@/lib/policies/promise';
import { PROMISE_CASES } from '../fixtures/promise-cases';

const holidays = CONNECTICUT_HOLIDAYS.map(({ on }) => on);

/** `2026-11-25 16:30:01` in Hartford. */
function at(text: string): Date {
  const [on = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(officeInstant(calendarDateOf(on), hour, minute).getTime() + second * 1000);
}

test('the table has sixty cases and more, no two alike', () => {
  expect(PROMISE_CASES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(PROMISE_CASES.map(({ why, ...rest }) => JSON.stringify(rest))).size).toBe(PROMISE_CASES.length);
});

test.each(PROMISE_CASES)('$received, $days days: $why', ({ received, days, closed = [], waits = [], now, receivedOn, due, late = 0, words }) => {
  const pauses = waits.filter(([, , runs]) => runs === undefined).map(([from, until]) => ({ from: at(from), until: until === null ? null : at(until), reason: 'asked' }));
  const read = promise({ receivedAt: at(received), targetDays: days, closures: [...holidays, ...closed.map(calendarDateOf)], pauses, now: at(now) });
  expect({ receivedOn: read.receivedOn, dueAt: read.dueAt, late: read.businessDaysLate, words: read.words }).toEqual({ receivedOn, dueAt: due === null ? null : closeOf(calendarDateOf(due)), late, words });
});

test('4:30 PM in Hartford is written out for both halves of the year', () => {
  expect(closeOf(calendarDateOf('2026-12-02')).toISOString()).toBe('2026-12-02T21:30:00.000Z');
  expect(closeOf(calendarDateOf('2026-07-06')).toISOString()).toBe('2026-07-06T20:30:00.000Z');
});

test('each holiday of the table stands where a case of it says, and the table is the published one', () => {
  const published = `
    2026: Jan 1, Jan 19, Feb 12, Feb 16, Apr 3, May 25, Jun 19, Jul 3, Sep 7, Oct 12, Nov 11, Nov 26, Dec 25.
    2027: Jan 1, Jan 18, Feb 12, Feb 15, Mar 26, May 31, Jun 18, Jul 5, Sep 6, Oct 11, Nov 11, Nov 25, Dec 24, Dec 31.
    2028: Jan 17, Feb 11, Feb 21, Apr 14, May 29, Jun 19, Jul 4, Sep 4, Oct 9, Nov 10, Nov 23, Dec 25.`;
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const days = [...published.matchAll(/(\d{4}): ([^.]+)\./g)].flatMap(([, year, list = '']) =>
    list.split(', ').map((day) => `${year}-${String(months.indexOf(day.slice(0, 3)) + 1).padStart(2, '0')}-${day.slice(4).padStart(2, '0')}`),
  );
  expect(days).toHaveLength(39);
  expect(holidays).toEqual(days);
});
