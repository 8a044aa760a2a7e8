import type { StaffActor } from '@/lib/access/actor';
import { removeView, saveView, shareView } from '@/lib/cases/commands/views';
import { listSavedViews } from '@/lib/cases/queries/saved-views';
import { throughTheDoor } from '@/lib/command';
import { db, useDatabase } from '@/lib/platform/db';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

let database: TestDatabase;
let [dana, kofi, ruth] = [] as StaffActor[] as [StaffActor, StaffActor, StaffActor];

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
});
afterAll(async () => {
  await useDatabase(null);
  await database.close();
});
afterEach(async () => {
  await db().savedView.deleteMany();
});

async function saved(by: StaffActor, name: string, query = 'language=es'): Promise<string> {
  const outcome = await throughTheDoor(saveView, by, { name, query }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
  return (outcome.value as { viewId: string }).viewId;
}
const lastEvent = async () => db().auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
const seenBy = async (who: StaffActor) => (await listSavedViews(who)).map(({ name }) => name);

test('a view keeps filters and order under a name; the place, and what no address may say, is left out', async () => {
  const viewId = await saved(dana, 'Spanish, oldest first', 'language=es&order=received&after=1.2041&person=Nowak&kind=nonsense');
  expect(await listSavedViews(dana)).toEqual([{ id: viewId, name: 'Spanish, oldest first', query: 'language=es&order=received', own: true, shared: false, owner: 'Dana Whitfield' }]);
  expect(await lastEvent()).toMatchObject({ event: 'view.saved', staffId: dana.staffId, details: { view: viewId, name: 'Spanish, oldest first', query: 'language=es&order=received' } });
});

test('one name once a person, whatever its capitals; a removed one is free again', async () => {
  const first = await saved(dana, 'Late ones');
  expect(await throughTheDoor(saveView, dana, { name: 'LATE ones', query: '' }, null)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'name', reason: 'name_taken' }] });
  await saved(kofi, 'Late ones');
  await throughTheDoor(removeView, dana, { viewId: first }, null);
  await saved(dana, 'Late ones');
  expect(await seenBy(dana)).toEqual(['Late ones']);
});

test('nobody fills the rail without end', async () => {
  const held = (await listSavedViews(kofi)).filter(({ own }) => own).length;
  await db().savedView.createMany({ data: Array.from({ length: 50 - held }, (_, at) => ({ ownerId: kofi.staffId, name: `Heap ${at}`, query: '', createdAt: new Date() })) });
  expect(await throughTheDoor(saveView, kofi, { name: 'One more', query: '' }, null)).toMatchObject({ ok: false, problems: [{ field: 'name', reason: 'too_many_views' }] });
  await db().$executeRaw`UPDATE saved_views SET removed_at = now() WHERE name LIKE 'Heap %'`;
});

test('shared, colleagues see it; taken back, they do not', async () => {
  const viewId = await saved(dana, 'For everybody');
  expect(await seenBy(kofi)).toEqual([]);
  expect(await throughTheDoor(shareView, dana, { viewId, shared: true }, null)).toEqual({ ok: true, value: { shared: true } });
  expect(await lastEvent()).toMatchObject({ event: 'view.shared', details: { view: viewId, name: 'For everybody', shared: true } });
  expect(await listSavedViews(kofi)).toMatchObject([{ name: 'For everybody', own: false, shared: true, owner: 'Dana Whitfield' }]);
  expect(await throughTheDoor(shareView, dana, { viewId, shared: true }, null)).toMatchObject({ reason: 'already_shared' });
  await throughTheDoor(shareView, dana, { viewId, shared: false }, null);
  expect(await seenBy(kofi)).toEqual([]);
});

test('a colleague changes none of it; a view that is not shared is not there for them', async () => {
  const viewId = await saved(dana, 'Mine');
  for (const [command, body] of [[removeView, { viewId }], [shareView, { viewId, shared: true }]] as const) expect(await throughTheDoor(command, kofi, body, null)).toMatchObject({ ok: false, reason: 'not_found' });
  await throughTheDoor(shareView, dana, { viewId, shared: true }, null);
  for (const [command, body] of [[removeView, { viewId }], [shareView, { viewId, shared: false }]] as const) expect(await throughTheDoor(command, kofi, body, null)).toMatchObject({ ok: false, reason: 'not_yours' });
  expect(await lastEvent()).toMatchObject({ event: 'command.refused', staffId: kofi.staffId });
  expect(await seenBy(kofi)).toEqual(['Mine']);
});

test('a supervisor removes a shared one, not a private one; the row stays for the audit', async () => {
  const [shared, own] = [await saved(dana, 'Shared'), await saved(dana, 'Private')];
  await throughTheDoor(shareView, dana, { viewId: shared, shared: true }, null);
  expect(await throughTheDoor(removeView, ruth, { viewId: own }, null)).toMatchObject({ reason: 'not_found' });
  expect(await throughTheDoor(removeView, ruth, { viewId: shared }, null)).toMatchObject({ ok: true });
  expect(await lastEvent()).toMatchObject({ event: 'view.removed', staffId: ruth.staffId, details: { view: shared, name: 'Shared' } });
  expect(await db().savedView.count()).toBe(2);
  expect(await seenBy(dana)).toEqual(['Private']);
  expect(await throughTheDoor(removeView, dana, { viewId: shared }, null)).toMatchObject({ reason: 'not_found' });
});

test.each([null, [], { name: '', query: '' }, { name: '   ', query: '' }, { name: 'x'.repeat(61), query: '' }, { name: 'a\u202Eb', query: '' }, { name: 'x', query: 'y'.repeat(601) }, { name: { not: '' }, query: '' }, { name: 'x', query: '', ownerId: 'z' }])('%j is no view', async (body) => {
  expect(await throughTheDoor(saveView, dana, body, null)).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await db().savedView.count()).toBe(0);
});
