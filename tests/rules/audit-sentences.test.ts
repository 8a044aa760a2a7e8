import { auditEvents, type AuditEventName } from '@/lib/audit/events';
import { sentenceOf } from '@/lib/audit/labels';

const SAMPLE: Record<string, unknown> = {
  fromCase: 2041,
  acceptedBy: 'Dana Whitfield',
  acceptedAt: '2026-11-24T15:48:00.000Z',
  reason: 'A reason', command: 'case.note', subject: { case: 'x' }, reference: 'S-1', kind: 'photo_id', subjects: 1, documents: 2, number: 2041, dueAt: null, candidates: [{ patient: 'p', band: 'likely' }],
  how: 'next', from: null, state: 'on_hold', note: 'n', registryNumber: 8841207, band: 'likely', setAside: ['first name different'], outcome: 'copy_sent', risks: ['r'], decision: 'accepted', pages: 1, scan: 'clean', setback: 'scanner_away', tries: 1, files: 2,
  ticks: { readable: true }, reasons: ['ID-02'], changes: [{ field: 'family', before: 'Nowak', after: 'Nowak-Bell' }], evidence: null, dose: 'd', cvx: '03', givenOn: '2023-02-20', source: '01', acceptedReasons: [],
  records: ['full_record'], channel: 'mail', addressSource: 'accepted_id', needsSecond: false, rule: 'A1', dispatch: 'M-26-0093001', controlNumber: '7K4M-92QX-3TFW', doseCount: 3, batch: 1, dispatches: ['M-1'], envelopes: 1,
  code: 'M-26-0093001', template: 'copy_sent', view: 'all', shown: ['C-2041'], step: 'match', found: 'finds_them', page: 1, part: 'doses', shape: ['date of birth'], purpose: 'print_batch', filters: [],
  cause: 'closure_added', onDate: '2026-12-02', on: '2026-12-02', name: 'Governor’s order', citation: 'Executive Order 26-4', revived: false, proven: true, proof: 'letter from hospital', seen: 500, moved: 12, finished: true,
  kinds: ['photo_id'], language: 'es', formNumber: 'RC-108 26-041',
  covers: 'ssn', codes: ['licence'], likenesses: 1,
  opening: 'o', of: 'Dana Whitfield', finding: 'justified', words: 'W', minutes: 60,
  person: 'p', session: 's', roles: ['processor'], sessionsEnded: 2, count: 10,
  to: 'staff', action: 'put_back', done: ['C-2041'], left: ['C-2042 not_claimed'], query: 'language=es', shared: true, forReview: false, format: 'csv', entries: 3, sha256: '0123456789abcdef', head: 4, question: 'Which of the twins?', answer: 'The elder', into: 2041, joined: 2055, other: 2055,
};
/** Fields of one name that two events spell with different types. */
const OWN: Partial<Record<AuditEventName, Record<string, unknown>>> = {
  'audit.viewed': { shown: 3 },
  'case.answer_taken': { moved: 'resumed' },
  'audit.searched': { found: false },
  'staff.joined': { how: 'link' },
  'staff.roles_changed': { from: 'administrator' },
  'staff.recovery_code_used': { left: 3 },
  'case.unjoined': { from: 2041 },
  'approval.requested': { subject: 'correction' },
  'approval.decided': { subject: 'correction', decision: 'approved' },
};

test.each(Object.keys(auditEvents) as AuditEventName[])('%s reads as a sentence', (event) => {
  const shape = Object.keys(auditEvents[event].shape);
  const details = Object.fromEntries(shape.map((field) => [field, OWN[event]?.[field] ?? SAMPLE[field]]));
  const read = auditEvents[event].parse(details);
  expect(sentenceOf(event, read as never).words).toMatch(/^[a-z].*[.”]$/);
});

const said = (event: AuditEventName, details: object): string => sentenceOf(event, details as never).words;

test.each<[AuditEventName, object, string]>([
  ['document.made_safe', { pages: 1, scan: 'clean' }, 'made a document safe: 1 page, clean.'],
  ['document.made_safe', { pages: 4, scan: 'clean' }, 'made a document safe: 4 pages, clean.'],
  ['document.reviewed', { kind: 'photo_id', decision: 'accepted', ticks: { readable: true, not_expired: false }, reasons: [] }, 'accepted the photo ID: 1 check.'],
  ['document.taken_over', { kind: 'agency_id', fromCase: 2041 }, 'took over the agency ID accepted in C-2041.'],
  ['submission.received', { reference: 'S-1', documents: 0 }, 'received submission S-1 with 0 documents.'],
  ['case.matched', { candidates: [{}] }, 'found 1 possible patient.'],
  ['promise.recounted', { on: '2026-12-02', seen: 1, moved: 0 }, 'looked at 1 open promise for 12/02/2026: 0 moved.'],
  ['notice.sent', { channel: 'email' }, 'sent a notice by e-mail.'],
  ['case.viewed', { step: 'correct' }, 'looked at the case: step Correct.'],
  ['case.viewed', { step: 'history' }, 'looked at the case: what happened.'],
  ['audit.viewed', { shown: 1 }, 'looked at 1 entry of the audit.'],
  ['audit.month_missing', { entries: 2 }, 'found 2 entries in no month of the audit: none had been made ahead.'],
  ['staff.recovery_code_used', { left: 1 }, 'used a recovery code; 1 is left.'],
])('%s counts and spells as a colleague would: %j', (event, details, words) => {
  expect(said(event, details)).toBe(words);
});
