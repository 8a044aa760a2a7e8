/** What a case still lacks, and what its steps say in one line. */
import { queueKindWords, thenWords } from '@/lib/cases/labels';
import { copyOwed, readiness, releaseLacks, stepLines } from '@/lib/cases/readiness';
import type { CaseFacts, Step } from '@/lib/cases/types';

const cited = { rule: 'self_adult', citation: '45 CFR 164.524' };
/** C-2041 with everything done but the end: found by the portal, a copy by mail on its way. */
const ready: CaseFacts = {
  kind: 'record_not_found',
  relation: 'self',
  documents: [{ kind: 'photo_id', review: 'accepted' }],
  authority: { verdict: 'may_have', because: 'rule', needs: [], cited },
  supervisorAllowed: false,
  linkedPatient: { name: 'Katarzyna Nowak' },
  candidates: 3,
  fields: [
    { field: 'birthOn', agreement: 'conflict', choice: 'use_submitted' },
    { field: 'phone', agreement: 'conflict', choice: 'use_submitted' },
    { field: 'given', agreement: 'agree', choice: null },
  ],
  unsaved: [],
  rehearsal: { finds: 'this_patient', failing: [] },
  doses: { asked: false, entered: 0, rowsWithProblems: 0 },
  wants: ['full_record'],
  delivery: 'mail',
  release: { destination: 'accepted_id', needsSecond: false, approved: false },
  dispatch: 'confirmed',
  secondReview: { state: 'none', risks: [] },
};
const doses = (more: Partial<CaseFacts['doses']>): CaseFacts['doses'] => ({ asked: true, entered: 0, rowsWithProblems: 0, ...more });
const card = (review: 'to_review' | 'accepted') => ({ documents: [...ready.documents, { kind: 'vaccination_proof' as const, review }] });

test('a finished case lacks nothing and every step it was asked for is done', () => {
  expect(readiness(ready)).toEqual([]);
  expect(stepLines(ready).map(({ step, state, words }) => ({ step, state, words }))).toEqual([
    { step: 'identity', state: 'done', words: 'Self. ID accepted' },
    { step: 'match', state: 'done', words: 'Linked to Katarzyna Nowak' },
    { step: 'correct', state: 'done', words: '2 values corrected. The portal finds them' },
    { step: 'doses', state: 'not_asked', words: 'Not asked for' },
    { step: 'send', state: 'done', words: 'Full record by mail, sent' },
  ]);
});

test.each<[string, Partial<CaseFacts>, Step, string, string, Step]>([
  ['a document nobody looked at', { documents: [{ kind: 'photo_id', review: 'to_review' }] }, 'identity', 'document_to_review', 'Review: Photo ID', 'identity'],
  ['a paper the rules ask for', { authority: { verdict: 'needs', because: 'rule', needs: [{ document: 'birth_certificate', reason: 'birth_certificate_missing' }], cited } }, 'identity', 'birth_certificate_missing', 'The child’s birth certificate: the requester is not named on the record', 'identity'],
  ['a requester who may not', { authority: { verdict: 'may_not', because: 'order_ends_right', needs: [], cited } }, 'identity', 'may_not_have', 'May not have the record. A court order ends or limits this requester’s right', 'identity'],
  ['a supervisor’s word', { authority: { verdict: 'supervisor_decides', because: 'restricted_record', needs: [], cited } }, 'identity', 'supervisor_decides', 'A supervisor decides. The record is restricted', 'identity'],
  ['a patient', { linkedPatient: null }, 'match', 'no_patient', 'Choose a patient', 'match'],
  ['a choice between two dates', { kind: 'record_correction', fields: [{ field: 'birthOn', agreement: 'conflict', choice: null }] }, 'correct', 'field_undecided', 'Choose a date of birth', 'correct'],
  ['a choice that begins with a vowel', { kind: 'record_correction', fields: [{ field: 'email', agreement: 'missing', choice: null }] }, 'correct', 'field_undecided', 'Choose an e-mail', 'correct'],
  ['one saved value', { unsaved: ['birthOn'] }, 'correct', 'values_unsaved', '1 value waits to be saved', 'correct'],
  ['four saved values', { unsaved: ['birthOn', 'phone', 'family', 'email'] }, 'correct', 'values_unsaved', '4 values wait to be saved', 'correct'],
  ['the second person', { secondReview: { state: 'asked', risks: ['birth_date_alone'] } }, 'correct', 'second_review_open', 'A second person has yet to decide', 'correct'],
  ['a correction sent back', { secondReview: { state: 'refused', risks: [] } }, 'correct', 'second_review_refused', 'The second person sent it back', 'correct'],
  ['the rehearsal', { rehearsal: null }, 'correct', 'not_rehearsed', 'Rehearse the portal', 'correct'],
  ['a portal that finds them', { rehearsal: { finds: 'nobody', failing: ['birthOn'] } }, 'correct', 'portal_finds_nobody', 'The portal still finds nobody: date of birth', 'correct'],
  ['a portal that finds only them, mended in the match', { rehearsal: { finds: 'several', failing: [] } }, 'correct', 'portal_ambiguous', 'The portal finds more than one person', 'match'],
  ['a portal that finds them and nobody else', { rehearsal: { finds: 'another_patient', failing: [] } }, 'correct', 'portal_ambiguous', 'The portal finds somebody else', 'match'],
  ['proof of the doses, asked for under identity', { doses: doses({}) }, 'doses', 'proof_missing', 'Proof of vaccination', 'identity'],
  ['a look at the proof', { doses: doses({}), ...card('to_review') }, 'doses', 'proof_to_review', 'Review the proof of vaccination', 'identity'],
  ['the doses from it', { doses: doses({}), ...card('accepted') }, 'doses', 'no_dose_entered', 'Enter the doses from the paper', 'doses'],
  ['answers to two rows', { doses: doses({ entered: 1, rowsWithProblems: 2 }), ...card('accepted') }, 'doses', 'rows_open', '2 rows ask for an answer', 'doses'],
  ['the copy', { release: null, dispatch: null }, 'send', 'no_release', 'Prepare the copy', 'send'],
  ['approval of the copy', { release: { destination: 'submitted', needsSecond: true, approved: false }, dispatch: null }, 'send', 'release_not_approved', 'A second person has yet to approve the copy', 'send'],
  ['another way after a failed delivery', { dispatch: 'failed' }, 'send', 'dispatch_failed', 'The delivery failed: choose another way', 'send'],
  ['certainty whether it left', { dispatch: 'unknown' }, 'send', 'dispatch_unknown', 'Whether it left is unknown: find out before sending again', 'send'],
])('lacks %s', (_, more, step, code, words, mendIn) => {
  expect(readiness({ ...ready, ...more })).toEqual([expect.objectContaining({ step, code, words, mendIn })]);
});

