import { badgesOf, badgesShown, deadlineWords, dueWords, holderWords, nextStepWords, presenceSentences, requesterWords } from '@/lib/cases/queue-row';
import { refusalSentence, type BulkRefusal } from '@/lib/cases/bulk';
import { calendarDateOf as on } from '@/lib/platform/dates';

const today = on('2026-11-24');
const maria = { id: 'maria', name: 'Maria Ortiz', editing: true, since: new Date('2026-11-24T15:42:00Z') };

test.each([
  [{ state: 'in_progress', promised: { state: 'later', words: 'Tomorrow', dueAt: null }, wakeOn: null }, 'later', 'Tomorrow'],
  [{ state: 'waiting_on_provider', promised: { state: 'later', words: 'Fri Nov 27', dueAt: null }, wakeOn: null }, 'later', 'Nov 27, provider asked'],
  [{ state: 'waiting_on_registry', promised: { state: 'overdue', words: '1 business day late', dueAt: null }, wakeOn: null }, 'overdue', '1 business day late'],
  [{ state: 'on_hold', promised: { state: 'due_today', words: 'Today 4:30 PM', dueAt: null }, wakeOn: on('2026-11-30') }, 'today', 'Today 4:30 PM'],
  [{ state: 'on_hold', promised: { state: 'later', words: 'Tue Dec 1', dueAt: null }, wakeOn: on('2026-11-30') }, 'later', 'Dec 1, snoozed to Nov 30'],
  [{ state: 'waiting_on_requester', promised: { state: 'stopped', words: 'Stopped, day 1 of 3', dueAt: null }, wakeOn: null }, 'waiting', 'Stopped, day 1 of 3'],
] as const)('the clock of %j', (row, kind, words) => {
  expect(dueWords(row)).toEqual({ kind, words });
});

test.each([
  [{ deadlineOn: on('2026-12-02'), deadlineReason: 'College', person: null }, 'College Dec 2'],
  [{ deadlineOn: null, deadlineReason: null, person: { birthOn: on('2008-11-29'), relation: 'parent' } }, 'Turns 18 Nov 29'],
  [{ deadlineOn: null, deadlineReason: null, person: { birthOn: on('2009-02-01'), relation: 'parent' } }, null],
  [{ deadlineOn: null, deadlineReason: null, person: { birthOn: on('2008-11-29'), relation: 'self' } }, null],
  [{ deadlineOn: null, deadlineReason: null, person: { birthOn: null, relation: 'parent' } }, null],
] as const)('the deadline of %j is %s', (row, words) => {
  expect(deadlineWords(row, today)).toBe(words);
});

test.each([
  [{ holder: null, present: [] }, { who: 'Nobody', mine: false, beside: null }],
  [{ holder: { id: 'me', name: 'Dana Whitfield' }, present: [] }, { who: 'You', mine: true, beside: null }],
  [{ holder: { id: 'me', name: 'Dana Whitfield' }, present: [{ ...maria, editing: false }] }, { who: 'You', mine: true, beside: 'Maria looks' }],
  [{ holder: { id: 'maria', name: 'Maria Ortiz' }, present: [maria] }, { who: 'Maria', mine: false, beside: 'editing' }],
  [{ holder: { id: 'maria', name: 'Maria Ortiz' }, present: [{ ...maria, editing: false }] }, { who: 'Maria Ortiz', mine: false, beside: null }],
  [{ holder: null, present: [maria] }, { who: 'Nobody', mine: false, beside: 'Maria edits' }],
])('who has %j', (row, words) => {
  expect(holderWords(row, 'me')).toEqual(words);
});

test('presence is said as a sentence with its time', () => {
  expect(presenceSentences({ present: [maria] })).toEqual(['Maria is editing since 10:42 AM']);
});

test('badges: the ID first, then what was sent, then what the rules will still ask for', () => {
  const documents = [
    { kind: 'vaccination_proof', decision: null },
    { kind: 'photo_id', decision: 'accepted' as const },
  ];
  expect(badgesOf({ relation: 'parent', birthOn: on('2020-05-10'), documents }, today)).toEqual([
    { words: 'ID', state: 'accepted' },
    { words: 'Card', state: 'to_review' },
    { words: 'Birth cert.', state: 'asked' },
  ]);
  expect(badgesOf({ relation: 'self', birthOn: on('1990-05-10'), documents: [{ kind: 'photo_id', decision: 'returned' }] }, today)).toEqual([{ words: 'ID', state: 'returned' }]);
});

test.each([
  [['ID', 'Second ID'], 2],
  [['ID', 'Second ID', 'Card'], 2],
  [['ID', 'Guardianship'], 2],
  [['ID', 'Guardianship', 'Card'], 1],
  [['Second ID', 'Birth cert.'], 1],
  [[], 2],
])('of the badges %j a row shows %d', (words, shown) => {
  expect(badgesShown(words.map((one) => ({ words: one, state: 'accepted' as const })))).toBe(shown);
});

test.each([
  [{ relation: 'self', requester: 'Ana Rivera' }, { who: 'Self', relation: null }],
  [{ relation: 'parent', requester: 'Ana Rivera' }, { who: 'Ana Rivera', relation: 'parent' }],
  [{ relation: 'employer', requester: 'Elm City Home Care' }, { who: 'Elm City Home Care', relation: null }],
  [{ relation: 'cousin', requester: 'Ana Rivera' }, { who: 'Ana Rivera', relation: 'another person' }],
])('asked by %j', (row, words) => {
  expect(requesterWords(row)).toEqual(words);
});

const person = { relation: 'self', birthOn: on('1990-05-10'), documents: [], candidates: 2 };
test.each([
  [{ state: 'in_progress', linked: false, escalated: true, person }, 'A supervisor answers a question'],
  [{ state: 'waiting_on_requester', linked: false, escalated: false, person }, 'Wait for the requester'],
  [{ state: 'new', linked: false, escalated: false, person: { ...person, documents: [{ kind: 'photo_id', decision: null }] } }, 'Identity: review the photo ID'],
  [{ state: 'new', linked: false, escalated: false, person }, 'Match: choose among 2 possible patients'],
  [{ state: 'new', linked: false, escalated: false, person: { ...person, candidates: 0 } }, 'Match: search for the patient'],
  [{ state: 'in_progress', linked: true, escalated: false, person }, 'Correct: choose values, then send'],
] as const)('the next step of %j', (row, words) => {
  expect(nextStepWords(row)).toBe(words);
});

const left: BulkRefusal = { caseId: 'x', number: 2041, reason: 'held_by_another', state: 'in_progress', holder: 'Maria Ortiz', since: '10:42 AM' };
test.each([
  [left, 'C-2041: Maria Ortiz took it at 10:42 AM'],
  [{ ...left, reason: 'not_claimed', holder: null, since: null }, 'C-2041: nobody has it; assign it to yourself first'],
  [{ ...left, reason: 'not_in_progress', state: 'on_hold' as const }, 'C-2041: it is on hold, and only a case in progress can wait'],
  [{ ...left, reason: 'not_found', number: null, state: null, holder: null, since: null }, 'A case: it is no longer here'],
  [{ ...left, reason: 'anything_else' }, 'C-2041: it could not be done'],
])('a case that was left says why: %j', (refusal, sentence) => {
  expect(refusalSentence(refusal)).toBe(sentence);
});
