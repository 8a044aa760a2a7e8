/** Tuesday, November 24, 2026, 10:48 AM: two days before Thanksgiving. */
import { mintWorker } from '@/lib/access/actor';
import { claimCase } from '@/lib/cases/commands/claims';
import { moveBatch } from '@/lib/cases/commands/promise-moves';
import { resumeCase, waitCase } from '@/lib/cases/commands/waits';
import { movePromises } from '@/lib/cases/jobs';
import { previewClosure } from '@/lib/cases/queries/closure-preview';
import { listPromiseMoves } from '@/lib/cases/queries/promise-moves';
import { throughTheDoor } from '@/lib/command';
import { takeLook } from '@/lib/look';
import { freezeClock } from '@/lib/platform/clock';
import { calendarDateOf, officeInstant } from '@/lib/platform/dates';
import { db, dbDate, useDatabase } from '@/lib/platform/db';
import { addClosure, removeClosure } from '@/lib/policies/commands';
import { CONNECTICUT_HOLIDAYS } from '@/lib/policies/holidays';
import { findClosureTold } from '@/lib/policies/queries';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

let database: TestDatabase;
const worker = mintWorker('test');
const NOW = new Date('2026-11-24T15:48:00Z');
const at = (on: string, hour = 16, minute = 30): Date => officeInstant(calendarDateOf(on), hour, minute);
const ORDER = { name: 'Governor’s order', citation: 'Executive Order 26-4: ice storm' };

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.owner);
  await useDatabase(database.owner);
  freezeClock(NOW);
});
beforeEach(async () => {
  freezeClock(NOW);
  await db().$executeRaw`UPDATE cases SET state = 'closed', due_at = NULL`;
  await db().promiseRecount.deleteMany();
  await db().officeClosure.deleteMany();
  await db().officeClosure.createMany({ data: CONNECTICUT_HOLIDAYS.map(({ on, name, citation }) => ({ onDate: dbDate(on), name, citation, addedAt: NOW })) });
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

const dueOf = async (id: string): Promise<Date | null> => (await db().case.findUniqueOrThrow({ where: { id } })).dueAt;
const movesOf = async (caseId: string) => (await db().casePromiseMove.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(({ before, after, cause, onDate }) => ({ before, after, cause, onDate }));
const closed = async (onDate: string, words: object = ORDER) => throughTheDoor(addClosure, await signedIn('ruth'), { onDate, ...words }, null);
const opened = async (onDate: string) => throughTheDoor(removeClosure, await signedIn('ruth'), { onDate, reason: 'The storm passed by' }, null);
/** Runs every walk that was asked for, as the worker does. */
async function walk(): Promise<void> {
  for (const { id } of await db().promiseRecount.findMany({ where: { finishedAt: null }, orderBy: { askedAt: 'asc' } })) await movePromises(worker, { recountId: id });
}

test('a supervisor closes the office: the promise moves a day, says why, and the audit has both', async () => {
  const moved = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  expect(moved.dueAt).toEqual(at('2026-12-02'));
  expect(await closed('2026-12-02')).toMatchObject({ ok: true });
  await walk();
  expect(await dueOf(moved.id)).toEqual(at('2026-12-03'));
  expect(await movesOf(moved.id)).toEqual([{ before: at('2026-12-02'), after: at('2026-12-03'), cause: 'closure_added', onDate: '2026-12-02' }]);
  expect((await listPromiseMoves(moved.id)).map(({ words }) => words)).toEqual(['Due moved from Wed Dec 2 to Thu Dec 3: office closed Wed Dec 2 (Governor’s order)']);
  const [added] = await db().auditEvent.findMany({ where: { event: 'closure.added' }, orderBy: { id: 'desc' } });
  expect(added).toMatchObject({ staffId: (await signedIn('ruth')).staffId, details: { on: '2026-12-02', ...ORDER, revived: false } });
  const [entry] = await db().auditEvent.findMany({ where: { event: 'promise.moved', caseId: moved.id } });
  expect(entry).toMatchObject({ actorKind: 'worker', details: { cause: 'closure_added', onDate: '2026-12-02', changes: [{ field: 'Due', before: 'Wed Dec 2', after: 'Thu Dec 3' }] } });
});

test('taken off the calendar again, the promise comes back; added anew, the day revives with its new words', async () => {
  const moved = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  await closed('2026-12-02');
  await walk();
  expect(await opened('2026-12-02')).toMatchObject({ ok: true });
  await walk();
  expect(await dueOf(moved.id)).toEqual(at('2026-12-02'));
  expect(await db().officeClosure.findUnique({ where: { onDate: dbDate(calendarDateOf('2026-12-02')) } })).toMatchObject({ removedAt: NOW });
  expect((await listPromiseMoves(moved.id))[0]?.words).toBe('Due moved from Thu Dec 3 to Wed Dec 2: office open Wed Dec 2 after all (Governor’s order)');
  expect(await closed('2026-12-02', { name: 'Second order', citation: 'The storm came back' })).toMatchObject({ ok: true });
  await walk();
  expect(await dueOf(moved.id)).toEqual(at('2026-12-03'));
  expect(await db().officeClosure.findMany({ where: { onDate: dbDate(calendarDateOf('2026-12-02')) } })).toMatchObject([{ name: 'Second order', removedAt: null, removedById: null }]);
  const [revived] = await db().auditEvent.findMany({ where: { event: 'closure.added' }, orderBy: { id: 'desc' } });
  expect(revived?.details).toMatchObject({ revived: true });
});

test.each([
  ['yesterday', '2026-11-23', { reason: 'in_the_past' }],
  ['a Saturday', '2026-11-28', { reason: 'weekend', detail: 'Saturday' }],
  ['a holiday that stands', '2026-11-26', { reason: 'already_closed', detail: 'Thanksgiving' }],
  ['a year typed wrong', '2036-12-02', { reason: 'too_far' }],
])('%s cannot be closed, and nothing is asked of the worker', async (_, onDate, problem) => {
  expect(await closed(onDate)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'onDate', ...problem }] });
  expect(await db().promiseRecount.count()).toBe(0);
  expect(await db().officeClosure.count()).toBe(CONNECTICUT_HOLIDAYS.length);
});

