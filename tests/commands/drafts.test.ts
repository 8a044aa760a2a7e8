/** Unsaved words: kept for one person, gone when they are saved for good. */
import { throughTheDoor } from '@/lib/command';
import { closeCase } from '@/lib/cases/commands/closings';
import { addNote, seeMentions } from '@/lib/cases/commands/notes';
import { countMentions, listColleagues, listMentions } from '@/lib/cases/queries/mentions';
import { discardDraft, saveDraft } from '@/lib/drafts/commands';
import { listCaseDrafts } from '@/lib/drafts/queries';
import { caseDraft } from '@/lib/drafts/schema';
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

test('a draft is kept for the one who wrote it, overwritten by the next, and leaves no entry', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const one = await aCase();
  const key = caseDraft(one.publicId, 'note');
  expect(await throughTheDoor(saveDraft, dana, { key, body: note('Called') }, null)).toEqual({ ok: true, value: { savedAt: '10:47:52' } });
  await throughTheDoor(saveDraft, dana, { key, body: note('Called, no answer') }, null);
  expect([...(await listCaseDrafts(dana, one.publicId))]).toEqual([[key, { body: note('Called, no answer'), savedAt: '10:47:52' }]]);
  expect((await listCaseDrafts(kofi, one.publicId)).size).toBe(0);
  expect(await eventsOf(one.id)).toEqual(['case.opened']);
  await throughTheDoor(discardDraft, kofi, { key }, null);
  expect((await listCaseDrafts(dana, one.publicId)).size).toBe(1);
  await throughTheDoor(discardDraft, dana, { key }, null);
  expect((await listCaseDrafts(dana, one.publicId)).size).toBe(0);
});

test('an auditor keeps no drafts, and a body that is no form is refused', async () => {
  const [omar, dana] = [await signedIn('omar'), await signedIn('dana')];
  const key = caseDraft((await aCase()).publicId, 'note');
  expect(await throughTheDoor(saveDraft, omar, { key, body: note('x') }, null)).toMatchObject({ reason: 'forbidden' });
  for (const body of [null, 'x', ['x'], note('x'.repeat(40_000)), note('\0')]) expect(await throughTheDoor(saveDraft, dana, { key, body }, null)).toMatchObject({ ok: false, reason: 'invalid' });
});

test('a saved note takes its draft with it; closing takes every draft of the case', async () => {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, { family: 'Ashworth' });
  for (const form of ['note', 'match', 'close'] as const) await throughTheDoor(saveDraft, dana, { key: caseDraft(found.publicId, form), body: { text: 'x' } }, null);
  await throughTheDoor(addNote, dana, { caseId: found.publicId, text: 'Done' }, null);
  expect([...(await listCaseDrafts(dana, found.publicId)).keys()].sort()).toEqual([caseDraft(found.publicId, 'close'), caseDraft(found.publicId, 'match')]);
  expect(await throughTheDoor(closeCase, dana, { caseId: found.publicId, outcome: 'withdrawn', reason: 'They found it' }, null)).toMatchObject({ ok: true });
  expect((await listCaseDrafts(dana, found.publicId)).size).toBe(0);
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
