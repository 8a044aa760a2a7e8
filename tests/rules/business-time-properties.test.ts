/** What must hold of the promise clock on any instant from 2026 to 2028, the nights of daylight saving among them. */
import fc from 'fast-check';
import { addDays, calendarDateOf, officeDate } from '@/lib/platform/dates';
import { addBusinessDays, businessDaysBetween, closeOf, dueAt, isBusinessDay, receivedOn } from '@/lib/policies/business-time';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import { promise } from '@/lib/policies/promise';

const closures = CONNECTICUT_HOLIDAYS.map((holiday) => holiday.on);
const first = calendarDateOf('2026-01-01');
const dstNights = ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07', '2028-03-12', '2028-11-05'];

const instants = fc.oneof(
  { weight: 4, arbitrary: fc.date({ min: new Date('2026-01-01T05:00:00Z'), max: new Date('2028-12-20T00:00:00Z'), noInvalidDate: true }) },
  // The twelve hours around each change of the clocks.
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...dstNights), fc.integer({ min: 0, max: 12 * 3600 })).map(([night, second]) => new Date(Date.parse(`${night}T00:00:00Z`) + second * 1000)) },
);
const days = fc.integer({ min: 0, max: 1080 }).map((offset) => addDays(first, offset));
const targets = fc.integer({ min: 1, max: 20 });
const pause = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 400 }));

test('receipt is always a business day, never before the office day it came on', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const received = receivedOn(at, closures);
      expect(isBusinessDay(received, closures)).toBe(true);
      expect(received >= officeDate(at)).toBe(true);
      expect(closeOf(received) >= at).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('what arrives later is never received or due earlier', () => {
  fc.assert(
    fc.property(instants, instants, targets, (one, other, target) => {
      const [early, late] = one <= other ? [one, other] : [other, one];
      const [a, b] = [receivedOn(early, closures), receivedOn(late, closures)];
      expect(a <= b).toBe(true);
      expect(dueAt(a, target, closures) <= dueAt(b, target, closures)).toBe(true);
    }),
  );
});

test('adding business days and counting them are each other’s inverse', () => {
  fc.assert(
    fc.property(days, targets, (from, target) => {
      expect(businessDaysBetween(from, addBusinessDays(from, target, closures), closures)).toBe(target);
    }),
  );
});

test('adding in two steps is adding at once', () => {
  fc.assert(
    fc.property(days, targets, targets, (from, one, two) => {
      expect(addBusinessDays(addBusinessDays(from, one, closures), two, closures)).toBe(addBusinessDays(from, one + two, closures));
    }),
  );
});

test('promises fall due at 4:30 PM in Hartford, on a day the office works', () => {
  fc.assert(
    fc.property(instants, targets, (at, target) => {
      const due = dueAt(receivedOn(at, closures), target, closures);
      expect(isBusinessDay(officeDate(due), closures)).toBe(true);
      expect(due.toLocaleTimeString('en-US', { timeZone: 'America/New_York' })).toBe('4:30:00 PM');
    }),
  );
});

test('a closure added later never brings a promise forward, and inside the promise moves it by one business day', () => {
  fc.assert(
    fc.property(instants, targets, fc.integer({ min: 1, max: 40 }), (at, target, offset) => {
      const received = receivedOn(at, closures);
      const closed = addDays(received, offset);
      const before = promise({ receivedAt: at, targetDays: target, closures, pauses: [], now: at });
      const after = promise({ receivedAt: at, targetDays: target, closures: [...closures, closed], pauses: [], now: at });
      if (before.dueAt === null || after.dueAt === null) throw new Error('a clock without pauses runs');
      const inside = isBusinessDay(closed, closures) && closed <= officeDate(before.dueAt);
      const moved = businessDaysBetween(officeDate(before.dueAt), officeDate(after.dueAt), closures);
      expect(moved).toBe(inside ? 1 : 0);
    }),
  );
});

test('a pause that ended moves the promise by exactly the business days it is counted for', () => {
  fc.assert(
    fc.property(instants, targets, pause, (at, target, [startHours, hours]) => {
      const from = new Date(at.getTime() + startHours * 3_600_000);
      const until = new Date(from.getTime() + hours * 3_600_000);
      const now = new Date(at.getTime() + 200 * 24 * 3_600_000);
      const plain = promise({ receivedAt: at, targetDays: target, closures, pauses: [], now });
      const paused = promise({ receivedAt: at, targetDays: target, closures, pauses: [{ from, until, reason: 'asked for an ID' }], now });
      if (plain.dueAt === null || paused.dueAt === null) throw new Error('a clock without an open pause runs');
      expect(paused.dueAt >= plain.dueAt).toBe(true);
      if (until <= plain.dueAt) expect(businessDaysBetween(officeDate(plain.dueAt), officeDate(paused.dueAt), closures)).toBe(paused.pausedDays);
      if (from > plain.dueAt) expect(paused.dueAt).toEqual(plain.dueAt);
    }),
  );
});
