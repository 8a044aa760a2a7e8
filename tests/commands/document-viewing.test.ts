/** The viewer's acts: covering what nobody needs, looking beneath with a reason, a supervisor's original. With a real bucket: what leaves is looked at. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { StaffActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { freePort } from '@/lib/dev/free-port';
import { startObjectStore } from '@/lib/dev/object-store';
import { askForOriginal, redactPage, revealDocument, uncoverPage } from '@/lib/documents/viewing/commands';
import { fetchOriginal, findPageImage, listCovers } from '@/lib/documents/viewing/queries';
import { freezeClock } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { newKey, putObject } from '@/lib/platform/object-store';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aMatchedCase, aPatient, detailsOf, eventsOf } from '../support/patients';
import { signedIn } from '../support/people';

const folder = mkdtempSync(join(tmpdir(), 'viewing-test-'));
const database = withDatabase();
let store: Awaited<ReturnType<typeof startObjectStore>>;
let [dana, kofi, ruth] = [] as StaffActor[] as [StaffActor, StaffActor, StaffActor];
const SENT = Buffer.from('%PDF-1.7 as it was sent');

beforeAll(async () => {
  store = await startObjectStore({ folder, port: await freePort(), bucket: 'documents' });
  Object.assign(process.env, { S3_ENDPOINT: store.endpoint, S3_ACCESS_KEY_ID: 'S3RVER' });
  [dana, kofi, ruth] = [await signedIn('dana'), await signedIn('kofi'), await signedIn('ruth')];
});
afterAll(async () => {
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => freezeClock(TEST_HOUR));

const digest = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
async function kept(bytes: Uint8Array, prefix: 'clean' | 'quarantine' = 'clean') {
  const key = newKey(prefix);
  await putObject(key, bytes, 'image/jpeg');
  return { key, sha256: digest(bytes) };
}

/** A case in Dana's hands with one white page of 400 by 200, and its original. */
async function held() {
  const found = await aMatchedCase(dana);
  const document = await aDocument(found);
  const white = { create: { width: 400, height: 200, channels: 3, background: '#ffffff' } } as const;
  const [page, thumb, original] = [await kept(await sharp(white).jpeg().toBuffer()), await kept(await sharp(white).resize(80).jpeg().toBuffer()), await kept(SENT, 'quarantine')];
  await database.as('superuser');
  await db().document.update({ where: { id: document.id }, data: { originalKey: original.key, sha256: original.sha256, mediaType: 'application/pdf' } });
  await db().documentPage.create({ data: { documentId: document.id, number: 1, objectKey: page.key, sha256: page.sha256, thumbKey: thumb.key, thumbSha256: thumb.sha256, width: 400, height: 200 } });
  await database.as('staff');
  return { found, document };
}
type Held = Awaited<ReturnType<typeof held>>;

const REGION = { left: 2500, top: 2500, width: 5000, height: 5000 };
const redact = ({ found, document }: Held, who = dana, extra: object = {}) => throughTheDoor(redactPage, who, { caseId: found.publicId, documentId: document.publicId, page: 1, covers: 'ssn', region: REGION, ...extra }, null);
const reveal = ({ document }: Held, who = kofi, reason = 'The number is needed for the court') => throughTheDoor(revealDocument, who, { documentId: document.publicId, reason }, null);
const redactionOf = async ({ document }: Held) => (await listCovers(document.id))[0]?.redactionId ?? '';
const uncover = async (case_: Held, redactionId: string, who = dana) => throughTheDoor(uncoverPage, who, { caseId: case_.found.publicId, redactionId, reason: 'Drawn in the wrong place' }, null);

/** The middle and a corner of an image, from 0 (black) to 255. */
async function lightness(image: Buffer | null): Promise<[middle: number, corner: number]> {
  if (image === null) throw new Error('no image');
  const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
  return [data[Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)] ?? -1, data[0] ?? -1];
}
const dark = ([middle, corner]: [number, number]): boolean => middle < 40 && corner > 240;
const white = ([middle, corner]: [number, number]): boolean => middle > 240 && corner > 240;

