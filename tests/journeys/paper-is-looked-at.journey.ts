/** A paper at the desk: dialled by keyboard, in step with a second window, its barcode beside the form, its number covered and looked beneath. */
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { pressOn } from './support/keyboard';
import { ask } from './support/registry';

test.describe.configure({ mode: 'serial' });

const BACK = 'Second document for identity';
let documentId = '';

test.beforeAll(async () => {
  [{ id: documentId = '' } = {}] = await ask<{ id?: string }>(`SELECT d.public_id AS id FROM documents d JOIN cases c ON c.submission_id = d.submission_id WHERE c.number = 2041 AND d.kind = 'supporting_id'`);
});
const address = () => `${journey().urls.staff}/cases/C-2041/identity?document=${documentId}`;

test('by keyboard it grows, turns, lightens and fits again; the second window shows the same', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(address());
  await expect(page.getByRole('heading', { name: BACK, exact: true })).toBeVisible();
  const alone = page.context().waitForEvent('page');
  await page.keyboard.press('o');
  const second = await alone;
  await second.waitForLoadState();
  await expect(second.getByRole('heading', { name: BACK, exact: true })).toBeVisible();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('r');
  await page.keyboard.press('l');
  for (const window of [page, second]) {
    await expect(window.getByText('150%')).toBeVisible();
    await expect(window.getByLabel('Brightness')).toHaveValue('110');
  }
  await accessible(page);
  await accessible(second);
  await second.keyboard.press('0');
  await expect(page.getByText('100%')).toBeVisible();
  await page.getByRole('link', { name: /Photo ID/ }).first().click();
  await expect(second.getByRole('heading', { name: 'Photo ID', exact: true })).toBeVisible();
  await second.close();
});

test('the barcode stands beside the form, field by field', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(address());
  const read = page.getByRole('region', { name: 'Read from the document' });
  await expect(read.getByRole('row', { name: /Last name NOWAK-BELL Nowak-Bell Only capitals/ })).toBeVisible();
  await expect(read.getByRole('row', { name: /Date of birth 03\/05\/1994 03\/05\/1994 The same/ })).toBeVisible();
  await expect(read.getByRole('row', { name: /Ends 03\/05\/2029 Not asked for Not expired/ })).toBeVisible();
});

test('a number is covered by keyboard alone, in the image itself, and looked beneath with a reason', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(address());
  const image = page.getByRole('img', { name: `${BACK}, page 1` });
  const dark = () => image.evaluate(async (shown: HTMLImageElement) => {
    await shown.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: shown.naturalWidth, height: shown.naturalHeight });
    const pen = canvas.getContext('2d');
    pen?.drawImage(shown, 0, 0);
    const [red = 255] = pen?.getImageData(Math.round(canvas.width / 2), Math.round(canvas.height * 0.5), 1, 1).data ?? [];
    return red < 40 && (pen?.getImageData(Math.round(canvas.width * 0.4), Math.round(canvas.height * 0.5), 1, 1).data[0] ?? 255) < 40;
  });
  await page.keyboard.press('c');
  const board = page.getByRole('application', { name: /Region to cover/ });
  await expect(board).toBeFocused();
  await accessible(page);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByText('License number covered on page 1 by Dana Whitfield')).toBeVisible();
  await expect.poll(dark).toBe(true);
  await pressOn(page, page.getByRole('button', { name: 'Look beneath' }));
  const why = page.getByRole('dialog', { name: 'Look beneath what is covered' });
  await why.getByRole('button', { name: 'Look for 5 minutes' }).click();
  await expect(why.getByRole('alert')).toBeVisible();
  await why.getByLabel('Why').fill('The number is asked for by the court');
  await accessible(page, { over: true });
  await page.keyboard.press('Enter');
  await expect(page.getByText(/You see the whole page for [45] more minutes/)).toBeVisible();
  await expect.poll(dark).toBe(false);
  await accessible(page);
});

test('a supervisor asks for the original, and gets it once', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await ask(`UPDATE staff_sessions SET proved_at = now() WHERE staff_id = (SELECT id FROM staff WHERE name = 'Ruth Abelson')`);
  await page.goto(address());
  await page.getByRole('button', { name: 'Original file' }).click();
  const why = page.getByRole('dialog', { name: 'Download the original file' });
  await why.getByLabel('Why').fill('The court asks for the file as it came');
  await why.getByRole('button', { name: 'Ask for the file' }).click();
  const link = why.getByRole('link', { name: 'Download the original' });
  const href = await link.getAttribute('href');
  const first = await page.request.get(`${journey().urls.staff}${href ?? ''}`);
  expect([first.status(), first.headers()['content-type'], first.headers()['content-disposition']]).toEqual([200, 'application/octet-stream', expect.stringMatching(/^attachment; filename="original-[\w-]{22}\.jpg"$/)]);
  expect((await page.request.get(`${journey().urls.staff}${href ?? ''}`)).status()).toBe(404);
  await accessible(page, { over: true });
});
