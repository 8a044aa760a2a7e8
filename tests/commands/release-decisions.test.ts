import { throughTheDoor } from '@/lib/command';
import { approveRelease, prepareRelease, withdrawRelease } from '@/lib/cases/commands/releases';
import { freezeClock } from '@/lib/platform/clock';
import { calendarDateOf } from '@/lib/platform/dates';
import { db } from '@/lib/platform/db';
import { eighteenthBirthday } from '@/lib/policies/age';
import { withDatabase } from '../support/database';
import { signedIn } from '../support/people';
import { acceptId, aLinkedCase, anApproved, aPatient, aReadyCase, aRequest, HOME, HOME_ON_ID, yes } from '../support/releases';

const NOON = new Date('2026-11-24T17:00:00Z');

withDatabase('superuser');
beforeEach(() => freezeClock(NOON));

const later = (ms: number): void => freezeClock(new Date(NOON.getTime() + ms));
const entriesOf = (caseId: string) => db().auditEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
const eventsOf = async (caseId: string) => (await entriesOf(caseId)).map(({ event }) => event);
const lastRefusal = async (staffId: string) => (await db().auditEvent.findFirstOrThrow({ where: { event: 'command.refused', staffId }, orderBy: { id: 'desc' } })).details;
const ELSEWHERE = { line1: '7 Somewhere Road', city: 'Bristol', state: 'CT', zip: '06010' };

describe('preparing', () => {
  test('keeps the rule, its version and the facts it was decided on', async () => {
    const dana = await signedIn('dana');
    const { of, patient } = await aReadyCase(dana);
    const { releaseId, needsSecond } = yes<{ releaseId: string; needsSecond: boolean }>(await throughTheDoor(prepareRelease, dana, aRequest(of), null));
    expect(needsSecond).toBe(false);
    const release = await db().recordRelease.findUniqueOrThrow({ where: { publicId: releaseId } });
    expect(release).toMatchObject({ patientId: patient.id, patientVersion: 0, addressLines: ['88 Example Street', 'New Britain, CT 06051'], approvedAt: null });
    expect(release.authority).toMatchObject({ verdict: 'may_have', cited: { rule: 'self_adult' }, version: '2026-11-25', facts: { relation: 'self', today: '2026-11-24', stage: 'adult' } });
    expect((await entriesOf(of.id)).at(-1)).toMatchObject({ event: 'release.prepared', patientId: patient.id, details: { rule: 'self_adult', needsSecond: false } });
  });

  test('is for whoever has the case, and a colleague’s attempt is kept', async () => {
    const [dana, kofi] = [await signedIn('dana'), await signedIn('kofi')];
    const { of } = await aReadyCase(dana);
    expect(await throughTheDoor(prepareRelease, kofi, aRequest(of), null)).toMatchObject({ ok: false, reason: 'not_claimed' });
    expect(await lastRefusal(kofi.staffId)).toMatchObject({ command: 'release.prepare', subject: { case: of.publicId } });
  });

  test.each([
    ['no accepted ID', async () => ({ addressSource: 'on_record' }), { field: 'documents.photo_id', reason: 'photo_id_missing' }, false],
    ['an address that is not on the ID', async () => ({ address: ELSEWHERE }), { field: 'address', reason: 'not_on_accepted_id' }, true],
    ['an address that is not on record', async () => ({ address: ELSEWHERE, addressSource: 'on_record' }), { field: 'address', reason: 'not_on_record' }, true],
    ['a name too wide for the window', async () => ({ recipientName: 'W'.repeat(60) }), { field: 'recipient.0', reason: 'too_wide' }, true],
    ['a name no face prints', async () => ({ recipientName: 'Ana \u{1F600}' }), { field: 'recipient.0', reason: 'unprintable' }, true],
  ])('is refused with what to mend: %s', async (_why, changes, problem, withId) => {
    const dana = await signedIn('dana');
    const linked = await aLinkedCase(dana, await aPatient());
    if (withId) await acceptId(dana, linked);
    const outcome = await throughTheDoor(prepareRelease, dana, aRequest(linked, await changes()), null);
    expect(outcome).toMatchObject({ ok: false, reason: 'not_releasable', problems: [problem] });
    expect(await db().recordRelease.count({ where: { caseId: linked.id } })).toBe(0);
  });

  test('is refused without a patient, and twice at once', async () => {
    const dana = await signedIn('dana');
    const { of } = await aReadyCase(dana);
    await db().case.update({ where: { id: of.id }, data: { patientId: null } });
    expect(await throughTheDoor(prepareRelease, dana, aRequest(of), null)).toMatchObject({ reason: 'not_releasable', problems: [{ field: 'patient', reason: 'no_patient' }] });
    const { of: other } = await aReadyCase(dana);
    yes(await throughTheDoor(prepareRelease, dana, aRequest(other), null));
    expect(await throughTheDoor(prepareRelease, dana, aRequest(other), null)).toMatchObject({ reason: 'release_open' });
  });

  test('counts a parent only when the child’s own record names them, and only until the 18th birthday', async () => {
    const dana = await signedIn('dana');
    const tried = async (birthOn: string, guardian: { given: string; family: string }) => {
      const child = await aPatient({ given: 'Mateo', birthOn, doses: [], guardian });
      const linked = await aLinkedCase(dana, child);
      await acceptId(dana, linked);
      await db().$executeRaw`ALTER TABLE submissions DISABLE TRIGGER submissions_never_edited`;
      await db().submission.update({ where: { id: linked.submissionId }, data: { relation: 'parent' } });
      await db().$executeRaw`ALTER TABLE submissions ENABLE TRIGGER submissions_never_edited`;
      return throughTheDoor(prepareRelease, dana, aRequest(linked), null);
    };
    expect(await tried('2008-11-25', { given: 'ANA', family: 'Rivera' })).toMatchObject({ ok: true });
    expect(await tried('2008-11-25', { given: 'Marta', family: 'Rivera' })).toMatchObject({ problems: [{ field: 'documents.birth_certificate', reason: 'birth_certificate_missing' }] });
    expect(await tried('2008-11-24', { given: 'Ana', family: 'Rivera' })).toMatchObject({ problems: [{ field: 'authority', reason: 'may_not_have', detail: 'parent_of_adult' }] });
  });
});