test('what is covered is black in the page and in its small picture, for everybody, and each look is kept', async () => {
  const case_ = await held();
  expect(white(await lightness(await findPageImage(kofi, case_.document.publicId, 1, 'page')))).toBe(true);
  expect(await redact(case_)).toMatchObject({ ok: true });
  for (const who of [dana, kofi, ruth]) for (const showing of ['page', 'thumb'] as const) expect(dark(await lightness(await findPageImage(who, case_.document.publicId, 1, showing)))).toBe(true);
  expect(await listCovers(case_.document.id)).toMatchObject([{ page: 1, covers: 'ssn', by: 'Dana Whitfield', ...REGION }]);
  expect(await detailsOf(case_.found.id, 'document.redacted')).toEqual({ page: 1, covers: 'ssn' });
  expect((await eventsOf(case_.found.id)).filter((event) => event === 'document.viewed')).toHaveLength(7);
});

test.each<[string, (case_: Held) => Promise<unknown>, string]>([
  ['somebody who does not hold the case', (case_) => redact(case_, kofi), 'not_claimed'],
  ['an auditor’s or agent’s role', async (case_) => redact(case_, await signedIn('omar')), 'forbidden'],
  ['a page that is not there', (case_) => redact(case_, dana, { page: 2 }), 'no_such_page'],
  ['a paper of another case', async (case_) => redact(case_, dana, { documentId: (await held()).document.publicId }), 'no_such_page'],
  ['a region off the page', (case_) => redact(case_, dana, { region: { ...REGION, left: 9000 } }), 'invalid'],
  ['too thin a region', (case_) => redact(case_, dana, { region: { ...REGION, height: 10 } }), 'invalid'],
])('nothing is covered for %s', async (_, act, reason) => {
  const case_ = await held();
  expect(await act(case_)).toMatchObject({ ok: false, reason });
  expect(await listCovers(case_.document.id)).toEqual([]);
  expect(await db().auditEvent.count({ where: { event: 'command.refused', details: { path: ['command'], equals: 'document.redact' } } })).toBeGreaterThan(0);
});

test('a cover is taken away with a reason, once; who drew it stays', async () => {
  const case_ = await held();
  await redact(case_);
  const id = await redactionOf(case_);
  expect(await uncover(case_, id, kofi)).toMatchObject({ ok: false, reason: 'not_claimed' });
  expect(await uncover(case_, 'A'.repeat(22))).toMatchObject({ ok: false, reason: 'not_found' });
  expect(await uncover(case_, id)).toMatchObject({ ok: true });
  expect(await uncover(case_, id)).toMatchObject({ ok: false, reason: 'already_uncovered' });
  expect(await db().pageRedaction.findUnique({ where: { publicId: id } })).toMatchObject({ byId: dana.staffId, removedById: dana.staffId, removalReason: 'Drawn in the wrong place' });
  expect(await detailsOf(case_.found.id, 'document.uncovered')).toEqual({ page: 1, covers: 'ssn', reason: 'Drawn in the wrong place' });
  expect(white(await lightness(await findPageImage(kofi, case_.document.publicId, 1, 'page')))).toBe(true);
});

test('a look beneath is one person’s, with a reason, for five minutes; each page of it is kept as such', async () => {
  const case_ = await held();
  expect(await reveal(case_)).toMatchObject({ ok: false, reason: 'nothing_covered' });
  await redact(case_);
  const whole = (who: StaffActor) => findPageImage(who, case_.document.publicId, 1, 'whole');
  expect(await whole(kofi)).toBeNull();
  expect(await reveal(case_, kofi, '  ')).toMatchObject({ ok: false, reason: 'invalid', problems: [{ field: 'reason', reason: 'missing' }] });
  expect(await reveal(case_, await signedIn('lena'))).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await reveal(case_)).toMatchObject({ ok: true });
  expect(await detailsOf(case_.found.id, 'document.revealed')).toEqual({ reason: 'The number is needed for the court', minutes: 5 });
  expect(white(await lightness(await whole(kofi)))).toBe(true);
  expect(await detailsOf(case_.found.id, 'document.viewed')).toEqual({ page: 1, uncovered: true });
  expect(await whole(ruth)).toBeNull();
  expect(dark(await lightness(await findPageImage(kofi, case_.document.publicId, 1, 'page')))).toBe(true);
  freezeClock(new Date(TEST_HOUR.getTime() + 5 * 60_000));
  expect(await whole(kofi)).toBeNull();
});

