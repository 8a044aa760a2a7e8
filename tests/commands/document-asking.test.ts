/** Asked again: the question, its one-time link, the answer, and what happens when none comes. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintVisitor, mintWorker, type StaffActor } from '@/lib/access/actor';
import { askDocuments, takeAnswer, withdrawAsking } from '@/lib/cases/commands/askings';
import { closeUnanswered, remindRequesters } from '@/lib/cases/commands/chasing';
import { closeCase } from '@/lib/cases/commands/closings';
import { resumeCase } from '@/lib/cases/commands/waits';
import { throughTheDoor } from '@/lib/command';
import { freePort } from '@/lib/dev/free-port';
import { startSinks, type Sinks } from '@/lib/dev/sinks';
import { answerRequest, keepUploadLink } from '@/lib/documents/asking/commands';
import { sendUploadLink } from '@/lib/documents/asking/jobs';
import { readUploadLink } from '@/lib/documents/asking/queries';
import { freezeClock, now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { aDocument } from '../support/documents';
import { aMatchedCase, detailsOf, eventsOf } from '../support/patients';
import { signedIn } from '../support/people';

const database = withDatabase('staff', null);
const worker = mintWorker('test');
const folder = mkdtempSync(join(tmpdir(), 'asking-test-'));
let sinks: Sinks;
const at = (text: string): void => freezeClock(new Date(`${text}-05:00`));

beforeAll(async () => {
  const [smtpPort, gatewayPort] = [await freePort(), await freePort()];
  sinks = await startSinks({ folder, smtpPort, gatewayPort, token: 'gateway-token-of-the-test' });
  Object.assign(process.env, { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtpPort), SMS_GATEWAY_URL: sinks.smsUrl, SMS_GATEWAY_TOKEN: 'gateway-token-of-the-test' });
});
beforeEach(() => at('2026-12-01T10:00:00'));
/** Who waits is the test's own. */
afterEach(async () => {
  const { staffId } = await signedIn('dana');
  await db().documentRequest.updateMany({ where: { answeredAt: null, withdrawnAt: null, unansweredAt: null }, data: { withdrawnAt: now(), withdrawnById: staffId } });
});
afterAll(async () => {
  await sinks.stop();
  rmSync(folder, { recursive: true });
});

async function as<T>(role: 'public' | 'worker', run: () => Promise<T>): Promise<T> {
  await database.as(role);
  try {
    return await run();
  } finally {
    await database.as('staff');
  }
}

/** A case in Dana's hands whose ID was returned as blurred. */
async function returned(wishes: Parameters<typeof aMatchedCase>[1] = {}) {
  const dana = await signedIn('dana');
  const found = await aMatchedCase(dana, wishes);
  const document = await aDocument(found);
  await db().documentReview.create({ data: { documentId: document.id, caseId: found.id, decision: 'returned', ticks: {}, reasons: ['ID-02'], facts: {}, byId: dana.staffId, at: now() } });
  return { dana, found, document };
}
const ask = (dana: StaffActor, caseId: string, missing: readonly string[] = []) => throughTheDoor(askDocuments, dana, { caseId, missing }, null);
const requestOf = (caseId: string) => db().documentRequest.findFirstOrThrow({ where: { caseId }, include: { links: { orderBy: { queuedAt: 'asc' } } }, orderBy: { at: 'desc' } });

