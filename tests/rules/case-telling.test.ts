import { letterTo, tellingOf, toldWords, type Telling } from '@/lib/cases/telling';
import { OUTCOMES, type CaseOutcome } from '@/lib/cases/schema';
import { OUTCOME_LETTERS } from '@/lib/cases/outcomes';
import { LETTER_OUTCOMES } from '@/lib/letters/types';

const REACHED = { canNotify: true, canMail: true, copySent: false };
const quiet: Telling = { letter: null, notice: null };

test.each<[CaseOutcome, Partial<typeof REACHED>, Telling]>([
  ['fixed', {}, { letter: null, notice: 'portal_ready' }],
  ['fixed', { canNotify: false }, { letter: 'fixed', notice: null }],
  ['fixed', { copySent: true }, quiet],
  ['doses_added', {}, { letter: null, notice: 'record_updated' }],
  ['doses_added', { canNotify: false, canMail: false }, quiet],
  ['referred_elsewhere', {}, { letter: 'referred_elsewhere', notice: 'letter_coming' }],
  ['no_connecticut_record', { canMail: false }, { letter: null, notice: 'call_us' }],
  ['refused', {}, { letter: 'refused', notice: 'letter_coming' }],
  ['refused', { canNotify: false }, { letter: 'refused', notice: null }],
  ['unanswered', {}, { letter: 'unanswered', notice: 'letter_coming' }],
  ['copy_sent', {}, quiet],
  ['cannot_use_portal', {}, quiet],
  ['withdrawn', {}, quiet],
  ['duplicate', {}, quiet],
  ['spam', {}, quiet],
  ['suspected_false', {}, quiet],
])('%s with %j tells so', (outcome, ways, telling) => {
  expect(tellingOf(outcome, { ...REACHED, ...ways })).toEqual(telling);
});

test('whatever says that nothing is sent sends nothing, and every other ending has its word', () => {
  const silent = OUTCOMES.filter((outcome) => OUTCOME_LETTERS[outcome].sends === 'nothing');
  expect(silent).toEqual(['withdrawn', 'duplicate', 'spam', 'suspected_false']);
  expect(OUTCOMES.filter((outcome) => !silent.includes(outcome) && !(LETTER_OUTCOMES as readonly string[]).includes(outcome))).toEqual(['copy_sent', 'cannot_use_portal']);
});

const nowhere = { mailName: null, mailLine1: null, mailLine2: null, mailCity: null, mailState: null, mailZip: null };
const at = { line1: '27 Larkspur Ln', line2: null, city: 'Hamden', state: 'CT', zip: '06514' };
const asked = (relation: string, mail: object = {}) => ({ submission: { relation, requesterGiven: 'Ana', requesterFamily: 'Rivera', ...nowhere, ...mail }, subject: at });

test('a letter goes where they wanted their mail, else to the one who asked for themselves, and never to a child’s address', () => {
  const mail = { mailName: 'A. Rivera', mailLine1: '88 Example Street', mailCity: 'New Britain', mailState: 'CT', mailZip: '06051' };
  expect(letterTo(asked('parent', mail))).toEqual({ recipientName: 'A. Rivera', addressLines: ['88 Example Street', 'New Britain, CT 06051'] });
  expect(letterTo(asked('self'))).toEqual({ recipientName: 'Ana Rivera', addressLines: ['27 Larkspur Ln', 'Hamden, CT 06514'] });
  expect(letterTo(asked('parent'))).toBeNull();
  expect(letterTo(asked('self', { mailName: 'A'.repeat(90), mailLine1: '1', mailCity: 'B', mailState: 'CT', mailZip: '06051' }))).toBeNull();
});

test.each<[CaseOutcome, Parameters<typeof toldWords>[1], string | null]>([
  ['refused', { notice: { channel: 'email', state: 'sent' }, letter: { code: 'M-26-0093420', state: 'queued' } }, 'A notice by e-mail was sent. The letter M-26-0093420 waits for the printer.'],
  ['fixed', { notice: { channel: 'phone', state: 'failed' }, letter: null }, 'A notice by text could not be sent.'],
  ['unanswered', { notice: null, letter: null }, 'Nobody was told: there is no e-mail, phone or address to use. Call them if you can.'],
  ['spam', { notice: null, letter: null }, null],
])('a closed case says what was told: %s %j', (outcome, told, words) => {
  expect(toldWords(outcome, told)).toBe(words);
});
