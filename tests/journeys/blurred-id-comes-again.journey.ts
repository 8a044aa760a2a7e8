/** A blurred ID is returned, and the new one comes by the link of the message: in English and in Spanish. */
import { randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { Client } from 'pg';
import sharp from 'sharp';
import { accessible, deskOf, expect, journey, test } from './support/desk';

const words = {
  en: { email: 'blurred.en@example.com', subject: 'cannot read the ID', choose: /Choose|file/i, go: 'Continue', check: 'Check and send', send: 'Send', done: 'We have your documents', over: 'This link does not work', anyway: /Send anyway/i },
  es: { email: 'blurred.es@example.com', subject: 'No podemos leer', choose: /Elegir|archivo/i, go: 'Continuar', check: 'Revise y envíe', send: 'Enviar', done: 'Ya tenemos sus documentos', over: 'Este enlace no funciona', anyway: /Enviar de todos modos|así/i },
} as const;
type Language = keyof typeof words;

/** Bright and sharp: grain all over, as a camera would find it. */
const photo = () => sharp(randomBytes(1600 * 1200 * 3).map((byte) => 90 + (byte % 160)), { raw: { width: 1600, height: 1200, channels: 3 } }).jpeg({ quality: 60 }).toBuffer();

async function ask<T extends object>(sql: string, values: unknown[]): Promise<T | undefined> {
  const client = new Client({ connectionString: journey().databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows[0];
  } finally {
    await client.end();
  }
}

/** A request with one photo, as the form sends it; the number of the case that the worker opened for it. */
async function arrived(browser: Browser, language: Language): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  const { public: origin } = journey().urls;
  await page.goto(`${origin}/request`);
  const upload = await page.request.post(`${origin}/api/uploads`, { data: await photo(), headers: { 'content-type': 'image/jpeg', 'x-file-name': 'id.jpg', 'x-document-kind': 'photo_id', origin } });
  expect(upload.status()).toBe(200);
  const form = { kind: 'record_not_found', language, relation: 'self', requester: { given: 'Odalys', family: 'Ferrer' }, email: words[language].email, subjects: [{ given: 'Odalys', family: 'Ferrer', birthOn: '1991-07-09' }], wants: [], delivery: 'portal' };
  const sent = await page.request.post(`${origin}/api/commands/submission.send`, { data: form, headers: { origin, 'idempotency-key': crypto.randomUUID() } });
  expect(await sent.json()).toMatchObject({ ok: true });
  const about = () => ask<{ number: number; state: string }>("SELECT c.number, d.state FROM cases c JOIN submissions s ON s.id = c.submission_id JOIN documents d ON d.submission_id = s.id WHERE s.email = $1", [words[language].email]);
  await expect.poll(async () => (await about())?.state, { timeout: 60_000 }).toBe('ready');
  return (await about())?.number ?? 0;
}

/** The link as the mail carries it, from the sink. */
async function linkSent(page: Page, language: Language): Promise<string> {
  const { launcher } = journey().urls;
  let link = '';
  await expect
    .poll(async () => {
      const id = new RegExp(`${words[language].email}</td><td><a href="/mail/([\\w-]+)"`).exec(await (await page.request.get(launcher)).text())?.[1];
      const mail = id === undefined ? '' : await (await page.request.get(`${launcher}/mail/${id}`)).text();
      return (link = mail.includes(words[language].subject) ? (/http:\/\/\S+\/answer\/[\w-]{43}/.exec(mail)?.[0] ?? '') : '');
    }, { timeout: 60_000 })
    .not.toBe('');
  return link;
}

for (const language of ['en', 'es'] as const) {
  test(`a blurred ID is returned and the new one comes by the link (${language})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const say = words[language];
    const number = await arrived(browser, language);
    const desk = await deskOf(browser, 'Luis Caraballo');
    await desk.goto(`${journey().urls.staff}/cases/C-${number}/identity`);
    await desk.getByRole('button', { name: 'Assign to me' }).click();
    await desk.getByRole('button', { name: 'Return to requester' }).click();
    await desk.getByRole('checkbox', { name: 'We cannot read the ID.' }).check();
    await desk.getByRole('button', { name: 'Return: Photo ID' }).click();
    await expect(desk.getByText('Returned by Luis Caraballo').first()).toBeVisible();
    await desk.goto(`${journey().urls.staff}/cases/C-${number}/identity`);
    await accessible(desk);
    await desk.getByRole('button', { name: 'Ask and wait' }).click();
    await expect(desk.getByText('Asked by Luis Caraballo', { exact: false })).toBeVisible();

    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const link = await linkSent(desk, language);
    await phone.goto(link);
    await accessible(phone);
    await phone.locator('input[type=file]').first().setInputFiles({ name: 'new-id.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await expect(phone.getByText('new-id.jpg').first()).toBeVisible();
    await phone.getByRole('button', { name: say.go }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say.check);
    await accessible(phone);
    await phone.getByRole('button', { name: say.send, exact: true }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(say.done);
    await phone.goto(link);
    await expect(phone.getByRole('heading', { name: say.over })).toBeVisible();
    await accessible(phone);

    await expect.poll(async () => (await ask<{ state: string }>('SELECT state FROM cases WHERE number = $1', [number]))?.state, { timeout: 30_000 }).toBe('in_progress');
    await desk.goto(`${journey().urls.staff}/cases/C-${number}`);
    await expect(desk).toHaveURL(/\/identity/);
  });
}
