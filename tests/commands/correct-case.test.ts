/** What becomes of a record when submitted values are used, and when a second person must see it first. */
import { throughTheDoor } from '@/lib/command';
import { decideApproval } from '@/lib/cases/commands/approvals';
import { correctCase } from '@/lib/cases/commands/corrections';
import { linkCase, unlinkCase } from '@/lib/cases/commands/links';
import type { StaffActor } from '@/lib/access/actor';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { aMatchedCase, anAcceptedId, aPatient, detailsOf, eventsOf } from '../support/patients';
import { signedIn } from '../support/people';

withDatabase();

let serial = 0;
/** A case linked to its patient, with an accepted ID; each under a name of its own. */
async function linked(by: StaffActor, recorded: Parameters<typeof aPatient>[0], sent: Parameters<typeof aMatchedCase>[1] = {}) {
  const family = `Vale${String.fromCharCode(97 + (serial += 1))}`;
  const patient = await aPatient({ family, ...recorded });
  const found = await aMatchedCase(by, { family, ...sent });
  await throughTheDoor(linkCase, by, { caseId: found.publicId, patientId: patient.publicId, reason: 'Papers seen' }, null);
  return { family, patient, found, document: await anAcceptedId(found, by) };
}
type Linked = Awaited<ReturnType<typeof linked>>;
const correct = ({ found, document }: Linked, by: StaffActor, choices: object, patientVersion = 0) =>
  throughTheDoor(correctCase, by, { caseId: found.publicId, patientVersion, choices, reason: 'As on the license', documentId: document.publicId }, null);
const patientNow = (id: string) => db().patient.findUniqueOrThrow({ where: { id }, include: { names: { orderBy: { addedAt: 'asc' } }, contacts: true, addresses: true, nameForms: true, corrections: true } });

test('a new last name keeps the old one as former, and both are found', async () => {
  const dana = await signedIn('dana');
  const work = await linked(dana, { family: 'Nowak' }, { family: 'Nowak-Bell' });
  expect(await correct(work, dana, { family: 'use_submitted', given: 'keep' })).toEqual({ ok: true, value: { state: 'corrected' } });
  const after = await patientNow(work.patient.id);
  expect(after.names.map(({ use, family }) => [use, family])).toEqual([['former', 'Nowak'], ['current', 'Nowak-Bell']]);
  expect([...new Set(after.nameForms.map(({ family }) => family))].sort()).toEqual(['bell', 'nowak', 'nowak bell', 'nowakbell']);
  expect(after.corrections).toMatchObject([{ field: 'family', before: 'Nowak', after: 'Nowak-Bell', reason: 'As on the license', byId: dana.staffId, documentId: work.document.id, caseId: work.found.id }]);
  expect(after.version).toBe(1);
  expect(await detailsOf(work.found.id, 'patient.corrected')).toEqual({ changes: [{ field: 'family', before: 'Nowak', after: 'Nowak-Bell' }], reason: 'As on the license', evidence: 'Photo ID' });
});

test('a new address keeps the old one as history', async () => {
  const dana = await signedIn('dana');
  const work = await linked(dana, { line1: '18 Ashmun Street' });
  expect(await correct(work, dana, { address: 'use_submitted' })).toMatchObject({ ok: true, value: { state: 'corrected' } });
  const { addresses } = await patientNow(work.patient.id);
  expect(addresses.map(({ line1, current, endedAt }) => [line1, current, endedAt !== null]).sort()).toEqual([['18 Ashmun Street', false, true], ['88 Example Street', true, false]]);
});

test('a contact that changes while a copy is asked for waits for a second person, and nothing is changed', async () => {
  const dana = await signedIn('dana');
  const work = await linked(dana, {});
  expect(await correct(work, dana, { phone: 'use_submitted' })).toEqual({ ok: true, value: { state: 'second_review' } });
  expect(await db().case.findUnique({ where: { id: work.found.id } })).toMatchObject({ state: 'needs_second_review' });
  const after = await patientNow(work.patient.id);
  expect([after.version, after.corrections.length, after.contacts.length]).toEqual([0, 0, 1]);
  expect(await detailsOf(work.found.id, 'approval.requested')).toEqual({ subject: 'correction', risks: ['contact_and_record'], reason: 'As on the license' });
  expect(await throughTheDoor(unlinkCase, dana, { caseId: work.found.publicId, reason: 'Wrong' }, null)).toMatchObject({ ok: false, reason: 'second_review_open' });
});

const approvalOf = ({ found }: Linked) => db().approval.findFirstOrThrow({ where: { caseId: found.id }, orderBy: { requestedAt: 'desc' } });
const decide = async (work: Linked, by: StaffActor, body: object) => throughTheDoor(decideApproval, by, { approvalId: (await approvalOf(work)).publicId, ...body }, null);

test('a supervisor approves: the old contact ends, the new one serves the portal, in the name of the one who asked', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const work = await linked(dana, { birthOn: '1990-02-04' });
  await correct(work, dana, { birthOn: 'use_submitted', phone: 'use_submitted' });
  expect(await decide(work, ruth, { decision: 'approved' })).toEqual({ ok: true, value: { decision: 'approved' } });
  const after = await patientNow(work.patient.id);
  expect(after).toMatchObject({ birthOn: '1990-04-02', version: 1 });
  expect(after.contacts.map(({ normalized, endedAt, portalUse }) => [normalized, endedAt === null, portalUse]).sort()).toEqual([['+12035550177', false, false], ['+18605550134', true, true]]);
  expect(after.corrections.map(({ field, byId }) => [field, byId]).sort()).toEqual([['birthOn', dana.staffId], ['phone', dana.staffId]]);
  expect(after.nameForms.every(({ birthOn }) => birthOn === '1990-04-02')).toBe(true);
  expect((await eventsOf(work.found.id)).slice(-3)).toEqual(['approval.requested', 'approval.decided', 'patient.corrected']);
  expect(await db().case.findUnique({ where: { id: work.found.id } })).toMatchObject({ state: 'in_progress' });
  expect(await decide(work, ruth, { decision: 'approved' })).toMatchObject({ ok: false, reason: 'already_decided' });
});

