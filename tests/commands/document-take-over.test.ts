/** One accepted ID of a parent serves the cases of their children: taken over by a person, from a sibling's case, for the days of the policy. */
import { mintWorker } from '@/lib/access/actor';
import { findCaseByNumber, siblingsOf } from '@/lib/cases/queries/case';
import { throughTheDoor } from '@/lib/command';
import { claimCase } from '@/lib/cases/commands/claims';
import { openCase } from '@/lib/cases/commands/openings';
import { CHECKLISTS } from '@/lib/documents/checklists';
import { reviewDocument, takeOverReview } from '@/lib/documents/commands/reviews';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { aSubmission } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aPatient, detailsOf } from '../support/patients';
import { signedIn, type CastName } from '../support/people';

withDatabase();
afterEach(() => freezeClock(TEST_HOUR));

const { birth_date_agrees: _, ...TICKS } = Object.fromEntries(CHECKLISTS.photo_id.map((item) => [item, true]));
const HERS = { holder: 'requester', expiresOn: '2027-03-05' };

/** Two children of one request, both cases in Dana's hands, and the parent's ID. */
async function family(kind = 'photo_id') {
  const dana = await signedIn('dana');
  const sent = await aSubmission({ given: 'Mateo' });
  await db().submissionSubject.create({ data: { submissionId: sent.id, position: 2, given: 'Lucía', family: 'Rivera', birthOn: '2019-06-09' } });
  await throughTheDoor(openCase, mintWorker('test'), { submissionId: sent.id }, null);
  const [first, second] = await db().case.findMany({ where: { submissionId: sent.id }, orderBy: { number: 'asc' } });
  if (first === undefined || second === undefined) throw new Error('no two cases');
  for (const { publicId } of [first, second]) await throughTheDoor(claimCase, dana, { caseId: publicId }, null);
  return { dana, first, second, document: await aDocument({ submissionId: sent.id }, { kind }) };
}
type Family = Awaited<ReturnType<typeof family>>;

const judge = async ({ dana, first, document }: Family, body: object = {}) => {
  const outcome = await throughTheDoor(reviewDocument, dana, { caseId: first.publicId, documentId: document.publicId, decision: 'accepted', ticks: TICKS, reasons: [], facts: HERS, ...body }, null);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
};
const takeOver = async ({ second, document }: Pick<Family, 'second' | 'document'>, who: CastName = 'dana', key: string | null = null) =>
  throughTheDoor(takeOverReview, await signedIn(who), { caseId: second.publicId, documentId: document.publicId }, key);
const reviewsOf = (caseId: string) => db().documentReview.findMany({ where: { caseId }, orderBy: { at: 'asc' } });
const later = (days: number) => freezeClock(new Date(TEST_HOUR.getTime() + days * 86_400_000));

test('the acceptance stands in the sibling’s case, by whom and when it was taken over, and the audit says from where', async () => {
  const home = await family();
  await judge(home);
  expect(await takeOver(home)).toEqual({ ok: true, value: { fromCase: home.first.number } });
  expect(await reviewsOf(home.second.id)).toMatchObject([{ decision: 'accepted', ticks: TICKS, reasons: [], facts: HERS, byId: home.dana.staffId, supersededAt: null }]);
  expect(await reviewsOf(home.first.id)).toHaveLength(1);
  expect(await detailsOf(home.second.id, 'document.taken_over')).toEqual({ kind: 'photo_id', fromCase: home.first.number, acceptedBy: 'Dana Whitfield', acceptedAt: TEST_HOUR.toISOString() });
});

test.each([
  ['the child’s own ID', { ticks: { ...TICKS, birth_date_agrees: true }, facts: { holder: 'subject' } }],
  ['an ID of nobody said whose', { ticks: { ...TICKS, birth_date_agrees: true }, facts: {} }],
  ['a returned ID', { decision: 'returned', reasons: ['ID-02'] }],
])('%s serves nobody else', async (__, body) => {
  const home = await family();
  await judge(home, body);
  expect(await takeOver(home)).toMatchObject({ ok: false, reason: 'nothing_to_take_over' });
  expect(await reviewsOf(home.second.id)).toEqual([]);
});

test('nor does a birth certificate: it names one child', async () => {
  const home = await family('birth_certificate');
  await judge(home, { ticks: Object.fromEntries(CHECKLISTS.birth_certificate.map((item) => [item, true])) });
  expect(await takeOver(home)).toMatchObject({ ok: false, reason: 'nothing_to_take_over' });
});

test('an acceptance that was superseded is none', async () => {
  const home = await family();
  await judge(home);
  await judge(home, { decision: 'returned', reasons: ['ID-02'] });
  expect(await takeOver(home)).toMatchObject({ ok: false, reason: 'nothing_to_take_over' });
});

test('it serves for 90 days and not for 91', async () => {
  const [kept, over] = [await family(), await family()];
  for (const home of [kept, over]) await judge(home);
  later(90);
  expect(await takeOver(kept)).toMatchObject({ ok: true });
  later(91);
  expect(await takeOver(over)).toMatchObject({ ok: false, reason: 'nothing_to_take_over' });
});

test('an ID that has ended since is judged anew', async () => {
  const home = await family();
  await judge(home, { facts: { ...HERS, expiresOn: '2026-11-25' } });
  later(80);
  expect(await takeOver(home)).toMatchObject({ ok: false, reason: 'no_longer_acceptable', problems: [{ field: 'facts.expiresOn', reason: 'expired' }] });
  expect(await reviewsOf(home.second.id)).toEqual([]);
});

test('another family’s ID, a colleague’s case and a closed one are out of reach', async () => {
  const [home, others] = [await family(), await family()];
  await judge(others);
  expect(await takeOver({ second: home.second, document: others.document })).toMatchObject({ ok: false, reason: 'not_claimed' });
  expect(await takeOver(others, 'kofi')).toMatchObject({ ok: false, reason: 'not_claimed' });
  await db().case.update({ where: { id: others.second.id }, data: { state: 'closed' } });
  expect(await takeOver(others)).toMatchObject({ ok: false, reason: 'not_claimed' });
});

test.each(['lena', 'omar', 'vera'] as const)('%s is forbidden', async (who) => {
  const home = await family();
  await judge(home);
  expect(await takeOver(home, who)).toMatchObject({ ok: false, reason: 'forbidden' });
});

test('pressed twice under one key, it is taken over once', async () => {
  const home = await family();
  await judge(home);
  const first = await takeOver(home, 'dana', 'take-over-once-00001');
  expect(await takeOver(home, 'dana', 'take-over-once-00001')).toEqual(first);
  expect(await reviewsOf(home.second.id)).toHaveLength(1);
});

test('each case of one request names its siblings; a restricted one only to whoever opened it', async () => {
  const { dana, first, second } = await family();
  const seen = async (number: number) => {
    const found = await findCaseByNumber(dana, number, 'identity');
    if (found === null) throw new Error('no such case');
    return siblingsOf(dana, found);
  };
  expect(await seen(first.number)).toEqual([{ number: second.number, name: 'Lucía Rivera', state: 'in_progress' }]);
  expect(await seen(second.number)).toEqual([{ number: first.number, name: 'Mateo Rivera', state: 'in_progress' }]);
  const hidden = await aPatient({ family: 'Rivera' });
  await db().patient.update({ where: { id: hidden.id }, data: { restriction: 'sealed_adoption' } });
  await db().case.update({ where: { id: second.id }, data: { patientId: hidden.id } });
  expect(await seen(first.number)).toEqual([{ number: second.number, name: 'Name not shown', state: 'in_progress' }]);
  expect(await seen(second.number)).toEqual([]);
});
