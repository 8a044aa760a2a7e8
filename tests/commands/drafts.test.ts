/** Unsaved words: kept for one person, gone when they are saved for good. */
import { BULK } from '@/lib/cases/bulk';
import { bulkAnswers } from '@/lib/cases/drafts';
import { throughTheDoor } from '@/lib/command';
import { closeCase } from '@/lib/cases/commands/closings';
import { addNote, seeMentions } from '@/lib/cases/commands/notes';
import { countMentions, listColleagues, listMentions } from '@/lib/cases/queries/mentions';
import { discardDraft, saveDraft } from '@/lib/drafts/commands';
import { listCalendarDrafts, listCaseDrafts, listQueueDrafts } from '@/lib/drafts/queries';
import type { StaffActor } from '@/lib/access/actor';
import { holds, permissions } from '@/lib/access/permissions';
import { bulkDraft, caseDraft, closureDraft, MOST_DRAFTS, openingDraft, type DraftKey } from '@/lib/drafts/schema';
import { seeTour } from '@/lib/staff/commands';
import { listNewTours } from '@/lib/staff/queries';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { aMatchedCase, eventsOf } from '../support/patients';
import { signedIn } from '../support/people';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.staff);
  await useDatabase(database.staff);
  freezeClock(new Date('2026-11-24T15:47:52Z'));
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

const note = (text: string) => ({ text, mentions: [] });
const save = (by: StaffActor, key: DraftKey, text: string, over: string | null) => throughTheDoor(saveDraft, by, { key, body: note(text), over }, null);
async function kept(by: StaffActor, key: DraftKey, text: string, over: string | null): Promise<string> {
  const outcome = await save(by, key, text, over);
  if (!outcome.ok) throw new Error(outcome.reason);
  return (outcome.value as { mark: string }).mark;
}

test('a draft is kept for the one who wrote it, overwritten by the next, and leaves no entry', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const one = await aCase();
  const key = caseDraft(one.publicId, 'note');
  const mark = await kept(dana, key, 'Called', null);
  const later = await kept(dana, key, 'Called, no answer', mark);
  expect([...(await listCaseDrafts(dana, one.publicId))]).toEqual([[key, { body: note('Called, no answer'), savedAt: '10:47:52', mark: later }]]);
  expect((await listCaseDrafts(kofi, one.publicId)).size).toBe(0);
  expect(await eventsOf(one.id)).toEqual(['case.opened']);
  await throughTheDoor(discardDraft, kofi, { key, over: later }, null);
  expect((await listCaseDrafts(dana, one.publicId)).size).toBe(1);
  expect(await throughTheDoor(discardDraft, dana, { key }, null)).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await throughTheDoor(discardDraft, dana, { key, over: later }, null)).toEqual({ ok: true, value: { others: false } });
  expect((await listCaseDrafts(dana, one.publicId)).size).toBe(0);
});

test('of two tabs the second to write is told, nothing is lost, and it may insist', async () => {
  const dana = await signedIn('dana');
  const key = caseDraft((await aCase()).publicId, 'note');
  const first = await kept(dana, key, 'Begun', null);
  const theirs = await kept(dana, key, 'Begun, and an hour of typing in the other tab', first);
  expect(await save(dana, key, 'Begun, a word', first)).toEqual({ ok: false, reason: 'conflict', problems: [{ field: 'body', reason: 'other_words', detail: theirs }] });
  expect(await throughTheDoor(discardDraft, dana, { key, over: first }, null)).toEqual({ ok: true, value: { others: true } });
  expect(await db().draft.findFirstOrThrow({ where: { key } })).toMatchObject({ body: note('Begun, and an hour of typing in the other tab') });
  await kept(dana, key, 'Begun, a word', theirs);
  // Sent again after no answer came: the same words are no other words.
  await kept(dana, key, 'Begun, a word', null);
});

test('two tabs that begin at the same moment: one is kept, the other is told', async () => {
  const dana = await signedIn('dana');
  const key = caseDraft((await aCase()).publicId, 'note');
  const outcomes = await Promise.all(['One', 'Two', 'Three'].map((text) => save(dana, key, text, null)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'conflict')).toHaveLength(2);
});

test('nobody heaps up drafts without end', async () => {
  const kofi = await signedIn('kofi');
  await db().$executeRaw`INSERT INTO drafts (staff_id, key, body, saved_at) SELECT ${kofi.staffId}::uuid, 'case:' || lpad(n::text, 22, '0') || ':note', '{}', now() FROM generate_series(1, ${MOST_DRAFTS}::int) n`;
  const key = caseDraft((await aCase()).publicId, 'note');
  expect(await save(kofi, key, 'One more', null)).toMatchObject({ ok: false, reason: 'too_many_drafts' });
  await db().$executeRaw`DELETE FROM drafts WHERE staff_id = ${kofi.staffId}::uuid`;
});

test('an auditor keeps no drafts, and a body that is no form is refused', async () => {
  const [omar, dana] = [await signedIn('omar'), await signedIn('dana')];
  const key = caseDraft((await aCase()).publicId, 'note');
  expect(await throughTheDoor(saveDraft, omar, { key, body: note('x') }, null)).toMatchObject({ reason: 'forbidden' });
  for (const body of [null, 'x', ['x'], note('x'.repeat(40_000)), note('\0')]) expect(await throughTheDoor(saveDraft, dana, { key, body }, null)).toMatchObject({ ok: false, reason: 'invalid' });
});

