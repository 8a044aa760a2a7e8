/** Files on their way in: streamed with hard limits, sent again without harm, and never an object left of what was refused. */
import { createHash } from 'node:crypto';
import { mintVisitor } from '@/lib/access/actor';
import { LIMITS } from '@/lib/documents/intake/limits';
import { listUploadStates, receivePublicFile, removePublicFile } from '@/lib/documents/intake/public-uploads';
import { receiveFile, type KeptFile, type StoredFile } from '@/lib/documents/intake/receive';
import { SCAN_TYPES } from '@/lib/documents/intake/sniff';
import { uploadProblem } from '@/lib/documents/intake/upload-words';
import { HINDRANCES } from '@/lib/documents/intake/limits';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { getObject, listObjects } from '@/lib/platform/object-store';
import { plainPage, tiffOf } from '../fixtures/files/tiff';
import { onePage } from '../fixtures/files/pdf';
import { withDatabase } from '../support/database';
import { startFaultyStore, type FaultyStore } from '../support/faulty-store';

const database = withDatabase('public');
let store: FaultyStore;
let address = 0;
beforeAll(async () => void (store = await startFaultyStore()), 60_000);
afterAll(() => store.close());
beforeEach(() => void (store.fault = () => null));

/** A browser that has not sent anything yet, each at an address of its own so that none uses up another's tries. */
function browser() {
  const visitor = { requestId: 'receive', address: `203.0.113.${(address += 1)}`, uploadToken: null as string | null };
  const send = async (bytes: AsyncIterable<Uint8Array>, fileName = 'a.pdf', kind = 'photo_id') => {
    const outcome = await receivePublicFile(mintVisitor(visitor), { kind, fileName, body: bytes });
    if (outcome.ok) visitor.uploadToken = outcome.value.token;
    return outcome;
  };
  return { send, states: () => listUploadStates(mintVisitor(visitor)), remove: (id: string) => removePublicFile(mintVisitor(visitor), id) };
}
async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function* endless(): AsyncGenerator<Uint8Array> {
  yield onePage();
  for (;;) yield Buffer.alloc(2 ** 20);
}
const different = (i: number): Buffer => onePage({ box: `0 0 ${i + 10} 10` });
async function objects(): Promise<string[]> {
  const keys: string[] = [];
  for await (const some of listObjects('quarantine', new Date(Date.now() + 60_000))) keys.push(...some);
  return keys;
}
const rowOf = async (publicId: string) => {
  await database.as('superuser');
  const row = await db().document.findUniqueOrThrow({ where: { publicId } });
  await database.as('public');
  return row;
};

test('a file in many pieces is stored whole, with its digest, and waits to be checked', async () => {
  const bytes = onePage();
  const { send, states } = browser();
  const outcome = await send(inPieces(bytes), '../C:\\fakepath\\release.pdf');
  expect(outcome).toMatchObject({ ok: true, value: { fileName: 'release.pdf', size: bytes.length, mediaType: 'application/pdf' } });
  const { originalKey, sha256, state, receivedAt } = await rowOf(outcome.ok ? outcome.value.documentId : '');
  expect(Buffer.from(sha256)).toEqual(createHash('sha256').update(bytes).digest());
  expect(await getObject(originalKey ?? '', sha256)).toEqual(bytes);
  expect({ state, receivedAt }).toEqual({ state: 'received', receivedAt: now() });
  expect(await states()).toEqual([{ documentId: outcome.ok ? outcome.value.documentId : '', state: 'checking', reason: null }]);
});

test('the same file 500 times is one file: one row, one object, one of the eight places', async () => {
  const { send } = browser();
  const before = (await objects()).length;
  const ids = new Set<unknown>();
  for (let i = 0; i < 20; i += 1) ids.add(((await send(inPieces(onePage(), 400))) as { value?: { documentId: string } }).value?.documentId);
  expect([...ids]).toEqual([expect.any(String)]);
  expect((await objects()).length).toBe(before + 1);
});

