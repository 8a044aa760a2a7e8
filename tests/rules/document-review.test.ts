/** When the review of a document may stand, on November 24, 2026. */
import { calendarDateOf } from '@/lib/platform/dates';
import { CHECKLISTS, DOCUMENT_KINDS, asDocumentKind, checklistOf } from '@/lib/documents/checklists';
import type { DocumentKind, ReviewFacts, Ticks } from '@/lib/documents/checklists';
import { asEvidence } from '@/lib/documents/evidence';
import { CHECKLIST_WORDS, DOCUMENT_KIND_WORDS, REVIEW_PROBLEM_WORDS } from '@/lib/documents/labels';
import { RETURN_REASONS, findReason, reasonFits, reasonsFor, suggestedReasons } from '@/lib/documents/reasons';
import { reviewProblems, servesHousehold } from '@/lib/documents/rules';

const today = calendarDateOf('2026-11-24');
const allTicks = (kind: DocumentKind): Ticks => Object.fromEntries(CHECKLISTS[kind].map((item) => [item, true]));
const without = (kind: DocumentKind, item: string): Ticks => ({ ...allTicks(kind), [item]: false });
const found = (kind: DocumentKind, ticks: Ticks, decision: 'accepted' | 'returned', reasons: readonly string[] = [], facts: ReviewFacts = {}): string[] =>
  reviewProblems(kind, ticks, decision, reasons, facts, today).map((problem) => `${problem.field} ${problem.reason}`);

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  test('is accepted with every tick', () => expect(found(kind, allTicks(kind), 'accepted')).toEqual([]));
  test.each(CHECKLISTS[kind].map((item) => [item]))('is not accepted without "%s"', (item) => {
    expect(found(kind, without(kind, item), 'accepted')).toEqual([`ticks.${item} tick_missing`]);
  });
  test('is returned only with a reason, and there is one to choose', () => {
    expect(found(kind, {}, 'returned')).toEqual(['reasons reason_missing']);
    expect(found(kind, {}, 'returned', [reasonsFor(kind)[0]?.code ?? 'none'])).toEqual([]);
  });
  test('offers a reason for each tick that is not set', () => {
    for (const item of CHECKLISTS[kind]) {
      const offered = suggestedReasons(kind, without(kind, item));
      const general = kind === 'release' || !['principal_named', 'person_named', 'worker_named', 'photo_present', 'child_named', 'agency_named', 'parties_named', 'effect_read', 'name_agrees'].includes(item);
      if (general) expect([item, offered.length > 0]).toEqual([item, true]);
    }
  });
});

describe('an ID', () => {
  test.each([
    ['valid today', '2026-11-24', [], allTicks('photo_id')],
    ['ended yesterday, "not expired" not ticked', '2026-11-23', [], without('photo_id', 'not_expired')],
    ['ended on the last day of the grace', '2026-09-25', [], without('photo_id', 'not_expired')],
    ['ended a day before the grace', '2026-09-24', ['facts.expiresOn expired'], allTicks('photo_id')],
    ['ended on a day that is none', '2026-02-30', ['facts.expiresOn not_a_date'], allTicks('photo_id')],
  ])('%s', (_, expiresOn, expected, ticks) => {
    expect(found('photo_id', ticks, 'accepted', [], { expiresOn })).toEqual(expected);
  });

  test('the grace is a policy', () => {
    expect(reviewProblems('photo_id', allTicks('photo_id'), 'accepted', [], { expiresOn: '2026-11-23' }, today, 0)).toEqual([{ field: 'facts.expiresOn', reason: 'expired' }]);
  });

  test('that is valid needs its tick: a date written down does not tick it', () => {
    expect(found('photo_id', without('photo_id', 'not_expired'), 'accepted', [], { expiresOn: '2029-03-05' })).toEqual(['ticks.not_expired tick_missing']);
  });

  test.each([
    ['without a date of birth', { showsBirthDate: false }],
    ['of a parent, whose birth date we do not know', { holder: 'requester' as const }],
  ])('%s is not asked whether the date agrees', (_, facts) => {
    expect(found('photo_id', without('photo_id', 'birth_date_agrees'), 'accepted', [], facts)).toEqual([]);
    expect(checklistOf('photo_id', facts)).not.toContain('birth_date_agrees');
  });
});

test('a second paper of a parent is not asked for a date of birth that agrees, a person’s own is', () => {
  expect(checklistOf('supporting_id', { holder: 'requester' })).not.toContain('birth_date_agrees');
  expect(checklistOf('supporting_id', { holder: 'subject', showsBirthDate: false })).toContain('birth_date_agrees');
});

test.each(['release', 'conservatorship', 'guardianship', 'agency_id', 'power_of_attorney'] as const)('a %s that ended yesterday has ended: no grace', (kind) => {
  expect(found(kind, allTicks(kind), 'accepted', [], { expiresOn: '2026-11-23' })).toEqual(['facts.expiresOn expired']);
});

