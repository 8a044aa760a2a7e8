/** What the match and the correction show of people, to whom, and what is written down about the look. */
import { throughTheDoor } from '@/lib/command';
import { correctCase } from '@/lib/cases/commands/corrections';
import { linkCase } from '@/lib/cases/commands/links';
import { findCaseByNumber, findPresentStep, type CaseView } from '@/lib/cases/queries/case';
import { findLinked, listCandidates, listReviews } from '@/lib/cases/queries/match';
import type { StaffActor } from '@/lib/access/actor';
import { freezeClock } from '@/lib/platform/clock';
import { useDatabase } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { aMatchedCase, anAcceptedId, aPatient, detailsOf } from '../support/patients';
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

async function viewed(actor: StaffActor, number: number): Promise<CaseView> {
  const found = await findCaseByNumber(actor, number, 'match');
  if (found === null) throw new Error('no such case');
  return found;
}

test('a restricted candidate is counted, shown to whoever opened the record, and the look names whom it showed', async () => {
  const dana = await signedIn('dana');
  const open = await aPatient({ given: 'Nora', family: 'Field', birthOn: '1979-01-12', phone: '860-555-0134' });
  const hidden = await aPatient({ given: 'Nora', family: 'Field', birthOn: '1979-12-01', phone: '860-555-0134', restriction: 'vip' });
  const { number, id } = await aMatchedCase(dana, { given: 'Nora', family: 'Field', birthOn: '1979-12-01' });
  const forDana = await listCandidates(dana, await viewed(dana, number));
  expect(forDana).toMatchObject({ searched: true, hidden: 1, list: [{ patientId: open.publicId }] });
  expect(JSON.stringify(forDana)).not.toContain(hidden.publicId);
  expect(await detailsOf(id, 'patient.searched')).toEqual({ shape: ['case'], shown: [open.publicId] });
  const opener = withOpen(dana, hidden);
  expect(await listCandidates(opener, await viewed(opener, number))).toMatchObject({ hidden: 0, list: [{ patientId: hidden.publicId }, { patientId: open.publicId }] });
});

test('a date of birth with day and month swapped asks for a choice and is marked to the part', async () => {
  const dana = await signedIn('dana');
  await aPatient({ given: 'Katarzyna', family: 'Nowak', birthOn: '1994-05-03', phone: '860-555-0134' });
  const { number } = await aMatchedCase(dana, { given: 'Katarzyna', family: 'Nowak-Bell', birthOn: '1994-03-05' });
  const [first] = (await listCandidates(dana, await viewed(dana, number))).list;
  const row = first?.fields.find(({ field }) => field === 'birthOn');
  expect(row).toMatchObject({ agreement: 'conflict', words: 'day and month swapped', choosable: true });
  expect(row?.onRecord.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['05', '03']);
  expect(first?.fields.filter(({ choosable }) => choosable).map(({ field }) => field).sort()).toEqual(['address', 'birthOn', 'email', 'family']);
  expect(first?.diagnosis.findings.filter(({ passes }) => !passes).map(({ field }) => field).sort()).toEqual(['birthOn', 'family']);
});

test('two likely people are said to be ambiguous', async () => {
  const dana = await signedIn('dana');
  const both = { given: 'Iris', family: 'Doyle', birthOn: '1971-03-19', phone: '860-555-0134', line1: '88 Example Street' };
  await aPatient(both);
  await aPatient(both);
  const { number } = await aMatchedCase(dana, { given: 'Iris', family: 'Doyle', birthOn: '1971-03-19' });
  expect(await listCandidates(dana, await viewed(dana, number))).toMatchObject({ ambiguous: true, list: [{ band: 'likely' }, { band: 'likely' }] });
});

test('before the search there are no candidates, and that is not the same as nobody', async () => {
  const dana = await signedIn('dana');
  const waiting = await aCase({ family: 'Unfound' });
  expect(await listCandidates(dana, await viewed(dana, waiting.number))).toMatchObject({ searched: false, list: [] });
  const searched = await aMatchedCase(dana, { given: 'Zsofia', family: 'Unfound', birthOn: '1931-01-01' });
  expect(await listCandidates(dana, await viewed(dana, searched.number))).toMatchObject({ searched: true, list: [] });
});

test('a case opens where its work stands, and what waits for a second person is told in words', async () => {
  const dana = await signedIn('dana');
  const patient = await aPatient({ family: 'Stanhope', birthOn: '1990-02-04' });
  const found = await aMatchedCase(dana, { family: 'Stanhope' });
  expect(await findPresentStep(dana, found.number)).toBe('identity');
  const document = await anAcceptedId(found, dana);
  expect(await findPresentStep(dana, found.number)).toBe('match');
  await throughTheDoor(linkCase, dana, { caseId: found.publicId, patientId: patient.publicId, reason: 'Papers seen' }, null);
  expect(await findPresentStep(dana, found.number)).toBe('correct');
  expect(await findLinked(dana, await viewed(dana, found.number))).toMatchObject({ patientId: patient.publicId, version: 0 });
  await throughTheDoor(correctCase, dana, { caseId: found.publicId, patientVersion: 0, choices: { birthOn: 'use_submitted' }, reason: 'As on the license', documentId: document.publicId }, null);
  const [review] = await listReviews(found.id);
  expect(review).toMatchObject({ requestedById: dana.staffId, shown: { askedBy: 'Dana Whitfield', risks: ['The date of birth changes'], changes: [{ field: 'date of birth', before: '02/04/1990', after: '04/02/1990' }], decided: null } });
  expect(await findPresentStep(dana, 1)).toBeNull();
});
