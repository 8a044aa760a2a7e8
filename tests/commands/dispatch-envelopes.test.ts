import { throughTheDoor } from '@/lib/command';
import { confirmPrinted } from '@/lib/cases/commands/envelopes';
import { reopenCase } from '@/lib/cases/commands/closings';
import { prepareRelease, withdrawRelease } from '@/lib/cases/commands/releases';
import { makeBatch } from '@/lib/dispatch/commands/batches';
import { listEnvelopes } from '@/lib/dispatch/queries';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import type { StaffActor } from '@/lib/access/actor';
import { withDatabase } from '../support/database';
import { signedIn } from '../support/people';
import { aBatchOf, aLetter, anApproved, aPatient, aReadyCase, aRequest } from '../support/releases';

const NOON = new Date('2026-11-24T17:00:00Z');

const database = withDatabase('superuser');
beforeEach(() => freezeClock(NOON));

const eventsOf = async (caseId: string) => (await db().auditEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(({ event }) => event);

/** As the staff web does it: under its own role, which alone may ask for the job. */
async function confirming(staff: StaffActor, batchId: string, dispatchIds: readonly string[]) {
  await database.as('staff');
  try {
    return await throughTheDoor(confirmPrinted, staff, { batchId, dispatchIds }, null);
  } finally {
    await database.as('superuser');
  }
}

/** The press has been here. */
const print = (batchId: string) => db().dispatch.updateMany({ where: { batch: { publicId: batchId } }, data: { state: 'printed', printedAt: NOON } });

async function aPrinted(staff: StaffActor) {
  const { of, patient } = await aReadyCase(staff);
  const approved = await anApproved(staff, of);
  const { batchId } = await aBatchOf(staff, [approved.dispatchId]);
  await print(batchId);
  return { of, patient, batchId, ...approved };
}

describe('a batch', () => {
  test('holds the envelopes asked for, and the audit names them', async () => {
    const dana = await signedIn('dana');
    const ids = [];
    for (let i = 0; i < 2; i += 1) ids.push(await anApproved(dana, (await aReadyCase(dana)).of));
    const { number } = await aBatchOf(dana, ids.map(({ dispatchId }) => dispatchId));
    expect(await db().dispatch.count({ where: { batch: { number } } })).toBe(2);
    const made = await db().auditEvent.findFirstOrThrow({ where: { event: 'batch.made' }, orderBy: { id: 'desc' } });
    expect(made.details).toEqual({ number, dispatches: ids.map(({ code }) => code) });
  });

  test('takes an envelope once, also when two ask at once', async () => {
    const dana = await signedIn('dana');
    const { dispatchId } = await anApproved(dana, (await aReadyCase(dana)).of);
    const both = await Promise.all([1, 2].map(() => throughTheDoor(makeBatch, dana, { dispatchIds: [dispatchId] }, null)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' });
  });

  test('is refused whole when one envelope is unknown or stopped, which is named', async () => {
    const dana = await signedIn('dana');
    const { of, patient } = await aReadyCase(dana);
    const { dispatchId } = await anApproved(dana, of);
    const unknown = 'A'.repeat(22);
    expect(await throughTheDoor(makeBatch, dana, { dispatchIds: [dispatchId, unknown] }, null)).toMatchObject({ reason: 'not_found', problems: [{ field: `dispatch.${unknown}` }] });
    await db().patient.update({ where: { id: patient.id }, data: { optedOutAt: NOON } });
    expect(await throughTheDoor(makeBatch, dana, { dispatchIds: [dispatchId] }, null)).toMatchObject({ reason: 'last_mile', problems: [{ field: `dispatch.${dispatchId}`, reason: 'opted_out' }] });
    expect(await db().dispatch.findUnique({ where: { publicId: dispatchId } })).toMatchObject({ batchId: null, state: 'queued' });
  });

  test('is not for an auditor, and the attempt is kept', async () => {
    const omar = await signedIn('omar');
    expect(await throughTheDoor(makeBatch, omar, { dispatchIds: ['A'.repeat(22)] }, null)).toMatchObject({ reason: 'forbidden' });
    expect(await db().auditEvent.findFirst({ where: { staffId: omar.staffId, event: 'command.refused' } })).not.toBeNull();
  });
});

test('the staff web’s own role has the rights it needs: prepare, approve, batch, list, take back', async () => {
  const dana = await signedIn('dana');
  const { of } = await aReadyCase(dana);
  await database.as('staff');
  const { dispatchId, releaseId } = await anApproved(dana, of);
  await aBatchOf(dana, [dispatchId]);
  expect((await listEnvelopes(dana)).batches.flatMap(({ dispatches }) => dispatches).map(({ publicId }) => publicId)).toContain(dispatchId);
  expect(await throughTheDoor(withdrawRelease, dana, { releaseId, reason: 'Wrong record' }, null)).toMatchObject({ ok: true });
  await database.as('superuser');
  expect(await db().dispatch.findUnique({ where: { publicId: dispatchId } })).toMatchObject({ state: 'cancelled', batchId: null });
});

describe('confirming', () => {
  test('accounts for the copy, closes the case, frees it and tells the requester', async () => {
    const dana = await signedIn('dana');
    const { of, patient, batchId, dispatchId, code } = await aPrinted(dana);
    expect(await confirming(dana, batchId, [dispatchId])).toEqual({ ok: true, value: { confirmed: 1, open: 0 } });
    expect(await db().disclosure.findMany({ where: { patientId: patient.id } })).toMatchObject([{ records: ['full_record'], recipient: 'Ana Rivera', destination: '88 Example Street, New Britain, CT 06051', why: 'record_not_found', authority: 'self_adult: 45 CFR 164.524' }]);
    expect(await db().case.findUnique({ where: { id: of.id }, include: { closures: true, claims: true } })).toMatchObject({
      state: 'closed',
      closedAt: NOON,
      closures: [{ outcome: 'copy_sent', byId: dana.staffId }],
      claims: [{ releasedAt: NOON, releaseReason: 'closed' }],
    });
    const notice = await db().notice.findFirstOrThrow({ where: { caseId: of.id } });
    expect(notice).toMatchObject({ channel: 'email', recipient: 'ana.rivera@example.com', purpose: `mailed:${code}`, state: 'queued', template: 'record_mailed' });
    const jobs = await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key = ${`notice.send:${notice.id}`}`;
    expect(jobs).toHaveLength(1);
    expect((await eventsOf(of.id)).slice(-3)).toEqual(['dispatch.confirmed', 'case.closed', 'notice.queued']);
    expect(await db().printBatch.findUnique({ where: { publicId: batchId } })).toMatchObject({ confirmedAt: NOON });
  });

  test('says "fixed" where the portal finds exactly this person now', async () => {
    const dana = await signedIn('dana');
    const { of, patient } = await aReadyCase(dana, { given: 'Iwona', family: 'Zych' }, await aPatient({ given: 'Iwona', family: 'Zych' }));
    await db().patientContact.updateMany({ where: { patientId: patient.id }, data: { portalUse: true } });
    await db().patient.update({ where: { id: patient.id }, data: { contacts: { updateMany: { where: {}, data: { value: '(860) 922-0134', normalized: '+18609220134' } } } } });
    await db().$executeRaw`ALTER TABLE submission_subjects DISABLE TRIGGER submission_subjects_never_edited`;
    await db().submissionSubject.update({ where: { id: of.subjectId }, data: { phone: '860-922-0134' } });
    await db().$executeRaw`ALTER TABLE submission_subjects ENABLE TRIGGER submission_subjects_never_edited`;
    const { dispatchId } = await anApproved(dana, of);
    const { batchId } = await aBatchOf(dana, [dispatchId]);
    await print(batchId);
    expect(await confirming(dana, batchId, [dispatchId])).toMatchObject({ ok: true });
    expect(await db().caseClosure.findFirst({ where: { caseId: of.id } })).toMatchObject({ outcome: 'fixed' });
  });

  test('again changes nothing: one disclosure, one notice', async () => {
    const dana = await signedIn('dana');
    const { of, patient, batchId, dispatchId } = await aPrinted(dana);
    await confirming(dana, batchId, [dispatchId]);
    expect(await confirming(dana, batchId, [dispatchId])).toMatchObject({ ok: false, reason: 'already_confirmed' });
    expect(await db().disclosure.count({ where: { patientId: patient.id } })).toBe(1);
    expect(await db().notice.count({ where: { caseId: of.id } })).toBe(1);
  });

  test('is refused for an envelope of another batch and for one that was never printed', async () => {
    const dana = await signedIn('dana');
    const [one, other] = [await aPrinted(dana), await aPrinted(dana)];
    expect(await confirming(dana, one.batchId, [one.dispatchId, other.dispatchId])).toMatchObject({ reason: 'not_in_batch', problems: [{ field: `dispatch.${other.dispatchId}` }] });
    const { dispatchId } = await anApproved(dana, (await aReadyCase(dana)).of);
    const { batchId } = await aBatchOf(dana, [dispatchId]);
    expect(await confirming(dana, batchId, [dispatchId])).toMatchObject({ reason: 'not_printed' });
    expect(await confirming(dana, 'A'.repeat(22), [dispatchId])).toMatchObject({ reason: 'not_found' });
    expect(await db().dispatch.findUnique({ where: { publicId: one.dispatchId } })).toMatchObject({ state: 'printed' });
  });

  test('ends the undo: what is printed or confirmed is not taken back', async () => {
    const dana = await signedIn('dana');
    const { batchId, dispatchId, releaseId } = await aPrinted(dana);
    expect(await throughTheDoor(withdrawRelease, dana, { releaseId, reason: 'x' }, null)).toMatchObject({ reason: 'already_printed' });
    await confirming(dana, batchId, [dispatchId]);
    expect(await throughTheDoor(withdrawRelease, await signedIn('ruth'), { releaseId, reason: 'x' }, null)).toMatchObject({ reason: 'already_sent' });
  });

  test('a second copy to the same person within two weeks asks a second person', async () => {
    const dana = await signedIn('dana');
    const { patient, batchId, dispatchId } = await aPrinted(dana);
    await confirming(dana, batchId, [dispatchId]);
    const { of } = await aReadyCase(dana, {}, patient);
    expect(await throughTheDoor(prepareRelease, dana, aRequest(of), null)).toMatchObject({ ok: true, value: { needsSecond: true } });
  });
});

test('the list shows what is stopped and why, and the look is logged with what it showed', async () => {
  const omar = await signedIn('omar');
  const dana = await signedIn('dana');
  const { of, patient } = await aReadyCase(dana);
  const { dispatchId, code } = await anApproved(dana, of);
  await db().patient.update({ where: { id: patient.id }, data: { version: { increment: 1 } } });
  const { envelopes } = await listEnvelopes(omar);
  expect(envelopes.find(({ publicId }) => publicId === dispatchId)).toMatchObject({ stopped: ['record_changed'] });
  const look = await db().auditEvent.findFirstOrThrow({ where: { staffId: omar.staffId, event: 'dispatch.viewed' } });
  expect((look.details as { shown: string[] }).shown).toContain(code);
});

describe('a letter on how a case ended', () => {
  /** Closing is the staff web's, under its own role. */
  async function aQueued(staff: StaffActor) {
    await database.as('staff');
    try {
      return await aLetter(staff);
    } finally {
      await database.as('superuser');
    }
  }
  const printLetters = (batchId: string) => db().outcomeLetter.updateMany({ where: { batch: { publicId: batchId } }, data: { state: 'printed', printedAt: NOON } });

  test('waits beside the envelopes, goes into their batch and is confirmed with them; its case has ended', async () => {
    const dana = await signedIn('dana');
    const { of, letter } = await aQueued(dana);
    const copy = await anApproved(dana, (await aReadyCase(dana)).of);
    expect((await listEnvelopes(dana)).envelopes.find(({ publicId }) => publicId === letter.publicId)).toMatchObject({ code: letter.code, caseNumber: of.number, recipientName: 'Ana Rivera', what: 'Letter on how the case ended', stopped: [] });
    const { batchId, number } = await aBatchOf(dana, [copy.dispatchId, letter.publicId]);
    expect((await db().auditEvent.findFirstOrThrow({ where: { event: 'batch.made' }, orderBy: { id: 'desc' } })).details).toEqual({ number, dispatches: [copy.code, letter.code] });
    expect(await confirming(dana, batchId, [letter.publicId])).toMatchObject({ reason: 'not_printed', problems: [{ field: `dispatch.${letter.publicId}` }] });
    await print(batchId);
    await printLetters(batchId);
    expect(await confirming(dana, batchId, [copy.dispatchId])).toEqual({ ok: true, value: { confirmed: 1, open: 1 } });
    expect(await confirming(dana, batchId, [letter.publicId])).toEqual({ ok: true, value: { confirmed: 1, open: 0 } });
    expect(await db().outcomeLetter.findUnique({ where: { id: letter.id } })).toMatchObject({ state: 'confirmed', confirmedAt: NOON, confirmedById: dana.staffId });
    expect((await eventsOf(of.id)).slice(-1)).toEqual(['letter.confirmed']);
    expect(await db().disclosure.count({ where: { release: { caseId: of.id } } })).toBe(0);
    expect(await confirming(dana, batchId, [letter.publicId])).toMatchObject({ reason: 'already_confirmed' });
    expect(await db().printBatch.findUnique({ where: { publicId: batchId } })).toMatchObject({ confirmedAt: NOON });
  });

  test('is put into one batch, also when two ask at once', async () => {
    const dana = await signedIn('dana');
    const { letter } = await aQueued(dana);
    const both = await Promise.all([1, 2].map(() => throughTheDoor(makeBatch, dana, { dispatchIds: [letter.publicId] }, null)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('taken back with its case it is in no batch any more', async () => {
    const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
    const { of, letter } = await aQueued(dana);
    const { batchId } = await aBatchOf(dana, [letter.publicId]);
    await printLetters(batchId);
    await throughTheDoor(reopenCase, ruth, { caseId: of.publicId, reason: 'The ID came' }, null);
    expect(await confirming(dana, batchId, [letter.publicId])).toMatchObject({ reason: 'not_in_batch' });
    expect(await db().outcomeLetter.findUnique({ where: { id: letter.id } })).toMatchObject({ state: 'cancelled', batchId: null, confirmedAt: null });
  });
});
