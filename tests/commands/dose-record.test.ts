/** Doses from paper: what is written, what is refused and why, and what a person may let in with a reason. */
import { throughTheDoor } from '@/lib/command';
import type { StaffActor } from '@/lib/access/actor';
import { recordDose, voidDose } from '@/lib/cases/commands/doses';
import { db, dbDate } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { withDatabase } from '../support/database';
import { detailsOf, eventsOf } from '../support/patients';
import { signedIn } from '../support/people';
import { aLinkedCase, aPatient, type TestCase, type TestPatient } from '../support/releases';

const NOW = new Date('2026-11-24T15:48:00Z');
let dana: StaffActor;

withDatabase('staff', NOW);
beforeAll(async () => {
  dana = await signedIn('dana');
});

let serial = 0;
async function aProof(of: TestCase, by: StaffActor, wishes: { state?: 'ready' | 'checking'; decision?: 'accepted' | 'returned' | null; superseded?: boolean } = {}) {
  const { state = 'ready', decision = 'accepted', superseded = false } = wishes;
  serial += 1;
  const page = (number: number) => ({ number, objectKey: `clean/${serial}/${number}`, thumbKey: `thumb/${serial}/${number}`, width: 1200, height: 900, sha256: new Uint8Array(32), thumbSha256: new Uint8Array(32) });
  const document = await db().document.create({
    data: { submissionId: of.submissionId, kind: 'vaccination_proof', fileName: 'card.jpg', size: 10, sha256: new Uint8Array(32), mediaType: 'image/jpeg', state, receivedAt: NOW, pages: { create: [page(1), page(2)] } },
  });
  if (decision !== null) await db().documentReview.create({ data: { documentId: document.id, caseId: of.id, decision, ticks: {}, reasons: decision === 'returned' ? ['VP-01'] : [], facts: {}, byId: by.staffId, at: NOW, supersededAt: superseded ? NOW : null } });
  return document;
}

type Work = { patient: TestPatient; of: TestCase; documentId: string };
/** A child born 02/11/2022, the case in Dana's hands, the card accepted. */
async function work(doses: NonNullable<Parameters<typeof aPatient>[0]>['doses'] = [], birthOn = '2022-02-11'): Promise<Work> {
  const patient = await aPatient({ given: 'Amara', family: 'Okafor-Hale', birthOn, doses });
  const of = await aLinkedCase(dana, patient);
  return { patient, of, documentId: (await aProof(of, dana)).publicId };
}
const aDose = ({ patient, of, documentId }: Work, changes: object = {}) => ({
  caseId: of.publicId,
  patientId: patient.publicId,
  cvx: '21',
  tradeName: 'Varivax',
  lot: 'T031556',
  givenOn: '2023-02-22',
  source: '02',
  evidence: { documentId, page: 1 },
  ...changes,
});
const add = (at: Work, changes: object = {}, by = dana, key: string | null = null) => throughTheDoor(recordDose, by, aDose(at, changes), key);
const dosesOf = (at: Work) => db().dose.findMany({ where: { patientId: at.patient.id }, orderBy: { id: 'asc' } });

test('a dose from an accepted card stands on record with its evidence, and is told in the audit', async () => {
  const at = await work();
  const region = { x: 0.1, y: 0.2, w: 0.8, h: 0.1 };
  const outcome = await add(at, { mvx: 'MSD', organization: 'Elm Street Pediatrics', evidence: { documentId: at.documentId, page: 2, region } });
  const [dose] = await dosesOf(at);
  expect(outcome).toEqual({ ok: true, value: { doseId: dose?.publicId } });
  const document = await db().document.findUniqueOrThrow({ where: { publicId: at.documentId } });
  expect(dose).toMatchObject({ cvx: '21', tradeName: 'Varivax', mvx: 'MSD', lot: 'T031556', givenOn: '2023-02-22', source: '02', organization: 'Elm Street Pediatrics', confidential: false, caseId: at.of.id, documentId: document.id, page: 2, region, acceptedReasons: [], recordedById: dana.staffId, recordedAt: NOW, version: 0 });
  expect(await detailsOf(at.of.id, 'dose.recorded')).toEqual({ dose: dose?.publicId, cvx: '21', givenOn: '2023-02-22', source: '02', acceptedReasons: [] });
});

