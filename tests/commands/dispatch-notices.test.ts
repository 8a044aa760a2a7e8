import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintWorker } from '@/lib/access/actor';
import { freePort } from '@/lib/dev/free-port';
import { startSinks, type Sinks } from '@/lib/dev/sinks';
import { throughTheDoor } from '@/lib/command';
import { keepNoticeResult } from '@/lib/dispatch/commands/notices';
import { sendNotice } from '@/lib/dispatch/jobs';
import { freezeClock } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { sendMail } from '@/lib/platform/mailer';
import { sendText } from '@/lib/platform/text-line';
import { aCase } from '../support/cases';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { setEnvironment } from '../support/environment';
import { signedIn } from '../support/people';

const NOON = new Date('2026-11-24T17:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'notice-test-'));
const worker = mintWorker('test');
let database: TestDatabase;
let sinks: Sinks;
let ports: { smtp: number; gateways: number };

const openSinks = () => startSinks({ folder, smtpPort: ports.smtp, gatewayPort: ports.gateways, token: 'gateway-token-of-the-test' });

beforeAll(async () => {
  database = await openTestDatabase();
  ports = { smtp: await freePort(), gateways: await freePort() };
  sinks = await openSinks();
  setEnvironment(database.superuser);
  Object.assign(process.env, { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(ports.smtp), SMS_GATEWAY_URL: sinks.smsUrl, SMS_GATEWAY_TOKEN: 'gateway-token-of-the-test' });
  await useDatabase(database.superuser);
  freezeClock(NOON);
});
afterAll(async () => {
  await sinks.stop();
  freezeClock(null);
  await useDatabase(null);
  await database.close();
  rmSync(folder, { recursive: true });
});

async function aNotice(changes: { channel?: 'email' | 'phone'; recipient?: string; language?: string; state?: 'queued' | 'sending'; attempts?: number } = {}) {
  const about = await aCase();
  const notice = await db().notice.create({
    data: { caseId: about.id, channel: 'email', recipient: 'ana.rivera@example.com', language: 'en', template: 'record_mailed', purpose: 'mailed:M-26-0093001', state: 'queued', queuedAt: NOON, ...changes },
    include: { case: { include: { submission: true } } },
  });
  return { ...notice, reference: notice.case.submission.reference };
}
const now = (id: string) => db().notice.findUniqueOrThrow({ where: { id } });
const lastEvent = async (caseId: string) => (await db().auditEvent.findFirstOrThrow({ where: { caseId }, orderBy: { id: 'desc' } })) as { event: string; details: unknown };
const mailsAbout = (reference: string) => sinks.mails.list().filter(({ text }) => text.includes(reference));

test('a mail goes to the one address, says nothing about health, and is kept as sent', async () => {
  const notice = await aNotice();
  await sendNotice(worker, { noticeId: notice.id });
  expect(mailsAbout(notice.reference)).toMatchObject([{ to: ['ana.rivera@example.com'], subject: 'Your request is done', attachments: [] }]);
  expect(await now(notice.id)).toMatchObject({ state: 'sent', attempts: 1, providerRef: `<${notice.publicId}@recorddesk.example>`, sentAt: NOON });
  expect(await lastEvent(notice.caseId)).toMatchObject({ event: 'notice.sent', details: { template: 'record_mailed', channel: 'email' } });
});

test('the job run again sends nothing', async () => {
  const notice = await aNotice();
  await sendNotice(worker, { noticeId: notice.id });
  await sendNotice(worker, { noticeId: notice.id });
  expect(mailsAbout(notice.reference)).toHaveLength(1);
});

test('two workers at once send one mail', async () => {
  const notice = await aNotice();
  const claimed = await Promise.allSettled([1, 2].map(() => sendNotice(worker, { noticeId: notice.id })));
  expect(claimed.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(mailsAbout(notice.reference)).toHaveLength(1);
});

test('where only a phone is known a text goes, in the requester’s language', async () => {
  const notice = await aNotice({ channel: 'phone', recipient: '+18609220134', language: 'es' });
  await sendNotice(worker, { noticeId: notice.id });
  expect(sinks.texts.list()).toMatchObject([{ id: notice.publicId, to: '+18609220134', text: expect.stringContaining('está lista') }]);
  expect(await now(notice.id)).toMatchObject({ state: 'sent' });
});

test('a notice found half sent is unknown, and is not sent again', async () => {
  const notice = await aNotice({ state: 'sending', attempts: 1 });
  await sendNotice(worker, { noticeId: notice.id });
  await sendNotice(worker, { noticeId: notice.id });
  expect(mailsAbout(notice.reference)).toHaveLength(0);
  expect(await now(notice.id)).toMatchObject({ state: 'unknown', failure: 'interrupted' });
  expect(await lastEvent(notice.caseId)).toMatchObject({ event: 'notice.failed', details: { reason: 'interrupted' } });
});

test.each([['a@example.com,b@example.com'], ['"e@attacker"@victim.example'], ['<a@example.com>'], ['a@example.com\r\nBcc: b@example.com']])('what could be a list is never sent to: %s', async (recipient) => {
  const notice = await aNotice({ recipient });
  await sendNotice(worker, { noticeId: notice.id });
  expect(mailsAbout(notice.reference)).toHaveLength(0);
  expect(await now(notice.id)).toMatchObject({ state: 'failed', failure: 'not_one_address' });
});

test('a gateway that refuses the number ends it as failed', async () => {
  const notice = await aNotice({ channel: 'phone', recipient: '12' });
  await sendNotice(worker, { noticeId: notice.id });
  expect(await now(notice.id)).toMatchObject({ state: 'failed', failure: 'refused_by_gateway' });
});

describe('when the provider is away', () => {
  let silent: Server | undefined;
  beforeEach(() => sinks.stop());
  afterEach(async () => {
    if (silent !== undefined) await new Promise((resolve) => silent?.close(resolve));
    silent = undefined;
    sinks = await openSinks();
  });

  test('it was certainly not taken: it waits for the next try, and fails after the last', async () => {
    const notice = await aNotice();
    await expect(sendNotice(worker, { noticeId: notice.id })).rejects.toThrow('did not take');
    expect(await now(notice.id)).toMatchObject({ state: 'queued', attempts: 1 });
    await db().notice.update({ where: { id: notice.id }, data: { attempts: 4 } });
    await sendNotice(worker, { noticeId: notice.id });
    expect(await now(notice.id)).toMatchObject({ state: 'failed', failure: 'no_connection' });
  });

  test('a line that breaks after the message was handed over may have it: unknown', async () => {
    silent = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 here\r\n');
      socket.on('data', (part) => {
        const said = part.toString();
        if (/^DATA/i.test(said)) socket.write('354 go on\r\n');
        else if (said.includes('\r\n.\r\n')) socket.destroy();
        else if (!said.includes('Subject:')) socket.write('250 ok\r\n');
      });
    });
    await new Promise<void>((resolve) => silent?.listen(ports.smtp, '127.0.0.1', resolve));
    expect(await sendMail({ to: 'a@example.com', subject: 's', text: 't', reference: 'abcdefgh' })).toMatchObject({ state: 'unknown' });
  });

  test('a text that met no gateway was not taken', async () => {
    expect(await sendText({ to: '+18609220134', text: 't', reference: 'abcdefgh' })).toEqual({ state: 'not_taken', reason: 'no_connection' });
  });
});

test('an end is an end: a late answer downgrades nothing, and it is the worker’s alone to give', async () => {
  const notice = await aNotice({ state: 'sending', attempts: 1 });
  const sent = { noticeId: notice.id, result: 'sent', providerRef: '<1@recorddesk.example>' };
  expect(await throughTheDoor(keepNoticeResult, await signedIn('ruth'), sent, null)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await throughTheDoor(keepNoticeResult, worker, sent, null)).toMatchObject({ ok: true, value: { state: 'sent' } });
  const late = { noticeId: notice.id, result: 'failed', reason: 'unreachable' };
  expect(await throughTheDoor(keepNoticeResult, worker, late, null)).toMatchObject({ ok: false });
  expect(await now(notice.id)).toMatchObject({ state: 'sent', failure: null });
  expect(await lastEvent(notice.caseId)).toMatchObject({ event: 'notice.sent' });
  expect(await throughTheDoor(keepNoticeResult, worker, { ...sent, noticeId: '01a21345-0000-7000-8000-000000000000' }, null)).toMatchObject({ reason: 'not_found' });
});
