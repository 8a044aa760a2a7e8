/** What finishing a case means as it stands, and that every outcome says what goes out. */
import { finishOf, OUTCOME_LETTERS } from '@/lib/cases/outcomes';
import { OUTCOMES } from '@/lib/cases/schema';
import type { CaseFacts, CaseState } from '@/lib/cases/types';

const cited = { rule: 'self_adult', citation: '45 CFR 164.524' };
const ready: CaseFacts = {
  kind: 'record_not_found',
  relation: 'self',
  documents: [{ kind: 'photo_id', review: 'accepted' }],
  authority: { verdict: 'may_have', because: 'rule', needs: [], cited },
  supervisorAllowed: false,
  linkedPatient: { name: 'Katarzyna Nowak' },
  candidates: 1,
  fields: [],
  unsaved: [],
  rehearsal: { finds: 'this_patient', failing: [] },
  doses: { asked: false, entered: 0, rowsWithProblems: 0 },
  wants: [],
  delivery: 'portal',
  release: null,
  dispatch: null,
  secondReview: { state: 'none', risks: [] },
};

test.each<[string, Partial<CaseFacts>, CaseState, ReturnType<typeof finishOf>]>([
  ['the portal finds them and no copy is owed', {}, 'in_progress', { kind: 'close', outcome: 'fixed' }],
  ['the record is corrected', { kind: 'record_correction', rehearsal: null }, 'in_progress', { kind: 'close', outcome: 'fixed' }],
  ['doses were added', { kind: 'missing_doses', rehearsal: null, documents: [{ kind: 'vaccination_proof', review: 'accepted' }], doses: { asked: true, entered: 2, rowsWithProblems: 0 } }, 'in_progress', { kind: 'close', outcome: 'doses_added' }],
  ['the copy waits for its envelope', { wants: ['full_record'], delivery: 'mail' }, 'ready_to_send', { kind: 'on_its_way' }],
  ['a second person has yet to decide', {}, 'needs_second_review', { kind: 'on_its_way' }],
  ['the requester owes us an answer', {}, 'waiting_on_requester', { kind: 'on_its_way' }],
  ['a copy is owed and not prepared', { wants: ['full_record'], delivery: 'mail' }, 'in_progress', { kind: 'lacks' }],
  ['nobody is linked', { linkedPatient: null }, 'in_progress', { kind: 'lacks' }],
  ['the portal still misses them', { rehearsal: { finds: 'nobody', failing: ['phone'] } }, 'in_progress', { kind: 'lacks' }],
  ['only a person can say how it ends', { kind: 'opt_out', rehearsal: null }, 'in_progress', { kind: 'choose' }],
])('when %s', (_, more, state, expected) => expect(finishOf({ ...ready, ...more }, state)).toEqual(expected));

test('every outcome says in a sentence what goes out', () => {
  for (const outcome of OUTCOMES) expect(OUTCOME_LETTERS[outcome].words).toMatch(/^(Nothing is sent|The cover letter|A notice|A letter).*\.$/);
});
