/** The mail room: a scan comes in, its pages are sorted into papers, and those open a case or join one. */
import { randomUUID } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { db } from '@/lib/platform/db';
import { addFromScan, keepScan, leaveScanOut, openFromScan } from '@/lib/scan-in/commands';
import { findScan, listScans } from '@/lib/scan-in/queries';
import { aCase } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aPatient } from '../support/patients';
import { signedIn } from '../support/people';

const database = withDatabase();
let [dana, kofi] = [] as StaffActor[] as [StaffActor, StaffActor];
beforeAll(async () => void ([dana, kofi] = [await signedIn('dana'), await signedIn('kofi')]));

const FILE = { channel: 'mail', kind: 'scan', fileName: 'scan.pdf', mediaType: 'application/pdf', size: 1000, sha256: 'ab'.repeat(32) } as const;
const file = () => ({ ...FILE, objectKey: `quarantine/${randomUUID().replaceAll('-', '')}` });
const receive = (body: object = file(), who = dana) => throughTheDoor(keepScan, who, body, null);

/** A scan made safe by the worker, of so many pages. */
async function aScan(pages = 3) {
  const outcome = (await receive()) as { value: { scanId: string } };
  const scan = await db().scan.findUniqueOrThrow({ where: { publicId: outcome.value.scanId } });
  await database.as('superuser');
  await db().document.update({ where: { id: scan.documentId }, data: { state: 'ready', scan: 'clean' } });
  for (let number = 1; number <= pages; number += 1) await db().documentPage.create({ data: { documentId: scan.documentId, number, objectKey: `clean/${randomUUID()}`, thumbKey: `clean/${randomUUID()}`, width: 10, height: 10, sha256: new Uint8Array(32), thumbSha256: new Uint8Array(32) } });
  await database.as('staff');
  return scan;
}
type Scan = Awaited<ReturnType<typeof aScan>>;

const used = (...uses: string[]) => uses.map((use, at) => ({ page: at + 1, use }));
const LETTER = { kind: 'record_request', language: 'en', relation: 'self', requester: { given: 'Odile', family: 'Marchetti' }, subjects: [{ given: 'Odile', family: 'Marchetti', birthOn: '1961-08-30' }], wants: ['full_record'], delivery: 'mail', mailTo: { name: 'Odile Marchetti', address: { line1: '4 Tannery Row', city: 'Winsted', state: 'CT', zip: '06098' } } };
const openCase = ({ publicId, version }: Scan, extra: object = {}, who = dana, key: string | null = null) => throughTheDoor(openFromScan, who, { scanId: publicId, version, pages: used('other', 'same', 'photo_id'), letter: LETTER, ...extra }, key);
const addTo = ({ publicId, version }: Scan, caseNumber: number, pages = used('photo_id', 'left_out', 'later'), who = dana) => throughTheDoor(addFromScan, who, { scanId: publicId, version, pages, caseNumber }, null);
const papersOf = async (submissionId: string) =>
  (await db().document.findMany({ where: { submissionId }, include: { pages: { orderBy: { number: 'asc' } } }, orderBy: { id: 'asc' } })).map(({ kind, pages, state, scan }) => [kind, pages.length, pages.map(({ number }) => number), state, scan]);
const events = async (documentId: string) => (await db().auditEvent.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).map(({ event, details }) => [event, details]);