test('a supervisor refuses with words: nothing changes and the case goes back', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const work = await linked(dana, {});
  await correct(work, dana, { phone: 'use_submitted' });
  expect(await decide(work, ruth, { decision: 'refused' })).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'reason', reason: 'reason_missing' }] });
  expect(await decide(work, ruth, { decision: 'refused', reason: 'Call the old number first.' })).toMatchObject({ ok: true });
  expect(await patientNow(work.patient.id)).toMatchObject({ version: 0 });
  expect(await db().case.findUnique({ where: { id: work.found.id } })).toMatchObject({ state: 'in_progress' });
  expect(await detailsOf(work.found.id, 'approval.decided')).toEqual({ subject: 'correction', decision: 'refused', reason: 'Call the old number first.' });
});

test('nobody approves what they asked for: not the command, and not the database', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const own = await linked(ruth, {});
  await correct(own, ruth, { phone: 'use_submitted' });
  expect(await decide(own, ruth, { decision: 'approved' })).toMatchObject({ ok: false, reason: 'own_request' });
  expect(await decide(own, dana, { decision: 'approved' })).toMatchObject({ ok: false, reason: 'forbidden' });
  const { id } = await approvalOf(own);
  await expect(db().approval.update({ where: { id }, data: { decision: 'approved', decidedById: ruth.staffId, decidedAt: new Date() } })).rejects.toThrow(/approvals_second_person/);
});

test('what changed meanwhile is named, and an approval of the older values does not hold', async () => {
  const [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
  const work = await linked(dana, { line1: '18 Ashmun Street' });
  const other = await aMatchedCase(kofi, { given: 'Anna', family: work.family });
  await throughTheDoor(linkCase, kofi, { caseId: other.publicId, patientId: work.patient.publicId, reason: 'Same person' }, null);
  await correct(work, dana, { phone: 'use_submitted' });
  const theirs: Linked = { ...work, found: other, document: await anAcceptedId(other, kofi) };
  expect(await correct(theirs, kofi, { given: 'use_submitted' })).toMatchObject({ ok: true });
  expect(await correct(theirs, kofi, { address: 'use_submitted' })).toMatchObject({ ok: false, reason: 'conflict', problems: [{ field: 'choices.given', reason: 'changed_meanwhile', detail: 'Kofi Mensah saved at 10:48 AM: Ana → Anna' }] });
  expect(await decide(work, ruth, { decision: 'approved' })).toMatchObject({ ok: false, reason: 'conflict' });
  expect(await approvalOf(work)).toMatchObject({ decision: null });
});

test('a date of birth after a dose is refused at its field, before anybody else is asked', async () => {
  const dana = await signedIn('dana');
  const work = await linked(dana, { birthOn: '1989-04-02', doseOn: '1989-06-02' });
  expect(await correct(work, dana, { birthOn: 'use_submitted' })).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'choices.birthOn', reason: 'born_after_a_dose' }] });
  expect(await db().approval.count({ where: { caseId: work.found.id } })).toBe(0);
  await expect(db().patient.update({ where: { id: work.patient.id }, data: { birthOn: '1990-04-02' } })).rejects.toThrow(/birth after a dose/);
});

test('a dose that came between asking and approving stops the approval too', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const work = await linked(dana, { birthOn: '1989-04-02' });
  await correct(work, dana, { birthOn: 'use_submitted' });
  await db().dose.create({ data: { patientId: work.patient.id, cvx: '208', givenOn: new Date('1989-06-02'), source: '01', recordedAt: new Date() } });
  expect(await decide(work, ruth, { decision: 'approved' })).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'choices.birthOn', reason: 'born_after_a_dose' }] });
  expect(await patientNow(work.patient.id)).toMatchObject({ birthOn: '1989-04-02', version: 0 });
});

test.each([
  ['no paper was accepted', async (work: Linked) => void (await db().documentReview.updateMany({ where: { documentId: work.document.id }, data: { decision: 'returned', reasons: ['ID-01'] } })), 'invalid'],
  ['the case is about nobody', async (work: Linked, dana: StaffActor) => void (await throughTheDoor(unlinkCase, dana, { caseId: work.found.publicId, reason: 'Wrong' }, null)), 'not_linked'],
])('nothing is corrected when %s', async (_, spoil, reason) => {
  const dana = await signedIn('dana');
  const work = await linked(dana, { line1: '18 Ashmun Street' });
  await spoil(work, dana);
  expect(await correct(work, dana, { address: 'use_submitted' })).toMatchObject({ ok: false, reason });
  expect(await patientNow(work.patient.id)).toMatchObject({ version: 0, corrections: [] });
});

test('keeping everything is no correction', async () => {
  const dana = await signedIn('dana');
  const work = await linked(dana, {});
  expect(await correct(work, dana, { phone: 'keep' })).toMatchObject({ ok: false, reason: 'nothing_to_correct' });
});