describe('a child who comes of age between two steps', () => {
  const asParent = (of: { submissionId: string }) =>
    db().$transaction([
      db().$executeRaw`ALTER TABLE submissions DISABLE TRIGGER submissions_never_edited`,
      db().submission.update({ where: { id: of.submissionId }, data: { relation: 'parent' } }),
      db().$executeRaw`ALTER TABLE submissions ENABLE TRIGGER submissions_never_edited`,
    ]);
  async function preparedForParent(birthOn: string) {
    const dana = await signedIn('dana');
    const child = await aPatient({ given: 'Mateo', birthOn, doses: [], guardian: { given: 'Ana', family: 'Rivera' } });
    const linked = await aLinkedCase(dana, child);
    await acceptId(dana, linked, { address: HOME_ON_ID, expiresOn: '2030-01-01', holder: 'requester' });
    await asParent(linked);
    return { dana, child, linked, ...yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, dana, aRequest(linked), null)) };
  }

  test('the day before the birthday it is approved, and keeps what the rules answered then', async () => {
    const { dana, releaseId } = await preparedForParent('2008-11-25');
    yes(await throughTheDoor(approveRelease, dana, { releaseId }, null));
    const release = await db().recordRelease.findUniqueOrThrow({ where: { publicId: releaseId } });
    expect(release.approvedAuthority).toMatchObject({ verdict: 'may_have', cited: { rule: 'parent_of_minor' }, facts: { today: '2026-11-24', stage: 'minor' } });
  });

  test('on the birthday the rules refuse it, and past them the database does', async () => {
    const { dana, releaseId } = await preparedForParent('2008-11-25');
    freezeClock(new Date('2026-11-25T05:00:00Z'));
    expect(await throughTheDoor(approveRelease, dana, { releaseId }, null)).toMatchObject({ reason: 'last_mile', problems: [{ field: 'authority', reason: 'may_not_have', detail: 'parent_of_adult' }] });
    await expect(db().recordRelease.update({ where: { publicId: releaseId }, data: { approvedAt: new Date('2026-11-25T05:00:00Z'), approvedById: dana.staffId } })).rejects.toThrow(/record of an adult/);
  });

  test('approved the day before, it is not printed on the birthday', async () => {
    const { dana, linked, releaseId } = await preparedForParent('2008-11-25');
    yes(await throughTheDoor(approveRelease, dana, { releaseId }, null));
    const printing = db().dispatch.updateMany({ where: { release: { caseId: linked.id } }, data: { state: 'printed', printedAt: new Date('2026-11-25T05:00:00Z') } });
    await expect(printing).rejects.toThrow(/record of an adult/);
  });

  test.each([
    ['2008-02-29', '2026-03-01'],
    ['2008-03-01', '2026-03-01'],
    ['2008-02-28', '2026-02-28'],
    ['2008-12-31', '2026-12-31'],
  ])('the database counts as the rules do: born %s, adult from %s', async (birth, from) => {
    const [row] = await db().$queryRaw<{ adult: string }[]>`SELECT adult_from(${birth}::date)::text AS adult`;
    expect(row?.adult).toBe(from);
    expect(eighteenthBirthday(calendarDateOf(birth))).toBe(from);
  });

  test('no answer but a yes, or a supervisor’s, is ever kept as the ground of a copy', async () => {
    const { child, linked, dana } = await preparedForParent('2015-03-05');
    const row = { caseId: linked.id, patientId: child.id, patientVersion: 0, records: ['full_record' as const], channel: 'mail' as const, recipientName: 'Ana', addressLines: [], addressSource: 'on_record', preparedById: dana.staffId, preparedAt: NOON };
    for (const [verdict, needsSecond] of [['may_not', true], ['needs', true], ['supervisor_decides', false]] as const) {
      await expect(db().recordRelease.create({ data: { ...row, authority: { verdict }, needsSecond } })).rejects.toThrow(/record_releases_allowed/);
    }
  });
});

