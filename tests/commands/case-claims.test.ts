import { throughTheDoor } from '@/lib/command';
import { claimCase, releaseClaim, takeNext } from '@/lib/cases/commands/claims';
import { nextState } from '@/lib/cases/transitions';
import { addNote } from '@/lib/cases/commands/notes';
import { resumeCase, waitCase } from '@/lib/cases/commands/waits';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  freezeClock(new Date('2026-11-24T15:48:00Z'));
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});
afterEach(async () => {
  await db().caseClaim.updateMany({ where: { releasedAt: null }, data: { releasedAt: new Date(), releaseReason: 'test_over' } });
  await db().$executeRaw`UPDATE cases SET state = 'closed'`;
});

const eventsOf = async (caseId: string) => (await db().auditEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map((entry) => entry.event);

test('take next gives the oldest promise that nobody has', async () => {
  const dana = await signedIn('dana');
  await aCase({ receivedAt: new Date('2026-11-20T15:00:00Z') });
  const older = await aCase({ receivedAt: new Date('2026-11-17T15:00:00Z') });
  const outcome = await throughTheDoor(takeNext, dana, {}, null);
  expect(outcome).toEqual({ ok: true, value: { number: older.number } });
  expect(await db().case.findUnique({ where: { id: older.id } })).toMatchObject({ state: 'in_progress', version: 1 });
  expect(await eventsOf(older.id)).toEqual(['case.opened', 'case.claimed']);
});

test('twelve people taking next at once get twelve different cases', async () => {
  const dana = await signedIn('dana');
  const numbers: number[] = [];
  for (let i = 0; i < 12; i += 1) numbers.push((await aCase()).number);
  const outcomes = await Promise.all(numbers.map(() => throughTheDoor(takeNext, dana, {}, null)));
  const taken = outcomes.map((outcome) => (outcome.ok ? (outcome.value as { number: number }).number : outcome.reason));
  expect([...taken].sort()).toEqual([...numbers].sort());
});

test('take next offers only cases in a language the person works in', async () => {
  const kofi = await signedIn('kofi', { languages: ['en'] });
  await aCase({ language: 'es' });
  expect(await throughTheDoor(takeNext, kofi, {}, null)).toMatchObject({ ok: false, reason: 'nothing_waiting' });
});

test('a case somebody has cannot be taken by a colleague, and the attempt is kept', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const mine = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: mine.publicId }, null);
  expect(await throughTheDoor(claimCase, kofi, { caseId: mine.publicId }, null)).toMatchObject({ ok: false, reason: 'held_by_another' });
  const refused = await db().auditEvent.findFirstOrThrow({ where: { event: 'command.refused', staffId: kofi.staffId }, orderBy: { id: 'desc' } });
  expect(refused.details).toEqual({ command: 'case.claim', reason: 'held_by_another', subject: { case: mine.publicId } });
});

test('a supervisor moves a case to herself, and the audit says from whom', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const held = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: held.publicId }, null);
  expect(await throughTheDoor(claimCase, ruth, { caseId: held.publicId }, null)).toMatchObject({ ok: true });
  const moved = await db().auditEvent.findFirstOrThrow({ where: { caseId: held.id, event: 'case.claimed', staffId: ruth.staffId } });
  expect(moved.details).toEqual({ how: 'moved', from: dana.staffId });
});

test('the database itself refuses a second open claim', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const held = await aCase();
  const claim = { caseId: held.id, at: new Date(), seenAt: new Date() };
  await db().caseClaim.create({ data: { ...claim, staffId: dana.staffId } });
  await expect(db().caseClaim.create({ data: { ...claim, staffId: kofi.staffId } })).rejects.toThrow(/Unique constraint/);
});

test('a claim idle for 30 minutes goes to the next who asks', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const idle = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: idle.publicId }, null);
  freezeClock(new Date('2026-11-24T16:17:00Z'));
  expect(await throughTheDoor(takeNext, kofi, {}, null)).toMatchObject({ reason: 'nothing_waiting' });
  freezeClock(new Date('2026-11-24T16:19:00Z'));
  expect(await throughTheDoor(takeNext, kofi, {}, null)).toMatchObject({ ok: true, value: { number: idle.number } });
  freezeClock(new Date('2026-11-24T15:48:00Z'));
});

test('an idle colleague no longer has the case: choosing it ends the old claim as lapsed', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const idle = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: idle.publicId }, null);
  freezeClock(new Date('2026-11-24T16:19:00Z'));
  expect(await throughTheDoor(claimCase, kofi, { caseId: idle.publicId }, null)).toMatchObject({ ok: true });
  const claims = await db().caseClaim.findMany({ where: { caseId: idle.id }, orderBy: { at: 'asc' } });
  expect(claims.map(({ staffId, releaseReason }) => [staffId, releaseReason])).toEqual([[dana.staffId, 'lapsed'], [kofi.staffId, null]]);
  const taken = await db().auditEvent.findFirstOrThrow({ where: { caseId: idle.id, event: 'case.claimed', staffId: kofi.staffId } });
  expect(taken.details).toEqual({ how: 'chosen', from: null });
  freezeClock(new Date('2026-11-24T15:48:00Z'));
});

