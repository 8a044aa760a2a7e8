/** The promise clock of state offices: examples worked out by hand on the 2026 calendar. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { calendarDateOf, officeInstant, weekday } from '@/lib/platform/dates';
import type { CalendarDate } from '@/lib/platform/dates';
import { addBusinessDays, businessDaysBetween, dueAt, isBusinessDay, receivedOn } from '@/lib/policies/business-time';
import { POLICY_DEFAULTS } from '@/lib/policies/defaults';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';

const closures = CONNECTICUT_HOLIDAYS.map((holiday) => holiday.on);
const day = calendarDateOf;
const at = (text: string): Date => {
  const [on = '', time = '00:00'] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return officeInstant(day(on), hour, minute);
};

describe('the day of receipt', () => {
  test.each([
    ['2026-11-25 16:30', '2026-11-25', 'half past four itself is still today'],
    ['2026-11-25 16:31', '2026-11-27', 'a minute later is after Thanksgiving'],
    ['2026-11-26 09:00', '2026-11-27', 'on the holiday'],
    ['2026-11-27 16:31', '2026-11-30', 'Friday evening is Monday'],
    ['2026-11-28 10:00', '2026-11-30', 'Saturday is Monday'],
    ['2026-11-29 23:59', '2026-11-30', 'Sunday night is Monday'],
    ['2026-11-30 00:00', '2026-11-30', 'midnight begins the day'],
    ['2026-07-02 17:00', '2026-07-06', 'July 4 on a Saturday closes the Friday'],
    ['2027-12-30 18:00', '2028-01-03', 'New Year on a Saturday closes December 31'],
    ['2026-12-24 16:31', '2026-12-28', 'Christmas on a Friday'],
    ['2026-03-08 02:30', '2026-03-09', 'in the hour that spring skips'],
    ['2026-11-01 01:30', '2026-11-02', 'in the hour that fall repeats'],
  ])('%s is received on %s: %s', (instant, expected) => {
    expect(receivedOn(at(instant), closures)).toBe(expected);
  });

  test('one second after half past four is the next business day', () => {
    expect(receivedOn(new Date(at('2026-11-24 16:30').getTime() + 1000), closures)).toBe('2026-11-25');
  });
});

describe('the day the promise falls due', () => {
  test.each([
    ['2026-11-27', 3, '2026-12-02'],
    ['2026-11-17', 3, '2026-11-20'],
    ['2026-11-17', 5, '2026-11-24'],
    ['2026-11-19', 5, '2026-11-27'],
    ['2026-11-23', 5, '2026-12-01'],
    ['2026-11-24', 3, '2026-11-30'],
    ['2026-12-23', 1, '2026-12-24'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-02-11', 2, '2026-02-17'],
    ['2027-12-30', 1, '2028-01-03'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-26', 0, '2026-11-27'],
  ])('from %s, %i business days, is %s at 4:30 PM', (from, days, due) => {
    expect(addBusinessDays(day(from), days, closures)).toBe(due);
    expect(dueAt(day(from), days, closures)).toEqual(at(`${due} 16:30`));
  });

  test('the published example: Wednesday 4:31 PM before Thanksgiving is due the next Wednesday', () => {
    const received = receivedOn(at('2026-11-25 16:31'), closures);
    expect(received).toBe('2026-11-27');
    expect(dueAt(received, POLICY_DEFAULTS.targetDays.record_request, closures).toISOString()).toBe('2026-12-02T21:30:00.000Z');
  });

  test('half past four follows daylight saving', () => {
    expect(dueAt(day('2026-03-06'), 1, closures).toISOString()).toBe('2026-03-09T20:30:00.000Z');
    expect(dueAt(day('2026-10-30'), 1, closures).toISOString()).toBe('2026-11-02T21:30:00.000Z');
  });

  test.each([-1, 1.5, NaN])('%p business days is a bug, not a date', (days) => {
    expect(() => addBusinessDays(day('2026-11-24'), days, closures)).toThrow(RangeError);
  });
});

describe('counting between days', () => {
  test.each([
    ['2026-11-20', '2026-11-24', 2],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-25', '2026-11-27', 1],
    ['2026-11-27', '2026-11-29', 0],
    ['2026-11-24', '2026-11-20', -2],
  ])('from %s to %s lie %i', (from, to, days) => {
    expect(businessDaysBetween(day(from), day(to), closures)).toBe(days);
  });
});

describe('the holidays of C.G.S. 1-4', () => {
  const onWeekday = (year: number, month: number, isoDay: number, first: number): CalendarDate => {
    for (let date = first; ; date += 1) {
      const on = day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
      if (weekday(on) === isoDay) return on;
    }
  };
  /** Moved from a weekend to the nearest weekday. */
  const observed = (text: string): string => {
    const moved = new Date(`${text}T00:00:00Z`);
    moved.setUTCDate(moved.getUTCDate() + ({ 6: -1, 0: 1 }[moved.getUTCDay()] ?? 0));
    return moved.toISOString().slice(0, 10);
  };
  const byLaw = (year: number): string[] => [
    observed(`${year}-01-01`),
    onWeekday(year, 1, 1, 15),
    observed(`${year}-02-12`),
    onWeekday(year, 2, 1, 15),
    onWeekday(year, 5, 1, 25),
    observed(`${year}-06-19`),
    observed(`${year}-07-04`),
    onWeekday(year, 9, 1, 1),
    onWeekday(year, 10, 1, 8),
    observed(`${year}-11-11`),
    onWeekday(year, 11, 4, 22),
    observed(`${year}-12-25`),
  ];

  test('the table agrees with the law worked out anew, Good Friday aside', () => {
    const goodFridays = ['2026-04-03', '2027-03-26', '2028-04-14'];
    const expected = [...goodFridays, ...[2026, 2027, 2028].flatMap(byLaw)].sort();
    expect(CONNECTICUT_HOLIDAYS.map((holiday) => holiday.on)).toEqual(expected);
    expect(goodFridays.map((on) => weekday(day(on)))).toEqual([5, 5, 5]);
  });

  test('every holiday has a name and its citation, and none falls on a weekend', () => {
    for (const holiday of CONNECTICUT_HOLIDAYS) {
      expect(holiday.name).not.toBe('');
      expect(holiday.citation).toBe('C.G.S. 1-4');
      expect(weekday(holiday.on)).toBeLessThan(6);
      expect(isBusinessDay(holiday.on, closures)).toBe(false);
    }
  });
});

