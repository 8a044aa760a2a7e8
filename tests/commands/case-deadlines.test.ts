/** Tuesday, November 24, 2026, 10:48 AM. */
import { claimCase, takeNext } from '@/lib/cases/commands/claims';
import { proveDeadline, removeDeadline, setDeadline, withdrawDeadlineProof } from '@/lib/cases/commands/deadlines';
import { throughTheDoor, type AnyCommand } from '@/lib/command';
import { freezeClock } from '@/lib/platform/clock';
import { calendarDateOf } from '@/lib/platform/dates';
import { db, useDatabase } from '@/lib/platform/db';
import type { StaffActor } from '@/lib/access/actor';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

let database: TestDatabase;
let dana: StaffActor;
const NOW = new Date('2026-11-24T15:48:00Z');
const COLLEGE = { on: '2026-12-02', reason: 'college' };

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  await useDatabase(database.superuser);
  freezeClock(NOW);
  dana = await signedIn('dana');
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

const versionOf = async (id: string): Promise<number> => (await db().case.findUniqueOrThrow({ where: { id } })).version;
const rowOf = (id: string) => db().case.findUniqueOrThrow({ where: { id } });
/** Sends the version that is on screen now, unless the body names another. */
const send = async (asked: AnyCommand, { id, publicId }: { id: string; publicId: string }, body: object = {}, by = dana) =>
  throughTheDoor(asked, by, { caseId: publicId, version: await versionOf(id), ...body }, null);
const eventsOf = async (caseId: string) => (await db().auditEvent.findMany({ where: { caseId, event: { startsWith: 'case.deadline' } }, orderBy: { id: 'asc' } })).map(({ event, details }) => ({ event, details }));

async function heldCase(wishes: Parameters<typeof aCase>[0] = {}) {
  const held = await aCase(wishes);
  await throughTheDoor(claimCase, dana, { caseId: held.publicId }, null);
  return held;
}

const aDocument = (submissionId: string, state: 'ready' | 'received' = 'ready') =>
  db().document.create({ data: { submissionId, kind: 'other', state, receivedAt: NOW, fileName: 'letter.pdf', mediaType: 'application/pdf', size: 10, sha256: Buffer.alloc(32) } });

test('the holder sets a day and what it is for; it stands as said, without proof', async () => {
  const held = await heldCase();
  expect(await send(setDeadline, held, COLLEGE)).toEqual({ ok: true, value: { on: '2026-12-02' } });
  expect(await rowOf(held.id)).toMatchObject({ deadlineOn: '2026-12-02', deadlineReason: 'College', deadlineProvenAt: null, version: 2 });
  expect(await eventsOf(held.id)).toEqual([{ event: 'case.deadline_set', details: { changes: [{ field: 'Their deadline', before: null, after: 'College 12/02/2026' }], proven: false } }]);
});

test('their own words stand instead of the reason, and "something else" needs them', async () => {
  const held = await heldCase();
  expect(await send(setDeadline, held, { on: '2026-12-02', reason: 'other' })).toMatchObject({ reason: 'invalid', problems: [{ field: 'words', reason: 'words_missing' }] });
  expect(await send(setDeadline, held, { on: '2026-12-02', reason: 'other', words: 'Adoption hearing' })).toMatchObject({ ok: true });
  expect(await rowOf(held.id)).toMatchObject({ deadlineReason: 'Adoption hearing' });
});

test('a document of the case proves it, with who found so and when', async () => {
  const held = await heldCase({ deadlineOn: calendarDateOf('2026-11-30') });
  const letter = await aDocument(held.submissionId);
  expect(await send(proveDeadline, held, { documentId: letter.publicId, proof: 'letter from hospital' })).toMatchObject({ ok: true });
  expect(await rowOf(held.id)).toMatchObject({ deadlineDocumentId: letter.id, deadlineProof: 'letter from hospital', deadlineProvenById: dana.staffId, deadlineProvenAt: NOW });
  expect(await eventsOf(held.id)).toEqual([{ event: 'case.deadline_proven', details: { on: '2026-11-30', proof: 'letter from hospital' } }]);
});

