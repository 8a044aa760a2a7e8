/** What is kept no longer than it must be: the list, the supervisor's word, the objects gone and the fact that stays. */
import { mintWorker } from '@/lib/access/actor';
import { suspectDocument } from '@/lib/documents/commands/suspicions';
import { approveDestruction, destroyDocument, listForDestruction, spareDocument } from '@/lib/documents/retention/commands';
import { viewDestruction } from '@/lib/documents/retention/queries';
import { throughTheDoor } from '@/lib/command';
import { freezeClock, now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aMatchedCase, detailsOf } from '../support/patients';
import { signedIn } from '../support/people';

const database = withDatabase('staff', null);
const worker = mintWorker('test');
const at = (text: string): void => freezeClock(new Date(`${text}-05:00`));
beforeEach(() => at('2026-12-01T10:00:00'));
afterEach(async () => {
  await database.as('superuser');
  await db().$executeRaw`DELETE FROM destruction_items`;
  await db().$executeRaw`DELETE FROM destruction_lists`;
  await db().$executeRaw`UPDATE documents SET removed_at = now(), submission_id = NULL`;
  await database.as('staff');
});

/** A case that ended on a day, with a paper. */
async function ended(on: string, kind = 'photo_id') {
  const found = await aCase();
  const document = await aDocument(found, { kind });
  await db().case.update({ where: { id: found.id }, data: { state: 'closed', closedAt: new Date(`${on}T17:00:00Z`) } });
  return { found, document };
}
const list = () => database.as('worker').then(() => throughTheDoor(listForDestruction, worker, {}, null)).finally(() => database.as('staff'));
const openList = () => db().destructionList.findFirstOrThrow({ where: { approvedAt: null }, include: { items: true } });
/** Both factors given a moment ago, or not at all. */
async function proven(who: 'ruth' | 'dana', provedAt: Date | null = now()) {
  const actor = await signedIn(who);
  await db().staffSession.update({ where: { id: actor.sessionId }, data: { provedAt } });
  return actor;
}
const ruth = () => proven('ruth');
const approve = async (changes: object = {}, who = ruth()) => {
  const open = await openList();
  return throughTheDoor(approveDestruction, await who, { listId: open.publicId, formNumber: 'RC-108 26-041', documents: open.items.filter(({ sparedAt }) => sparedAt === null).length, ...changes }, null);
};

test.each([
  ['an ID, 90 days after its case ended', 'photo_id', '2026-09-01', true],
  ['an ID on its last day', 'photo_id', '2026-09-02', false],
  ['a guardianship within six years', 'guardianship', '2021-01-01', false],
  ['a guardianship after six years', 'guardianship', '2020-11-01', true],
])('the list names what is due: %s', async (_, kind, endedOn, due) => {
  const { document } = await ended(endedOn, kind);
  expect(await list()).toMatchObject(due ? { ok: true, value: { documents: 1 } } : { ok: false, reason: 'nothing_due' });
  if (due) expect((await openList()).items).toMatchObject([{ documentId: document.id }]);
});

test('a paper of a case that is open, or joined into one that is, is not due; a second list waits for the first', async () => {
  const open = await aCase();
  const joined = await ended('2026-01-01');
  await db().caseJoin.create({ data: { caseId: joined.found.id, intoId: open.id, stateBefore: 'in_progress', reason: 'same need', byId: (await signedIn('dana')).staffId, at: now() } });
  expect(await list()).toMatchObject({ reason: 'nothing_due' });
  await ended('2026-01-02');
  expect(await list()).toMatchObject({ ok: true, value: { documents: 1 } });
  expect(await list()).toMatchObject({ reason: 'list_open' });
});