describe('approving', () => {
  test('numbers the records, queues one dispatch and moves the case', async () => {
    const dana = await signedIn('dana');
    const { of } = await aReadyCase(dana);
    const { code, releaseId } = await anApproved(dana, of, { records: ['full_record', 'covid_record'] });
    expect(code).toMatch(/^M-26-\d{7}$/);
    const release = await db().recordRelease.findUniqueOrThrow({ where: { publicId: releaseId }, include: { issued: true, dispatches: true } });
    expect(release.issued.map(({ kind }) => kind).sort()).toEqual(['covid_record', 'full_record']);
    expect(release.issued.every(({ controlNumber }) => /^[1-9A-Z]{4}(-[1-9A-Z]{4}){2}$/.test(controlNumber))).toBe(true);
    expect(release.dispatches).toMatchObject([{ code, state: 'queued', channel: 'mail', batchId: null }]);
    expect(await db().case.findUnique({ where: { id: of.id } })).toMatchObject({ state: 'ready_to_send' });
    expect((await entriesOf(of.id)).at(-1)).toMatchObject({ event: 'release.approved', staffId: dana.staffId, details: { dispatch: code } });
  });

  test('twice is a conflict, and two at once give one dispatch', async () => {
    const dana = await signedIn('dana');
    const { of } = await aReadyCase(dana);
    const { releaseId } = yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, dana, aRequest(of), null));
    const both = await Promise.all([1, 2].map(() => throughTheDoor(approveRelease, dana, { releaseId }, null)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' });
    expect(await throughTheDoor(approveRelease, dana, { releaseId }, null)).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await db().dispatch.count({ where: { release: { publicId: releaseId } } })).toBe(1);
  });

  test('of an address that nobody proved waits for a second person, who is a supervisor', async () => {
    const [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
    const { of } = await aReadyCase(dana);
    const { releaseId, needsSecond } = yes<{ releaseId: string; needsSecond: boolean }>(await throughTheDoor(prepareRelease, dana, aRequest(of, { address: ELSEWHERE, addressSource: 'submitted' }), null));
    expect(needsSecond).toBe(true);
    expect(await db().case.findUnique({ where: { id: of.id } })).toMatchObject({ state: 'needs_second_review' });
    expect(await throughTheDoor(approveRelease, dana, { releaseId }, null)).toMatchObject({ reason: 'second_person_needed' });
    expect(await lastRefusal(dana.staffId)).toMatchObject({ command: 'release.approve', reason: 'second_person_needed' });
    expect(await throughTheDoor(approveRelease, kofi, { releaseId }, null)).toMatchObject({ reason: 'not_for_this_role' });
    expect(await db().recordRelease.findUnique({ where: { publicId: releaseId } })).toMatchObject({ approvedAt: null });
    expect(await throughTheDoor(approveRelease, ruth, { releaseId }, null)).toMatchObject({ ok: true });
    expect(await db().case.findUnique({ where: { id: of.id } })).toMatchObject({ state: 'ready_to_send' });
  });

  test('by who prepared it is refused by the database too', async () => {
    const dana = await signedIn('dana');
    const { of } = await aReadyCase(dana);
    const { releaseId } = yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, dana, aRequest(of, { address: ELSEWHERE, addressSource: 'submitted' }), null));
    await expect(db().recordRelease.update({ where: { publicId: releaseId }, data: { approvedById: dana.staffId, approvedAt: NOON } })).rejects.toThrow(/check|constraint/i);
  });

  test('asks again what was asked: a correction in between stops it', async () => {
    const dana = await signedIn('dana');
    const { of, patient } = await aReadyCase(dana);
    const { releaseId } = yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, dana, aRequest(of), null));
    await db().patient.update({ where: { id: patient.id }, data: { version: { increment: 1 } } });
    expect(await throughTheDoor(approveRelease, dana, { releaseId }, null)).toMatchObject({ reason: 'last_mile', problems: [{ field: 'patient', reason: 'record_changed' }] });
    expect(await eventsOf(of.id)).not.toContain('release.approved');
  });

  test('an ID that ended past its grace between the two stops it', async () => {
    const dana = await signedIn('dana');
    const linked = await aLinkedCase(dana, await aPatient());
    await acceptId(dana, linked, { address: '88 Example Street New Britain CT 06051', expiresOn: '2026-09-25' });
    const { releaseId } = yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, dana, aRequest(linked), null));
    later(24 * 3_600_000);
    expect(await throughTheDoor(approveRelease, dana, { releaseId }, null)).toMatchObject({ reason: 'last_mile', problems: [{ reason: 'photo_id_expired' }] });
  });
});

