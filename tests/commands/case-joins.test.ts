/** Two cases about one need become one, and two again. */
import type { StaffActor } from '@/lib/access/actor';
import { claimCase } from '@/lib/cases/commands/claims';
import { closeCase, reopenCase } from '@/lib/cases/commands/closings';
import { setDeadline } from '@/lib/cases/commands/deadlines';
import { declineJoin, joinCases, unjoinCase } from '@/lib/cases/commands/joins';
import { waitCase } from '@/lib/cases/commands/waits';
import { countsInFigures } from '@/lib/cases/figures';
import { findCaseByNumber } from '@/lib/cases/queries/case';
import { findJoins } from '@/lib/cases/queries/joins';
import { throughTheDoor } from '@/lib/command';
import { papersOf } from '@/lib/documents/scope';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

jest.setTimeout(60_000);
let database: TestDatabase;
let dana: StaffActor;
let kofi: StaffActor;
let ruth: StaffActor;
type Opened = Awaited<ReturnType<typeof aCase>>;

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  freezeClock(new Date('2026-11-24T17:00:00Z'));
  [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});
afterEach(async () => {
  await db().$executeRaw`UPDATE case_claims SET released_at = now(), release_reason = 'test_over' WHERE released_at IS NULL`;
  await db().$executeRaw`UPDATE cases SET state = 'closed'`;
});

/** Ana writes on Friday and again on Monday. */
async function twice(): Promise<{ keeper: Opened; later: Opened }> {
  const keeper = await aCase({ receivedAt: new Date('2026-11-20T15:00:00Z') });
  const later = await aCase({ receivedAt: new Date('2026-11-23T15:00:00Z'), deadlineOn: calendarDateOf('2026-12-01') });
  await throughTheDoor(claimCase, dana, { caseId: keeper.publicId }, null);
  return { keeper, later };
}
const join = (later: Opened, keeper: Opened, actor = dana) => throughTheDoor(joinCases, actor, { caseId: later.publicId, intoId: keeper.publicId, reason: 'Same person, same phone' }, null);
const row = (of: Opened) => db().case.findUniqueOrThrow({ where: { id: of.id }, include: { claims: { where: { releasedAt: null } }, closures: { where: { undoneAt: null } }, waits: true } });
const standing = async (later: Opened) => db().caseJoin.findFirstOrThrow({ where: { caseId: later.id, undoneAt: null } });
const shown = async (of: Opened, actor = dana) => findJoins(actor, await db().case.findUniqueOrThrow({ where: { id: of.id } }));

test('two requests of one person are proposed with their reasons, and the proposal is a logged look', async () => {
  const { keeper, later } = await twice();
  const { proposals } = await shown(keeper);
  expect(proposals).toEqual([{ caseId: later.publicId, number: later.number, came: `C-${later.number} came by the form Nov 23`, why: 'Same name and date of birth, same phone, same e-mail, same request', otherKeeps: false, heldByOther: false }]);
  expect((await shown(later)).proposals).toMatchObject([{ number: keeper.number, otherKeeps: true }]);
  expect(await db().auditEvent.count({ where: { event: 'case.viewed', caseId: later.id, staffId: dana.staffId } })).toBe(1);
});

test('“not the same need” is remembered from both sides', async () => {
  const { keeper, later } = await twice();
  expect(await throughTheDoor(declineJoin, dana, { caseId: later.publicId, intoId: keeper.publicId }, null)).toMatchObject({ ok: true });
  expect((await shown(keeper)).proposals).toEqual([]);
  expect((await shown(later)).proposals).toEqual([]);
  expect(await throughTheDoor(declineJoin, dana, { caseId: later.publicId, intoId: keeper.publicId }, null)).toMatchObject({ reason: 'already_declined' });
});

test('joined, the later one ends as a duplicate; the keeper keeps its promise and takes the nearer deadline', async () => {
  const { keeper, later } = await twice();
  expect(await join(later, keeper)).toMatchObject({ ok: true, value: { number: keeper.number } });
  expect(await row(later)).toMatchObject({ state: 'closed', closures: [{ outcome: 'duplicate' }], claims: [] });
  expect(await row(keeper)).toMatchObject({ state: 'in_progress', dueAt: keeper.dueAt, deadlineOn: '2026-12-01' });
  expect((await shown(keeper)).joined).toMatchObject([{ number: later.number, reason: 'Same person, same phone' }]);
  expect((await shown(later)).joinedInto).toMatchObject({ number: keeper.number });
  for (const { id } of [keeper, later]) expect(await db().auditEvent.count({ where: { event: 'case.joined', caseId: id } })).toBe(1);
});