test('adding a dose holds on to the case', async () => {
  const at = await work();
  await db().caseClaim.updateMany({ where: { caseId: at.of.id }, data: { seenAt: new Date('2026-11-24T15:00:00Z') } });
  await add(at);
  expect(await db().caseClaim.findFirst({ where: { caseId: at.of.id } })).toMatchObject({ seenAt: NOW });
});

test('the same request sent twice adds one dose', async () => {
  const at = await work();
  const outcomes = await Promise.all([add(at, {}, dana, 'one-intent-1234'), add(at, {}, dana, 'one-intent-1234')]);
  expect(outcomes[0]).toEqual(outcomes[1]);
  expect(await dosesOf(at)).toHaveLength(1);
});

test('two people typing one row of a card at once leave one dose and a question', async () => {
  const at = await work();
  const outcomes = await Promise.all([add(at), add(at)]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'duplicate' });
  expect(await dosesOf(at)).toHaveLength(1);
});

const REFUSED: readonly (readonly [rule: string, changes: object, field: string, reason: string])[] = [
  ['a dose before birth', { givenOn: '2022-02-10' }, 'givenOn', 'before_birth'],
  ['a dose to come', { givenOn: '2026-11-25' }, 'givenOn', 'in_future'],
  ['a day that no month has', { givenOn: '2023-02-30' }, 'givenOn', 'not_a_date'],
  ['a month without its day', { givenOn: '2023-02' }, 'givenOn', 'not_a_date'],
  ['a code that nobody knows', { cvx: '777' }, 'cvx', 'unknown_code'],
  ['"no vaccine given"', { cvx: '998', tradeName: undefined }, 'cvx', 'not_a_dose_code'],
  ['a source of its own: administered', { source: '00' }, 'source', 'Invalid option'],
];
test.each(REFUSED)('%s is refused at its field, and nothing is written', async (_rule, changes, field, reason) => {
  const at = await work();
  const outcome = await add(at, changes);
  expect(outcome).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field, reason: expect.stringContaining(reason) as unknown }] });
  expect(await dosesOf(at)).toEqual([]);
  expect(await eventsOf(at.of.id)).not.toContain('dose.recorded');
});

test('a dose after the date of death, or for somebody who opted out, is refused', async () => {
  const [dead, out] = [await work(), await work()];
  await db().patient.update({ where: { id: dead.patient.id }, data: { deceasedOn: dbDate(calendarDateOf('2023-01-01')) } });
  await db().patient.update({ where: { id: out.patient.id }, data: { optedOutAt: NOW } });
  expect(await add(dead)).toMatchObject({ ok: false, problems: [{ field: 'givenOn', reason: 'after_death' }] });
  expect(await add(out)).toMatchObject({ ok: false, problems: [{ field: 'patientId', reason: 'patient_opted_out' }] });
});

test.each([['2022-05', '2022-05-01', '2022-04-30'], ['2022', '2022-01-01', '2021-12-31']])('of a birth date known as %s the rule and the table refuse the same days', async (birthOn, first, before) => {
  const at = await work([], birthOn);
  const insert = (on: string) => db().dose.create({ data: { patientId: at.patient.id, cvx: '08', givenOn: dbDate(calendarDateOf(on)), source: '01', recordedAt: NOW } });
  await expect(insert(before)).rejects.toThrow();
  expect(await add(at, { cvx: '08', tradeName: undefined, givenOn: before })).toMatchObject({ ok: false, problems: [{ reason: 'before_birth' }] });
  expect(await add(at, { cvx: '08', tradeName: undefined, givenOn: first })).toMatchObject({ ok: true });
});

test('what may be right asks for a reason, which is kept with the dose', async () => {
  const at = await work();
  const odd = { givenOn: '2022-04-01', lot: 'UNK' };
  expect(await add(at, odd)).toMatchObject({ ok: false, reason: 'needs_reason', problems: [{ field: 'cvx', reason: 'outside_age_range', severity: 'needs_reason' }, { field: 'lot', reason: 'lot_malformed' }] });
  const age = { problem: 'outside_age_range', reason: 'Given in a trial' };
  expect(await add(at, { ...odd, acceptedReasons: [age] })).toMatchObject({ ok: false, reason: 'needs_reason', problems: [{ reason: 'lot_malformed' }] });
  const lot = { problem: 'lot_malformed', reason: 'So it stands on the card' };
  const unasked = { problem: 'lot_past_expiry', reason: 'Never asked' };
  expect(await add(at, { ...odd, acceptedReasons: [age, lot, unasked] })).toMatchObject({ ok: true });
  const [dose] = await dosesOf(at);
  expect(dose?.acceptedReasons).toEqual([age, lot]);
  expect(await detailsOf(at.of.id, 'dose.recorded')).toMatchObject({ acceptedReasons: ['outside_age_range: Given in a trial', 'lot_malformed: So it stands on the card'] });
});