test('a supervisor approves under the form’s number; the fact stays with the list and the form', async () => {
  const { document } = await ended('2026-01-01');
  await list();
  expect((await viewDestruction(await signedIn('ruth'))).open?.lines).toMatchObject([{ kind: 'Photo ID', rule: 'Image of an ID', keptUntil: '04/01/2026', spared: null }]);
  expect(await approve()).toMatchObject({ ok: true });
  const [item] = await db().destructionItem.findMany({ where: { documentId: document.id } });
  await database.as('worker');
  expect(await throughTheDoor(destroyDocument, worker, { itemId: item?.id }, null)).toEqual({ ok: true, value: { destroyed: true } });
  expect(await throughTheDoor(destroyDocument, worker, { itemId: item?.id }, null)).toMatchObject({ reason: 'already_destroyed' });
  await database.as('staff');
  expect(await db().document.findUnique({ where: { id: document.id } })).toMatchObject({ destroyedAt: now(), originalKey: null, kind: 'photo_id', sha256: document.sha256 });
  expect((await db().auditEvent.findFirstOrThrow({ where: { event: 'document.destroyed', documentId: document.id } })).details).toMatchObject({ kind: 'photo_id', formNumber: 'RC-108 26-041' });
});

test('nothing is destroyed before the word, nor what was spared, by the worker or past it', async () => {
  const { document } = await ended('2026-01-01');
  await ended('2026-01-02');
  await list();
  const items = (await openList()).items;
  const item = items.find(({ documentId }) => documentId === document.id);
  await database.as('worker');
  expect(await throughTheDoor(destroyDocument, worker, { itemId: item?.id }, null)).toMatchObject({ reason: 'not_approved' });
  await expect(db().document.update({ where: { id: document.id }, data: { destroyedAt: now() } })).rejects.toThrow(/no approved list/);
  await database.as('staff');
  expect(await throughTheDoor(spareDocument, await signedIn('ruth'), { itemId: item?.publicId, reason: 'A complaint is open' }, null)).toMatchObject({ ok: true });
  expect(await approve({ documents: 2 })).toMatchObject({ reason: 'list_changed' });
  expect(await approve()).toMatchObject({ ok: true });
  await database.as('worker');
  expect(await throughTheDoor(destroyDocument, worker, { itemId: item?.id }, null)).toMatchObject({ reason: 'not_approved' });
  await database.as('staff');
  expect(await throughTheDoor(spareDocument, await signedIn('ruth'), { itemId: items.find((one) => one !== item)?.publicId, reason: 'Too late' }, null)).toMatchObject({ reason: 'approved_already' });
});

test.each([
  ['a processor', () => proven('dana'), {}, 'forbidden'],
  ['a supervisor who has not confirmed that it is them', () => proven('ruth', null), {}, 'step_up_needed'],
  ['a form without a number', ruth, { formNumber: ' ' }, 'invalid'],
])('is not approved by %s', async (_, who, changes, reason) => {
  await ended('2026-01-01');
  await list();
  expect(await approve(changes, who())).toMatchObject({ ok: false, reason });
  expect(await db().destructionList.count({ where: { approvedAt: null } })).toBe(1);
});

test('a supervisor says that a paper may be false: kept, in the audit, and the judgement before superseded; nobody else may', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana);
  const document = await aDocument(found);
  const body = { caseId: found.publicId, documentId: document.publicId, reason: 'The seal is printed' };
  expect(await throughTheDoor(suspectDocument, dana, body, null)).toMatchObject({ reason: 'forbidden' });
  await db().documentReview.create({ data: { documentId: document.id, caseId: found.id, decision: 'accepted', ticks: {}, reasons: [], facts: {}, byId: dana.staffId, at: now() } });
  expect(await throughTheDoor(suspectDocument, await signedIn('ruth'), body, null)).toMatchObject({ ok: true });
  expect(await throughTheDoor(suspectDocument, await signedIn('ruth'), body, null)).toMatchObject({ reason: 'suspected_already' });
  const reviews = await db().documentReview.findMany({ where: { documentId: document.id } });
  expect(reviews.map(({ decision, supersededAt }) => [decision, supersededAt === null]).sort()).toEqual([['accepted', false], ['suspected_false', true]]);
  expect(await detailsOf(found.id, 'document.suspected')).toEqual({ kind: 'photo_id', reason: 'The seal is printed' });
});
