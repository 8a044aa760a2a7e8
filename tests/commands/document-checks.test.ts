/** A received file through the real scanner, the real program and a real bucket: checked, or not yet, and never clean by mishap. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mintWorker } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { setbackSentence, SETBACK_WORDS } from '@/lib/documents/labels';
import { SETBACKS } from '@/lib/documents/intake/limits';
import { beginCheck, checkAgain, forgetUnsent, noteSetback } from '@/lib/documents/making-safe/commands';
import { makeSafe } from '@/lib/documents/making-safe/jobs';
import { listWaitingFiles } from '@/lib/documents/making-safe/queries';
import { scan, ScannerAway } from '@/lib/documents/making-safe/scanner';
import { resumeChecks, sweepFiles } from '@/lib/documents/making-safe/sweep';
import { freezeClock, now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { findObject, getObject, newKey, putObject } from '@/lib/platform/object-store';
import { CANARY, EICAR } from '../fixtures/files/hostile-types';
import { flate, manyPages, onePage } from '../fixtures/files/pdf';
import { picture } from '../fixtures/files/pictures';
import { aSubmission } from '../support/cases';
import { TEST_HOUR, withDatabase } from '../support/database';
import { startFaultyScanner, type FaultyScanner, type Manner } from '../support/faulty-scanner';
import { startFaultyStore, type Fault, type FaultyStore } from '../support/faulty-store';
import { buildProgram } from '../support/making-safe';
import { signedIn } from '../support/people';

const database = withDatabase('worker');
const worker = mintWorker('test');
let [store, scanner, program] = [] as unknown as [FaultyStore, FaultyScanner, ReturnType<typeof buildProgram>];
let real = '';

beforeAll(async () => {
  [store, scanner] = await Promise.all([startFaultyStore(), startFaultyScanner()]);
  program = buildProgram();
  real = process.env.MAKE_SAFE_PROGRAM ?? '';
}, 120_000);
afterAll(async () => {
  program.remove();
  await Promise.all([store.close(), scanner.close()]);
});
beforeEach(() => {
  store.fault = () => null;
  scanner.manner = 'real';
  process.env.MAKE_SAFE_PROGRAM = real;
  freezeClock(TEST_HOUR);
});

/** Tables of people belong to staff's role: submissions are made there. */
async function submissionId(): Promise<string> {
  await database.as('superuser');
  const { id } = await aSubmission();
  await database.as('worker');
  return id;
}

type Wishes = { submissionId?: string; uploadSessionId?: string; removedAt?: Date; mediaType?: string };

/** As the public form's function writes it. */
async function aFile(bytes: Buffer, { mediaType = 'application/pdf', ...wishes }: Wishes = {}) {
  const originalKey = newKey('quarantine');
  await putObject(originalKey, bytes, 'application/octet-stream');
  await database.as('superuser');
  const document = await db().document.create({
    data: { kind: 'photo_id', fileName: 'a.pdf', size: bytes.length, sha256: new Uint8Array(createHash('sha256').update(bytes).digest()), mediaType, originalKey, state: 'received', receivedAt: now(), ...wishes },
  });
  await database.as('worker');
  return { ...document, originalKey };
}
const make = (documentId: string) => makeSafe(worker, { documentId }).then(() => 'done', (error: Error) => error.message);
const found = (id: string) => db().document.findUniqueOrThrow({ where: { id }, include: { pages: { orderBy: { number: 'asc' } } } });
const entriesOf = async (documentId: string) => {
  await database.as('superuser');
  const entries = await db().auditEvent.findMany({ where: { documentId }, orderBy: { id: 'asc' } });
  await database.as('worker');
  return entries.map(({ event, details }) => [event, details]);
};
const GRACE = -60_000; // so that what was stored a moment ago counts as old
const sweep = () => sweepFiles(worker, {}, undefined, GRACE);

