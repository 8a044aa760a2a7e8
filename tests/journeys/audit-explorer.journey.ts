/** An auditor asks what happened, follows one entry, prints who looked, and takes a file away with its checksum. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

test('an auditor finds who corrected a record, who looked at it, and exports both with a checksum that agrees', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  const [about] = await ask<{ number: number; wiz: number }>(
    `SELECT c.number, p.registry_number AS wiz FROM audit_events e JOIN cases c ON c.id = e.case_id JOIN patients p ON p.id = e.patient_id WHERE e.event = 'patient.corrected' ORDER BY c.number LIMIT 1`);
  await page.goto(`${journey().urls.staff}/audit`);
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await accessible(page);

  await page.getByLabel('CT WiZ number').fill('1');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Nobody has this number.')).toBeVisible();

  await page.getByLabel('CT WiZ number').fill(String(about?.wiz));
  await page.getByLabel('Changes').check();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText(`CT WiZ ${about?.wiz}, newest first`)).toBeVisible();
  // The number went by POST: the address has a random id.
  expect(page.url()).toMatch(/\?patient=[\w-]{22}&what=change$/);
  const corrected = page.getByRole('listitem').filter({ hasText: /corrected \d values?\b/ }).first();
  await expect(corrected.getByLabel('became').first()).toBeVisible();

  await corrected.getByRole('link', { name: /^Entry \d+/ }).click();
  await expect(page.getByRole('heading', { name: /^Entry [\d,]+$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: `C-${about?.number}` })).toBeVisible();
  await accessible(page);
  await page.goBack();

  await page.getByRole('link', { name: 'Who looked at this record' }).click();
  await expect(page.getByRole('table')).toContainText('Looked at');
  await accessible(page);
  await page.goBack();

  await page.getByRole('button', { name: 'Export, with a reason' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export these entries' });
  await dialog.getByLabel('What is it for?').fill('Asked for by the inspector');
  await accessible(page, { over: true });
  await dialog.getByRole('button', { name: 'Make the file' }).click();
  const file = dialog.getByRole('link', { name: 'Download the file' });
  await expect(file).toBeVisible();
  const shown = (await dialog.getByText(/^[0-9a-f]{64}$/).textContent()) ?? '';
  const saved = async (link: typeof file): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const [csv, checksum] = [await saved(file), await saved(dialog.getByRole('link', { name: 'Download its checksum' }))];
  expect(createHash('sha256').update(csv.bytes).digest('hex')).toBe(shown);
  expect(csv.bytes.toString('utf8')).toContain('"patient.corrected"');
  expect(checksum.bytes.toString('utf8')).toBe(`${shown}  ${csv.name}\n`);
  const [kept] = await ask<{ reason: string }>(`SELECT details ->> 'reason' AS reason FROM audit_events WHERE event = 'audit.exported' AND details ->> 'sha256' = $1`, [shown]);
  expect(kept?.reason).toBe('Asked for by the inspector');
});
