/** Break the glass: opened with a reason by one person for an hour, seen by nobody else, reviewed by somebody else. */
import type { StaffActor } from '@/lib/access/actor';
import { breakGlass, endGlass, reviewGlass } from '@/lib/cases/commands/glass';
import { claimCase } from '@/lib/cases/commands/claims';
import { matchCase } from '@/lib/cases/commands/matches';
import { findCaseByNumber } from '@/lib/cases/queries/case';
import { countToReview, listOpenGlass, listOpenings } from '@/lib/cases/queries/glass';
import { listCandidates } from '@/lib/cases/queries/match';
import { mintWorker } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { makeBatch } from '@/lib/dispatch/commands/batches';
import { listEnvelopes } from '@/lib/dispatch/queries';
import { mintBatchTicket } from '@/lib/dispatch/tickets';
import { approveRelease, prepareRelease } from '@/lib/cases/commands/releases';
import { RESTRICTIONS, type Restriction } from '@/lib/patients/glass';
import { freezeClock } from '@/lib/platform/clock';
import { db, refusedBy } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { withOpen } from '../support/glass';
import { aPatient, detailsOf } from '../support/patients';
import { signedIn, type CastName } from '../support/people';
import { aReadyCase, aRequest, anApproved, aBatchOf } from '../support/releases';

withDatabase('superuser');
afterEach(() => freezeClock(TEST_HOUR));
beforeEach(() => db().rateCount.deleteMany());

const later = (minutes: number, seconds = 0): void => freezeClock(new Date(TEST_HOUR.getTime() + (minutes * 60 + seconds) * 1000));
const WHY = { reason: 'works_the_case', words: 'The clinic asks for the doses of this child' };
const open = (actor: StaffActor, caseId: string, body: object = WHY, key: string | null = null) => throughTheDoor(breakGlass, actor, { caseId, ...body }, key);

/** A case of a restricted person. */
async function aRestricted(restriction: Restriction = 'protected_address') {
  const patient = await aPatient({ given: 'Canaria', family: 'Veil', restriction });
  const opened = await aCase({ given: 'Canaria', family: 'Veil' });
  return { patient, of: await db().case.update({ where: { id: opened.id }, data: { patientId: patient.id } }) };
}
/** The same person at their next request. */
const next = (who: CastName) => signedIn(who);
const shown = async (actor: StaffActor, number: number) => (await findCaseByNumber(actor, number, 'identity'))?.subject.given;
const openingOf = (patientId: string) => db().glassOpening.findFirstOrThrow({ where: { patientId } });

test.each(RESTRICTIONS)('%s: hidden from every role until one person opens it, and then shown to that person alone', async (restriction) => {
  const { patient, of } = await aRestricted(restriction);
  for (const who of ['dana', 'ruth', 'omar'] as const) expect(await shown(await signedIn(who), of.number)).toBe('Restricted');
  expect(await open(await signedIn('dana'), of.publicId)).toEqual({ ok: true, value: { records: 1 } });
  expect(await shown(await next('dana'), of.number)).toBe('Canaria');
  for (const who of ['kofi', 'ruth', 'omar'] as const) expect(await shown(await signedIn(who), of.number)).toBe('Restricted');
  const kept = await openingOf(patient.id);
  expect(kept).toMatchObject({ caseId: of.id, ...WHY, openedAt: TEST_HOUR, endsAt: new Date(TEST_HOUR.getTime() + 3_600_000), endedAt: null, finding: null });
  expect(await detailsOf(of.id, 'patient.glass_broken')).toEqual({ opening: kept.publicId, ...WHY, minutes: 60 });
});

test.each([[59, 59, 'Canaria'], [60, 0, 'Restricted']])('after %i minutes %i seconds by the server’s clock it shows %s', async (minutes, seconds, given) => {
  const { of } = await aRestricted();
  await open(await signedIn('dana'), of.publicId);
  later(minutes, seconds);
  expect(await shown(await next('dana'), of.number)).toBe(given);
});

test('it is per patient: another restricted record stays hidden', async () => {
  const [one, other] = [await aRestricted(), await aRestricted('vip')];
  await open(await signedIn('kofi'), one.of.publicId);
  expect([await shown(await next('kofi'), one.of.number), await shown(await next('kofi'), other.of.number)]).toEqual(['Canaria', 'Restricted']);
});