describe('taking back', () => {
  test('within the minute cancels the dispatch and gives the case back', async () => {
    const dana = await signedIn('dana');
    const { of } = await aReadyCase(dana);
    const { releaseId, dispatchId } = await anApproved(dana, of);
    later(59_000);
    yes(await throughTheDoor(withdrawRelease, dana, { releaseId, reason: 'Wrong record chosen' }, null));
    expect(await db().dispatch.findUnique({ where: { publicId: dispatchId } })).toMatchObject({ state: 'cancelled', batchId: null });
    expect(await db().case.findUnique({ where: { id: of.id } })).toMatchObject({ state: 'in_progress' });
    expect((await entriesOf(of.id)).at(-1)).toMatchObject({ event: 'release.withdrawn', details: { reason: 'Wrong record chosen' } });
    expect(await throughTheDoor(approveRelease, dana, { releaseId }, null)).toMatchObject({ reason: 'withdrawn' });
    yes(await throughTheDoor(prepareRelease, dana, aRequest(of), null));
  });

  test('after the minute is refused, unless the last-mile questions stop the copy', async () => {
    const dana = await signedIn('dana');
    const { of, patient } = await aReadyCase(dana);
    const { releaseId } = await anApproved(dana, of);
    later(61_000);
    expect(await throughTheDoor(withdrawRelease, dana, { releaseId, reason: 'Late' }, null)).toMatchObject({ reason: 'undo_over' });
    await db().patient.update({ where: { id: patient.id }, data: { optedOutAt: NOON } });
    expect(await throughTheDoor(withdrawRelease, dana, { releaseId, reason: 'Opted out' }, null)).toMatchObject({ ok: true });
  });

  test('is for who has the case, who approved, or a supervisor; each says why', async () => {
    const [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
    const { of } = await aReadyCase(dana);
    const { releaseId } = await anApproved(dana, of);
    expect(await throughTheDoor(withdrawRelease, kofi, { releaseId, reason: 'x' }, null)).toMatchObject({ reason: 'not_claimed' });
    expect(await throughTheDoor(withdrawRelease, ruth, { releaseId, reason: ' ' }, null)).toMatchObject({ reason: 'invalid' });
    expect(await throughTheDoor(withdrawRelease, ruth, { releaseId, reason: 'Call from the patient' }, null)).toMatchObject({ ok: true });
  });

  test('sends a copy back that waited for the second person', async () => {
    const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
    const { of } = await aReadyCase(dana);
    const { releaseId } = yes<{ releaseId: string }>(await throughTheDoor(prepareRelease, dana, aRequest(of, { address: { ...HOME, line1: '9 Other' }, addressSource: 'submitted' }), null));
    yes(await throughTheDoor(withdrawRelease, ruth, { releaseId, reason: 'Ask for proof of the address' }, null));
    expect(await db().case.findUnique({ where: { id: of.id } })).toMatchObject({ state: 'in_progress' });
  });
});