test('a telephone call proves it by the words of who confirmed', async () => {
  const held = await heldCase({ deadlineOn: calendarDateOf('2026-11-30') });
  expect(await send(proveDeadline, held, {})).toMatchObject({ reason: 'invalid', problems: [{ field: 'proof', reason: 'proof_missing' }] });
  expect(await send(proveDeadline, held, { proof: 'Ms. Ortega, admissions, by phone' })).toMatchObject({ ok: true });
  expect(await rowOf(held.id)).toMatchObject({ deadlineDocumentId: null, deadlineProof: 'Ms. Ortega, admissions, by phone' });
});

test.each(['of another case', 'not yet checked'])('a document %s proves nothing', async (which) => {
  const [held, other] = [await heldCase({ deadlineOn: calendarDateOf('2026-11-30') }), await aCase()];
  const letter = await aDocument(which === 'of another case' ? other.submissionId : held.submissionId, which === 'of another case' ? 'ready' : 'received');
  expect(await send(proveDeadline, held, { documentId: letter.publicId })).toMatchObject({ reason: 'invalid', problems: [{ field: 'documentId', reason: 'not_of_this_case' }] });
  expect(await rowOf(held.id)).toMatchObject({ deadlineProvenAt: null });
});

test('set with its document, the deadline is proven at once', async () => {
  const held = await heldCase();
  const letter = await aDocument(held.submissionId);
  expect(await send(setDeadline, held, { ...COLLEGE, documentId: letter.publicId })).toMatchObject({ ok: true });
  expect(await rowOf(held.id)).toMatchObject({ deadlineDocumentId: letter.id, deadlineProvenAt: NOW });
  expect((await eventsOf(held.id)).map(({ event }) => event)).toEqual(['case.deadline_set', 'case.deadline_proven']);
});

test('another day asks for a new proof; another reason for the same day keeps it', async () => {
  const held = await heldCase();
  await send(setDeadline, held, { ...COLLEGE, proof: 'admission letter' });
  await send(setDeadline, held, { on: '2026-12-02', reason: 'school' });
  expect(await rowOf(held.id)).toMatchObject({ deadlineReason: 'School', deadlineProof: 'admission letter', deadlineProvenAt: NOW });
  await send(setDeadline, held, { on: '2026-12-03', reason: 'school' });
  expect(await rowOf(held.id)).toMatchObject({ deadlineOn: '2026-12-03', deadlineProof: null, deadlineProvenAt: null, deadlineProvenById: null });
});

test('a proof is withdrawn with its reason, once', async () => {
  const held = await heldCase({ deadlineOn: calendarDateOf('2026-11-30') });
  const letter = await aDocument(held.submissionId);
  await send(proveDeadline, held, { documentId: letter.publicId });
  expect(await send(withdrawDeadlineProof, held, { reason: ' ' })).toMatchObject({ reason: 'invalid' });
  expect(await send(withdrawDeadlineProof, held, { reason: 'The letter is for a brother' })).toMatchObject({ ok: true });
  expect(await rowOf(held.id)).toMatchObject({ deadlineOn: '2026-11-30', deadlineDocumentId: null, deadlineProvenAt: null });
  expect((await eventsOf(held.id)).at(-1)?.details).toMatchObject({ on: '2026-11-30', reason: 'The letter is for a brother' });
  expect(await send(withdrawDeadlineProof, held, { reason: 'Again' })).toMatchObject({ reason: 'not_proven' });
});

test('a deadline is taken away with its proof; then there is none to prove', async () => {
  const held = await heldCase({ deadlineOn: calendarDateOf('2026-11-30') });
  await send(proveDeadline, held, { proof: 'by phone' });
  expect(await send(removeDeadline, held, { reason: 'Surgery was put off' })).toMatchObject({ ok: true });
  expect(await rowOf(held.id)).toMatchObject({ deadlineOn: null, deadlineReason: null, deadlineProof: null, deadlineProvenAt: null });
  expect(await send(proveDeadline, held, { proof: 'by phone' })).toMatchObject({ reason: 'no_deadline' });
  expect(await send(removeDeadline, held, { reason: 'Again' })).toMatchObject({ reason: 'no_deadline' });
});