test('no reason lifts a refusal', async () => {
  const at = await work();
  expect(await add(at, { givenOn: '2022-01-01', acceptedReasons: [{ problem: 'outside_age_range', reason: 'Sure' }] })).toMatchObject({ ok: false, reason: 'invalid', problems: [{ reason: 'before_birth' }] });
});

const MMR = { cvx: '03', tradeName: 'M-M-R II', givenOn: '2023-02-20', lot: 'W018842', organization: 'Elm Street Pediatrics' };
const typedMmr = { cvx: '03', tradeName: 'M-M-R II', lot: undefined, givenOn: '2023-02-22' };

test('a dose two days from one on record is named as its duplicate, and added only when somebody says that they are two', async () => {
  const at = await work([MMR]);
  const [onRecord] = await dosesOf(at);
  expect(await add(at, typedMmr)).toEqual({ ok: false, reason: 'duplicate', problems: [expect.objectContaining({ field: 'anotherThan', reason: 'duplicate', detail: onRecord?.publicId }), expect.objectContaining({ reason: 'live_doses_too_close' })] });
  const live = { problem: 'live_doses_too_close', reason: 'Both cards name the day' };
  const answered = { ...typedMmr, acceptedReasons: [live], anotherThan: [{ doseId: onRecord?.publicId, reason: 'Both cards name the day' }] };
  expect(await add(at, answered)).toMatchObject({ ok: true });
  const [, added] = await dosesOf(at);
  expect(added?.acceptedReasons).toEqual([live, { problem: 'duplicate', reason: 'Both cards name the day', dose: onRecord?.publicId }]);
});

test('between the two thresholds a person decides', async () => {
  const at = await work([{ cvx: '83', tradeName: 'Havrix', givenOn: '2023-02-20', lot: 'A1', organization: 'Elm Street Pediatrics' }]);
  const typed = { cvx: '83', tradeName: undefined, lot: 'B22', givenOn: '2023-03-10' };
  expect(await add(at, typed)).toMatchObject({ ok: false, reason: 'duplicate', problems: [{ reason: 'may_be_duplicate' }] });
});

test('an answer about another dose than the one in question does not count', async () => {
  const at = await work([MMR]);
  const outcome = await add(at, { ...typedMmr, anotherThan: [{ doseId: 'aaaaaaaaaaaaaaaaaaaaaa', reason: 'Two cards' }] });
  expect(outcome).toMatchObject({ ok: false, reason: 'duplicate' });
});

test('a voided dose is nobody’s duplicate', async () => {
  const at = await work([MMR]);
  const [onRecord] = await dosesOf(at);
  await db().doseVoid.create({ data: { doseId: onRecord?.id ?? '', reason: 'Not hers', byId: dana.staffId, at: NOW } });
  expect(await add(at, typedMmr)).toMatchObject({ ok: true });
});

const EVIDENCE: readonly (readonly [rule: string, wishes: Parameters<typeof aProof>[2], problem: string])[] = [
  ['is still being checked', { state: 'checking' }, 'not_ready'],
  ['nobody reviewed', { decision: null }, 'not_accepted'],
  ['was returned', { decision: 'returned' }, 'not_accepted'],
  ['was accepted once and not any more', { superseded: true }, 'not_accepted'],
];
test.each(EVIDENCE)('paper that %s is no evidence', async (_rule, wishes, reason) => {
  const at = await work();
  const { publicId: documentId } = await aProof(at.of, dana, wishes);
  expect(await add(at, { evidence: { documentId, page: 1 } })).toEqual({ ok: false, reason: 'invalid', problems: [{ field: 'evidence.documentId', reason }] });
});