test('a closure without its reason, with hidden characters or for no day at all is refused', async () => {
  for (const words of [{ name: 'Order', citation: ' ' }, { name: '', citation: 'x' }, { name: 'Or\u202Eder', citation: 'x' }, { name: 'x'.repeat(81), citation: 'x' }]) {
    expect(await closed('2026-12-02', words)).toMatchObject({ reason: 'invalid' });
  }
  expect(await closed('2026-02-30')).toMatchObject({ reason: 'invalid', problems: [{ field: 'onDate', reason: 'not_a_date' }] });
});

test('a past closure and a day that is open cannot be taken off', async () => {
  expect(await opened('2026-11-11')).toMatchObject({ reason: 'invalid', problems: [{ reason: 'in_the_past' }] });
  expect(await opened('2026-12-02')).toMatchObject({ reason: 'invalid', problems: [{ reason: 'not_closed' }] });
});

test('the office closed today: what came in today counts from tomorrow', async () => {
  const today = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  await closed('2026-11-24');
  await walk();
  expect(await db().case.findUnique({ where: { id: today.id } })).toMatchObject({ receivedOn: '2026-11-25', dueAt: at('2026-12-03') });
});

test('a case is left alone when it is closed, was due before the day, or arrived after it', async () => {
  const due = await aCase({ receivedAt: at('2026-11-17', 9, 0) });
  const ended = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  await db().case.update({ where: { id: ended.id }, data: { state: 'closed' } });
  await closed('2026-12-02');
  await walk();
  expect([await dueOf(due.id), await dueOf(ended.id)]).toEqual([at('2026-11-24'), at('2026-12-02')]);
  expect(await db().promiseRecount.findFirst()).toMatchObject({ cases: 0, seen: 0, moved: 0, finishedAt: NOW });
});

test('a stopped clock is counted with the closure when it runs again', async () => {
  const dana = await signedIn('dana');
  const asked = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  await throughTheDoor(claimCase, dana, { caseId: asked.publicId }, null);
  await throughTheDoor(waitCase, dana, { caseId: asked.publicId, state: 'waiting_on_requester', reason: 'Birth certificate' }, null);
  await closed('2026-12-02');
  await walk();
  expect(await dueOf(asked.id)).toBeNull();
  freezeClock(at('2026-11-24', 15, 0));
  await throughTheDoor(resumeCase, dana, { caseId: asked.publicId }, null);
  expect(await dueOf(asked.id)).toEqual(at('2026-12-03'));
  expect(await movesOf(asked.id)).toEqual([]);
});

