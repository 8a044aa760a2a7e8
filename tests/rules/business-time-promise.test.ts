/** What the queue says about a promise. "Now" is Tuesday, November 24, 2026, 10:48 AM, two days before Thanksgiving, unless a row says otherwise. */
import { calendarDateOf, officeInstant } from '@/lib/platform/dates';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import { promise } from '@/lib/policies/promise';
import type { Pause } from '@/lib/policies/promise';

const closures = CONNECTICUT_HOLIDAYS.map((holiday) => holiday.on);
const at = (text: string): Date => {
  const [monthDay = '', time = '10:00'] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return officeInstant(calendarDateOf(`2026-${monthDay}`), hour, minute);
};
const read = (received: string, targetDays: number, now = '11-24 10:48', pauses: readonly Pause[] = []) =>
  promise({ receivedAt: at(received), targetDays, closures, pauses, now: at(now) });
const asked = (from: string, until: string | null): Pause => ({ from: at(from), until: until === null ? null : at(until), reason: 'photo ID asked for again' });

test.each([
  ['11-17', 3, 'overdue', '2 business days late'],
  ['11-16', 5, 'overdue', '1 business day late'],
  ['11-18', 3, 'overdue', '1 business day late'],
  ['11-17', 5, 'due_today', 'Today 4:30 PM'],
  ['11-19', 3, 'due_today', 'Today 4:30 PM'],
  ['11-18', 5, 'later', 'Tomorrow'],
  ['11-20', 3, 'later', 'Tomorrow'],
  ['11-23', 3, 'later', 'Fri Nov 27'],
  ['11-24', 3, 'later', 'Mon Nov 30'],
  ['11-23', 5, 'later', 'Tue Dec 1'],
])('received %s with %i business days is %s: "%s"', (received, target, state, words) => {
  expect(read(received, target)).toMatchObject({ state, words, pausedDays: 0 });
});

test.each([
  ['11-24 16:30', 'due_today', 0, 'Today 4:30 PM'],
  ['11-24 16:31', 'overdue', 0, 'Late since 4:30 PM'],
  ['11-25 00:01', 'overdue', 1, '1 business day late'],
  ['11-26 12:00', 'overdue', 1, '1 business day late'],
  ['11-27 12:00', 'overdue', 2, '2 business days late'],
])('due Tuesday, read on %s: %s, %i late, "%s"', (now, state, businessDaysLate, words) => {
  expect(read('11-17', 5, now)).toMatchObject({ state, businessDaysLate, words });
});

test('late over a weekend says since when', () => {
  expect(read('11-17', 3, '11-21 09:00')).toMatchObject({ state: 'overdue', businessDaysLate: 0, words: 'Late since Fri 4:30 PM' });
});

test('"Tomorrow" is the next day, not the next business day', () => {
  expect(read('11-23', 3, '11-25 09:00').words).toBe('Fri Nov 27');
  expect(read('11-23', 3, '11-26 09:00').words).toBe('Tomorrow');
});

describe('a clock that the requester stops', () => {
  test.each([
    ['stopped on day 1', '11-20', 3, [asked('11-23 11:00', null)], 'Stopped, day 1 of 3'],
    ['stopped on day 2', '11-19', 5, [asked('11-23 15:00', null)], 'Stopped, day 2 of 5'],
    ['stopped on the day of receipt', '11-23', 3, [asked('11-23 15:00', null)], 'Stopped, day 0 of 3'],
    ['stopped after closing time of day 1', '11-20', 3, [asked('11-23 17:00', null)], 'Stopped, day 1 of 3'],
    ['stopped a second time', '11-18', 5, [asked('11-19 11:00', '11-20 11:00'), asked('11-23 11:00', null)], 'Stopped, day 2 of 5'],
  ])('%s', (_, received, target, pauses, words) => {
    expect(read(received, target, '11-24 10:48', pauses)).toMatchObject({ state: 'stopped', dueAt: null, businessDaysLate: 0, words });
  });

  test('runs on where it stopped: two closes missed move the promise two business days', () => {
    const before = read('11-17', 5);
    const after = read('11-17', 5, '11-24 10:48', [asked('11-18 11:00', '11-20 09:00')]);
    expect(before.dueAt).toEqual(at('11-24 16:30'));
    expect(after).toMatchObject({ state: 'later', dueAt: at('11-27 16:30'), pausedDays: 2, words: 'Fri Nov 27' });
  });

  test('a question answered within the day costs no day', () => {
    expect(read('11-17', 5, '11-24 10:48', [asked('11-18 09:00', '11-18 15:00')])).toMatchObject({ dueAt: at('11-24 16:30'), pausedDays: 0 });
  });

  test('a weekend and a holiday inside the pause are not counted twice', () => {
    const paused = read('11-23', 3, '12-01 09:00', [asked('11-25 12:00', '11-30 09:00')]);
    expect(paused).toMatchObject({ pausedDays: 2, dueAt: at('12-01 16:30') });
  });

  test('overlapping pauses count once', () => {
    const pauses = [asked('11-18 11:00', '11-20 09:00'), asked('11-18 12:00', '11-19 18:00')];
    expect(read('11-17', 5, '11-24 10:48', pauses).pausedDays).toBe(2);
  });

  test('stopping a promise that is late does not hide that it is late, nor make it later', () => {
    const pauses = [asked('11-24 09:00', null)];
    expect(read('11-17', 3, '11-24 10:48', pauses)).toMatchObject({ state: 'stopped', dueAt: null, businessDaysLate: 1, words: 'Stopped, 1 business day late' });
    expect(read('11-17', 3, '12-04 10:48', pauses)).toMatchObject({ businessDaysLate: 1, pausedDays: 7 });
    expect(read('11-17', 3, '11-21 10:00', [asked('11-20 17:00', null)]).words).toBe('Stopped, already late');
  });

  test('a closure the governor adds moves the promise', () => {
    const snow = [...closures, calendarDateOf('2026-11-23')];
    const moved = promise({ receivedAt: at('11-17'), targetDays: 5, closures: snow, pauses: [], now: at('11-24 10:48') });
    expect(moved).toMatchObject({ words: 'Tomorrow', dueAt: at('11-25 16:30') });
  });

  test('a closure on the day of receipt itself moves day 0', () => {
    const moved = promise({ receivedAt: at('11-17'), targetDays: 5, closures: [...closures, calendarDateOf('2026-11-17')], pauses: [], now: at('11-24 10:48') });
    expect(moved).toMatchObject({ receivedOn: '2026-11-18', dueAt: at('11-25 16:30') });
  });
});