test('an honest photo: checked, clean, its page under a new key with the digest on file, nothing of its place left', async () => {
  const document = await aFile(await picture(), { mediaType: 'image/jpeg' });
  expect(await make(document.id)).toBe('done');
  const { state, scan: scanned, pages, tries, setback } = await found(document.id);
  expect({ state, scanned, tries, setback, pages: pages.length }).toEqual({ state: 'ready', scanned: 'clean', tries: 0, setback: null, pages: 1 });
  const { objectKey, sha256 } = pages[0] ?? { objectKey: '', sha256: new Uint8Array() };
  expect(objectKey).toMatch(/^clean\/[0-9a-f]{32}$/);
  expect((await getObject(objectKey, sha256)).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(await entriesOf(document.id)).toEqual([['document.check_begun', {}], ['document.made_safe', { pages: 1, scan: 'clean' }]]);
  expect(await make(document.id)).toBe('done');
  expect(await entriesOf(document.id)).toHaveLength(2);
});

test.each([
  ['in a packed stream', () => onePage({ content: flate(Buffer.from(EICAR)) })],
  ['as an embedded file', () => onePage({ catalog: '/Names << /EmbeddedFiles << /Names [(x) << /EF << /F 5 0 R >> >>] >> >>', more: [flate(Buffer.from(EICAR), '/Type /EmbeddedFile')] })],
  ['behind the end', async () => Buffer.concat([await picture(), Buffer.from(EICAR)])],
])('the scanner finds a virus %s', async (_, bytes) => {
  const document = await aFile(await bytes(), { mediaType: _ === 'behind the end' ? 'image/jpeg' : 'application/pdf' });
  expect(await make(document.id)).toBe('done');
  expect(await found(document.id)).toMatchObject({ state: 'refused', scan: 'infected', refusedReason: 'infected', pages: [] });
});

const UNCLEAR: readonly (readonly [string, Manner])[] = [
  ['cuts the line', 'away'],
  ['gives half an answer', { says: 'stream: O' }],
  ['does not end its answer', { says: 'stream: OK' }],
  ['says two things', { says: 'stream: OK\0stream: Eicar FOUND\0' }],
  ['says something else', { says: 'stream: OK but not quite\0' }],
  ['finds the file too long', { says: 'INSTREAM size limit exceeded. ERROR\0' }],
  ['says nothing', { says: '' }],
  ['talks without end', { says: 'stream: OK'.repeat(1000) }],
];
test.each(UNCLEAR)('a scanner that %s: not clean, no page, and tried again', async (_, manner) => {
  const document = await aFile(onePage());
  scanner.manner = manner;
  expect(await make(document.id)).toBe('scanner_away');
  expect(await found(document.id)).toMatchObject({ state: 'checking', scan: null, setback: 'scanner_away', tries: 1, triedAt: TEST_HOUR, pages: [] });
  scanner.manner = 'real';
  expect(await make(document.id)).toBe('done');
  expect(await found(document.id)).toMatchObject({ state: 'ready', scan: 'clean', setback: null });
  expect((await entriesOf(document.id)).map(([event]) => event)).toEqual(['document.check_begun', 'document.check_failed', 'document.made_safe']);
});

test.each(['silent', 'drip'] as const)('a scanner that is %s is away once its time is over', async (manner) => {
  scanner.manner = manner;
  await expect(scan(onePage(), 300)).rejects.toThrow(ScannerAway);
});

const isGet = (method: string): boolean => method === 'GET';
const STORE: readonly (readonly [string, Fault, string])[] = [
  ['is not available', 'unavailable', 'store_away'],
  ['cuts the line', 'cut', 'store_away'],
  ['stops half way', 'half', 'store_away'],
  ['gives another file', { swapped: onePage({ box: '0 0 9 9' }) }, 'altered'],
];
test.each(STORE)('a store that %s: nothing is made of it, and it is tried again', async (_, fault, setback) => {
  const document = await aFile(onePage());
  store.fault = ({ method }) => (isGet(method) ? fault : null);
  expect(await make(document.id)).toBe(setback);
  expect(await found(document.id)).toMatchObject({ state: 'checking', scan: null, setback, tries: 1, pages: [] });
  store.fault = () => null;
  expect(await make(document.id)).toBe('done');
  expect(await found(document.id)).toMatchObject({ state: 'ready', tries: 1 });
});

test('a file that was swapped in the store for good is refused at the third look, and never scanned as if it were the first', async () => {
  const document = await aFile(onePage());
  await putObject(document.originalKey, manyPages(2), 'application/octet-stream');
  expect([await make(document.id), await make(document.id), await make(document.id)]).toEqual(['altered', 'altered', 'done']);
  expect(await found(document.id)).toMatchObject({ state: 'refused', refusedReason: 'altered', scan: null, pages: [] });
});

test('a file swapped between the scan and the making of pages changes nothing: the scanned bytes are the ones that are opened', async () => {
  const document = await aFile(onePage({ box: '0 0 300 200' }));
  const gets: string[] = [];
  store.fault = async ({ method, key }) => {
    if (!isGet(method)) return null;
    gets.push(key);
    return gets.length > 1 ? { swapped: manyPages(3) } : null;
  };
  expect(await make(document.id)).toBe('done');
  const { pages } = await found(document.id);
  expect({ gets, pages: pages.length, width: pages[0]?.width }).toEqual({ gets: [document.originalKey], pages: 1, width: 625 });
  store.fault = () => ({ swapped: Buffer.from(CANARY) });
  await expect(getObject(pages[0]?.objectKey ?? '', pages[0]?.sha256 ?? new Uint8Array())).rejects.toThrow('digest');
});

test('a file that is gone from the store waits, and says so', async () => {
  const document = await aFile(onePage());
  store.fault = ({ method, key }) => (isGet(method) && key === document.originalKey ? 'unavailable' : null);
  await database.as('superuser');
  await db().document.update({ where: { id: document.id }, data: { originalKey: newKey('quarantine') } });
  await database.as('worker');
  expect(await make(document.id)).toBe('object_missing');
});

test('a store that fails in the middle of the pages: no page is kept, the next try makes them all, and the sweep takes what was left', async () => {
  const document = await aFile(manyPages(3), { submissionId: await submissionId() });
  const put: string[] = [];
  store.fault = ({ method, key }) => {
    if (method !== 'PUT') return null;
    if (!put.includes(key)) put.push(key);
    return put.length > 3 ? 'unavailable' : null;
  };
  expect(await make(document.id)).toBe('store_away');
  expect((await found(document.id)).pages).toEqual([]);
  store.fault = () => null;
  expect(await make(document.id)).toBe('done');
  const { pages } = await found(document.id);
  expect(pages).toHaveLength(3);
  await sweep();
  for (const key of put.slice(0, 3)) expect(await findObject(key)).toBeNull();
  for (const key of [document.originalKey, ...pages.flatMap(({ objectKey, thumbKey }) => [objectKey, thumbKey])]) expect(await findObject(key)).not.toBeNull();
});

test('a program that is not there is no fault of the file', async () => {
  const document = await aFile(onePage());
  process.env.MAKE_SAFE_PROGRAM = join(program.folder, 'nothing.cjs');
  expect(await make(document.id)).toBe('program_missing');
  expect(await found(document.id)).toMatchObject({ state: 'checking', setback: 'program_missing' });
});

test('what was too much once is tried once more, then refused', async () => {
  const document = await aFile(onePage());
  process.env.MAKE_SAFE_PROGRAM = join(program.folder, 'hungry.cjs');
  writeFileSync(process.env.MAKE_SAFE_PROGRAM, "process.send('ready'); process.once('message', () => process.send({ ok: false, reason: 'too_much_memory' }))");
  expect([await make(document.id), await make(document.id)]).toEqual(['too_much_memory', 'done']);
  expect(await found(document.id)).toMatchObject({ state: 'refused', refusedReason: 'too_much_memory', scan: 'clean' });
});

test('a program that was taken over shows nothing but pages as we make them', async () => {
  const document = await aFile(onePage());
  process.env.MAKE_SAFE_PROGRAM = join(program.folder, 'taken-over.cjs');
  writeFileSync(process.env.MAKE_SAFE_PROGRAM, "process.send('ready'); process.once('message', ({ bytes }) => process.send({ ok: true, pages: [{ page: bytes, thumb: bytes, width: 10, height: 10 }] }))");
  expect(await make(document.id)).toBe('done');
  expect(await found(document.id)).toMatchObject({ state: 'refused', refusedReason: 'unreadable', pages: [] });
});

test('the sweep lets go of files that were taken back or never sent, and of nothing that was', async () => {
  await database.as('superuser');
  const session = (hoursLeft: number, token: string) => db().uploadSession.create({ data: { tokenHash: new Uint8Array(Buffer.from(token)), startedAt: now(), expiresAt: new Date(now().getTime() + hoursLeft * 3_600_000), address: '' } });
  const [over, open] = [await session(-1, 'over'), await session(3, 'open')];
  const never = await aFile(onePage(), { uploadSessionId: over.id });
  const waiting = await aFile(onePage(), { uploadSessionId: open.id });
  const takenBack = await aFile(onePage(), { uploadSessionId: open.id, removedAt: new Date(now().getTime() - 1000) });
  const sent = await aFile(onePage(), { uploadSessionId: over.id, submissionId: await submissionId() });
  for (const { id } of [never, waiting, sent]) expect(await make(id)).toBe('done');
  const pagesOf = async (id: string) => (await found(id)).pages.flatMap(({ objectKey, thumbKey }) => [objectKey, thumbKey]);
  const gone = [never.originalKey, takenBack.originalKey, ...(await pagesOf(never.id))];
  const kept = [waiting.originalKey, sent.originalKey, ...(await pagesOf(waiting.id)), ...(await pagesOf(sent.id))];
  const stray = newKey('clean');
  await putObject(stray, Buffer.from('x'), 'image/jpeg');
  await sweepFiles(worker, {});
  expect(await findObject(stray)).not.toBeNull(); // young: it may be about to get its row
  await sweep();
  for (const key of [...gone, stray]) expect(await findObject(key)).toBeNull();
  for (const key of kept) expect(await findObject(key)).not.toBeNull();
  expect(await found(never.id)).toMatchObject({ originalKey: null, pages: [] });
  expect(await found(sent.id)).toMatchObject({ originalKey: sent.originalKey });
  expect(await throughTheDoor(forgetUnsent, worker, {}, null)).toMatchObject({ ok: false, reason: 'nothing_to_forget' });
});

test('an upload in parts that nobody finished is ended once it is old', async () => {
  const upload = (id: string, at: string) => `<Upload><Key>quarantine/${id}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`;
  const list = `<?xml version="1.0"?><ListMultipartUploadsResult>${upload('old', '2020-01-01T00:00:00.000Z')}${upload('young', '2199-01-01T00:00:00.000Z')}</ListMultipartUploadsResult>`;
  const ended: string[] = [];
  store.fault = ({ method, query, key }) => {
    if (method === 'DELETE' && query.includes('uploadId')) return ended.push(key), { swapped: Buffer.alloc(0) };
    return method === 'GET' && /(^|&)uploads/.test(query) ? { swapped: Buffer.from(list) } : null;
  };
  await sweepFiles(worker, {});
  expect(ended).toEqual(['quarantine/old']);
});

describe('a file that no job stands for', () => {
  const jobs = async (id: string) => (await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key = ${`document.make_safe:${id}`}`).length;
  const later = (minutes: number) => freezeClock(new Date(TEST_HOUR.getTime() + minutes * 60_000));

  test('is asked for again after its rest, once', async () => {
    const [document, made] = [await aFile(onePage()), await aFile(onePage())];
    await make(made.id);
    later(10);
    await resumeChecks(worker);
    expect(await jobs(document.id)).toBe(0);
    later(31);
    await resumeChecks(worker);
    await resumeChecks(worker);
    expect([await jobs(document.id), await jobs(made.id)]).toEqual([1, 0]);
  });

  test('is seen by administrators, who can have it checked at once and learn nothing of whose it is', async () => {
    const document = await aFile(onePage());
    scanner.manner = 'away';
    await make(document.id);
    await database.as('staff');
    const vera = await signedIn('vera');
    const line = (await listWaitingFiles(vera)).find(({ id }) => id === document.publicId);
    expect(line).toEqual({ id: document.publicId, kind: 'photo_id', mediaType: 'application/pdf', size: document.size, receivedAt: TEST_HOUR, tries: 1, triedAt: TEST_HOUR, setback: 'scanner_away' });
    expect(await throughTheDoor(checkAgain, vera, { documentId: document.publicId }, null)).toMatchObject({ ok: true });
    expect(await throughTheDoor(checkAgain, await signedIn('dana'), { documentId: document.publicId }, null)).toMatchObject({ ok: false, reason: 'forbidden' });
    await database.as('worker');
    expect(await jobs(document.id)).toBe(1);
    scanner.manner = 'real';
    await make(document.id);
    await database.as('staff');
    expect(await throughTheDoor(checkAgain, vera, { documentId: document.publicId }, null)).toMatchObject({ ok: false, reason: 'not_waiting' });
    await database.as('worker');
    expect((await entriesOf(document.id)).map(([event]) => event)).toContain('document.check_asked');
  });
});

test('a check begins once, and nothing is noted of a file that is done or was taken back', async () => {
  const [document, back] = [await aFile(onePage()), await aFile(onePage(), { removedAt: now() })];
  const begin = (documentId: string) => throughTheDoor(beginCheck, worker, { documentId }, null);
  const note = (documentId: string, setback: string) => throughTheDoor(noteSetback, worker, { documentId, setback }, null);
  expect([await begin(document.id), await begin(document.id), await begin(back.id)].map(({ ok }) => ok)).toEqual([true, false, false]);
  expect(await note(document.id, 'scanner_away')).toMatchObject({ ok: true, value: { tries: 1 } });
  expect(await note(document.id, 'because')).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await note(back.id, 'store_away')).toMatchObject({ ok: false, reason: 'already_made' });
  await make(document.id);
  expect(await note(document.id, 'store_away')).toMatchObject({ ok: false, reason: 'already_made' });
  expect(await make(back.id)).toBe('done');
  expect(await found(back.id)).toMatchObject({ state: 'received', pages: [] });
});

test('each setback says what to do', () => {
  for (const setback of SETBACKS) expect(setbackSentence(setback)).toBe(SETBACK_WORDS[setback]);
  expect(setbackSentence(null)).toMatch(/worker/);
});