describe('the zone of the machine', () => {
  const code = `
    import { receivedOn, dueAt } from '@/lib/policies/business-time';
    import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
    const closures = CONNECTICUT_HOLIDAYS.map((holiday) => holiday.on);
    const rows = [];
    for (let at = Date.UTC(2026, 9, 25); at < Date.UTC(2026, 10, 30); at += 37 * 60_000) {
      const received = receivedOn(new Date(at), closures);
      rows.push(received + ' ' + dueAt(received, 3, closures).toISOString());
    }
    console.log(new Date(0).getTimezoneOffset() + '\\n' + rows.join('\\n'));`;
  const root = path.join(__dirname, '../..');
  const bundle = buildSync({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    tsconfig: path.join(root, 'tsconfig.json'),
  }).outputFiles[0]?.text;
  const under = (zone: string): string[] => execFileSync(process.execPath, ['-'], { input: bundle, env: { ...process.env, TZ: zone }, encoding: 'utf8' }).trim().split('\n');

  test('does not matter: UTC and Tokyo give the days of Hartford', () => {
    const [utcOffset, ...utc] = under('UTC');
    const [tokyoOffset, ...tokyo] = under('Asia/Tokyo');
    expect([utcOffset, tokyoOffset]).toEqual(['0', '-540']);
    expect(utc.length).toBeGreaterThan(1000);
    expect(tokyo).toEqual(utc);
    expect(utc).toContain('2026-11-27 2026-12-02T21:30:00.000Z');
  });
});
