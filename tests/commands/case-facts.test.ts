/** The facts of a case as its rules read them, and its history as its people read it. */
import { throughTheDoor } from '@/lib/command';
import { closeCase, reopenCase } from '@/lib/cases/commands/closings';
import { linkCase } from '@/lib/cases/commands/links';
import { addNote } from '@/lib/cases/commands/notes';
import { findCaseByNumber, type CaseView } from '@/lib/cases/queries/case';
import { gatherFacts } from '@/lib/cases/queries/facts';
import { findHistory } from '@/lib/cases/queries/history';
import { readiness } from '@/lib/cases/readiness';
import { saveDraft } from '@/lib/drafts/commands';
import { caseDraft } from '@/lib/drafts/schema';
import type { StaffActor } from '@/lib/access/actor';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { aMatchedCase, anAcceptedId, aPatient } from '../support/patients';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.staff);
  await useDatabase(database.staff);
  freezeClock(new Date('2026-11-24T15:48:00Z'));
});
afterAll(async () => {
  freezeClock(null);
  await useDatabase(null);
  await database.close();
});

async function opened(actor: StaffActor, number: number): Promise<CaseView> {
  const found = await findCaseByNumber(actor, number, 'identity');
  if (found === null) throw new Error('no such case');
  return found;
}
const lacks = async (actor: StaffActor, number: number) => readiness((await gatherFacts(actor, await opened(actor, number))).facts).map(({ step, code }) => `${step}: ${code}`);

test('what a case lacks shrinks as it is worked, and a draft’s choices count', async () => {
  const dana = await signedIn('dana');
  const patient = await aPatient({ family: 'Galloway' });
  const found = await aMatchedCase(dana, { family: 'Galloway' });
  expect(await lacks(dana, found.number)).toEqual(expect.arrayContaining(['match: no_patient', 'correct: not_rehearsed']));
  expect(await lacks(dana, found.number)).toEqual(expect.arrayContaining([expect.stringMatching(/^identity: /)]));
  await anAcceptedId(found, dana);
  expect(await lacks(dana, found.number)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^identity: /)]));
  await throughTheDoor(linkCase, dana, { caseId: found.publicId, patientId: patient.publicId }, null);
  expect(await lacks(dana, found.number)).toEqual(expect.arrayContaining(['correct: field_undecided', 'correct: portal_finds_nobody']));
  const choices = { phone: 'use_submitted', email: 'keep', address: 'keep' };
  await throughTheDoor(saveDraft, dana, { key: caseDraft(found.publicId, 'correct'), body: { choices, documentId: '', reason: '' } }, null);
  expect(await lacks(dana, found.number)).toEqual(expect.arrayContaining(['correct: values_unsaved']));
  expect(await lacks(dana, found.number)).not.toEqual(expect.arrayContaining(['correct: field_undecided']));
});

test('a restricted record lends its name to nobody but whoever opened it', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const patient = await aPatient({ given: 'Veronica', family: 'Hathaway', restriction: 'vip' });
  const found = await aMatchedCase(dana, { given: 'Veronica', family: 'Hathaway' });
  await db().case.update({ where: { id: found.id }, data: { patientId: patient.id } });
  const nameFor = async (actor: StaffActor) => (await gatherFacts(actor, await opened(actor, found.number))).facts.linkedPatient?.name;
  expect(await nameFor(dana)).toBe('a restricted record');
  expect(await nameFor(ruth)).toBe('a restricted record');
  const opener = withOpen(ruth, patient);
  expect(await nameFor(opener)).toBe('Veronica Hathaway');
  expect(await findHistory(dana, await opened(dana, found.number))).toBeNull();
  expect(await findHistory(opener, await opened(opener, found.number))).not.toBeNull();
});

test('the history tells what happened, with the notes; only who may see the audit reads who looked', async () => {
  const [dana, ruth] = [await signedIn('dana'), await signedIn('ruth')];
  const found = await aMatchedCase(dana, { family: 'Ingersoll' });
  await throughTheDoor(addNote, dana, { caseId: found.publicId, text: 'Called, no answer' }, null);
  await throughTheDoor(closeCase, dana, { caseId: found.publicId, outcome: 'withdrawn', reason: 'They found it' }, null);
  await throughTheDoor(reopenCase, ruth, { caseId: found.publicId, reason: 'They called again' }, null);
  const words = async (actor: StaffActor) => ((await findHistory(actor, await opened(actor, found.number))) ?? []).map((line) => `${line.who} ${line.words}`);
  const told = await words(dana);
  expect(told).toEqual(expect.arrayContaining(['Ruth Abelson reopened the case. “They called again”', 'Dana Whitfield wrote: “Called, no answer”', 'Dana Whitfield closed the case: withdrawn. “They found it”', 'Dana Whitfield took the case.']));
  expect(told.join(' ')).not.toMatch(/looked at|left a note/);
  expect((await words(ruth)).join(' ')).toMatch(/looked at the case/);
  expect(await db().auditEvent.count({ where: { caseId: found.id, event: 'case.viewed', staffId: dana.staffId } })).toBeGreaterThan(0);
});