test('a joined paper is shown in the keeper, unjudged there, and is gone again with the undoing', async () => {
  const { keeper, later } = await twice();
  const paper = await db().document.create({ data: { submissionId: later.submissionId, kind: 'photo_id', state: 'ready', fileName: 'id.jpg', mediaType: 'image/jpeg', size: 10, sha256: new Uint8Array(32), receivedAt: new Date() } });
  await db().documentReview.create({ data: { documentId: paper.id, caseId: later.id, decision: 'accepted', ticks: {}, reasons: [], facts: {}, byId: kofi.staffId, at: new Date() } });
  await join(later, keeper);
  const view = await findCaseByNumber(dana, keeper.number, 'identity');
  expect(view?.submission.documents.map(({ publicId }) => publicId)).toEqual([paper.publicId]);
  expect(view?.submission.documents[0]?.reviews.filter(({ caseId }) => caseId === keeper.id)).toEqual([]);
  await throughTheDoor(unjoinCase, dana, { joinId: (await standing(later)).publicId, reason: 'For her daughter' }, null);
  expect(await db().document.count({ where: papersOf(keeper.id) })).toBe(0);
  expect(await db().document.count({ where: papersOf(later.id) })).toBe(1);
});

test('taken out again, both stand as they stood: state, wait, holder, closure, deadline', async () => {
  const { keeper, later } = await twice();
  await throughTheDoor(claimCase, dana, { caseId: later.publicId }, null);
  await throughTheDoor(waitCase, dana, { caseId: later.publicId, state: 'waiting_on_requester', code: 'photo_id' }, null);
  const before = { keeper: await row(keeper), later: await row(later) };
  await join(later, keeper);
  expect(await throughTheDoor(unjoinCase, dana, { joinId: (await standing(later)).publicId, reason: 'For her daughter' }, null)).toMatchObject({ ok: true });
  // As JSON: the client's rows carry a symbol each.
  const strip = ({ version: _version, ...rest }: Awaited<ReturnType<typeof row>>): unknown => JSON.parse(JSON.stringify(rest));
  expect(strip(await row(later))).toEqual(strip(before.later));
  expect(strip(await row(keeper))).toEqual(strip(before.keeper));
  const told = await db().auditEvent.findFirstOrThrow({ where: { event: 'case.unjoined', caseId: later.id } });
  expect(told.details).toEqual({ from: keeper.number, joined: later.number, reason: 'For her daughter' });
});

test('the figures count one need once, and neither duplicates nor spam', async () => {
  const { keeper, later } = await twice();
  const counted = () => db().case.count({ where: { ...countsInFigures, id: { in: [keeper.id, later.id] } } });
  expect(await counted()).toBe(2);
  await join(later, keeper);
  expect(await counted()).toBe(1);
  await throughTheDoor(unjoinCase, dana, { joinId: (await standing(later)).publicId, reason: 'For her daughter' }, null);
  expect(await counted()).toBe(2);
  await db().caseClosure.create({ data: { caseId: later.id, outcome: 'spam', reason: 'Advertising', at: new Date() } });
  expect(await counted()).toBe(1);
});

test('each refusal changes nothing and says why', async () => {
  const { keeper, later } = await twice();
  expect(await join(later, keeper, kofi)).toMatchObject({ reason: 'not_claimed' });
  expect(await join(keeper, keeper)).toMatchObject({ reason: 'same_case' });
  await throughTheDoor(claimCase, kofi, { caseId: later.publicId }, null);
  expect(await join(later, keeper)).toMatchObject({ reason: 'held_by_another' });
  expect(await join(keeper, later, kofi)).toMatchObject({ reason: 'not_the_earlier' });
  expect(await row(later)).toMatchObject({ state: 'in_progress', closures: [] });
  await db().$executeRaw`UPDATE case_claims SET released_at = now(), release_reason = 'test' WHERE staff_id = ${kofi.staffId}::uuid AND released_at IS NULL`;
  await join(later, keeper);
  expect(await join(later, keeper)).toMatchObject({ reason: 'already_joined' });
  const { publicId } = await standing(later);
  expect(await throughTheDoor(unjoinCase, kofi, { joinId: publicId, reason: 'x' }, null)).toMatchObject({ reason: 'not_claimed' });
  expect(await throughTheDoor(unjoinCase, ruth, { joinId: publicId, reason: 'A supervisor may' }, null)).toMatchObject({ ok: true });
  expect(await throughTheDoor(unjoinCase, ruth, { joinId: publicId, reason: 'x' }, null)).toMatchObject({ reason: 'already_undone' });
  expect(await db().auditEvent.count({ where: { event: 'command.refused', details: { path: ['command'], equals: 'case.join' } } })).toBe(5);
});

