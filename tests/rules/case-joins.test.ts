/** Which two cases look like one need, and why a case waits. */
import { isEarlier, joinReasons, pressesMore, reasonsInWords, type JoinSide } from '@/lib/cases/joins';
import { unfitFor } from '@/lib/cases/colleagues';
import { changeWords, hereWords, isPresent } from '@/lib/cases/presence';
import { WAIT_CODES, WAIT_REASONS, waitAction, waitCodesOf, waitWords, wakeProblems } from '@/lib/cases/waits';
import { calendarDateOf } from '@/lib/platform/dates';

const ana: JoinSide = { number: 2041, kind: 'record_not_found', submissionId: 's1', patientId: null, receivedAt: new Date('2026-11-20T15:00:00Z'), relation: 'self', given: 'Ana', family: 'Rivera', birthOn: '1990-04-02', phones: ['+18605550134'], emails: [] };
const again = (change: Partial<JoinSide>): JoinSide => ({ ...ana, number: 2055, submissionId: 's2', receivedAt: new Date('2026-11-23T15:00:00Z'), ...change });

test.each<[string, Partial<JoinSide>, string]>([
  ['the same again', {}, 'Same name and date of birth, same phone, same request'],
  ['then a copy of it', { kind: 'record_request' }, 'Same name and date of birth, same phone, requests about one need'],
  ['with accents and capitals', { given: 'ANA', family: 'Rívera' }, 'Same name and date of birth, same phone, same request'],
  ['another phone only', { phones: ['+12035550177'] }, ''],
  ['another birth date', { birthOn: '1990-02-04' }, ''],
  ['a birth date known to the month', { birthOn: '1990-04' }, ''],
  ['another need', { kind: 'opt_out' }, ''],
  ['what staff must route', { kind: 'other' }, ''],
  ['asked by somebody else', { relation: 'parent' }, ''],
  ['a sister on the same form', { submissionId: 's1' }, ''],
  ['too long ago', { receivedAt: new Date('2026-10-01T15:00:00Z') }, ''],
  ['a twin: another first name', { given: 'Eva' }, ''],
])('%s', (_, change, words) => {
  expect(reasonsInWords(joinReasons(ana, again(change), 30))).toBe(words);
});

test('a common patient needs no common contact, and two patients are two', () => {
  expect(joinReasons({ ...ana, patientId: 'p1' }, again({ patientId: 'p1', phones: [], given: 'Anna' }), 30)).toEqual(['same_patient', 'same_kind']);
  expect(joinReasons({ ...ana, patientId: 'p1' }, again({ patientId: 'p2' }), 30)).toEqual([]);
});

test('unknown to both is no agreement', () => {
  expect(joinReasons({ ...ana, birthOn: null }, again({ birthOn: null }), 30)).toEqual([]);
});

test('the older promise keeps; within one moment the lower number', () => {
  expect(isEarlier(ana, again({}))).toBe(true);
  expect(isEarlier(again({}), ana)).toBe(false);
  expect(isEarlier(ana, again({ receivedAt: ana.receivedAt }))).toBe(true);
});

test.each<[string | null, boolean, string | null, boolean, boolean]>([
  [null, false, '2026-12-01', false, false],
  ['2026-12-01', false, null, false, true],
  ['2026-12-01', false, '2026-12-02', true, true],
  ['2026-12-02', true, '2026-12-01', false, false],
  ['2026-12-01', true, '2026-12-01', false, true],
  ['2026-12-01', false, '2026-12-01', true, false],
])('a joined deadline of %s (proven: %s) against %s (proven: %s) presses more: %s', (joined, proven, keeper, keeperProven, more) => {
  const at = (is: boolean) => (is ? new Date('2026-11-24T15:00:00Z') : null);
  expect(pressesMore({ deadlineOn: joined, deadlineProvenAt: at(proven) }, { deadlineOn: keeper, deadlineProvenAt: at(keeperProven) })).toBe(more);
});

test('each reason to wait belongs to one state, and each state but one’s own words has some', () => {
  for (const state of ['waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold'] as const) expect(waitCodesOf(state).length).toBeGreaterThan(0);
  expect(new Set(WAIT_CODES.map((code) => WAIT_REASONS[code].words)).size).toBe(WAIT_CODES.length);
});

test('a wait says what was picked, what was written, or both', () => {
  expect([waitWords('photo_id', null), waitWords(null, 'The deed'), waitWords('photo_id', 'In colour'), waitWords(null, null)]).toEqual(['A photo ID', 'The deed', 'A photo ID. In colour', '']);
});

test('a day makes a hold a snooze, and only a hold may have one', () => {
  const friday = calendarDateOf('2026-11-27');
  const today = calendarDateOf('2026-11-24');
  expect([waitAction('on_hold', null), waitAction('on_hold', friday), waitAction('waiting_on_provider', null)]).toEqual(['hold', 'snooze', 'wait_on_provider']);
  expect(wakeProblems('waiting_on_requester', friday, today, [])).toEqual([{ field: 'wakeOn', reason: 'only_on_hold' }]);
  expect(wakeProblems('on_hold', friday, today, [friday])).toEqual([{ field: 'wakeOn', reason: 'office_closed' }]);
  expect(wakeProblems('on_hold', friday, today, [])).toEqual([]);
});

test.each([
  [{}, null],
  [{ roles: ['auditor'] }, 'no_casework'],
  [{ languages: ['en'] }, 'other_language'],
  [{ kinds: ['opt_out'] }, 'other_kind'],
  [{ kinds: ['record_request'] }, null],
  [{ disabledAt: new Date('2026-01-01T00:00:00Z') }, 'not_working_here'],
])('a colleague with %j is unfit for a Spanish copy: %s', (change, reason) => {
  expect(unfitFor({ roles: ['processor'], languages: ['en', 'es'], kinds: [], disabledAt: null, ...change }, { language: 'es', kind: 'record_request' })).toBe(reason);
});

test('presence is said as a colleague would', () => {
  expect(hereWords({ name: 'Maria Delgado', editing: true, since: '10:42 AM' })).toBe('Maria is editing since 10:42 AM');
  expect(changeWords({ version: 3, by: 'Maria Delgado', at: '10:42 AM', mine: false })).toBe('Maria changed this case at 10:42 AM');
  const now = new Date('2026-11-24T15:42:45Z');
  expect([isPresent(new Date('2026-11-24T15:42:00Z'), now), isPresent(new Date('2026-11-24T15:41:59Z'), now)]).toEqual([true, false]);
});
