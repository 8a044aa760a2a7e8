/** Judging a document: what is kept, what the audit says, and who may not. */
import { mintWorker } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { reviewDocument } from '@/lib/documents/commands/reviews';
import { CHECKLISTS } from '@/lib/documents/checklists';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aMatchedCase, detailsOf, eventsOf } from '../support/patients';
import { signedIn, type CastName } from '../support/people';

withDatabase();

const TICKS = Object.fromEntries(CHECKLISTS.photo_id.map((item) => [item, true]));
const ACCEPTED = { decision: 'accepted', ticks: TICKS, reasons: [], facts: { expiresOn: '2029-03-05' } };
const RETURNED = { decision: 'returned', ticks: { ...TICKS, readable: false }, reasons: ['ID-02'], facts: {} };

/** A case in Dana's hands with one photo ID. */
async function held(wishes: Parameters<typeof aDocument>[1] = {}) {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana);
  return { dana, found, document: await aDocument(found, wishes) };
}
type Held = Awaited<ReturnType<typeof held>>;

const review = async ({ found, document }: Pick<Held, 'found' | 'document'>, body: object, who: CastName = 'dana', key: string | null = null) =>
  throughTheDoor(reviewDocument, await signedIn(who), { caseId: found.publicId, documentId: document.publicId, ...body }, key);
const reviewsOf = (documentId: string) => db().documentReview.findMany({ where: { documentId }, orderBy: { at: 'asc' } });

test('an accepted ID keeps each tick with who and when, and the audit what was judged', async () => {
  const case_ = await held();
  expect(await review(case_, ACCEPTED)).toEqual({ ok: true, value: { decision: 'accepted' } });
  const [kept] = await reviewsOf(case_.document.id);
  expect(kept).toMatchObject({ decision: 'accepted', ticks: TICKS, reasons: [], facts: { expiresOn: '2029-03-05' }, byId: case_.dana.staffId, caseId: case_.found.id, supersededAt: null });
  expect(await detailsOf(case_.found.id, 'document.reviewed')).toEqual({ kind: 'photo_id', decision: 'accepted', ticks: TICKS, reasons: [] });
});

test('a returned ID keeps its coded reasons', async () => {
  const case_ = await held();
  expect(await review(case_, RETURNED)).toEqual({ ok: true, value: { decision: 'returned' } });
  expect(await reviewsOf(case_.document.id)).toMatchObject([{ decision: 'returned', reasons: ['ID-02'] }]);
});

test('a second judgement supersedes the first, and both stay', async () => {
  const case_ = await held();
  await review(case_, RETURNED);
  await review(case_, ACCEPTED);
  const kept = await reviewsOf(case_.document.id);
  expect(kept.map(({ decision, supersededAt }) => [decision, supersededAt === null])).toEqual([['returned', false], ['accepted', true]]);
  expect((await eventsOf(case_.found.id)).filter((event) => event === 'document.reviewed')).toHaveLength(2);
});

test('a parent’s own ID is accepted without their date of birth', async () => {
  const case_ = await held();
  const { birth_date_agrees: _, ...ticks } = TICKS;
  expect(await review(case_, { ...ACCEPTED, ticks })).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'ticks.birth_date_agrees', reason: 'tick_missing' }] });
  expect(await review(case_, { ...ACCEPTED, ticks, facts: { holder: 'requester' } })).toMatchObject({ ok: true });
});

test.each([
  ['a missing tick', { ...ACCEPTED, ticks: {} }, 'invalid'],
  ['an ID that ended long ago', { ...ACCEPTED, facts: { expiresOn: '2020-01-01' } }, 'invalid'],
  ['a return without a reason', { ...RETURNED, reasons: [] }, 'invalid'],
  ['a reason of another kind', { ...RETURNED, reasons: ['BC-01'] }, 'invalid'],
  ['a fact that is none', { ...ACCEPTED, facts: { holder: 'neighbour' } }, 'invalid'],
  ['a field that nobody asked for', { ...ACCEPTED, byId: 'somebody' }, 'invalid'],
  ['a decision that is none', { ...ACCEPTED, decision: 'perhaps' }, 'invalid'],
])('%s is refused, nothing is kept, and the attempt is in the audit', async (_, body, reason) => {
  const case_ = await held();
  expect(await review(case_, body)).toMatchObject({ ok: false, reason });
  expect(await reviewsOf(case_.document.id)).toEqual([]);
  const refused = await db().auditEvent.findFirstOrThrow({ where: { event: 'command.refused', staffId: case_.dana.staffId }, orderBy: { id: 'desc' } });
  expect(refused.details).toMatchObject({ command: 'document.review', reason });
});

test.each([
  ['still being checked', { state: 'checking' }, 'not_ready'],
  ['refused by the scanner', { state: 'refused' }, 'not_ready'],
  ['taken back by its sender', { removed: true }, 'not_claimed'],
] as const)('a file %s cannot be judged', async (_, wishes, reason) => {
  const case_ = await held(wishes);
  expect(await review(case_, ACCEPTED)).toMatchObject({ ok: false, reason });
  expect(await reviewsOf(case_.document.id)).toEqual([]);
});

test('a colleague’s case, a foreign document and an id that is none are not there', async () => {
  const [mine, other] = [await held(), await held()];
  expect(await review(mine, ACCEPTED, 'kofi')).toMatchObject({ ok: false, reason: 'not_claimed' });
  expect(await review({ found: mine.found, document: other.document }, ACCEPTED)).toMatchObject({ ok: false, reason: 'not_claimed' });
  expect(await review(mine, { ...ACCEPTED, documentId: 'A'.repeat(22) })).toMatchObject({ ok: false, reason: 'not_claimed' });
  expect(await review(mine, { ...ACCEPTED, documentId: "' OR 1=1 --" })).toMatchObject({ ok: false, reason: 'invalid' });
  expect([...(await reviewsOf(mine.document.id)), ...(await reviewsOf(other.document.id))]).toEqual([]);
});

test('a case that is closed takes no more judgements', async () => {
  const case_ = await held();
  await db().case.update({ where: { id: case_.found.id }, data: { state: 'closed' } });
  expect(await review(case_, ACCEPTED)).toMatchObject({ ok: false, reason: 'not_claimed' });
});

test.each(['lena', 'omar', 'vera'] as const)('%s, whose work it is not, is forbidden', async (who) => {
  const case_ = await held();
  expect(await review(case_, ACCEPTED, who)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await reviewsOf(case_.document.id)).toEqual([]);
});

test('nor does the worker judge', async () => {
  const { found, document } = await held();
  expect(await throughTheDoor(reviewDocument, mintWorker('test'), { caseId: found.publicId, documentId: document.publicId, ...ACCEPTED }, null)).toMatchObject({ ok: false, reason: 'forbidden' });
});

test('a judgement sent twice under one key is one; the key with another body is refused', async () => {
  const case_ = await held();
  const key = 'review-once-0000000001';
  const [first, again] = [await review(case_, ACCEPTED, 'dana', key), await review(case_, ACCEPTED, 'dana', key)];
  expect(again).toEqual(first);
  expect(await review(case_, RETURNED, 'dana', key)).toMatchObject({ ok: false, reason: 'key_reused' });
  expect(await reviewsOf(case_.document.id)).toHaveLength(1);
});