test('the case itself says who has it, through every change of hands', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const holder = async (): Promise<string | null> => (await db().case.findUniqueOrThrow({ where: { id: handed.id } })).holderId;
  const handed = await aCase();
  expect(await holder()).toBeNull();
  await throughTheDoor(takeNext, dana, {}, null);
  expect(await holder()).toBe(dana.staffId);
  await throughTheDoor(claimCase, ruth, { caseId: handed.publicId }, null);
  expect(await holder()).toBe(ruth.staffId);
  await throughTheDoor(releaseClaim, ruth, { caseId: handed.publicId, reason: 'put_back' }, null);
  expect(await holder()).toBeNull();
});

test('what take next does to a state is what the table of moves says of a claim', () => {
  expect(['new', 'in_progress'].map((state) => nextState(state as 'new' | 'in_progress', 'claim'))).toEqual(['in_progress', 'in_progress']);
});

test('a case passed on is offered to everybody else', async () => {
  const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
  const passed = await aCase();
  await throughTheDoor(takeNext, dana, {}, null);
  await throughTheDoor(releaseClaim, dana, { caseId: passed.publicId, reason: 'passed_on' }, null);
  expect(await throughTheDoor(takeNext, dana, {}, null)).toMatchObject({ reason: 'nothing_waiting' });
  expect(await throughTheDoor(takeNext, kofi, {}, null)).toMatchObject({ ok: true, value: { number: passed.number } });
});

test('put back, a case is free and its state stays', async () => {
  const dana = await signedIn('dana');
  const held = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: held.publicId }, null);
  expect(await throughTheDoor(releaseClaim, dana, { caseId: held.publicId, reason: 'put_back' }, null)).toMatchObject({ ok: true });
  expect(await db().caseClaim.count({ where: { caseId: held.id, releasedAt: null } })).toBe(0);
  expect(await throughTheDoor(releaseClaim, dana, { caseId: held.publicId, reason: 'put_back' }, null)).toMatchObject({ reason: 'not_claimed' });
});

test('waiting on the requester stops the clock; on a provider it runs on', async () => {
  const dana = await signedIn('dana');
  const held = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: held.publicId }, null);
  await throughTheDoor(waitCase, dana, { caseId: held.publicId, state: 'waiting_on_requester', reason: 'A clearer photo of the ID' }, null);
  expect(await db().case.findUnique({ where: { id: held.id } })).toMatchObject({ state: 'waiting_on_requester', dueAt: null });
  await throughTheDoor(resumeCase, dana, { caseId: held.publicId }, null);
  await throughTheDoor(waitCase, dana, { caseId: held.publicId, state: 'waiting_on_provider', reason: 'Asked Elm Street Pediatrics' }, null);
  expect(await db().case.findUnique({ where: { id: held.id } })).toMatchObject({ state: 'waiting_on_provider', dueAt: held.dueAt });
});

test('a wait without a reason is refused by the form and by the table', async () => {
  const dana = await signedIn('dana');
  const held = await aCase();
  await throughTheDoor(claimCase, dana, { caseId: held.publicId }, null);
  expect(await throughTheDoor(waitCase, dana, { caseId: held.publicId, state: 'on_hold', reason: '  ' }, null)).toMatchObject({ reason: 'invalid', problems: [{ field: 'reason' }] });
  await expect(db().caseWait.create({ data: { caseId: held.id, state: 'on_hold', reason: ' ', stopsClock: false, fromAt: new Date() } })).rejects.toThrow();
});

test('the same request sent twice acts once; another body under its key is refused', async () => {
  const dana = await signedIn('dana');
  const noted = await aCase();
  const body = { caseId: noted.publicId, text: 'Called, no answer' };
  const first = await throughTheDoor(addNote, dana, body, 'key-0000000000000001');
  expect(await throughTheDoor(addNote, dana, body, 'key-0000000000000001')).toEqual(first);
  expect(await db().caseNote.count({ where: { caseId: noted.id } })).toBe(1);
  expect(await throughTheDoor(addNote, dana, { ...body, text: 'Other' }, 'key-0000000000000001')).toMatchObject({ reason: 'key_reused' });
});

test('an auditor may not claim, and a wrong type is no crash', async () => {
  const [omar, dana] = [await signedIn('omar'), await signedIn('dana')];
  const one = await aCase();
  expect(await throughTheDoor(claimCase, omar, { caseId: one.publicId }, null)).toMatchObject({ reason: 'forbidden' });
  for (const body of [null, [], 'x', { caseId: 1 }, { caseId: { not: '' } }, { caseId: one.publicId, extra: 1 }]) {
    expect(await throughTheDoor(claimCase, dana, body, null)).toMatchObject({ ok: false, reason: 'invalid' });
  }
});

test('when the audit cannot be written, nothing is', async () => {
  const dana = await signedIn('dana');
  const noted = await aCase();
  await db().$executeRaw`ALTER VIEW audit_append RENAME TO audit_append_away`;
  await expect(throughTheDoor(addNote, dana, { caseId: noted.publicId, text: 'Unseen' }, null)).rejects.toThrow();
  await db().$executeRaw`ALTER VIEW audit_append_away RENAME TO audit_append`;
  expect(await db().caseNote.count({ where: { caseId: noted.id } })).toBe(0);
});
