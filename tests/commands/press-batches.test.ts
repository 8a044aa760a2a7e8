import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/lib/dev/free-port';
import { mintBatchTicket } from '@/lib/dispatch/tickets';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { makeCovidCard } from '@/lib/records/covid-card';
import { findPersonRecord } from '@/lib/records/facts';
import { readCardFromPixels } from '../support/card-from-page';
import { verifyCard } from '@/lib/health-cards/verifying/verify-card';
import { openPress, sweepBatches, type OpenPress } from '@/lib/worker/press';
import { directoryWith, OUR_ISSUER, ourKey, ourKid } from '../fixtures/health-cards/examples';
import { textOf } from '../fixtures/paper';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';
import { aBatchOf, aLetter, anApproved, aPatient, aReadyCase, COVID_DOSES } from '../support/releases';

const NOON = new Date('2026-11-24T17:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'press-test-'));
let database: TestDatabase;
let press: OpenPress;

beforeAll(async () => {
  database = await openTestDatabase();
  setEnvironment(database.superuser);
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, JSON.stringify({ keys: [ourKey] }));
  Object.assign(process.env, { SHC_KEYS_FILE: keys, SHC_RID_SECRET: Buffer.alloc(32, 7).toString('base64'), SHC_ISSUER_URL: OUR_ISSUER, PRESS_PORT: String(await freePort()) });
  await useDatabase(database.worker);
  freezeClock(NOON);
  press = await openPress();
});
beforeEach(async () => {
  freezeClock(NOON);
  await useDatabase(database.superuser);
});
afterAll(async () => {
  await press.stop();
  freezeClock(null);
  await useDatabase(null);
  await database.close();
  rmSync(folder, { recursive: true });
});

async function aPrintable(patient?: Awaited<ReturnType<typeof aPatient>>) {
  const dana = await signedIn('dana');
  const ready = await aReadyCase(dana, {}, patient);
  const approved = await anApproved(dana, ready.of, { records: ['full_record', 'covid_record'] });
  return { dana, ...ready, ...approved, ...(await aBatchOf(dana, [approved.dispatchId])) };
}

