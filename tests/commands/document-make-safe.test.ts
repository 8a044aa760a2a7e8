/** What the worker found in a file: pages, or a reason; said once, by the worker alone. */
import { randomUUID } from 'node:crypto';
import { mintWorker } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { keepSafePages } from '@/lib/documents/making-safe/commands';
import { HINDRANCES } from '@/lib/documents/intake/limits';
import { refusalSentence } from '@/lib/documents/labels';
import { db } from '@/lib/platform/db';
import { aCase } from '../support/cases';
import { withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { signedIn } from '../support/people';

const database = withDatabase();
const worker = mintWorker('test');

const page = (number: number) => ({ number, objectKey: `clean/${randomUUID()}`, thumbKey: `clean/${randomUUID()}`, width: 850, height: 1100, sha256: 'ab'.repeat(32), thumbSha256: 'cd'.repeat(32) });
const ready = () => ({ state: 'ready', scan: 'clean', pages: [page(1), page(2)] });
const refused = (reason: string) => ({ state: 'refused', scan: 'clean', reason });

const received = async (wishes: Parameters<typeof aDocument>[1] = {}) => aDocument(await aCase(), { state: 'received', ...wishes });

async function make(documentId: string, result: object, key: string | null = null) {
  await database.as('worker');
  try {
    return await throughTheDoor(keepSafePages, worker, { documentId, result }, key);
  } finally {
    await database.as('staff');
  }
}
const entriesOf = async (documentId: string) => (await db().auditEvent.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).map(({ event, details }) => [event, details]);
const pagesOf = (documentId: string) => db().documentPage.findMany({ where: { documentId }, orderBy: { number: 'asc' } });

test('pages are kept with their digests, and the audit counts them', async () => {
  const document = await received();
  expect(await make(document.id, ready())).toMatchObject({ ok: true });
  expect(await db().document.findUnique({ where: { id: document.id } })).toMatchObject({ state: 'ready', scan: 'clean', refusedReason: null, version: 1 });
  const pages = await pagesOf(document.id);
  expect(pages.map(({ number, width, sha256 }) => [number, width, Buffer.from(sha256).toString('hex')])).toEqual([[1, 850, 'ab'.repeat(32)], [2, 850, 'ab'.repeat(32)]]);
  expect(await entriesOf(document.id)).toEqual([['document.made_safe', { pages: 2, scan: 'clean' }]]);
});

test.each([...HINDRANCES, 'infected'])('a file that is %s is refused, says why in words, and has no page', async (reason) => {
  const document = await received();
  expect(await make(document.id, refused(reason))).toMatchObject({ ok: true });
  expect(await db().document.findUnique({ where: { id: document.id } })).toMatchObject({ state: 'refused', refusedReason: reason });
  expect(await pagesOf(document.id)).toEqual([]);
  expect(await entriesOf(document.id)).toEqual([['document.refused', { reason }]]);
  expect(refusalSentence(reason)).toMatch(/^\p{Lu}.*\. Ask for .*\.$/u);
  expect(refusalSentence(reason)).not.toBe(refusalSentence('a code of tomorrow'));
});

test('a second run changes nothing, whatever it found', async () => {
  const document = await received();
  await make(document.id, ready());
  expect(await make(document.id, refused('unreadable'))).toMatchObject({ ok: false, reason: 'already_made' });
  expect(await make(document.id, ready())).toMatchObject({ ok: false, reason: 'already_made' });
  expect(await pagesOf(document.id)).toHaveLength(2);
  expect(await entriesOf(document.id)).toHaveLength(1);
});

test('two runs at once: one keeps its pages', async () => {
  const document = await received();
  await database.as('worker');
  const outcomes = await Promise.all([1, 2].map(() => throughTheDoor(keepSafePages, worker, { documentId: document.id, result: ready() }, null)));
  await database.as('staff');
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await pagesOf(document.id)).toHaveLength(2);
});

test('the same message under one key gives the stored answer', async () => {
  const document = await received();
  const result = ready();
  const first = await make(document.id, result, 'make-safe-once-000001');
  expect(await make(document.id, result, 'make-safe-once-000001')).toEqual(first);
  expect(await make(document.id, refused('unreadable'), 'make-safe-once-000001')).toMatchObject({ ok: false, reason: 'key_reused' });
});

test.each([
  ['no pages', { ...ready(), pages: [] }],
  ['a digest that is none', { ...ready(), pages: [{ ...page(1), sha256: 'short' }] }],
  ['a page of no number', { ...ready(), pages: [{ ...page(1), number: 0 }] }],
  ['a reason that nobody knows', refused('because')],
  ['an infected file with pages', { ...ready(), scan: 'infected' }],
])('%s is no result', async (_, result) => {
  const document = await received();
  expect(await make(document.id, result)).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await db().document.findUnique({ where: { id: document.id } })).toMatchObject({ state: 'received', version: 0 });
});

test('an id of no document is not there', async () => {
  expect(await make('019ab0aa-0000-7000-8000-000000000000', ready())).toMatchObject({ ok: false, reason: 'already_made' });
  expect(await make('1', ready())).toMatchObject({ ok: false, reason: 'invalid' });
});

test.each(['dana', 'lena', 'ruth', 'omar', 'vera'] as const)('%s cannot say what a file holds', async (who) => {
  const document = await received();
  expect(await throughTheDoor(keepSafePages, await signedIn(who), { documentId: document.id, result: ready() }, null)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await pagesOf(document.id)).toEqual([]);
});