test('a scan is kept, its file is to be made safe, and who scanned it stands in the audit', async () => {
  const outcome = await receive();
  expect(outcome).toMatchObject({ ok: true });
  const [scan] = (await listScans(dana)).filter(({ publicId }) => publicId === (outcome as { value: { scanId: string } }).value.scanId);
  expect(scan).toMatchObject({ channel: 'mail', by: { name: 'Dana Whitfield' }, document: { state: 'received', pages: [] }, arrivedAt: TEST_HOUR });
  expect(await events(scan?.document.id ?? '')).toEqual([['scan.received', { channel: 'mail' }]]);
  await database.as('superuser');
  expect(await db().$queryRaw<object[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'documentId' = ${scan?.document.id ?? ''}`).toHaveLength(1);
  await database.as('staff');
});

test.each<[string, object]>([['an object that lies elsewhere', { ...file(), objectKey: 'clean/00000000000000000000000000000000' }], ['a telephone call', { ...file(), channel: 'phone' }], ['a page of the web', { ...file(), mediaType: 'text/html' }]])('%s is no scan', async (_, body) => expect(await receive(body)).toMatchObject({ ok: false, reason: 'invalid' }));

test.each(['lena', 'omar', 'vera'] as const)('%s works in no mail room', async (who) => {
  const actor = await signedIn(who);
  const scan = await aScan();
  for (const outcome of [await receive(file(), actor), await openCase(scan, {}, actor), await addTo(scan, 2000, undefined, actor)]) expect(outcome).toMatchObject({ ok: false, reason: 'forbidden' });
});

test('a letter with two documents opens a case, received when the letter came', async () => {
  const scan = await aScan();
  expect((await findScan(dana, scan.publicId))?.document.pages).toHaveLength(3);
  const outcome = await openCase(scan);
  expect(outcome).toMatchObject({ ok: true });
  const [number = 0] = (outcome as { value: { numbers: number[] } }).value.numbers;
  const opened = await db().case.findUniqueOrThrow({ where: { number }, include: { submission: true, subject: true } });
  expect(opened).toMatchObject({ state: 'new', kind: 'record_request', receivedAt: scan.arrivedAt, subject: { given: 'Odile', family: 'Marchetti', birthOn: '1961-08-30' }, submission: { channel: 'mail', delivery: 'mail', mailCity: 'Winsted' } });
  expect(await papersOf(opened.submissionId)).toEqual([['other', 2, [1, 2], 'ready', 'clean'], ['photo_id', 1, [1], 'ready', 'clean']]);
  expect(await db().scan.findUnique({ where: { id: scan.id } })).toMatchObject({ sortedAt: TEST_HOUR, version: 1 });
  expect(await findScan(dana, scan.publicId)).toBeNull();
  expect((await events(scan.documentId)).map(([event]) => event)).toEqual(['scan.received', 'scan.viewed', 'submission.received']);
  expect(await db().auditEvent.count({ where: { event: 'case.opened', caseId: opened.id } })).toBe(1);
});

test('pages that came later join an open case; what is left waits for the next', async () => {
  const [scan, found] = [await aScan(), await aCase()];
  expect(await addTo(scan, found.number)).toMatchObject({ ok: true, value: { numbers: [found.number] } });
  expect(await papersOf(found.submissionId)).toEqual([['photo_id', 1, [1], 'ready', 'clean']]);
  expect((await findScan(kofi, scan.publicId))?.document.pages.map(({ number }) => number)).toEqual([3]);
  expect(await db().auditEvent.findFirst({ where: { event: 'scan.added', caseId: found.id } })).toMatchObject({ details: { channel: 'mail', documents: 1 } });
  expect(await addTo({ ...scan, version: 1 }, found.number, [{ page: 3, use: 'residence_proof' }])).toMatchObject({ ok: true });
  expect(await db().scan.findUnique({ where: { id: scan.id } })).toMatchObject({ sortedAt: TEST_HOUR });
  expect(await papersOf(found.submissionId)).toHaveLength(2);
});

test.each<[string, object, object]>([
  ['a page without a place', { pages: used('other', 'same') }, { reason: 'invalid', problems: [{ field: 'pages.3', reason: 'page_without_place' }] }],
  ['no paper', { pages: used('left_out', 'left_out', 'later') }, { reason: 'invalid', problems: [{ field: 'pages', reason: 'no_paper' }] }],
  ['mail without an address', { letter: { ...LETTER, mailTo: undefined } }, { reason: 'invalid', problems: [{ field: 'letter.mailTo', reason: 'missing' }] }],
  ['a name that is none', { letter: { ...LETTER, subjects: [{ ...LETTER.subjects[0], given: ' ' }] } }, { reason: 'invalid' }],
  ['an older sight of the scan', { version: 7 }, { reason: 'already_sorted' }],
  ['a scan that is not there', { scanId: 'A'.repeat(22) }, { reason: 'not_found' }],
])('%s opens nothing', async (_, extra, refused) => {
  const scan = await aScan();
  const before = await db().submission.count();
  expect(await openCase(scan, extra)).toMatchObject({ ok: false, ...refused });
  expect([await db().submission.count(), await db().documentPage.count({ where: { documentId: scan.documentId } })]).toEqual([before, 3]);
});

test('papers go to no closed case, none that is not there, and none about a record that this person may not see', async () => {
  const scan = await aScan();
  const [closed, veiled, patient] = [await aCase(), await aCase(), await aPatient()];
  await db().case.update({ where: { id: closed.id }, data: { state: 'closed' } });
  await db().patient.update({ where: { id: patient.id }, data: { restriction: 'vip' } });
  await db().case.update({ where: { id: veiled.id }, data: { patientId: patient.id } });
  for (const number of [closed.number, veiled.number, 9_999_999]) expect(await addTo(scan, number)).toMatchObject({ ok: false, reason: 'case_not_found', problems: [{ field: 'caseNumber', reason: 'case_not_found' }] });
  expect((await findScan(dana, scan.publicId))?.document.pages).toHaveLength(3);
});

test('two clerks at one scan: one sorts it', async () => {
  const scan = await aScan();
  const outcomes = await Promise.all([openCase(scan), openCase(scan, {}, kofi)]);
  expect(outcomes.map((outcome) => (outcome.ok ? 'opened' : outcome.reason)).sort()).toEqual(['already_sorted', 'opened']);
  expect(await db().document.count({ where: { scanId: scan.id } })).toBe(2);
});

test('an advertisement is left out whole, and a scan that is still being checked is not touched', async () => {
  const scan = await aScan(2);
  const leave = (one: Scan) => throughTheDoor(leaveScanOut, dana, { scanId: one.publicId, version: one.version }, null);
  expect(await leave(scan)).toMatchObject({ ok: true });
  expect(await db().pageLeftOut.count({ where: { page: { documentId: scan.documentId } } })).toBe(2);
  expect((await events(scan.documentId)).at(-1)).toEqual(['scan.left_out', { pages: 2 }]);
  expect(await leave(scan)).toMatchObject({ ok: false, reason: 'already_sorted' });
  const outcome = (await receive()) as { value: { scanId: string } };
  expect(await leave(await db().scan.findUniqueOrThrow({ where: { publicId: outcome.value.scanId } }))).toMatchObject({ ok: false, reason: 'not_ready' });
});

test('the same answer for the same key', async () => {
  const scan = await aScan();
  const first = await openCase(scan, {}, dana, 'scan-opens-once-00001');
  expect(await openCase(scan, {}, dana, 'scan-opens-once-00001')).toEqual(first);
});