test.each<[string, Partial<CaseFacts>]>([
  ['a supervisor said yes', { authority: { verdict: 'supervisor_decides', because: 'rule', needs: [], cited }, supervisorAllowed: true }],
  ['the portal finds them, whatever else differs', { fields: [{ field: 'address', agreement: 'conflict', choice: null }] }],
  ['only a copy was asked for, whatever differs', { kind: 'record_request', rehearsal: null, fields: [{ field: 'phone', agreement: 'conflict', choice: null }] }],
  ['a correction needs no portal', { kind: 'record_correction', rehearsal: null }],
  ['nobody asked for a copy', { wants: [], delivery: 'portal', release: null, dispatch: null }],
  ['doses were entered', { doses: doses({ entered: 2 }), ...card('accepted') }],
  ['an approved copy left', { release: { destination: 'submitted', needsSecond: true, approved: true } }],
  ['a returned paper was replaced', { documents: [{ kind: 'photo_id', review: 'returned' }, ...ready.documents] }],
])('lacks nothing when %s', (_, more) => expect(readiness({ ...ready, ...more })).toEqual([]));

test('the rail stands on the first step that is not done; later ones say what they wait for', () => {
  const midway: CaseFacts = { ...ready, fields: [{ field: 'birthOn', agreement: 'conflict', choice: null }], unsaved: ['phone'], rehearsal: null, release: null, dispatch: null };
  expect(stepLines(midway).map(({ step, state, words }) => `${step} ${state}: ${words}`)).toEqual([
    'identity done: Self. ID accepted',
    'match done: Linked to Katarzyna Nowak',
    'correct now: Choose a date of birth. 1 value waits to be saved. Rehearse the portal',
    'doses not_asked: Not asked for',
    'send later: Prepare the copy',
  ]);
});

test('a copy queued or printed is on its way, not sent', () => {
  expect(stepLines({ ...ready, dispatch: 'printed' }).at(-1)).toMatchObject({ step: 'send', state: 'now', words: 'Full record by mail' });
});

test('a copy waits for identity and match, not for the portal', () => {
  expect(releaseLacks({ ...ready, rehearsal: null, dispatch: null })).toEqual([]);
  expect(releaseLacks({ ...ready, rehearsal: null, linkedPatient: null }).map((one) => one.code)).toEqual(['no_patient']);
});

test.each<[Parameters<typeof copyOwed>[0], boolean]>([
  [{ kind: 'record_request', wants: ['full_record'], delivery: 'fax' }, true],
  [{ kind: 'third_party_release', wants: [], delivery: 'mail' }, true],
  [{ kind: 'record_not_found', wants: ['covid_record'], delivery: 'mail' }, true],
  [{ kind: 'record_not_found', wants: ['covid_record'], delivery: 'portal' }, false],
  [{ kind: 'opt_out', wants: [], delivery: 'mail' }, false],
])('%j owes a copy: %p', (facts, expected) => expect(copyOwed(facts)).toBe(expected));

test.each<[Parameters<typeof queueKindWords>[0], string]>([
  [{ kind: 'record_request', wants: ['full_record'], delivery: 'fax' }, 'Record by fax'],
  [{ kind: 'record_request', wants: ['full_record', 'covid_record'], delivery: 'mail' }, 'Record by mail'],
  [{ kind: 'record_request', wants: ['covid_record'], delivery: 'fax' }, 'COVID-19 by fax'],
  [{ kind: 'record_not_found', wants: ['full_record'], delivery: 'mail' }, 'Record not found'],
  [{ kind: 'third_party_release', wants: ['full_record'], delivery: 'fax' }, 'Employer release'],
  [{ kind: 'record_correction', wants: [], delivery: 'portal', corrects: ['birthOn'] }, 'Correction: date of birth'],
  [{ kind: 'record_correction', wants: [], delivery: 'portal' }, 'Correction'],
])('the queue says %j as "%s"', (wanted, words) => expect(queueKindWords(wanted)).toBe(words));

test('what comes after the match is said too', () => {
  expect(thenWords({ kind: 'record_not_found', wants: ['full_record'], delivery: 'mail' })).toBe('Record not found, then copy by mail');
});