/** Minted by the staff web, redeemed by the worker: each under its own role. */
async function fetched(made: Awaited<ReturnType<typeof aPrintable>>) {
  await useDatabase(database.staff);
  const ticket = await mintBatchTicket(made.dana, made.batchId);
  if (ticket === null) throw new Error('no ticket');
  await useDatabase(database.worker);
  const response = await fetch(`${press.url}/print`, { headers: { authorization: `Bearer ${ticket.token}` } });
  await useDatabase(database.superuser);
  return { ticket, response };
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

test('the press makes its public keys known, and never the private half', async () => {
  const [key] = await db().healthCardKey.findMany();
  expect(key).toMatchObject({ kid: ourKid, publicJwk: { kid: ourKid, x: ourKey.x } });
  expect(JSON.stringify(key)).not.toContain(ourKey.d);
});

test('a batch is one PDF: manifest, letter, both records, with a card that verifies', async () => {
  const made = await aPrintable();
  const { response, ticket } = await fetched(made);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const bytes = await bytesOf(response);
  const text = textOf(bytes);
  const issued = await db().issuedRecord.findMany({ where: { release: { publicId: made.releaseId } }, include: { renderings: true } });
  for (const { controlNumber } of issued) expect(text).toContain(controlNumber);
  for (const words of [ticket.code, made.code, `C-${made.of.number}`, 'Dear Ana Rivera:', 'Full Immunization Record', 'COVID-19 Immunization Record', 'April 2, 1990', 'SPECIMEN', '88 Example Street', 'EN6198']) expect(text).toContain(words);
  const code = await readCardFromPixels(bytes);
  const verdict = verifyCard(code, { directory: directoryWith(ourKey), now: NOON, mode: 'conforms' });
  expect(verdict).toMatchObject({ answer: 'verified', kid: ourKid, violations: [] });
  expect(verdict.answer === 'verified' && verdict.content.doses.map(({ lot }) => lot)).toEqual(['EN6198', 'ER8733']);
});

test('a letter on how a case ended is printed with the batch, in its language, from its codes', async () => {
  const dana = await signedIn('dana');
  await useDatabase(database.staff);
  const { of, letter } = await aLetter(dana, { language: 'es' });
  await useDatabase(database.superuser);
  await db().outcomeLetter.update({ where: { id: letter.id }, data: { reasons: ['ID-05'] } });
  const batch = await aBatchOf(dana, [letter.publicId]);
  await useDatabase(database.staff);
  const ticket = await mintBatchTicket(dana, batch.batchId);
  await useDatabase(database.worker);
  const response = await fetch(`${press.url}/print`, { headers: { authorization: `Bearer ${ticket?.token ?? ''}` } });
  await useDatabase(database.superuser);
  expect(response.status).toBe(200);
  const text = textOf(await bytesOf(response)).replaceAll(/\s+/g, ' ');
  for (const words of [letter.code, `C-${of.number}`, 'Para Ana Rivera:', 'No pudimos hacer lo que pidió', 'La identificación está vencida.', 'Página 1 de 1']) expect(text).toContain(words);
  expect(text).not.toContain('No ID came');
  expect(await db().outcomeLetter.findUnique({ where: { id: letter.id } })).toMatchObject({ state: 'printed', printedAt: NOON });
  expect(await db().auditEvent.findFirst({ where: { caseId: of.id, event: 'letter.printed' } })).toMatchObject({ actorKind: 'worker', details: { code: letter.code, batch: batch.number } });
});

test('what stays is number, key, version, doses, pages and a digest; the audit speaks as the worker', async () => {
  const made = await aPrintable();
  const bytes = await bytesOf((await fetched(made)).response);
  const issued = await db().issuedRecord.findMany({ where: { release: { publicId: made.releaseId } }, orderBy: { kind: 'asc' }, include: { renderings: true } });
  expect(issued.map(({ kind, renderings }) => [kind, renderings.length, renderings[0]?.doseCount, renderings[0]?.keyId, renderings[0]?.pages])).toEqual([
    ['full_record', 1, 2, null, 1],
    ['covid_record', 1, 2, ourKid, 1],
  ]);
  expect(await db().dispatch.findUnique({ where: { publicId: made.dispatchId } })).toMatchObject({ state: 'printed', printedAt: NOON });
  const entries = await db().auditEvent.findMany({ where: { event: { in: ['record.rendered', 'batch.printed', 'press.fetched'] } }, orderBy: { id: 'desc' }, take: 4 });
  expect(entries.map(({ event, actorKind }) => [event, actorKind]).reverse()).toEqual([['press.fetched', 'staff'], ['record.rendered', 'worker'], ['record.rendered', 'worker'], ['batch.printed', 'worker']]);
  const code = await readCardFromPixels(bytes);
  const dump = JSON.stringify([await db().auditEvent.findMany(), issued, await db().dispatch.findMany()], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  expect(dump).not.toContain(code.slice(5, 60));
  expect(dump).not.toContain('eyJ');
});

test('a retry renders anew: another card, the same digest, and its own row', async () => {
  const made = await aPrintable();
  const [first, second] = [await bytesOf((await fetched(made)).response), await bytesOf((await fetched(made)).response)];
  expect(await readCardFromPixels(first)).not.toBe(await readCardFromPixels(second));
  const renderings = await db().recordRendering.findMany({ where: { issued: { kind: 'covid_record', release: { publicId: made.releaseId } } } });
  expect(renderings).toHaveLength(2);
  expect(new Set(renderings.map(({ contentDigest }) => Buffer.from(contentDigest).toString('hex'))).size).toBe(1);
});

test('a ticket is good once, and for a minute', async () => {
  const made = await aPrintable();
  const { ticket, response } = await fetched(made);
  await bytesOf(response);
  const ask = (token: string) => fetch(`${press.url}/print`, { headers: { authorization: `Bearer ${token}` } });
  await useDatabase(database.worker);
  expect((await ask(ticket.token)).status).toBe(401);
  expect((await ask('A'.repeat(43))).status).toBe(401);
  expect((await fetch(`${press.url}/print`)).status).toBe(401);
  expect((await fetch(`${press.url}/print`, { method: 'POST' })).status).toBe(404);
  await useDatabase(database.staff);
  const old = await mintBatchTicket(made.dana, made.batchId);
  freezeClock(new Date(NOON.getTime() + 61_000));
  await useDatabase(database.worker);
  expect((await ask(old?.token ?? '')).status).toBe(401);
  await useDatabase(database.superuser);
  const stored = await db().pressTicket.findMany();
  expect(stored.some(({ tokenHash }) => Buffer.from(tokenHash).equals(createHash('sha256').update(ticket.token).digest()))).toBe(true);
});

test('no ticket for a confirmed, an unknown or a withdrawn batch', async () => {
  const made = await aPrintable();
  await db().recordRelease.update({ where: { publicId: made.releaseId }, data: { withdrawnAt: NOON } });
  await useDatabase(database.staff);
  expect(await mintBatchTicket(made.dana, made.batchId)).toBeNull();
  expect(await mintBatchTicket(made.dana, 'A'.repeat(22))).toBeNull();
  await useDatabase(database.superuser);
  await db().printBatch.update({ where: { publicId: made.batchId }, data: { confirmedAt: NOON } });
  expect(await mintBatchTicket(made.dana, made.batchId)).toBeNull();
});

test('what changed after the batch was made stops it, by code, and nothing is printed', async () => {
  const made = await aPrintable();
  await db().patient.update({ where: { id: made.patient.id }, data: { optedOutAt: NOON } });
  const { response } = await fetched(made);
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({ ok: false, reason: 'last_mile', problems: [{ field: `dispatch.${made.dispatchId}`, reason: 'opted_out' }] });
  expect(await db().dispatch.findUnique({ where: { publicId: made.dispatchId } })).toMatchObject({ state: 'queued' });
});

test('a voided dose is on no paper; a confidential one only on the person’s own', async () => {
  const dana = await signedIn('dana');
  const patient = await aPatient({ doses: [...COVID_DOSES, { cvx: '03', tradeName: 'M-M-R II', givenOn: '1991-04-01', confidential: true }, { cvx: '115', tradeName: 'Boostrix', givenOn: '2015-05-05' }] });
  const tdap = await db().dose.findFirstOrThrow({ where: { patientId: patient.id, cvx: '115' } });
  await db().doseVoid.create({ data: { doseId: tdap.id, reason: 'Another person’s', byId: dana.staffId, at: NOON } });
  const seen = async (isThePerson: boolean) => (await findPersonRecord(db(), patient.id, { isThePerson }))?.doses.map(({ cvx }) => cvx);
  expect(await seen(true)).toEqual(['03', '208', '208']);
  expect(await seen(false)).toEqual(['208', '208']);
});

test('a record without a COVID-19 dose goes without a card and says so', async () => {
  const made = await aPrintable(await aPatient({ doses: [{ cvx: '03', tradeName: 'M-M-R II', givenOn: '1991-04-01' }] }));
  const text = textOf(await bytesOf((await fetched(made)).response));
  expect(text).toContain('A SMART Health Card cannot hold this record.');
  expect(await db().recordRendering.findFirst({ where: { issued: { kind: 'covid_record', release: { publicId: made.releaseId } } } })).toMatchObject({ keyId: null, doseCount: 0, leftOff: ['card_not_possible'] });
});

test('what stands beside the code is what the code holds, also when lots had to go', async () => {
  const doses = Array.from({ length: 6 }, (_, i) => ({ cvx: '208', tradeName: null, givenOn: `2021-0${i + 1}-11` as never, source: '00', lot: `LOT${i}QX7731-${i * 7919}`, organization: `Clinic of a rather long name ${i}` }));
  const record = { given: 'Maximiliana Theodora', family: 'Featherstonehaugh-Cholmondeley', birthOn: '1990-04-02' as never };
  const made = makeCovidCard({ publicId: 'p', person: record, birthOn: record.birthOn }, doses, { key: ourKey, ridSecret: Buffer.alloc(32, 7), issuer: OUR_ISSUER }, NOON);
  if (!('card' in made)) throw new Error(made.cardLeftOut);
  const held = made.card.shown.doses.map(({ lot, organization }) => [lot !== undefined, organization !== undefined]);
  expect(held.every(([lot]) => lot === !made.leftOff.includes('lots'))).toBe(true);
});

test('the file on disk is ciphertext, and gone at confirmation', async () => {
  const made = await aPrintable();
  await bytesOf((await fetched(made)).response);
  const place = join(tmpdir(), `record-desk-press-${process.env.PRESS_PORT}`);
  const contents = readdirSync(place).map((name) => readFileSync(join(place, name)));
  expect(contents.length).toBeGreaterThan(0);
  expect(contents.some((bytes) => bytes.includes('%PDF'))).toBe(false);
  const batch = await db().printBatch.update({ where: { publicId: made.batchId }, data: { confirmedAt: NOON } });
  await sweepBatches(press.files);
  expect(press.files.read(batch.id)).toBeNull();
  freezeClock(new Date(NOON.getTime() + 25 * 3_600_000));
  await sweepBatches(press.files);
  expect(readdirSync(place)).toEqual([]);
});