test('neither is the paper of another case, nor a page that the paper does not have', async () => {
  const [at, other] = [await work(), await work()];
  expect(await add(at, { evidence: { documentId: other.documentId, page: 1 } })).toMatchObject({ ok: false, problems: [{ field: 'evidence.documentId', reason: 'not_of_this_case' }] });
  expect(await add(at, { evidence: { documentId: at.documentId, page: 3 } })).toMatchObject({ ok: false, problems: [{ field: 'evidence.page', reason: 'no_such_page' }] });
});

test('only who has the case adds doses, in work, to the patient it is linked to', async () => {
  const [at, other, kofi] = [await work(), await work(), await signedIn('kofi')];
  expect(await add(at, {}, kofi)).toMatchObject({ ok: false, reason: 'not_claimed' });
  expect(await add(at, { patientId: other.patient.publicId })).toMatchObject({ ok: false, reason: 'linked_to_another' });
  await db().patient.update({ where: { id: other.patient.id }, data: { restriction: 'vip' } });
  expect(await add(other)).toMatchObject({ ok: false, reason: 'not_found' });
  await db().case.update({ where: { id: at.of.id }, data: { state: 'on_hold' } });
  expect(await add(at)).toMatchObject({ ok: false, reason: 'not_in_progress' });
  await db().case.update({ where: { id: at.of.id }, data: { state: 'in_progress', patientId: null } });
  expect(await add(at)).toMatchObject({ ok: false, reason: 'not_linked' });
  expect(await db().auditEvent.count({ where: { event: 'command.refused', staffId: kofi.staffId } })).toBe(1);
});

describe('voiding', () => {
  const toVoid = async (at: Work, by: StaffActor, version = 0) => {
    const [dose] = await dosesOf(at);
    return throughTheDoor(voidDose, by, { caseId: at.of.publicId, doseId: dose?.publicId, version, reason: 'Copied from her sister’s card' }, null);
  };

  test('a dose from paper is struck with who and why, and stays', async () => {
    const at = await work();
    await add(at);
    expect(await toVoid(at, dana)).toMatchObject({ ok: true });
    const [dose] = await dosesOf(at);
    expect(dose).toMatchObject({ version: 1 });
    expect(await db().doseVoid.findUnique({ where: { doseId: dose?.id } })).toMatchObject({ reason: 'Copied from her sister’s card', byId: dana.staffId, at: NOW });
    expect(await detailsOf(at.of.id, 'dose.voided')).toEqual({ dose: dose?.publicId, reason: 'Copied from her sister’s card' });
  });

  test('twice is a conflict, and so is a version that is gone', async () => {
    const at = await work();
    await add(at);
    expect(await toVoid(at, dana, 4)).toEqual({ ok: false, reason: 'conflict', problems: [] });
    await toVoid(at, dana);
    expect(await toVoid(at, dana)).toEqual({ ok: false, reason: 'conflict', problems: [{ field: 'doseId', reason: 'voided_already' }] });
    expect(await toVoid(at, dana, 1)).toMatchObject({ ok: false, reason: 'conflict' });
    expect((await eventsOf(at.of.id)).filter((event) => event === 'dose.voided')).toHaveLength(1);
  });

  test('what a provider reported only a supervisor voids', async () => {
    const at = await work([MMR]);
    expect(await toVoid(at, dana)).toMatchObject({ ok: false, reason: 'provider_reported' });
    const ruth = await signedIn('ruth');
    expect(await toVoid(at, ruth)).toMatchObject({ ok: false, reason: 'not_claimed' });
    await db().caseClaim.updateMany({ where: { caseId: at.of.id, releasedAt: null }, data: { staffId: ruth.staffId } });
    expect(await toVoid(at, ruth)).toMatchObject({ ok: true });
  });

  test('a dose of another patient is not there', async () => {
    const [at, other] = [await work(), await work([MMR])];
    const [dose] = await dosesOf(other);
    expect(await throughTheDoor(voidDose, dana, { caseId: at.of.publicId, doseId: dose?.publicId, version: 0, reason: 'Wrong' }, null)).toMatchObject({ ok: false, reason: 'not_found' });
  });

  test('a reason of blanks is none', async () => {
    const at = await work([MMR]);
    const [dose] = await dosesOf(at);
    expect(await throughTheDoor(voidDose, dana, { caseId: at.of.publicId, doseId: dose?.publicId, version: 0, reason: '   ' }, null)).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'reason', reason: 'missing' }] });
  });
});
