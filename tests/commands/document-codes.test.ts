/** What the worker reads on papers for the reviewer: kept once, compared with nobody's help, pointing at the same picture elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { mintWorker, type StaffActor } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { keepReadings } from '@/lib/documents/codes/commands';
import { HASH_BITS, SAME_PICTURE } from '@/lib/documents/codes/image-hash';
import { pagesRead } from '@/lib/documents/codes/jobs';
import { listLikenesses, listReadings } from '@/lib/documents/codes/queries';
import { readPages } from '@/lib/documents/codes/read-pages';
import { db } from '@/lib/platform/db';
import type { LicenseFacts } from '../../prisma/seed/specimens/types';
import { drawSpecimen } from '../../prisma/seed/specimens/draw';
import { aCase } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aPatient } from '../support/patients';
import { signedIn } from '../support/people';

const database = withDatabase();
const worker = mintWorker('test');
let folder: string;
let dana: StaffActor;

/** The program as it is written now, not as it was last built. */
beforeAll(async () => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(join(process.cwd(), '.cache', 'reading-'));
  process.env.MAKE_SAFE_PROGRAM = join(folder, 'make-safe.child.js');
  execFileSync(join('node_modules', '.bin', 'esbuild'), ['lib/documents/codes/read-pages.child.ts', '--bundle', '--platform=node', '--packages=external', '--format=cjs', '--log-level=error', `--outfile=${join(folder, 'read-pages.child.js')}`]);
  dana = await signedIn('dana');
});
afterAll(() => {
  delete process.env.MAKE_SAFE_PROGRAM;
  rmSync(folder, { recursive: true });
});

const LICENCE = { kind: 'licence', family: 'RIVERA', given: 'ANA', middle: null, suffix: null, cut: false, birthOn: '1990-04-02', expiresOn: '2029-04-02', state: 'CT' } as const;
const bits = (flipped: number, of = '01'.repeat(HASH_BITS / 2)): string => [...of].map((bit, at) => (at < flipped ? (bit === '0' ? '1' : '0') : bit)).join('');

let key = 0;
/** A document with pages, in a request of its own. */
async function aPaper(pages = 1, kind = 'photo_id') {
  const found = await aCase();
  const document = await aDocument(found, { kind });
  await database.as('superuser');
  for (let number = 1; number <= pages; number += 1) await db().documentPage.create({ data: { documentId: document.id, number, objectKey: `clean/${(key += 1)}`, thumbKey: `clean/t${key}`, width: 10, height: 10, sha256: new Uint8Array(32), thumbSha256: new Uint8Array(32) } });
  await database.as('staff');
  return { found, document };
}
async function read(documentId: string, pages: readonly object[], actor = worker) {
  await database.as('worker');
  try {
    return await throughTheDoor(keepReadings, actor, { documentId, pages }, null);
  } finally {
    await database.as('staff');
  }
}
const page = (hash: string | null = null, facts: readonly object[] = [], number = 1) => ({ number, hash, facts });
const entriesOf = async (documentId: string) => (await db().auditEvent.findMany({ where: { documentId, event: 'document.read' } })).map(({ details }) => details);

test('facts are kept by page, once, and the audit says which codes there were', async () => {
  const { document } = await aPaper(2);
  expect(await read(document.id, [page(), page(null, [LICENCE, { kind: 'health_card', codes: 2 }], 2), page(null, [LICENCE], 3)])).toMatchObject({ ok: true });
  expect(await listReadings(document.id)).toEqual([{ page: 2, facts: LICENCE }, { page: 2, facts: { kind: 'health_card', codes: 2 } }]);
  expect(await entriesOf(document.id)).toEqual([{ codes: ['licence', 'health_card'], likenesses: 0 }]);
  expect(await read(document.id, [page(null, [LICENCE])])).toMatchObject({ ok: false, reason: 'already_read' });
  expect(await listReadings(document.id)).toHaveLength(2);
  expect(await entriesOf(document.id)).toHaveLength(1);
});

test.each<[string, object]>([
  ['a fact of no kind of ours', page(null, [{ kind: 'address', line1: 'x' }])],
  ['more of a license than is kept', page(null, [{ ...LICENCE, number: '000000000' }])],
  ['half a picture', page('0101')],
  ['a page without a number', page(null, [], 0)],
])('%s is not taken', async (_, bad) => {
  const { document } = await aPaper();
  expect(await read(document.id, [bad])).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await db().document.findUnique({ where: { id: document.id } })).toMatchObject({ codesReadAt: null });
});

