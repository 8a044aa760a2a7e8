import { addressLines, sourceProblems } from '@/lib/records/destinations';
import { asksSecond, authorityProblems, lastMileProblems, type Standing } from '@/lib/records/last-mile';
import { noticeRecipient } from '@/lib/dispatch/recipients';
import { batchCode, NOTICE_WORDS, recordsWords, stoppedWords } from '@/lib/dispatch/labels';
import { recordDigest } from '@/lib/records/digest';
import { authority } from '@/lib/policies/authority';
import { calendarDateOf } from '@/lib/platform/dates';
import { mateoRecord } from '../fixtures/paper';

const home = { line1: '88 Example Street', line2: 'Apt 3B', city: 'New Britain', state: 'CT', zip: '06051' };
const known = { onIds: ['88 EXAMPLE STREET APT 3B, NEW BRAINTAIN CT', '88 example street, apt. 3b, New Britain, CT 06051-2210'], onRecord: [{ ...home, line2: null }] };

test.each([
  ['the ID says it in other capitals and with ZIP+4', 'accepted_id', home, []],
  ['the ID has another apartment', 'accepted_id', { ...home, line2: 'Apt 3C' }, ['not_on_accepted_id']],
  ['the record has it without the apartment', 'on_record', home, ['not_on_record']],
  ['the record has it', 'on_record', { ...home, line2: undefined }, []],
  ['a submitted address claims nothing', 'submitted', { ...home, line1: '1 Elsewhere' }, []],
] as const)('an address is where its source says it is: %s', (_why, source, address, reasons) => {
  expect(sourceProblems(addressLines(address), source, known).map(({ reason }) => reason)).toEqual(reasons);
});

test('an address stands in the window in two or three lines', () => {
  expect(addressLines(home)).toEqual(['88 Example Street', 'Apt 3B', 'New Britain, CT 06051']);
  expect(addressLines({ ...home, line2: '' })).toEqual(['88 Example Street', 'New Britain, CT 06051']);
});

const today = calendarDateOf('2026-11-24');
const answer = (changes: Partial<Parameters<typeof authority>[0]> = {}) =>
  authority({ relation: 'self', subject: { birthOn: calendarDateOf('1990-04-02') }, requesterNamedOnRecord: false, documents: [{ kind: 'photo_id', facts: {} }], wanted: ['full_record'], today, ...changes });

const standing = (changes: Partial<Standing> = {}): Standing => ({ patientId: 'p', patientVersion: 3, authority: answer(), known: { onIds: ['88 Example Street Apt 3B New Britain CT 06051'], onRecord: [] }, sentLately: false, ...changes });
const prepared = { patientId: 'p', patientVersion: 3, needsSecond: false, addressSource: 'accepted_id', recipientName: 'Ana Rivera', addressLines: addressLines(home) } as const;

test.each([
  ['nothing changed', standing(), []],
  ['the case was unlinked', null, ['no_patient']],
  ['the case was linked to somebody else', standing({ patientId: 'q' }), ['patient_changed']],
  ['the record was corrected', standing({ patientVersion: 4 }), ['record_changed']],
  ['the ID was returned after all', standing({ authority: answer({ documents: [] }) }), ['photo_id_missing']],
  ['the patient opted out', standing({ authority: answer({ subject: { birthOn: calendarDateOf('1990-04-02'), flags: ['opted_out'] } }) }), ['opted_out']],
  ['the ID has another address now', standing({ known: { onIds: [], onRecord: [] } }), ['not_on_accepted_id']],
  ['another copy left meanwhile', standing({ sentLately: true }), ['second_person_now_needed']],
  ['the record was restricted', standing({ authority: answer({ subject: { birthOn: calendarDateOf('1990-04-02'), restricted: true } }) }), ['second_person_now_needed']],
] as const)('at the last mile: %s', (_why, now, reasons) => {
  expect(lastMileProblems(prepared, now).map(({ reason }) => reason)).toEqual(reasons);
});