const original = ({ document }: Held, who = ruth) => throughTheDoor(askForOriginal, who, { documentId: document.publicId, reason: 'The court asks for the file' }, null);
const fetchIdOf = (outcome: unknown): string => (outcome as { value: { fetchId: string } }).value.fetchId;

test('a supervisor gets the file as it was sent: once, within ten minutes, under a name of ours', async () => {
  const case_ = await held();
  const fetchId = fetchIdOf(await original(case_));
  expect(await detailsOf(case_.found.id, 'document.original_asked')).toEqual({ reason: 'The court asks for the file', scan: 'clean' });
  expect(await fetchOriginal(await signedIn('vera'), fetchId)).toBeNull();
  expect(await fetchOriginal(ruth, fetchId)).toEqual({ bytes: SENT, fileName: `original-${case_.document.publicId}.pdf` });
  expect(await fetchOriginal(ruth, fetchId)).toBeNull();
  expect(await db().auditEvent.count({ where: { event: 'document.original_fetched', documentId: case_.document.id } })).toBe(1);
  const late = fetchIdOf(await original(case_));
  freezeClock(new Date(TEST_HOUR.getTime() + 10 * 60_000 + 1));
  expect(await fetchOriginal(ruth, late)).toBeNull();
});

test.each<[string, object, string]>([
  ['infected', { scan: 'infected' }, 'infected'],
  ['destroyed', { originalKey: null }, 'destroyed'],
  ['taken back by its sender', { removedAt: TEST_HOUR }, 'not_found'],
])('no original that is %s', async (_, data, reason) => {
  const case_ = await held();
  await db().document.update({ where: { id: case_.document.id }, data });
  expect(await original(case_)).toMatchObject({ ok: false, reason });
  expect(await db().originalFetch.count({ where: { documentId: case_.document.id } })).toBe(0);
});

test('nobody else asks for an original, and nobody without a fresh proof', async () => {
  const case_ = await held();
  expect(await original(case_, dana)).toMatchObject({ ok: false, reason: 'forbidden' });
  freezeClock(new Date(TEST_HOUR.getTime() + 6 * 60_000));
  expect(await original(case_)).toMatchObject({ ok: false, reason: 'step_up_needed' });
  expect(await db().originalFetch.count({ where: { documentId: case_.document.id } })).toBe(0);
});

test('of a restricted record nothing is covered, revealed or downloaded by whoever may not see it', async () => {
  const case_ = await held();
  await redact(case_);
  const patient = await aPatient();
  await db().patient.update({ where: { id: patient.id }, data: { restriction: 'protected_address' } });
  await db().case.update({ where: { id: case_.found.id }, data: { patientId: patient.id } });
  expect(await redact(case_)).toMatchObject({ ok: false, reason: 'no_such_page' });
  expect(await uncover(case_, await redactionOf(case_))).toMatchObject({ ok: false, reason: 'not_found' });
  expect(await reveal(case_)).toMatchObject({ ok: false, reason: 'not_found' });
  expect(await original(case_)).toMatchObject({ ok: false, reason: 'not_found' });
});

test('the database itself lets staff change nothing of a cover but its end', async () => {
  const case_ = await held();
  await redact(case_);
  for (const statement of ['UPDATE page_redactions SET width = 1', 'DELETE FROM page_redactions', 'DELETE FROM document_reveals', 'UPDATE original_fetches SET reason = \'\'', 'SELECT * FROM image_hashes']) {
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
  }
});