test.each([
  ['yesterday', { on: '2026-11-23', reason: 'college' }, 'in_the_past'],
  ['no day of any month', { on: '2026-02-30', reason: 'college' }, 'not_a_date'],
  ['a reason that is none', { on: '2026-12-02', reason: 'because' }, 'reason_missing'],
])('%s is refused, and nothing changes', async (_, body, reason) => {
  const held = await heldCase();
  expect(await send(setDeadline, held, body)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ reason }] });
  expect(await rowOf(held.id)).toMatchObject({ deadlineOn: null, version: 1 });
});

test('today is no day of the past', async () => {
  expect(await send(setDeadline, await heldCase(), { ...COLLEGE, on: '2026-11-24' })).toMatchObject({ ok: true });
});

test('only who has the case may, only while it is open, and only from the version that was seen', async () => {
  const held = await heldCase({ deadlineOn: calendarDateOf('2026-11-30') });
  const kofi = await signedIn('kofi');
  for (const [asked, body] of [[setDeadline, COLLEGE], [proveDeadline, { proof: 'x' }], [withdrawDeadlineProof, { reason: 'x' }], [removeDeadline, { reason: 'x' }]] as const) {
    expect(await send(asked, held, body, kofi)).toMatchObject({ reason: 'not_claimed' });
    expect(await send(asked, held, { ...body, version: 0 })).toMatchObject({ reason: 'conflict' });
    expect(await send(asked, held, body, await signedIn('omar'))).toMatchObject({ reason: 'forbidden' });
  }
  expect(await eventsOf(held.id)).toEqual([]);
  await db().case.update({ where: { id: held.id }, data: { state: 'closed' } });
  expect(await send(setDeadline, held, COLLEGE)).toMatchObject({ reason: 'case_closed' });
  await db().case.update({ where: { id: held.id }, data: { state: 'in_progress' } });
});

test('two who save at once: one is kept, the other is told', async () => {
  const held = await heldCase();
  const outcomes = await Promise.all([send(setDeadline, held, COLLEGE), send(setDeadline, held, { on: '2026-12-09', reason: 'job' })]);
  expect(outcomes.map((outcome) => (outcome.ok ? 'kept' : outcome.reason)).sort()).toEqual(['conflict', 'kept']);
});

test('the queue takes a proven deadline before one that is only said, and that before none', async () => {
  await db().caseClaim.updateMany({ where: { releasedAt: null }, data: { releasedAt: NOW, releaseReason: 'test_over' } });
  await db().$executeRaw`UPDATE cases SET state = 'closed'`;
  const receivedAt = new Date('2026-11-24T14:00:00Z');
  const none = await aCase({ receivedAt });
  const said = await aCase({ receivedAt, deadlineOn: calendarDateOf('2026-11-25') });
  const proven = await heldCase({ receivedAt, deadlineOn: calendarDateOf('2026-12-20') });
  await send(proveDeadline, proven, { proof: 'letter from hospital' });
  await db().caseClaim.updateMany({ where: { releasedAt: null }, data: { releasedAt: NOW, releaseReason: 'test_over' } });
  const numbers = [];
  for (let i = 0; i < 3; i += 1) {
    const outcome = await throughTheDoor(takeNext, dana, {}, null);
    if (outcome.ok) numbers.push((outcome.value as { number: number }).number);
  }
  expect(numbers).toEqual([proven.number, said.number, none.number]);
});

test('the database itself refuses a proof of nothing and a proof without its evidence', async () => {
  const held = await aCase({ deadlineOn: calendarDateOf('2026-11-30') });
  await expect(db().case.update({ where: { id: held.id }, data: { deadlineProvenAt: NOW, deadlineProvenById: dana.staffId } })).rejects.toThrow(/cases_deadline_proof_named/);
  await expect(db().case.update({ where: { id: held.id }, data: { deadlineProof: 'x' } })).rejects.toThrow(/cases_deadline_proof_named/);
  const none = await aCase();
  await expect(db().case.update({ where: { id: none.id }, data: { deadlineProof: 'x', deadlineProvenAt: NOW, deadlineProvenById: dana.staffId } })).rejects.toThrow(/cases_deadline_proven_whole/);
});
