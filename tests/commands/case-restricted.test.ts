/** A restricted person's case: to a processor it is there and says nothing of them, on any page; whoever opened it reads it. */
import type { StaffActor } from '@/lib/access/actor';
import { claimCase } from '@/lib/cases/commands/claims';
import { joinCases } from '@/lib/cases/commands/joins';
import { addNote } from '@/lib/cases/commands/notes';
import { findCaseByNumber } from '@/lib/cases/queries/case';
import { gatherFacts } from '@/lib/cases/queries/facts';
import { findHistory } from '@/lib/cases/queries/history';
import { findJoins } from '@/lib/cases/queries/joins';
import { listMentions } from '@/lib/cases/queries/mentions';
import { findMoves } from '@/lib/cases/queries/moves';
import { escalateCase } from '@/lib/cases/commands/escalations';
import { throughTheDoor } from '@/lib/command';
import { reviewDocument } from '@/lib/documents/commands/reviews';
import { findPageImage } from '@/lib/documents/viewing/queries';
import { db } from '@/lib/platform/db';
import { calendarDateOf } from '@/lib/platform/dates';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { anAcceptedId, aPatient } from '../support/patients';
import { withOpen } from '../support/glass';
import { signedIn } from '../support/people';

withDatabase('superuser');
let [dana, kofi, ruth, omar, opener] = [] as StaffActor[] as [StaffActor, StaffActor, StaffActor, StaffActor, StaffActor];
let found: Awaited<ReturnType<typeof aCase>>;
let document: Awaited<ReturnType<typeof anAcceptedId>>;

beforeAll(async () => {
  [dana, kofi, ruth, omar] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth'), await signedIn('omar')];
  const patient = await aPatient({ given: 'Canaria', family: 'Veil', birthOn: '1990-04-02', restriction: 'protected_address' });
  found = await aCase({ given: 'Canaria', family: 'Veil', receivedAt: new Date('2026-11-23T15:00:00Z'), deadlineOn: calendarDateOf('2026-12-01') });
  await throughTheDoor(claimCase, dana, { caseId: found.publicId }, null);
  await throughTheDoor(addNote, dana, { caseId: found.publicId, text: '@Kofi Mensah, Canaria Veil called', mentions: [kofi.publicId] }, null);
  await throughTheDoor(escalateCase, dana, { caseId: found.publicId, reason: 'Is Canaria Veil the same?' }, null);
  opener = withOpen(ruth, patient);
  document = await anAcceptedId(found, dana);
  await db().documentPage.create({ data: { documentId: document.id, number: 1, objectKey: 'page-1', thumbKey: 'thumb-1', width: 10, height: 10, sha256: new Uint8Array(32), thumbSha256: new Uint8Array(32) } });
  await db().case.update({ where: { id: found.id }, data: { patientId: patient.id } });
});

const CANARY = /Canaria|Veil|1990-04-02|555-0134|88 Example|ana\.rivera|license\.jpg|2026-12-01/;

test.each(['dana', 'omar', 'ruth'] as const)('to %s every part of the case page is silent about the person', async (who) => {
  const actor = { dana, omar, ruth }[who];
  const view = await findCaseByNumber(actor, found.number, 'identity');
  if (view === null) throw new Error('no case');
  const gathered = await gatherFacts(actor, view);
  const shown = JSON.stringify([view, gathered.facts, await findMoves(actor, view), await findJoins(actor, view), await findHistory(actor, view)]);
  expect(shown).not.toMatch(CANARY);
  expect(view).toMatchObject({ withheld: true, number: found.number, submission: { documents: [] } });
  expect(await db().auditEvent.count({ where: { event: 'case.viewed', caseId: found.id, staffId: actor.staffId } })).toBeGreaterThan(0);
});

test('whoever opened it reads all of it', async () => {
  const view = await findCaseByNumber(opener, found.number, 'identity');
  expect(view).toMatchObject({ withheld: false, subject: { given: 'Canaria' }, notes: [{}], submission: { documents: [{ publicId: document.publicId }] } });
});

test('whoever is named in a note hears that there is one, and not what it says', async () => {
  const [mention] = await listMentions(kofi);
  expect(mention).toMatchObject({ number: found.number, text: 'A note on a restricted record: open the record on its case to read it.' });
});

test('the papers are there for nobody else, not to be judged either, and a refused look is none', async () => {
  const looks = () => db().auditEvent.count({ where: { event: 'document.viewed', documentId: document.id } });
  expect(await findPageImage(dana, document.publicId, 1, 'page')).toBeNull();
  expect(await findPageImage(ruth, document.publicId, 1, 'page')).toBeNull();
  expect(await looks()).toBe(0);
  const judged = { caseId: found.publicId, documentId: document.publicId, decision: 'returned', ticks: {}, reasons: [], facts: {} };
  expect(await throughTheDoor(reviewDocument, dana, judged, null)).toMatchObject({ ok: false, reason: 'not_claimed' });
});

test('the case is proposed to nobody else, and nobody pulls its papers into their own by joining it', async () => {
  const keeper = await aCase({ given: 'Canaria', family: 'Veil', receivedAt: new Date('2026-11-20T15:00:00Z') });
  await throughTheDoor(claimCase, dana, { caseId: keeper.publicId }, null);
  expect((await findJoins(dana, keeper)).proposals).toEqual([]);
  expect((await findJoins(ruth, keeper)).proposals).toEqual([]);
  expect((await findJoins(opener, keeper)).proposals).toMatchObject([{ number: found.number }]);
  expect(await throughTheDoor(joinCases, dana, { caseId: found.publicId, intoId: keeper.publicId, reason: 'Same' }, null)).toMatchObject({ ok: false, reason: 'not_found' });
});