test.each([
  ['an acceptance with reasons', 'accepted', ['ID-02'], ['reasons accepted_with_reasons']],
  ['a reason of another kind', 'returned', ['BC-01'], ['reasons reason_unknown']],
  ['a reason that does not exist', 'returned', ['ID-99'], ['reasons reason_unknown']],
  ['the same reason twice', 'returned', ['ID-02', 'ID-02'], ['reasons reason_twice']],
  ['two reasons', 'returned', ['ID-02', 'ID-05'], []],
] as const)('%s', (_, decision, reasons, expected) => {
  expect(found('photo_id', allTicks('photo_id'), decision, reasons)).toEqual(expected);
});

test('a tick of another kind is refused', () => {
  expect(found('photo_id', { ...allTicks('photo_id'), two_witnesses: true }, 'accepted')).toEqual(['ticks.two_witnesses tick_unknown']);
});

describe('an ID serves the household', () => {
  const at = new Date('2026-08-26T14:00:00Z');
  test.each([
    ['a parent’s own, on the last day of the policy', 'photo_id', 'accepted', 'requester', '2026-11-24', true],
    ['a parent’s second paper', 'supporting_id', 'accepted', 'requester', '2026-09-01', true],
    ['a day late', 'photo_id', 'accepted', 'requester', '2026-11-25', false],
    ['returned', 'photo_id', 'returned', 'requester', '2026-09-01', false],
    ['the child’s', 'photo_id', 'accepted', 'subject', '2026-09-01', false],
    ['nobody said whose', 'photo_id', 'accepted', undefined, '2026-09-01', false],
    ['a decree about one child', 'guardianship', 'accepted', 'requester', '2026-09-01', false],
  ] as const)('%s', (_, kind, decision, holder, on, serves) => {
    expect(servesHousehold(kind, { decision, holder, at }, calendarDateOf(on))).toBe(serves);
  });
});

describe('the reasons that become letters', () => {
  test('ID-02 is "cannot be read" and ID-05 "expired"', () => {
    expect(findReason('ID-02')?.en.wrong).toMatch(/cannot read/);
    expect(findReason('ID-05')?.es.wrong).toMatch(/vencida/);
    expect(findReason('ID-99')).toBeNull();
  });
  test('every code is used once and looks like a code', () => {
    expect(new Set(RETURN_REASONS.map((reason) => reason.code)).size).toBe(RETURN_REASONS.length);
    expect(RETURN_REASONS.filter((reason) => !/^[A-Z]{2}-\d{2}$/.test(reason.code))).toEqual([]);
  });
  test.each(RETURN_REASONS.map((reason) => [reason.code, reason] as const))('%s says what is wrong and what to do, in both languages', (_, reason) => {
    const sentences = [reason.en.wrong, reason.en.todo, reason.es.wrong, reason.es.todo];
    for (const text of sentences) expect(text).toMatch(/^["\p{Lu}].*[.]"?$/u);
    expect(new Set(sentences).size).toBe(4);
    expect(reason.es.todo).not.toMatch(/\b(the|send|please)\b/i);
  });
  test('each reason names a tick of every kind it is for, or none', () => {
    for (const { code, item, kinds } of RETURN_REASONS) {
      if (item !== null) for (const kind of kinds) expect([code, (CHECKLISTS[kind] as readonly string[]).includes(item)]).toEqual([code, true]);
    }
  });
  test('unticking "Readable" on an ID offers what fits it first', () => {
    expect(suggestedReasons('photo_id', without('photo_id', 'readable')).map((reason) => reason.code)).toEqual(['ID-02', 'ID-06', 'DC-05']);
  });
  test('the general reasons fit every kind', () => {
    expect(DOCUMENT_KINDS.filter((kind) => !reasonFits('DC-01', kind))).toEqual([]);
  });
});

describe('what an accepted review proves', () => {
  test('ticks say what need not be typed again', () => {
    expect(asEvidence('power_of_attorney', allTicks('power_of_attorney'), { springing: 'no' })).toEqual({ kind: 'power_of_attorney', facts: { coversRecords: true, springing: 'no' } });
    expect(asEvidence('health_care_representative', allTicks('health_care_representative'), {})?.facts.witnesses).toBe(2);
  });
  test('a vaccination card or a lease proves no authority', () => {
    expect([asEvidence('vaccination_proof', {}, {}), asEvidence('residence_proof', {}, {})]).toEqual([null, null]);
  });
  test('what was read for other purposes is left out, what is no fact is refused', () => {
    expect(asEvidence('photo_id', {}, { expiresOn: '2029-03-05', address: '18 Elm St' })?.facts).toEqual({ expiresOn: '2029-03-05' });
    expect(() => asEvidence('photo_id', {}, { expiresOn: '2029-02-30' })).toThrow();
  });
  test('a stored kind that is not ours is "other"', () => {
    expect([asDocumentKind('photo_id'), asDocumentKind('selfie')]).toEqual(['photo_id', 'other']);
  });
});

test('every kind, tick and problem has words', () => {
  const words = [...DOCUMENT_KINDS.flatMap((kind) => Object.values(DOCUMENT_KIND_WORDS[kind])), ...Object.values(CHECKLISTS).flat().map((item) => CHECKLIST_WORDS[item]), ...Object.values(REVIEW_PROBLEM_WORDS)];
  expect(words.filter((text) => !text)).toEqual([]);
});