/** Asked and sent; the token as it stands in the mail. */
async function asked(wishes: Parameters<typeof returned>[0] = {}) {
  const case_ = await returned(wishes);
  expect(await ask(case_.dana, case_.found.publicId)).toMatchObject({ ok: true });
  const request = await requestOf(case_.found.id);
  await as('worker', () => sendUploadLink(worker, { linkId: request.links[0]?.id ?? '' }));
  return { ...case_, request, token: tokenOf(await mailAbout(case_.found)) };
}
/** The newest mail about the case's request; a mail names nothing else of it. */
async function mailAbout(found: { submissionId: string }) {
  const { reference } = await db().submission.findUniqueOrThrow({ where: { id: found.submissionId } });
  return sinks.mails.list().find(({ text }) => text.includes(reference));
}
const tokenOf = (mail: { text: string } | undefined): string => /\/answer\/([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';

const visitor = (uploadToken: string | null = null) => mintVisitor({ requestId: 'request-1', address: '198.51.100.7', uploadToken });

/** A browser that has sent some files. */
async function browser(...kinds: readonly string[]) {
  const token = randomBytes(32).toString('base64url');
  const hash = new Uint8Array(createHash('sha256').update(token).digest());
  const documents: string[] = [];
  await db().$executeRaw`SELECT public_start_upload(${hash}, '198.51.100.7', ${now()})`;
  for (const kind of kinds) {
    const [row] = await db().$queryRaw<{ public_id: string }[]>`SELECT * FROM public_receive_document(${hash}, ${kind}, 'id.jpg', 64000, ${new Uint8Array(32)}, 'image/jpeg', ${`quarantine/${token}/${kind}`}, ${now()})`;
    documents.push(row?.public_id ?? '');
  }
  return { who: visitor(token), documents };
}
const answer = (token: string) =>
  as('public', async () => {
    const { who, documents } = await browser('photo_id');
    return { outcome: await throughTheDoor(answerRequest, who, { token, documents }, null), documents };
  });
const take = (requestId: string) => as('worker', () => throughTheDoor(takeAnswer, worker, { requestId }, null));
const stateOf = (id: string) => db().case.findUniqueOrThrow({ where: { id }, include: { waits: true, closures: true, letters: true } });

describe('asking', () => {
  test('keeps the question in codes, stops the clock with its reason, and queues one link of which nothing can be read', async () => {
    const { dana, found } = await returned();
    expect(await ask(dana, found.publicId, ['birth_certificate'])).toEqual({ ok: true, value: { asked: 2, channel: 'email' } });
    const request = await requestOf(found.id);
    expect(request).toMatchObject({ language: 'en', byId: dana.staffId, items: [{ kind: 'photo_id', reasons: ['ID-02'] }, { kind: 'birth_certificate', reasons: [] }] });
    expect(request.links).toMatchObject([{ purpose: 'asked', state: 'queued', tokenHash: null, recipient: 'ana.rivera@example.com', expiresAt: new Date('2026-12-15T15:00:00Z') }]);
    expect(await stateOf(found.id)).toMatchObject({ state: 'waiting_on_requester', dueAt: null, waits: [{ stopsClock: true, untilAt: null, reason: 'Photo ID, Birth certificate' }] });
    expect(await detailsOf(found.id, 'document.asked')).toEqual({ kinds: ['photo_id', 'birth_certificate'], reasons: ['ID-02'], channel: 'email', language: 'en' });
  });

  test.each([
    ['somebody who does not have the case', async () => ask(await signedIn('kofi'), (await returned()).found.publicId), 'not_claimed'],
    ['a case with nothing returned and nothing chosen', async () => {
      const dana = await signedIn('dana');
      return ask(dana, (await aMatchedCase(dana)).publicId);
    }, 'nothing_to_ask'],
    ['a question that is open already', async () => {
      const { dana, found } = await asked();
      await throughTheDoor(resumeCase, dana, { caseId: found.publicId }, null);
      return ask(dana, found.publicId);
    }, 'already_asked'],
  ] as const)('is refused for %s, and the attempt is kept', async (_, attempt, reason) => {
    expect(await attempt()).toMatchObject({ ok: false, reason });
    expect((await db().auditEvent.findFirstOrThrow({ where: { event: 'command.refused' }, orderBy: { id: 'desc' } })).details).toMatchObject({ command: 'case.ask_documents', reason });
  });

  test.each([
    ['en', 'We need something from you', 'We cannot read the ID.', 'The link works once, until December 15, 2026.'],
    ['es', 'Necesitamos algo de usted', 'No podemos leer la identificación.', 'El enlace funciona una vez, hasta el 15 de diciembre de 2026.'],
  ])('the message (%s) says what was wrong and what to do, names nobody, and its token rests as a hash', async (language, subject, wrong, until) => {
    const { found, token } = await asked({ language, given: 'Wilhelmina' });
    const mail = await mailAbout(found);
    expect(mail).toMatchObject({ to: ['ana.rivera@example.com'], subject });
    expect(mail?.text).toContain(wrong);
    expect(mail?.text).toContain(until);
    expect(mail?.text).not.toMatch(/Wilhelmina|Rivera/);
    const [link] = (await requestOf(found.id)).links;
    expect(Buffer.from(link?.tokenHash ?? [])).toEqual(createHash('sha256').update(token).digest());
    expect(JSON.stringify(await db().auditEvent.findMany({ where: { caseId: found.id } }), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(token);
    expect(await detailsOf(found.id, 'document.link_sent')).toEqual({ purpose: 'asked', channel: 'email' });
  });

  test('a message found half sent is unknown, and is not sent again', async () => {
    const { dana, found } = await returned();
    await ask(dana, found.publicId);
    const { links: [link] } = await requestOf(found.id);
    await db().uploadLink.update({ where: { id: link?.id }, data: { state: 'sending' } });
    await as('worker', () => sendUploadLink(worker, { linkId: link?.id ?? '' }));
    expect(await mailAbout(found)).toBeUndefined();
    expect((await requestOf(found.id)).links).toMatchObject([{ state: 'unknown', failure: 'interrupted' }]);
    expect(await as('worker', () => throughTheDoor(keepUploadLink, worker, { linkId: link?.id, result: 'sent', providerRef: 'late' }, null))).toMatchObject({ reason: 'not_sending' });
  });

  test('taken back, the link answers nobody and the case goes on', async () => {
    const { dana, found, token } = await asked();
    expect(await throughTheDoor(withdrawAsking, dana, { caseId: found.publicId }, null)).toMatchObject({ ok: true });
    expect(await stateOf(found.id)).toMatchObject({ state: 'in_progress' });
    expect(await as('public', () => readUploadLink(visitor(), token))).toBeNull();
    expect((await answer(token)).outcome).toMatchObject({ ok: false, reason: 'link_over' });
    expect(await throughTheDoor(withdrawAsking, dana, { caseId: found.publicId }, null)).toMatchObject({ reason: 'nothing_asked' });
  });
});

describe('the link', () => {
  test('shows which papers and in which language, and nothing of a person', async () => {
    const { token } = await asked({ language: 'es' });
    expect(await as('public', () => readUploadLink(visitor(), token))).toEqual({ language: 'es', items: [{ kind: 'photo_id', reasons: ['ID-02'] }] });
  });

  test('answers once: the files join the request, marked with whose they are, and the case goes on with its clock', async () => {
    const { found, request, token } = await asked();
    at('2026-12-02T09:00:00');
    const { outcome, documents } = await answer(token);
    expect(outcome).toEqual({ ok: true, value: { documents: 1 } });
    expect(await db().document.findUnique({ where: { publicId: documents[0] } })).toMatchObject({ submissionId: found.submissionId, subjectId: found.subjectId, state: 'received' });
    expect(await take(request.id)).toEqual({ ok: true, value: { moved: 'resumed' } });
    const after = await stateOf(found.id);
    expect(after).toMatchObject({ state: 'in_progress', waits: [{ untilAt: new Date('2026-12-02T14:00:00Z') }] });
    expect(after.dueAt).not.toBeNull();
    expect((await eventsOf(found.id)).slice(-2)).toEqual(['document.answered', 'case.answer_taken']);
    expect(await take(request.id)).toMatchObject({ reason: 'already_taken' });
    expect((await answer(token)).outcome).toMatchObject({ ok: false, reason: 'link_over' });
  });

  test('answers the same whether it is wrong, expired or used', async () => {
    const { token } = await asked();
    const wrong = (await answer(randomBytes(32).toString('base64url'))).outcome;
    at('2026-12-15T10:00:00');
    const expired = (await answer(token)).outcome;
    expect(expired).toEqual(wrong);
    expect(await as('public', () => readUploadLink(visitor(), token))).toBeNull();
    expect(await as('public', () => readUploadLink(visitor(), 'nothing like a token'))).toBeNull();
  });

  test('takes only what this browser sent: another’s file is refused whole, and what an unsent form holds stays with the form', async () => {
    const { found, token } = await asked();
    await as('public', async () => {
      const theirs = await browser('photo_id');
      const mine = await browser('photo_id', 'vaccination_proof');
      expect(await throughTheDoor(answerRequest, mine.who, { token, documents: [mine.documents[0], theirs.documents[0]] }, null)).toMatchObject({ reason: 'session_ended' });
      expect(await throughTheDoor(answerRequest, mine.who, { token, documents: [mine.documents[0]] }, null)).toMatchObject({ ok: true });
    });
    expect(await db().document.count({ where: { submissionId: found.submissionId, kind: 'vaccination_proof' } })).toBe(0);
  });

  test('two answers at one moment: one is taken', async () => {
    const { found, token } = await asked();
    const outcomes = await as('public', async () => {
      const both = [await browser('photo_id'), await browser('photo_id')];
      return Promise.all(both.map(({ who, documents }) => throughTheDoor(answerRequest, who, { token, documents }, null)));
    });
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().document.count({ where: { submissionId: found.submissionId, subjectId: found.subjectId } })).toBe(1);
  });

  test('of a case that ended otherwise is over', async () => {
    const { dana, found, token } = await asked();
    expect(await throughTheDoor(closeCase, dana, { caseId: found.publicId, outcome: 'withdrawn', reason: 'They called' }, null)).toMatchObject({ ok: true });
    expect((await answer(token)).outcome).toMatchObject({ reason: 'link_over' });
  });
});

describe('when no answer comes', () => {
  const remind = () => as('worker', () => throughTheDoor(remindRequesters, worker, {}, null));
  const end = () => as('worker', () => throughTheDoor(closeUnanswered, worker, {}, null));

  test('on the fifth business day it is said once more, with a link of its own; on the twentieth the case closes with its letter', async () => {
    const { found, request, token } = await asked();
    at('2026-12-07T10:00:00');
    expect(await remind()).toMatchObject({ reason: 'nobody_to_remind' });
    at('2026-12-08T10:00:00');
    expect(await remind()).toEqual({ ok: true, value: { reminded: 1 } });
    expect(await remind()).toMatchObject({ reason: 'nobody_to_remind' });
    const { links } = await requestOf(found.id);
    await as('worker', () => sendUploadLink(worker, { linkId: links[1]?.id ?? '' }));
    const reminder = await mailAbout(found);
    expect(reminder?.subject).toBe('We are still waiting to hear from you');
    expect([43, false]).toEqual([tokenOf(reminder).length, tokenOf(reminder) === token]);
    at('2026-12-28T10:00:00');
    expect(await end()).toMatchObject({ reason: 'nothing_to_close' });
    at('2026-12-29T10:00:00');
    expect(await end()).toEqual({ ok: true, value: { closed: 1 } });
    expect(await stateOf(found.id)).toMatchObject({ state: 'closed', closures: [{ outcome: 'unanswered', byId: null }], letters: [{ outcome: 'unanswered', state: 'queued' }] });
    expect(await detailsOf(found.id, 'case.closed')).toMatchObject({ outcome: 'unanswered' });
    expect(await requestOf(found.id)).toMatchObject({ id: request.id, unansweredAt: now() });
  });

  test('a late answer opens the case again and takes the letter back', async () => {
    const { found, request } = await asked();
    at('2026-12-29T10:00:00');
    expect(await end()).toMatchObject({ ok: true });
    await db().documentRequest.update({ where: { id: request.id }, data: { answeredAt: now() } });
    expect(await take(request.id)).toEqual({ ok: true, value: { moved: 'reopened' } });
    expect(await stateOf(found.id)).toMatchObject({ state: 'in_progress', closedAt: null, letters: [{ state: 'cancelled' }], closures: [{ undoneAt: now() }] });
  });

  test('a case that was resumed by hand is neither reminded nor closed', async () => {
    const { dana, found } = await asked();
    await throughTheDoor(resumeCase, dana, { caseId: found.publicId }, null);
    at('2026-12-29T10:00:00');
    expect(await end()).toMatchObject({ reason: 'nothing_to_close' });
    expect(await remind()).toMatchObject({ reason: 'nobody_to_remind' });
  });
});
