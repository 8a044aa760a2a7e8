/** Two at one case at one moment: whoever is first wins, the other is told, and nothing is half done. */
import { mintWorker, type StaffActor } from '@/lib/access/actor';
import { bulkCases } from '@/lib/cases/commands/bulk';
import { claimCase, takeNext } from '@/lib/cases/commands/claims';
import { closeCase } from '@/lib/cases/commands/closings';
import { setDeadline } from '@/lib/cases/commands/deadlines';
import { answerQuestion, escalateCase } from '@/lib/cases/commands/escalations';
import { joinCases, unjoinCase } from '@/lib/cases/commands/joins';
import { lapseClaims } from '@/lib/cases/commands/lapses';
import { resumeCase, waitCase, wakeCases } from '@/lib/cases/commands/waits';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { Outcome } from '@/lib/platform/outcome';
import { aCase } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { signedIn } from '../support/people';

withDatabase('superuser');
const worker = mintWorker('test');
let [dana, kofi, ruth, petra] = [] as StaffActor[] as [StaffActor, StaffActor, StaffActor, StaffActor];
type Opened = Awaited<ReturnType<typeof aCase>>;

beforeAll(async () => {
  [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
  const second = await db().staff.create({ data: { email: 'petra@example.org', name: 'Petra Novak', roles: ['supervisor'], languages: ['en'], createdAt: TEST_HOUR } });
  petra = { ...ruth, staffId: second.id, publicId: second.publicId, name: second.name };
});
beforeEach(() => freezeClock(TEST_HOUR));
afterEach(async () => {
  await db().$executeRaw`UPDATE case_claims SET released_at = now(), release_reason = 'test_over' WHERE released_at IS NULL`;
  await db().$executeRaw`UPDATE cases SET state = 'closed'`;
});

const run = (command: AnyCommand, actor: StaffActor, body: object) => throughTheDoor(command, actor, body, null);
const said = (outcomes: readonly Outcome<unknown>[]): string[] => outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)).sort();
const claimed = async (by: StaffActor, wishes: Parameters<typeof aCase>[0] = {}): Promise<Opened> => {
  const found = await aCase(wishes);
  await run(claimCase, by, { caseId: found.publicId });
  return found;
};
const row = ({ id }: Opened) => db().case.findUniqueOrThrow({ where: { id }, include: { claims: { where: { releasedAt: null } }, waits: { where: { untilAt: null } }, closures: { where: { undoneAt: null } } } });
const told = (of: Opened, event: string) => db().auditEvent.count({ where: { caseId: of.id, event } });
async function rounds(many: number, one: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < many; round += 1) await one(round);
}

test('forty races of two tabs that save one deadline: one wins, the other hears of the conflict and what stands now', async () => {
  const found = await claimed(dana);
  await rounds(40, async (round) => {
    const { version } = await row(found);
    const days = round % 2 === 0 ? ['2026-12-01', '2026-12-02'] : ['2026-12-03', '2026-12-04'];
    const outcomes = await Promise.all(days.map((on) => run(setDeadline, dana, { caseId: found.publicId, version, on, reason: 'school' })));
    expect(said(outcomes)).toEqual(['conflict', 'done']);
    const kept = days[outcomes.findIndex(({ ok }) => ok)] ?? '';
    expect(await row(found)).toMatchObject({ version: version + 1, deadlineOn: kept });
    const lost = outcomes.find(({ ok }) => !ok);
    expect(lost?.ok === false && lost.problems).toMatchObject([{ field: 'on', reason: 'changed_meanwhile' }]);
  });
});

test('two supervisors answer one question: one answer stands, the other is told', async () => {
  await rounds(5, async () => {
    const found = await claimed(dana);
    await run(escalateCase, dana, { caseId: found.publicId, reason: 'Two decrees name different guardians' });
    const outcomes = await Promise.all([run(answerQuestion, ruth, { caseId: found.publicId, answer: 'The later one' }), run(answerQuestion, petra, { caseId: found.publicId, answer: 'The earlier one' })]);
    expect(said(outcomes)).toEqual(['done', 'nothing_asked']);
    expect(await told(found, 'case.answered')).toBe(1);
  });
});

test('the database itself refuses an answer to one’s own question', async () => {
  const found = await claimed(dana);
  await run(escalateCase, dana, { caseId: found.publicId, reason: 'Whose signature is this?' });
  await expect(db().$executeRaw`UPDATE case_escalations SET answer = 'Mine', answered_at = now(), answered_by_id = by_id WHERE case_id = ${found.id}::uuid`).rejects.toThrow(/case_escalations_other_answers/);
});

test('a snoozed case wakes while somebody resumes it: it comes back once', async () => {
  await rounds(5, async () => {
    freezeClock(TEST_HOUR);
    const found = await claimed(dana);
    await run(waitCase, dana, { caseId: found.publicId, state: 'on_hold', code: 'desk_away', wakeOn: '2026-11-25' });
    freezeClock(new Date('2026-11-25T14:00:00Z'));
    await Promise.all([run(resumeCase, dana, { caseId: found.publicId }), throughTheDoor(wakeCases, worker, {}, null)]);
    expect(await row(found)).toMatchObject({ state: 'in_progress', waits: [] });
    expect(await told(found, 'case.resumed')).toBe(1);
  });
});

