/** What came in: every kind, every state, and only what people could really have sent. */
import { OUTCOMES } from '@/lib/cases/schema';
import { CHECKLISTS } from '@/lib/documents/checklists';
import { evidenceFactsSchema } from '@/lib/documents/evidence';
import { reasonFits } from '@/lib/documents/reasons';
import { officeDate } from '@/lib/platform/dates';
import { CASE_KINDS } from '@/lib/policies/case-kinds';
import { parseControlNumber } from '@/lib/records/control-number';
import { asOnRecord } from '@/prisma/seed/cast/defects';
import { people } from '@/prisma/seed/cast/people';
import { STAFF } from '@/prisma/seed/cast/staff';
import { submissions } from '@/prisma/seed/cast/submissions';

const NOW = new Date('2026-11-24T15:48:00Z');
const CAST = people(7, officeDate(NOW));
const SENT = submissions(7, NOW, CAST);
const STATES = ['new', 'in_progress', 'waiting_on_requester', 'waiting_on_provider', 'waiting_on_registry', 'on_hold', 'needs_second_review', 'ready_to_send', 'closed'] as const;
const hours = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000;

it('are 120, the same for a seed and a moment', () => {
  expect(SENT).toHaveLength(120);
  expect(new Set(SENT.map(({ key }) => key)).size).toBe(120);
  expect(submissions(7, NOW, CAST)).toEqual(SENT);
});

it.each(CASE_KINDS)('include some of kind %s', (kind) => expect(SENT.some((one) => one.kind === kind)).toBe(true));
it.each(STATES)('include some in state %s', (state) => expect(SENT.some(({ progress }) => progress.state === state)).toBe(true));
it.each(OUTCOMES)('include some that ended as %s', (outcome) => expect(SENT.some(({ progress }) => progress.outcome === outcome && progress.state === 'closed')).toBe(true));
it.each(['form', 'mail', 'fax', 'phone'] as const)('include some by %s', (channel) => expect(SENT.some((one) => one.channel === channel)).toBe(true));

it.each(['2026-11-24T15:48:00Z', '2026-11-28T20:00:00Z', '2027-01-04T05:30:00Z', '2027-03-14T07:30:00Z'])('came in during the three weeks before %s, and each step after the one before', (text) => {
  const now = new Date(text);
  for (const { receivedAt, progress, key } of submissions(3, now, people(3, officeDate(now)))) {
    const [claimedAt, closedAt] = [progress.claimedAt ?? receivedAt, progress.closedAt ?? progress.claimedAt ?? receivedAt];
    expect([key, hours(receivedAt, now) > 0, hours(receivedAt, now) < 26 * 24]).toEqual([key, true, true]);
    expect([key, claimedAt >= receivedAt, closedAt >= claimedAt, closedAt < now, (progress.wait?.fromAt ?? receivedAt) < now]).toEqual([key, true, true, true, true]);
  }
});

it('carry a reference that the form could have given out, each its own', () => {
  for (const { reference } of SENT) expect(parseControlNumber(reference.slice(2))).toBe(reference.slice(2));
  expect(new Set(SENT.map(({ reference }) => reference)).size).toBe(120);
});

it('are about people of the cast or about nobody in it', () => {
  const keys = new Set(CAST.map(({ key }) => key));
  for (const { patientKey } of SENT.flatMap(({ subjects }) => subjects)) expect(patientKey === null || keys.has(patientKey)).toBe(true);
});

it('differ from the record wherever a defect says so, and not where the case was fixed', () => {
  const told = SENT.filter(({ progress }) => progress.outcome !== 'duplicate').flatMap(({ progress, subjects }) => subjects.filter(({ defect }) => defect !== null).map((subject) => ({ subject, fixed: progress.outcome === 'fixed' })));
  expect(told.length).toBeGreaterThan(50);
  for (const { subject, fixed } of told) {
    const patient = CAST.find(({ key }) => key === subject.patientKey);
    const record = patient === undefined ? null : { ...asOnRecord(patient), defect: subject.defect };
    expect([subject.family, JSON.stringify(subject) === JSON.stringify(record)]).toEqual([subject.family, fixed]);
  }
});

it('say of every fixed case what was mended', () => {
  for (const { progress, kind } of SENT.filter((one) => one.progress.outcome === 'fixed' && one.kind !== 'opt_out')) {
    expect([kind, progress.corrections.length > 0]).toEqual([kind, true]);
    for (const { before, after } of progress.corrections) expect(before).not.toBe(after);
  }
});

it('name the earlier request when they repeat one', () => {
  const repeated = SENT.filter(({ progress }) => progress.outcome === 'duplicate');
  expect(repeated).toHaveLength(2);
  for (const { progress, subjects, receivedAt } of repeated) {
    const earlier = SENT.find(({ key }) => key === progress.duplicateOf);
    expect(earlier?.subjects[0]).toEqual(subjects[0]);
    expect((earlier?.receivedAt ?? NOW) < receivedAt).toBe(true);
  }
});

it('carry documents of known kinds, sent back only for reasons of their kind', () => {
  const documents = SENT.flatMap((one) => one.documents);
  expect(documents.length).toBeGreaterThan(180);
  for (const { kind, review, facts } of documents) {
    expect(Object.keys(CHECKLISTS)).toContain(kind);
    expect(evidenceFactsSchema.safeParse(facts).success).toBe(true);
    for (const reason of review?.reasons ?? []) expect([reason, reasonFits(reason, kind)]).toEqual([reason, true]);
    expect(review?.decision === 'returned').toBe((review?.reasons ?? []).length > 0);
  }
});

it('come without paper only by telephone, from robots, and where there was nothing to show', () => {
  const bare = SENT.filter(({ documents }) => documents.length === 0);
  for (const { channel, progress, kind } of bare) expect(channel === 'phone' || progress.outcome === 'spam' || progress.outcome === 'duplicate' || kind === 'other').toBe(true);
});

it('are worked on by people who speak their language', () => {
  for (const { language, progress } of SENT) {
    const member = STAFF.find(({ key }) => key === progress.staffKey);
    expect(progress.state === 'new').toBe(progress.staffKey === null);
    if (member !== undefined && language === 'es' && !['terrence-boykin', 'ruth-abelson'].includes(member.key)) expect(member.languages).toContain('es');
  }
});

it('bring Katarzyna Nowak-Bell as the screens show her', () => {
  const hers = SENT.find(({ key }) => key === 'katarzyna');
  expect(hers).toMatchObject({ caseNumber: 2041, kind: 'record_not_found', email: 'k.nowakbell@example.com', phone: '(860) 555-0134', deadline: { on: '2026-12-02', reason: 'College' }, progress: { state: 'in_progress', staffKey: 'dana-whitfield' } });
  expect(hers?.subjects).toMatchObject([{ family: 'Nowak-Bell', birthOn: '1994-03-05', address: { line1: '27 Larkspur Ln', zip: '06514' }, patientKey: 'katarzyna-nowak' }]);
  expect(hers?.documents.map(({ specimen }) => specimen.kind)).toEqual(['license_front', 'license_back', 'covid_card']);
});