test('the worker alone keeps them', async () => {
  const { document } = await aPaper();
  expect(await throughTheDoor(keepReadings, dana, { documentId: document.id, pages: [] }, null)).toMatchObject({ ok: false, reason: 'forbidden' });
});

test('the same picture in another request is pointed out from both sides, a little changed or not; another picture is not', async () => {
  const [first, again, other] = [await aPaper(), await aPaper(), await aPaper()];
  await read(first.document.id, [page(bits(0))]);
  expect(await read(other.document.id, [page(bits(SAME_PICTURE + 1))])).toMatchObject({ ok: true, value: { likenesses: 0 } });
  expect(await read(again.document.id, [page(bits(0).split('').reverse().join(''))])).toMatchObject({ ok: true, value: { likenesses: 0 } });
  const near = await aPaper();
  expect(await read(near.document.id, [page(bits(SAME_PICTURE))])).toMatchObject({ ok: true, value: { likenesses: 2 } });
  expect(await listLikenesses(dana, near.document.id, near.found.submissionId)).toEqual([{ number: other.found.number, kind: 'photo_id' }, { number: first.found.number, kind: 'photo_id' }]);
  expect(await listLikenesses(dana, first.document.id, first.found.submissionId)).toEqual([{ number: near.found.number, kind: 'photo_id' }]);
});

test('twice in one request is no finding, nor is what belongs to a record that this person may not see', async () => {
  const hash = bits(0, '0011'.repeat(HASH_BITS / 4));
  const first = await aPaper();
  await read(first.document.id, [page(hash)]);
  const twin = await aDocument(first.found);
  await database.as('superuser');
  await db().documentPage.create({ data: { documentId: twin.id, number: 1, objectKey: 'clean/twin', thumbKey: 'clean/twin-t', width: 10, height: 10, sha256: new Uint8Array(32), thumbSha256: new Uint8Array(32) } });
  await database.as('staff');
  await read(twin.id, [page(hash)]);
  expect(await listLikenesses(dana, first.document.id, first.found.submissionId)).toEqual([]);
  const veiled = await aPaper();
  await read(veiled.document.id, [page(hash)]);
  expect(await listLikenesses(dana, first.document.id, first.found.submissionId)).toEqual([{ number: veiled.found.number, kind: 'photo_id' }]);
  const patient = await aPatient();
  await db().patient.update({ where: { id: patient.id }, data: { restriction: 'vip' } });
  await db().case.update({ where: { id: veiled.found.id }, data: { patientId: patient.id } });
  expect(await listLikenesses(dana, first.document.id, first.found.submissionId)).toEqual([]);
});

const person = (given: string, family: string): LicenseFacts => ({ name: { given, family }, birthOn: '1990-04-02', sex: 'F', address: { line1: '1 Elm St', city: 'Hamden', state: 'CT', zip: '06514' }, issuedOn: '2024-03-12', expiresOn: '2029-04-02', height: 66, eyes: 'BRO' }) as LicenseFacts;
const drawn = async (given: string, family: string) => sharp((await drawSpecimen('license_back', person(given, family), { look: 'scan' })).bytes).jpeg({ quality: 85 }).toBuffer();
const apart = (a = '', b = ''): number => [...a].filter((bit, at) => bit !== b[at]).length;

test('the program reads the back of a license from our own page, and tells its picture from another person’s', async () => {
  const [one, other] = [await drawn('Ana', 'Rivera'), await drawn('Luis', 'Okafor')];
  const smaller = await sharp(one).resize(700).jpeg({ quality: 60 }).toBuffer();
  const { pages } = await readPages({ pages: [one], codes: true }, 120);
  expect(pagesRead('supporting_id', pages, TEST_HOUR)).toMatchObject([{ number: 1, facts: [LICENCE] }]);
  expect(pagesRead('vaccination_proof', pages, TEST_HOUR)).toMatchObject([{ hash: null }]);
  const looks = (await readPages({ pages: [one, smaller, other], codes: false }, 120)).pages.map(({ hash }) => hash);
  expect(apart(looks[0], looks[1])).toBeLessThanOrEqual(SAME_PICTURE);
  expect(apart(looks[0], looks[2])).toBeGreaterThan(SAME_PICTURE);
}, 180_000);

test('a page that is no picture ends the program, and not the worker', async () => {
  await expect(readPages({ pages: [Buffer.from('no picture')], codes: true }, 60)).rejects.toThrow('ended without an answer');
}, 90_000);