test('a deadline that was proven by telephone goes with its words, and comes back with them', async () => {
  const { keeper, later } = await twice();
  await db().case.update({ where: { id: later.id }, data: { deadlineProof: 'The school nurse, by telephone', deadlineProvenById: kofi.staffId, deadlineProvenAt: new Date() } });
  expect(await join(later, keeper)).toMatchObject({ ok: true });
  expect(await row(keeper)).toMatchObject({ deadlineOn: '2026-12-01', deadlineProof: 'The school nurse, by telephone', deadlineProvenById: kofi.staffId });
  await throughTheDoor(unjoinCase, dana, { joinId: (await standing(later)).publicId, reason: 'For her daughter' }, null);
  expect(await row(keeper)).toMatchObject({ deadlineOn: null, deadlineProof: null, deadlineProvenAt: null });
});

test('taken out again, a deadline that was set since the join is not written over', async () => {
  const { keeper, later } = await twice();
  await join(later, keeper);
  const { version } = await row(keeper);
  await throughTheDoor(setDeadline, dana, { caseId: keeper.publicId, version, on: '2026-11-30', reason: 'school' }, null);
  expect(await throughTheDoor(unjoinCase, dana, { joinId: (await standing(later)).publicId, reason: 'For her daughter' }, null)).toMatchObject({ ok: true });
  expect(await row(keeper)).toMatchObject({ deadlineOn: '2026-11-30' });
});

test('two joined cases that pressed more: whichever is taken out first, the other’s deadline stands', async () => {
  const { keeper, later } = await twice();
  const third = await aCase({ receivedAt: new Date('2026-11-24T15:00:00Z'), deadlineOn: calendarDateOf('2026-11-28') });
  await join(later, keeper);
  await join(third, keeper);
  await throughTheDoor(unjoinCase, dana, { joinId: (await standing(later)).publicId, reason: 'For her daughter' }, null);
  expect(await row(keeper)).toMatchObject({ deadlineOn: '2026-11-28' });
});

test('a joined case is not opened beside its keeper: it is taken out there', async () => {
  const { keeper, later } = await twice();
  await join(later, keeper);
  expect(await throughTheDoor(reopenCase, ruth, { caseId: later.publicId, reason: 'She wrote again' }, null)).toMatchObject({ ok: false, reason: 'joined_elsewhere' });
  expect(await row(later)).toMatchObject({ state: 'closed', closures: [{ outcome: 'duplicate' }] });
});

test('a join is taken back after its keeper was closed, by a supervisor', async () => {
  const { keeper, later } = await twice();
  await join(later, keeper);
  await throughTheDoor(closeCase, dana, { caseId: keeper.publicId, outcome: 'withdrawn', reason: 'They found it' }, null);
  const { publicId } = await standing(later);
  expect(await throughTheDoor(unjoinCase, dana, { joinId: publicId, reason: 'For her daughter' }, null)).toMatchObject({ reason: 'not_claimed' });
  expect(await throughTheDoor(unjoinCase, ruth, { joinId: publicId, reason: 'For her daughter' }, null)).toMatchObject({ ok: true });
  expect([(await row(later)).state, (await row(keeper)).state]).toEqual(['new', 'closed']);
});

test('a keeper is not joined on while it holds another, so that each undoing finds its case', async () => {
  const { keeper, later } = await twice();
  const first = await aCase({ receivedAt: new Date('2026-11-18T15:00:00Z') });
  await throughTheDoor(claimCase, dana, { caseId: first.publicId }, null);
  await join(later, keeper);
  expect(await join(keeper, first)).toMatchObject({ reason: 'holds_joined_cases' });
});

test('two people joining crosswise: one join stands and nobody dies of a deadlock', async () => {
  const { keeper, later } = await twice();
  const outcomes = await Promise.all([join(later, keeper), join(later, keeper), join(keeper, later)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().caseJoin.count({ where: { undoneAt: null, OR: [{ caseId: later.id }, { caseId: keeper.id }] } })).toBe(1);
});

test('no copy under way is pulled into a join', async () => {
  const { keeper, later } = await twice();
  const patient = await db().patient.create({ data: { birthOn: '1990-04-02', sex: 'F', createdAt: new Date() } });
  await db().recordRelease.create({ data: { caseId: later.id, patientId: patient.id, patientVersion: 0, records: ['full_record'], channel: 'mail', recipientName: 'Ana Rivera', addressLines: ['88 Example Street'], addressSource: 'on_record', authority: {}, needsSecond: false, preparedById: dana.staffId, preparedAt: new Date() } });
  expect(await join(later, keeper)).toMatchObject({ reason: 'release_open' });
});