test('as another kind, or once it was taken back, it is another file', async () => {
  const { send, remove, states } = browser();
  const first = await send(inPieces(onePage()));
  const other = await send(inPieces(onePage()), 'a.pdf', 'birth_certificate');
  const id = first.ok ? first.value.documentId : '';
  expect(other.ok && other.value.documentId).not.toBe(id);
  expect(await remove(id)).toMatchObject({ ok: true });
  expect(await remove(id)).toMatchObject({ ok: false, reason: 'not_found' });
  const again = await send(inPieces(onePage()));
  expect(again.ok && again.value.documentId).not.toBe(id);
  expect((await states()).map(({ documentId }) => documentId)).not.toContain(id);
});

test.each([
  ['without end', endless(), 'a.pdf', 'too_large'],
  ['that is empty', inPieces(Buffer.alloc(0)), 'a.pdf', 'empty'],
  ['of another type', inPieces(Buffer.from('<svg/>')), 'a.pdf', 'type_not_taken'],
  ['under another name', inPieces(onePage()), 'a.jpg', 'name_disagrees'],
  ['in TIFF, from the public', inPieces(tiffOf([plainPage()])), 'a.tif', 'type_not_taken'],
])('a file %s leaves nothing behind', async (_, bytes, fileName, reason) => {
  const before = await objects();
  expect(await browser().send(bytes, fileName)).toMatchObject({ ok: false, reason });
  expect(await objects()).toEqual(before);
}, 60_000);

test('of ten sent at once eight are kept', async () => {
  const { send } = browser();
  await send(inPieces(different(0), 400));
  const outcomes = await Promise.all(Array.from({ length: 9 }, (_, i) => send(inPieces(different(i + 1), 400))));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(LIMITS.files - 1);
  expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]))).toEqual(['too_many_files', 'too_many_files']);
});

test('a store that is away keeps no row; sent again it is there', async () => {
  const { send, states } = browser();
  store.fault = ({ method }) => (method === 'GET' ? null : 'unavailable');
  await expect(send(inPieces(onePage()))).rejects.toThrow();
  store.fault = () => null;
  expect(await states()).toEqual([]);
  expect(await send(inPieces(onePage()))).toMatchObject({ ok: true });
}, 60_000);

test('a sender who breaks off leaves no row and no object', async () => {
  const before = await objects();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield onePage();
    throw new Error('the line is gone');
  }
  await expect(browser().send(broken())).rejects.toThrow();
  expect(await objects()).toEqual(before);
});

test('another place says itself who may, what it takes, and what it keeps', async () => {
  const kept: StoredFile[] = [];
  const place = (admits: boolean, keep: KeptFile) => ({ admits: async () => admits, takes: SCAN_TYPES, keep: async (file: StoredFile) => (kept.push(file), keep) });
  const fax = { kind: 'release', fileName: 'fax.tif', body: inPieces(tiffOf([plainPage()])) };
  expect(await receiveFile(place(false, { refused: 'never asked' }), fax)).toMatchObject({ ok: false, reason: 'too_many_tries' });
  expect(await receiveFile(place(true, { documentId: 'd-1', alreadyHere: false }), fax)).toMatchObject({ ok: true, value: { documentId: 'd-1', mediaType: 'image/tiff' } });
  expect(await receiveFile(place(true, { refused: 'link_used' }), { ...fax, body: inPieces(tiffOf([plainPage()])) })).toMatchObject({ ok: false, reason: 'link_used' });
  expect(kept.map(({ kind, mediaType }) => [kind, mediaType])).toEqual([['release', 'image/tiff'], ['release', 'image/tiff']]);
  expect(await objects()).toContain(kept[0]?.objectKey);
  expect(await objects()).not.toContain(kept[1]?.objectKey);
});

test('whoever sent a file that cannot be read learns why, in their language', async () => {
  const { send, states } = browser();
  const outcome = await send(inPieces(onePage()));
  await database.as('superuser');
  await db().document.updateMany({ where: { publicId: outcome.ok ? outcome.value.documentId : '' }, data: { state: 'refused', refusedReason: 'encrypted' } });
  await database.as('public');
  expect(await states()).toMatchObject([{ state: 'refused', reason: 'encrypted' }]);
  for (const language of ['en', 'es'] as const) {
    const words = [...HINDRANCES, 'infected', 'altered'].map((reason) => uploadProblem(reason, language));
    expect(words.filter((said) => said === uploadProblem('a code of tomorrow', language))).toEqual([]);
  }
});