const release = (facts: object) => ({ kind: 'release' as const, facts: { expiresOn: calendarDateOf('2027-01-31'), signedOn: calendarDateOf('2026-11-01'), records: ['full_record' as const], signedBy: 'subject' as const, ...facts } });
test.each([
  ['the receiver and the address that it names', { receiverName: 'ANA RIVERA', receiverAddress: '88 Example Street, Apt 3B, New Britain, CT 06051' }, []],
  ['a receiver without an address', { receiverName: 'Ana Rivera' }, []],
  ['another receiver', { receiverName: 'Brightside Care LLC' }, ['not_receiver_on_release']],
  ['another address', { receiverName: 'Ana Rivera', receiverAddress: '1 Foundry Way, Meriden, CT 06450' }, ['not_address_on_release']],
  ['nobody that was read', {}, ['not_receiver_on_release']],
])('a copy under a release goes where the release says: %s', (_why, facts, reasons) => {
  const under = standing({ authority: answer({ relation: 'employer', documents: [release(facts)] }) });
  expect(lastMileProblems(prepared, under).map(({ reason }) => reason)).toEqual(reasons);
});

test('mail for a participant of the confidentiality program goes to the address on record, never to one that was sent in', () => {
  const participant = answer({ subject: { birthOn: calendarDateOf('1990-04-02'), flags: ['address_confidentiality'] } });
  expect(lastMileProblems({ ...prepared, needsSecond: true }, standing({ authority: participant })).map(({ reason }) => reason)).toEqual(['program_address_only']);
});

test('a child that turned 18 between request and release stops the parent’s copy', () => {
  const ofParent = answer({ relation: 'parent', requesterNamedOnRecord: true, subject: { birthOn: calendarDateOf('2008-11-24') } });
  expect(authorityProblems(ofParent)).toEqual([{ field: 'authority', reason: 'may_not_have', detail: 'parent_of_adult' }]);
});

test.each([
  [false, standing(), 'accepted_id'],
  [true, standing(), 'submitted'],
  [true, standing({ sentLately: true }), 'accepted_id'],
] as const)('a second person is asked: %s', (asked, now, addressSource) => {
  expect(asksSecond(now, { addressSource })).toBe(asked);
});

test.each([
  [{ email: 'a@example.com', phone: '(860) 555-0134' }, { channel: 'email', recipient: 'a@example.com' }],
  [{ email: null, phone: '(860) 922-0134' }, { channel: 'phone', recipient: '+18609220134' }],
  [{ email: null, phone: '12' }, null],
  [{ email: null, phone: null }, null],
])('a word goes to the e-mail, else to the phone: %j', (contacts, to) => {
  expect(noticeRecipient(contacts)).toEqual(to);
});

test('a notice names the request and nothing about health', () => {
  for (const words of Object.values(NOTICE_WORDS.record_mailed)) {
    expect(words.text('S-7K4M-92QX')).toContain('S-7K4M-92QX');
    expect(`${words.subject} ${words.text('')}`).not.toMatch(/vaccin|vacun|inmuniz|immuniz|health|salud|record|covid/i);
    expect(words.subject).not.toContain('S-');
  }
});

test('the same facts give the same digest, whatever the number, the time and the order of doses', () => {
  const one = recordDigest('full_record', mateoRecord);
  expect(recordDigest('full_record', { ...mateoRecord, doses: [...mateoRecord.doses].reverse() }).equals(one)).toBe(true);
  expect(recordDigest('full_record', { ...mateoRecord, doses: mateoRecord.doses.slice(1) }).equals(one)).toBe(false);
  expect(recordDigest('covid_record', mateoRecord).equals(one)).toBe(false);
});

test('codes read as staff say them', () => {
  expect(batchCode(412, '2026-11-24')).toBe('B-26-0412');
  expect(recordsWords(['full_record', 'covid_record'])).toBe('Full record and COVID-19 record');
  expect(stoppedWords('opted_out')).toBe('The patient opted out');
  expect(stoppedWords('photo_id_expired')).toContain('documents');
});