test('ended by whoever opened it, it is hidden again at once; nobody else ends it, and it ends once', async () => {
  const { patient, of } = await aRestricted();
  const dana = await signedIn('dana');
  await open(dana, of.publicId);
  const { publicId: openingId } = await openingOf(patient.id);
  expect(await throughTheDoor(endGlass, await signedIn('ruth'), { openingId }, null)).toMatchObject({ ok: false, reason: 'not_found' });
  later(10);
  expect(await throughTheDoor(endGlass, dana, { openingId }, null)).toEqual({ ok: true, value: {} });
  expect(await shown(await next('dana'), of.number)).toBe('Restricted');
  expect(await detailsOf(of.id, 'patient.glass_ended')).toEqual({ opening: openingId });
  expect(await throughTheDoor(endGlass, dana, { openingId }, null)).toMatchObject({ ok: false, reason: 'already_ended' });
});

test('the banner says what is open and how long still; without anything open it asks nothing', async () => {
  const { of } = await aRestricted('sealed_adoption');
  const vera = await signedIn('vera');
  expect(await listOpenGlass(vera)).toEqual([]);
  await open(await signedIn('dana'), of.publicId);
  later(20);
  expect((await listOpenGlass(await next('dana'))).find(({ number }) => number === of.number)).toMatchObject({ why: 'a sealed adoption', msLeft: 40 * 60_000 });
});

test('a hidden candidate of a case that is linked to nobody is opened from that case', async () => {
  const hidden = await aPatient({ given: 'Nora', family: 'Field', birthOn: '1979-12-01', restriction: 'vip' });
  const found = await aCase({ given: 'Nora', family: 'Field', birthOn: '1979-12-01' });
  await throughTheDoor(matchCase, mintWorker('test'), { caseId: found.id }, null);
  const seenBy = async (actor: StaffActor) => {
    const view = await findCaseByNumber(actor, found.number, 'match');
    if (view === null) throw new Error('no case');
    return listCandidates(actor, view);
  };
  expect(await seenBy(await signedIn('dana'))).toMatchObject({ hidden: 1, list: [] });
  expect(await open(await signedIn('dana'), found.publicId)).toMatchObject({ ok: true, value: { records: 1 } });
  expect(await seenBy(await next('dana'))).toMatchObject({ hidden: 0, list: [{ patientId: hidden.publicId }] });
});

test('pressed twice at once it is opened once; a second opening while it runs is refused', async () => {
  const { patient, of } = await aRestricted();
  const dana = await signedIn('dana');
  const both = await Promise.all([open(dana, of.publicId), open(dana, of.publicId)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().glassOpening.count({ where: { patientId: patient.id } })).toBe(1);
  expect(await open(await next('dana'), of.publicId)).toMatchObject({ ok: false, reason: 'nothing_restricted' });
});

test.each([
  ['no reason', { words: 'x' }],
  ['a reason of one’s own', { reason: 'curious', words: 'x' }],
  ['no words', { reason: 'works_the_case', words: '  ' }],
  ['the patient named outright', { ...WHY, patientId: 'AAAAAAAAAAAAAAAAAAAAAA' }],
])('%s is refused and opens nothing', async (_, body) => {
  const { patient, of } = await aRestricted();
  expect(await open(await signedIn('dana'), of.publicId, body)).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await db().glassOpening.count({ where: { patientId: patient.id } })).toBe(0);
});

test('it asks again who it is; an ordinary record has no glass; a role that works no cases breaks none', async () => {
  const { of } = await aRestricted();
  const dana = await signedIn('dana');
  later(6);
  expect(await open(dana, of.publicId)).toMatchObject({ ok: false, reason: 'step_up_needed' });
  expect(await open(await signedIn('dana'), (await aCase()).publicId)).toMatchObject({ ok: false, reason: 'nothing_restricted' });
  for (const who of ['lena', 'omar', 'vera'] as const) expect(await open(await signedIn(who), of.publicId)).toMatchObject({ ok: false, reason: 'forbidden' });
});

