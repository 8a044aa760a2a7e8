import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { accessible, deskOf, expect, journey, test } from './support/desk';

async function ask<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: journey().databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

test('a file of 15 MB arrives with its SHA-256 intact, one byte more is refused', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${journey().urls.public}/request`);
  const size = 15 * 1024 * 1024;
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)]);
  const upload = (body: Buffer) =>
    page.request.post(`${journey().urls.public}/api/uploads`, {
      data: body,
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'photo.jpg', 'x-document-kind': 'photo_id', origin: journey().urls.public },
    });
  const answer = await upload(bytes);
  expect(answer.status()).toBe(200);
  const { value } = (await answer.json()) as { value: { documentId: string; size: number } };
  expect(value.size).toBe(size);
  const [row] = await ask<{ sha256: Buffer; size: number }>('SELECT sha256, size FROM documents WHERE public_id = $1', [value.documentId]);
  expect(row?.size).toBe(size);
  expect(row?.sha256.equals(createHash('sha256').update(bytes).digest())).toBe(true);
  expect((await upload(Buffer.concat([bytes, Buffer.from([0])]))).status()).toBe(413);
});

test('hostile files are refused with a reason', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${journey().urls.public}/request`);
  const refused: readonly [string, string, Buffer, string][] = [
    ['html named pdf', 'letter.pdf', Buffer.from('<html><script>alert(1)</script></html>'), 'type_not_taken'],
    ['pdf named png', 'id.png', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'name_disagrees'],
    ['svg', 'card.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'type_not_taken'],
    ['zip', 'card.jpg', Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaa'), 'type_not_taken'],
    ['heic', 'IMG_1.heic', Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000'), 'heic'],
    ['nothing', 'empty.jpg', Buffer.alloc(0), 'empty'],
  ];
  for (const [what, name, body, reason] of refused) {
    const answer = await page.request.post(`${journey().urls.public}/api/uploads`, { data: body, headers: { 'content-type': 'application/octet-stream', 'x-file-name': name, 'x-document-kind': 'photo_id', origin: journey().urls.public } });
    expect(((await answer.json()) as { reason: string }).reason, what).toBe(reason);
  }
  const foreign = await page.request.post(`${journey().urls.public}/api/uploads`, { data: Buffer.from('x'), headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.jpg', 'x-document-kind': 'photo_id', origin: 'http://evil.test' } });
  expect(foreign.status()).toBe(403);
});

test('the start page of the public form is accessible in both languages', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${journey().urls.public}/request`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask for your immunization record');
  await accessible(page);
  await page.getByRole('button', { name: 'Español' }).or(page.getByRole('link', { name: 'Español' })).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await accessible(page);
});

test('the key set is served under the path of the configured issuer, for any origin, without a private part', async ({ request }) => {
  const answer = await request.get(`${journey().urls.public}/shc/.well-known/jwks.json`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({ 'access-control-allow-origin': '*' });
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
  for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
});

test('a phone agent opens the phone desk and a search that finds nobody says what next', async ({ browser }) => {
  const page = await deskOf(browser, 'Lena Park');
  await page.goto(`${journey().urls.staff}/phone`);
  await page.getByLabel('Name, date of birth, phone').fill('zzyzx 3/5/94');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await accessible(page);
  expect(page.url()).not.toContain('zzyzx');
});

test('a supervisor reads the audit as sentences', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await page.goto(`${journey().urls.staff}/audit`);
  await expect(page.getByRole('heading', { level: 1, name: 'What happened' })).toBeVisible();
  await expect(page.getByText('signed in.').first()).toBeVisible();
  await accessible(page);
});
