/** The 18th birthday, on which a parent's right ends and the person's own begins. */
import fc from 'fast-check';
import { addDays, calendarDateOf } from '@/lib/platform/dates';
import type { PartialDate } from '@/lib/platform/dates';
import { eighteenthBirthday, lifeStage } from '@/lib/policies/age';
import { authority } from '@/lib/policies/authority';

const day = calendarDateOf;

test.each([
  ['2008-11-24', '2026-11-24'],
  ['2008-11-29', '2026-11-29'],
  ['2008-12-31', '2026-12-31'],
  ['2008-02-29', '2026-03-01'],
  ['2012-02-29', '2030-03-01'],
  ['2008-02-28', '2026-02-28'],
])('born %s is 18 on %s', (birthOn, expected) => {
  expect(eighteenthBirthday(day(birthOn))).toBe(expected);
});

test('where the policy says so, a leap-day child is 18 on February 28', () => {
  expect(eighteenthBirthday(day('2008-02-29'), 'february_28')).toBe('2026-02-28');
});

test.each([
  ['2008-11-25', '2026-11-24', 'minor'],
  ['2008-11-24', '2026-11-24', 'adult'],
  ['2008-02-29', '2026-02-28', 'minor'],
  ['2008-02-29', '2026-03-01', 'adult'],
  ['2008-11', '2026-10-31', 'minor'],
  ['2008-11', '2026-11-15', 'age_unknown'],
  ['2008-11', '2026-11-30', 'adult'],
  ['2008-02', '2026-02-28', 'age_unknown'],
  ['2008-02', '2026-03-01', 'adult'],
  ['2008', '2026-06-01', 'age_unknown'],
  ['2009', '2026-12-31', 'minor'],
  ['2007', '2026-01-01', 'adult'],
])('born %s is, on %s, %s', (birthOn, today, stage) => {
  expect(lifeStage({ birthOn: birthOn as PartialDate }, day(today))).toBe(stage);
});

test('who asked at 17 and is sent the record at 18: the parent’s right has ended', () => {
  const asked = { relation: 'parent', subject: { birthOn: '2008-11-29' as PartialDate }, requesterNamedOnRecord: true, documents: [{ kind: 'photo_id', facts: {} }], wanted: ['full_record'] } as const;
  expect(authority({ ...asked, today: day('2026-11-28') }).verdict).toBe('may_have');
  expect(authority({ ...asked, today: day('2026-11-29') }).verdict).toBe('may_not');
});

test('whoever was born when, a parent’s right and the own right never hold on the same day, and one of them always does', () => {
  const births = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays(day('2000-01-01'), offset));
  fc.assert(
    fc.property(births, fc.integer({ min: -400, max: 400 }), (birthOn, offset) => {
      const today = addDays(eighteenthBirthday(birthOn), offset);
      const common = { subject: { birthOn }, requesterNamedOnRecord: true, documents: [{ kind: 'photo_id', facts: {} }], wanted: ['full_record'], today } as const;
      const may = (['parent', 'self'] as const).filter((relation) => authority({ ...common, relation }).verdict === 'may_have');
      expect(may).toEqual([offset < 0 ? 'parent' : 'self']);
    }),
  );
});