test('a claim lapses while its holder saves: what was saved keeps it, what was not says so', async () => {
  await rounds(10, async () => {
    freezeClock(TEST_HOUR);
    const found = await claimed(dana);
    freezeClock(new Date(TEST_HOUR.getTime() + 31 * 60_000));
    const [saved] = await Promise.all([run(escalateCase, dana, { caseId: found.publicId, reason: 'Whose is it?' }), throughTheDoor(lapseClaims, worker, {}, null)]);
    const { holderId, claims } = await row(found);
    expect([saved.ok ? 'done' : saved.reason, holderId, claims.map(({ staffId }) => staffId)]).toEqual(saved.ok ? ['done', dana.staffId, [dana.staffId]] : ['not_claimed', null, []]);
  });
});

test('two take the next case while idle ones lapse: each has another, and each lapses once', async () => {
  await rounds(5, async () => {
    freezeClock(TEST_HOUR);
    const idle = [await claimed(ruth), await claimed(ruth)];
    freezeClock(new Date(TEST_HOUR.getTime() + 31 * 60_000));
    await Promise.all([run(takeNext, dana, {}), run(takeNext, kofi, {}), throughTheDoor(lapseClaims, worker, {}, null)]);
    for (const one of idle) expect(await told(one, 'case.claim_released')).toBe(1);
    const held = await db().case.findMany({ where: { id: { in: idle.map(({ id }) => id) }, holderId: { not: null } } });
    expect(new Set(held.map(({ holderId }) => holderId)).size).toBe(held.length);
    await db().$executeRaw`UPDATE case_claims SET released_at = now(), release_reason = 'round_over' WHERE released_at IS NULL`;
    await db().$executeRaw`UPDATE cases SET state = 'closed'`;
  });
});

test('a double click under one key takes one case, twenty times over', async () => {
  await aCase();
  await aCase();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => throughTheDoor(takeNext, dana, {}, 'key-of-one-double-click')));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(await db().caseClaim.count({ where: { staffId: dana.staffId, releasedAt: null } })).toBe(1);
});

const [FRIDAY, MONDAY, TUESDAY] = ['2026-11-20', '2026-11-23', '2026-11-24'].map((day) => new Date(`${day}T15:00:00Z`)) as [Date, Date, Date];
const join = (one: Opened, into: Opened, by = dana) => run(joinCases, by, { caseId: one.publicId, intoId: into.publicId, reason: 'The same need' });

test('a case is joined while it is closed, or its keeper is: one of the two happens', async () => {
  await rounds(4, async (round) => {
    const [keeper, later] = [await claimed(dana, { receivedAt: FRIDAY }), await claimed(dana, { receivedAt: MONDAY })];
    const closing = round % 2 === 0 ? later : keeper;
    const outcomes = await Promise.all([join(later, keeper), run(closeCase, dana, { caseId: closing.publicId, outcome: 'withdrawn', reason: 'They found it' })]);
    expect((await row(later)).closures.length).toBeLessThan(2);
    if (closing === later) expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    // A keeper may be closed after the join; never does an open case lie in one that was closed before.
    else expect((await row(later)).state).toBe(outcomes[0].ok ? 'closed' : 'in_progress');
  });
});

test('joined into a keeper that is itself being joined into a third: no chain, no ring', async () => {
  await rounds(4, async () => {
    const [first, second, third] = [await claimed(dana, { receivedAt: FRIDAY }), await claimed(dana, { receivedAt: MONDAY }), await claimed(dana, { receivedAt: TUESDAY })];
    const outcomes = await Promise.all([join(second, first), join(third, second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(['case_closed', 'holds_joined_cases']).toContain(said(outcomes).find((word) => word !== 'done'));
  });
});

test('two take one joined case out again: once', async () => {
  const [keeper, later] = [await claimed(dana, { receivedAt: FRIDAY }), await claimed(dana, { receivedAt: MONDAY })];
  await join(later, keeper);
  const { publicId } = await db().caseJoin.findFirstOrThrow({ where: { caseId: later.id, undoneAt: null } });
  const outcomes = await Promise.all([dana, ruth].map((by) => run(unjoinCase, by, { joinId: publicId, reason: 'For her daughter' })));
  expect(said(outcomes)).toEqual(['already_undone', 'done']);
});

type Answer = { moved: { id: string }[]; left: { reason: string }[] };
const bulk = async (by: StaffActor, cases: readonly Opened[]): Promise<Answer> => {
  const outcome = await run(bulkCases, by, { action: 'assign_to_me', caseIds: cases.map(({ publicId }) => publicId) });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value as Answer;
};

test('two choose the same fifty cases from opposite ends: each case has one holder and nobody dies', async () => {
  const cases: Opened[] = [];
  await rounds(50, async () => void cases.push(await aCase()));
  const answers = await Promise.all([bulk(dana, cases), bulk(kofi, [...cases].reverse())]);
  expect(answers.flatMap(({ moved }) => moved)).toHaveLength(50);
  expect(new Set(answers.flatMap(({ left }) => left).map(({ reason }) => reason))).toEqual(new Set(['held_by_another']));
});

test('a list that frees idle cases, and a colleague’s list in which these come later, do not wait in a ring', async () => {
  await rounds(6, async () => {
    freezeClock(TEST_HOUR);
    const [one, both] = [await aCase(), await aCase()];
    const idle = await claimed(ruth);
    freezeClock(new Date(TEST_HOUR.getTime() + 31 * 60_000));
    const answers = await Promise.all([bulk(dana, [one, both]), bulk(kofi, [both, idle])]);
    expect(answers.flatMap(({ moved }) => moved).length).toBeGreaterThanOrEqual(2);
  });
});