test('a pause that ended stays in the count', async () => {
  const paused = await aCase({ receivedAt: at('2026-11-23', 9, 0) });
  await db().caseWait.create({ data: { caseId: paused.id, state: 'waiting_on_requester', reason: 'Photo ID', stopsClock: true, fromAt: at('2026-11-23', 12, 0), untilAt: at('2026-11-24', 17, 0) } });
  await db().case.update({ where: { id: paused.id }, data: { dueAt: at('2026-12-02') } });
  await closed('2026-11-30');
  await walk();
  expect(await dueOf(paused.id)).toEqual(at('2026-12-03'));
});

test('two closures at once: each step names its own day, whichever walk comes first', async () => {
  const both = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  await closed('2026-12-01');
  freezeClock(new Date(NOW.getTime() + 1000));
  await closed('2026-12-02');
  const between = await aCase({ receivedAt: at('2026-11-24', 9, 30) });
  const walks = await db().promiseRecount.findMany({ orderBy: { askedAt: 'desc' } });
  for (const { id } of walks) await movePromises(worker, { recountId: id });
  expect(await dueOf(both.id)).toEqual(at('2026-12-04'));
  expect(await movesOf(both.id)).toEqual([
    { before: at('2026-12-02'), after: at('2026-12-03'), cause: 'closure_added', onDate: '2026-12-01' },
    { before: at('2026-12-03'), after: at('2026-12-04'), cause: 'closure_added', onDate: '2026-12-02' },
  ]);
  expect([await dueOf(between.id), await movesOf(between.id)]).toEqual([at('2026-12-04'), []]);
});

test('a walk run again moves nothing twice, and one that was cut off goes on behind its last batch', async () => {
  const [first, second] = [await aCase({ receivedAt: at('2026-11-24', 9, 0) }), await aCase({ receivedAt: at('2026-11-24', 9, 0) })];
  await closed('2026-12-02');
  const { id } = await db().promiseRecount.findFirstOrThrow();
  await db().promiseRecount.update({ where: { id }, data: { cases: 2, seen: 1, afterNumber: first.number } });
  await movePromises(worker, { recountId: id });
  expect([await dueOf(first.id), await dueOf(second.id)]).toEqual([at('2026-12-02'), at('2026-12-03')]);
  await db().promiseRecount.update({ where: { id }, data: { seen: 0, moved: 0, afterNumber: 0, finishedAt: null } });
  await movePromises(worker, { recountId: id });
  expect(await dueOf(first.id)).toEqual(at('2026-12-03'));
  expect([await movesOf(first.id), await movesOf(second.id)].map((moves) => moves.length)).toEqual([1, 1]);
  await expect(movePromises(worker, { recountId: id })).resolves.toBeUndefined();
  expect(await throughTheDoor(moveBatch, worker, { recountId: id }, null)).toMatchObject({ reason: 'already_finished' });
});

test('four workers on one walk move each promise once', async () => {
  const cases = [];
  for (let i = 0; i < 5; i += 1) cases.push(await aCase({ receivedAt: at('2026-11-24', 9, i) }));
  await closed('2026-12-02');
  const { id } = await db().promiseRecount.findFirstOrThrow();
  await Promise.all([1, 2, 3, 4].map(() => movePromises(worker, { recountId: id })));
  for (const { id: caseId } of cases) expect(await movesOf(caseId)).toHaveLength(1);
});

test('a closure that is taken off while its walk runs: the promises end where they began', async () => {
  const moved = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  await closed('2026-12-02');
  const { id } = await db().promiseRecount.findFirstOrThrow();
  await Promise.all([movePromises(worker, { recountId: id }), opened('2026-12-02')]);
  await walk();
  expect(await dueOf(moved.id)).toEqual(at('2026-12-02'));
});

test('a case opened while the calendar changes waits for it and counts by the new one', async () => {
  const [outcome, opening] = await Promise.all([closed('2026-12-02'), aCase({ receivedAt: at('2026-11-24', 9, 0) })]);
  expect(outcome).toMatchObject({ ok: true });
  await walk();
  expect(await dueOf(opening.id)).toEqual(at('2026-12-03'));
});