test('a saved note takes its own draft with it, and no other tab’s', async () => {
  const dana = await signedIn('dana');
  const one = await aCase();
  const key = caseDraft(one.publicId, 'note');
  const saved = async (text: string) => throughTheDoor(addNote, dana, { caseId: one.publicId, text }, null);
  const mark = await kept(dana, key, ' Called, no answer\n', null);
  expect(await saved('Called, no answer')).toMatchObject({ ok: true });
  expect((await listCaseDrafts(dana, one.publicId)).size).toBe(0);
  // The first tab saves its note while the second, which began with the same words, writes on.
  await kept(dana, key, 'Called, no answer. Tried the clinic too', null);
  expect(await saved('Called, no answer')).toMatchObject({ ok: true });
  expect(await throughTheDoor(discardDraft, dana, { key, over: mark }, null)).toEqual({ ok: true, value: { others: true } });
  expect((await listCaseDrafts(dana, one.publicId)).get(key)).toMatchObject({ body: note('Called, no answer. Tried the clinic too') });
});

test('closing takes every draft of the work; a note half written can be saved still', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, { family: 'Ashworth' });
  for (const form of ['note', 'match', 'close', 'wait', 'deadline'] as const) await throughTheDoor(saveDraft, dana, { key: caseDraft(found.publicId, form), body: { text: 'x' } }, null);
  expect(await throughTheDoor(closeCase, dana, { caseId: found.publicId, outcome: 'withdrawn', reason: 'They found it' }, null)).toMatchObject({ ok: true });
  expect([...(await listCaseDrafts(dana, found.publicId)).keys()]).toEqual([caseDraft(found.publicId, 'note')]);
});

test('the calendar has drafts of its own, for whoever may change it', async () => {
  const [ruth, dana] = [await signedIn('ruth'), await signedIn('dana')];
  const body = { onDate: '2026-12-02', name: 'Governor’s order', citation: '' };
  expect(await throughTheDoor(saveDraft, ruth, { key: closureDraft, body }, null)).toMatchObject({ ok: true });
  // Whoever may close the office keeps what they began to type.
  expect(permissions['closure.add'].filter((role) => !holds([role], 'draft.save'))).toEqual([]);
  expect(await throughTheDoor(saveDraft, ruth, { key: openingDraft('2026-12-02'), body: { reason: 'The storm' } }, null)).toMatchObject({ ok: true });
  expect([...(await listCalendarDrafts(ruth)).keys()].sort()).toEqual([closureDraft, openingDraft('2026-12-02')]);
  expect((await listCalendarDrafts(dana)).size).toBe(0);
  expect(await throughTheDoor(saveDraft, ruth, { key: 'calendar:opening:tomorrow', body }, null)).toMatchObject({ reason: 'invalid' });
});

test('the queue has drafts of its own, one for each move of several cases', async () => {
  const dana = await signedIn('dana');
  const body = { reason: 'The clinic sent these twice', colleagueId: '', duplicateOf: 'C-2041', wakeOn: '' };
  for (const action of Object.keys(BULK)) expect([action, await throughTheDoor(saveDraft, dana, { key: bulkDraft(action), body }, null)]).toEqual([action, expect.objectContaining({ ok: true })]);
  const kept = await listQueueDrafts(dana);
  expect([...kept.keys()].sort()).toEqual(Object.keys(BULK).map(bulkDraft).sort());
  expect(bulkAnswers.safeParse(kept.get(bulkDraft('hold'))?.body ?? body).data).toEqual(body);
  expect(await throughTheDoor(saveDraft, dana, { key: 'queue:bulk:<b>', body }, null)).toMatchObject({ reason: 'invalid' });
});

test('a note calls a colleague, who sees it counted until the case is opened; the look at it is kept', async () => {
  const [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
  const one = await aCase();
  expect((await listColleagues(dana)).map(({ name }) => name)).toEqual(expect.arrayContaining(['Kofi Mensah', 'Ruth Abelson']));
  expect((await listColleagues(dana)).map(({ name }) => name)).not.toContain('Lena Park');
  const text = '@Kofi Mensah, do you know this clinic?';
  expect(await throughTheDoor(addNote, dana, { caseId: one.publicId, text, mentions: [kofi.publicId, kofi.publicId] }, null)).toMatchObject({ ok: true });
  expect([await countMentions(kofi), await countMentions(ruth)]).toEqual([1, 0]);
  expect(await listMentions(kofi)).toMatchObject([{ number: one.number, text, by: 'Dana Whitfield', unread: true }]);
  expect((await db().auditEvent.findFirstOrThrow({ where: { staffId: kofi.staffId, event: 'queue.viewed' }, orderBy: { id: 'desc' } })).details).toEqual({ view: 'mentions', shown: [`C-${one.number}`] });
  await throughTheDoor(seeMentions, ruth, { caseId: one.publicId }, null);
  expect(await countMentions(kofi)).toBe(1);
  await throughTheDoor(seeMentions, kofi, { caseId: one.publicId }, null);
  expect(await countMentions(kofi)).toBe(0);
  expect(await listMentions(kofi)).toMatchObject([{ unread: false }]);
});

test('a note that calls nobody who works here is not kept', async () => {
  const dana = await signedIn('dana');
  const one = await aCase();
  expect(await throughTheDoor(addNote, dana, { caseId: one.publicId, text: '@Nobody', mentions: ['zzzzzzzzzzzzzzzzzzzzzz'] }, null)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'mentions', reason: 'nobody' }] });
  expect(await db().caseNote.count({ where: { caseId: one.id } })).toBe(0);
});

test('a tour that was put away does not come again', async () => {
  const kofi = await signedIn('kofi');
  expect(await listNewTours(kofi)).toEqual(['queue', 'case']);
  await throughTheDoor(seeTour, kofi, { tour: 'queue' }, null);
  await throughTheDoor(seeTour, kofi, { tour: 'queue' }, null);
  expect(await listNewTours(kofi)).toEqual(['case']);
});
