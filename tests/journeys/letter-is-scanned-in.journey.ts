/** The mail room: a letter of two documents comes from the scanner, is sorted page by page, and opens a case; a page that came later joins it. */
import { PDFDocument } from 'pdf-lib';
import { accessible, deskOf, expect, journey, test } from './support/desk';

test.describe.configure({ mode: 'serial' });

async function scanOf(...pages: string[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const pdf = await PDFDocument.create();
  for (const words of pages) pdf.addPage([612, 792]).drawText(words, { x: 60, y: 700, size: 20 });
  return { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) };
}

let opened = '';

test('a letter with two documents opens a case', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(`${journey().urls.staff}/scan-in`);
  await accessible(page);
  await page.getByLabel('Choose files').setInputFiles(await scanOf('Dear Immunization Program', 'Yours, Odile Marchetti', 'A license'));
  await expect(page.getByText('Sent', { exact: true })).toBeVisible();
  const sort = page.getByRole('link', { name: 'Sort its pages' }).last();
  await expect(async () => {
    await page.reload();
    await expect(sort).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await sort.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sort a scan' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Scan, page 1' })).toBeVisible();
  await page.getByLabel('Page 1', { exact: true }).selectOption({ label: 'Other document' });
  await page.getByLabel('Page 2', { exact: true }).selectOption({ label: 'More of the document before' });
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await accessible(page);
  await page.getByLabel('Page 3', { exact: true }).selectOption({ label: 'Photo ID' });
  await page.getByLabel('First name of the person').fill('Odile');
  await page.getByLabel('Last name of the person').fill('Marchetti');
  await page.getByLabel('Date of birth').fill('8/30/1961');
  await page.getByLabel('Name on the envelope').fill('Odile Marchetti');
  await page.getByLabel('Street and number').fill('4 Tannery Row');
  await page.getByLabel('City or town').fill('Winsted');
  await page.getByLabel('ZIP code').fill('06098');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.waitForURL(/\/cases\/C-\d+\/identity/);
  opened = /C-\d+/.exec(page.url())?.[0] ?? '';
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Odile Marchetti');
  const papers = page.getByRole('region', { name: 'Documents, 2' });
  await expect(papers.getByRole('link', { name: /Other document/ })).toBeVisible();
  await expect(papers.getByRole('link', { name: /Photo ID/ })).toBeVisible();
});

test('a page that came by fax later joins the case', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(`${journey().urls.staff}/scan-in`);
  await page.getByText('Fax', { exact: true }).click();
  await page.getByLabel('Choose files').setInputFiles(await scanOf('A lease'));
  const sort = page.getByRole('row', { name: /^Fax/ }).getByRole('link', { name: 'Sort its pages' });
  await expect(async () => {
    await page.reload();
    await expect(sort).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await sort.click();
  await page.getByLabel('Page 1', { exact: true }).selectOption({ label: 'Proof of residence' });
  await page.getByText('A case that is open').click();
  await page.getByLabel('Case number').fill('C-9999999');
  await page.getByRole('button', { name: 'Add to the case' }).click();
  await expect(page.getByText('There is no open case of that number that you may see.').first()).toBeVisible();
  await page.getByLabel('Case number').fill(opened);
  await page.getByRole('button', { name: 'Add to the case' }).click();
  await page.waitForURL(new RegExp(`/cases/${opened}/identity`));
  await expect(page.getByRole('region', { name: 'Documents, 3' }).getByRole('link', { name: /Proof of residence/ })).toBeVisible();
  await accessible(page);
});