test('two people closing one day: one does, the other is told', async () => {
  const outcomes = await Promise.all([closed('2026-12-02'), closed('2026-12-02')]);
  expect(outcomes.map((outcome) => (outcome.ok ? 'closed' : outcome.problems[0]?.reason)).sort()).toEqual(['already_closed', 'closed']);
});

describe('the preview before saving', () => {
  const preview = async (onDate: string, cause = 'closure_added') => takeLook(previewClosure, await signedIn('ruth'), { onDate, cause });

  test('counts what would move, from when to when, with and without pauses, and agrees with the walk', async () => {
    const plain = [await aCase({ receivedAt: at('2026-11-24', 9, 0) }), await aCase({ receivedAt: at('2026-11-23', 9, 0) }), await aCase({ receivedAt: at('2026-11-24', 17, 0) })];
    const paused = await aCase({ receivedAt: at('2026-11-23', 9, 0) });
    await db().caseWait.create({ data: { caseId: paused.id, state: 'waiting_on_requester', reason: 'Photo ID', stopsClock: true, fromAt: at('2026-11-23', 12, 0), untilAt: at('2026-11-24', 17, 0) } });
    await db().case.update({ where: { id: paused.id }, data: { dueAt: at('2026-12-02') } });
    await aCase({ receivedAt: at('2026-11-16', 9, 0) });
    expect(await preview('2026-12-02')).toEqual({
      ok: true,
      value: {
        moves: [
          { before: '2026-12-02', after: '2026-12-03', businessDays: 1, count: 2 },
          { before: '2026-12-03', after: '2026-12-04', businessDays: 1, count: 1 },
        ],
        stopped: 0,
      },
    });
    expect(await dueOf(plain[0]?.id ?? '')).toEqual(at('2026-12-02'));
    await closed('2026-12-02');
    await walk();
    expect(await db().promiseRecount.findFirst()).toMatchObject({ moved: 3 });
    expect(await preview('2026-12-02', 'closure_removed')).toMatchObject({ value: { moves: [{ businessDays: -1, count: 2 }, { businessDays: -1, count: 1 }] } });
  });

  test('says what is wrong with a day, and is for those who keep the calendar', async () => {
    expect(await preview('2026-11-28')).toMatchObject({ ok: false, problems: [{ reason: 'weekend', detail: 'Saturday' }] });
    expect(await takeLook(previewClosure, await signedIn('dana'), { onDate: '2026-12-02', cause: 'closure_added' })).toMatchObject({ reason: 'forbidden' });
  });
});

test('an administrator keeps the calendar too; a processor reads it, and the attempt is kept', async () => {
  expect(await throughTheDoor(addClosure, await signedIn('vera'), { onDate: '2026-12-02', ...ORDER }, null)).toMatchObject({ ok: true });
  const dana = await signedIn('dana');
  expect(await throughTheDoor(addClosure, dana, { onDate: '2026-12-03', ...ORDER }, null)).toMatchObject({ reason: 'forbidden' });
  expect(await throughTheDoor(removeClosure, dana, { onDate: '2026-12-02', reason: 'x' }, null)).toMatchObject({ reason: 'forbidden' });
  expect(await db().auditEvent.count({ where: { event: 'command.refused', staffId: dana.staffId } })).toBeGreaterThanOrEqual(2);
});

test('the foot of the queue tells of Thanksgiving from a week before', async () => {
  expect(await findClosureTold()).toMatchObject({ closures: [{ on: '2026-11-26', name: 'Thanksgiving' }], lastOpen: '2026-11-25', next: '2026-11-27' });
  freezeClock(at('2026-11-18', 9, 0));
  expect(await findClosureTold()).toBeNull();
});

test('the web and the worker do all this under their own roles', async () => {
  const moved = await aCase({ receivedAt: at('2026-11-24', 9, 0) });
  const ruth = await signedIn('ruth');
  await useDatabase(database.staff);
  const outcome = await throughTheDoor(addClosure, ruth, { onDate: '2026-12-02', ...ORDER }, null);
  await useDatabase(database.worker);
  await walk();
  await useDatabase(database.owner);
  expect(outcome).toMatchObject({ ok: true });
  expect(await dueOf(moved.id)).toEqual(at('2026-12-03'));
});