describe('the review', () => {
  const review = (actor: StaffActor, openingId: string, finding = 'justified') => throughTheDoor(reviewGlass, actor, { openingId, finding, words: 'The clinic’s letter is on file' }, null);
  async function anOpening(by: CastName) {
    const { patient, of } = await aRestricted();
    await open(await signedIn(by), of.publicId);
    return { of, openingId: (await openingOf(patient.id)).publicId };
  }

  test.each(['justified', 'not_justified'])('a supervisor finds it %s, with words, once', async (finding) => {
    const { of, openingId } = await anOpening('dana');
    const ruth = await signedIn('ruth');
    const waiting = await countToReview(ruth);
    expect(await review(ruth, openingId, finding)).toEqual({ ok: true, value: { finding } });
    expect(await db().glassOpening.findUniqueOrThrow({ where: { publicId: openingId } })).toMatchObject({ finding, reviewWords: 'The clinic’s letter is on file', reviewedById: ruth.staffId, reviewedAt: TEST_HOUR });
    expect(await detailsOf(of.id, 'patient.glass_reviewed')).toEqual({ opening: openingId, of: 'Dana Whitfield', finding, words: 'The clinic’s letter is on file' });
    expect(await countToReview(ruth)).toBe(waiting - 1);
    expect(await review(ruth, openingId)).toMatchObject({ ok: false, reason: 'already_reviewed' });
  });

  test('one’s own is for somebody else, and is not counted as one’s work', async () => {
    const ruth = await signedIn('ruth');
    const waiting = await countToReview(ruth);
    const { openingId } = await anOpening('ruth');
    expect(await countToReview(ruth)).toBe(waiting);
    expect(await review(ruth, openingId)).toMatchObject({ ok: false, reason: 'own_opening' });
    // Not even past the door.
    const row = { finding: 'justified', reviewWords: 'x', reviewedById: ruth.staffId, reviewedAt: TEST_HOUR } as const;
    const refused = await db().glassOpening.update({ where: { publicId: openingId }, data: row }).catch((error: unknown) => refusedBy(error));
    expect(refused).toBe('glass_openings_not_by_oneself');
  });

  test('nobody but a supervisor reviews, and a role without reviews is told of none', async () => {
    const { openingId } = await anOpening('dana');
    for (const who of ['kofi', 'omar', 'vera', 'lena'] as const) {
      expect(await review(await signedIn(who), openingId)).toMatchObject({ ok: false, reason: 'forbidden' });
      expect(await countToReview(await signedIn(who))).toBe(0);
    }
  });

  test('the list names staff, cases and words, never the person; the look at it is kept', async () => {
    const { of } = await anOpening('kofi');
    const ruth = await signedIn('ruth');
    const { toReview } = await listOpenings(ruth);
    expect(toReview.find(({ number }) => number === of.number)).toMatchObject({ by: 'Kofi Mensah', what: 'a protected address', reason: 'The case cannot be worked without it', own: false, review: null });
    expect(JSON.stringify(toReview)).not.toMatch(/Canaria|Veil|1990/);
    expect(await db().auditEvent.findFirstOrThrow({ where: { event: 'glass.viewed', staffId: ruth.staffId }, orderBy: { id: 'desc' } })).toMatchObject({ details: { shown: expect.arrayContaining([`C-${of.number}`]) } });
  });
});

test('a copy of a restricted record is prepared, approved, put into a batch and fetched only by whoever opened it', async () => {
  const dana = await signedIn('dana');
  const { patient, of } = await aReadyCase(dana);
  const { code, dispatchId } = await anApproved(dana, of);
  const batch = await aBatchOf(dana, [dispatchId]);
  await db().patient.update({ where: { id: patient.id }, data: { restriction: 'protected_address' } });
  const nameIn = async (actor: StaffActor) => (await listEnvelopes(actor)).batches.flatMap(({ dispatches }) => dispatches).find((one) => one.code === code);
  expect(await nameIn(dana)).toMatchObject({ recipientName: 'Name not shown' });
  expect((await nameIn(withOpen(dana, patient)))?.recipientName).not.toBe('Name not shown');
  expect(await mintBatchTicket(dana, batch.batchId)).toBeNull();
  expect(await mintBatchTicket(withOpen(dana, patient), batch.batchId)).not.toBeNull();
  await db().dispatch.update({ where: { publicId: dispatchId }, data: { batchId: null } });
  expect(await throughTheDoor(makeBatch, dana, { dispatchIds: [dispatchId] }, null)).toMatchObject({ ok: false, reason: 'restricted_record', problems: [{ field: `dispatch.${dispatchId}` }] });
  const other = await aReadyCase(dana);
  await db().patient.update({ where: { id: other.patient.id }, data: { restriction: 'vip' } });
  expect(await throughTheDoor(prepareRelease, dana, aRequest(other.of), null)).toMatchObject({ ok: false, reason: 'restricted_record' });
  const prepared = await throughTheDoor(prepareRelease, withOpen(dana, other.patient), aRequest(other.of), null);
  if (!prepared.ok) throw new Error(prepared.reason);
  expect(await throughTheDoor(approveRelease, await signedIn('ruth'), { releaseId: (prepared.value as { releaseId: string }).releaseId }, null)).toMatchObject({ ok: false, reason: 'restricted_record' });
});

test('what was opened, by whom and until when is written once', async () => {
  const { patient, of } = await aRestricted();
  const dana = await signedIn('dana');
  await throughTheDoor(claimCase, dana, { caseId: of.publicId }, null);
  await open(dana, of.publicId);
  await expect(db().$executeRaw`UPDATE glass_openings SET ends_at = ends_at + interval '1 hour' WHERE patient_id = ${patient.id}::uuid`).rejects.toThrow('glass_openings_one_hour');
});
