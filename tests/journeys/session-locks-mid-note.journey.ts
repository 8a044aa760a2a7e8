/** A session locks while somebody writes; two colleagues write at once. Nobody loses a word. */
import { accessible, deskOf, expect, journey, person, test } from './support/desk';
import { ask } from './support/registry';

const at = (number: number, step: string): string => `${journey().urls.staff}/cases/C-${number}/${step}`;
const aNumber = async (): Promise<number> => (await ask<{ number: number }>(`SELECT number FROM cases WHERE state = 'in_progress' AND number <> 2041 ORDER BY number LIMIT 1`))[0]?.number ?? 0;

test('the screen locks mid-note: what was written before and behind the lock is there again, also after a reload', async ({ browser }) => {
  const page = await deskOf(browser, 'Luis Caraballo');
  const number = await aNumber();
  await page.goto(at(number, 'send'));
  await page.keyboard.press('m');
  const note = page.getByRole('textbox', { name: 'Note for colleagues' });
  await expect(note).toBeFocused();
  await page.keyboard.type('Called the clinic');
  await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
  await ask(`UPDATE staff_sessions SET locked_at = now() WHERE ended_at IS NULL AND staff_id = (SELECT id FROM staff WHERE name = 'Luis Caraballo')`);
  await page.keyboard.type(', they call back Monday');
  const lock = page.getByRole('dialog', { name: 'Locked: Luis Caraballo' });
  await expect(lock).toBeVisible();
  await lock.getByLabel('Password').fill(person('Luis Caraballo').password);
  await lock.getByRole('button', { name: 'Unlock' }).click();
  await expect(lock).toBeHidden();
  await expect(note).toHaveValue('Called the clinic, they call back Monday');
  await expect.poll(async () => (await ask<{ text: string }>(`SELECT body ->> 'text' AS text FROM drafts WHERE key LIKE 'case:%:note' AND staff_id = (SELECT id FROM staff WHERE name = 'Luis Caraballo')`)).map(({ text }) => text)).toEqual(['Called the clinic, they call back Monday']);
  await page.reload();
  await expect(note).toHaveValue('Called the clinic, they call back Monday');
  await accessible(page);
  expect(await page.evaluate(() => JSON.stringify([Object.values(localStorage), Object.values(sessionStorage)]))).not.toContain('clinic');
  await page.getByRole('button', { name: /Save note/ }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'they call back Monday' })).toBeVisible();
  await expect.poll(async () => (await ask(`SELECT 1 FROM drafts WHERE key LIKE 'case:%:note' AND staff_id = (SELECT id FROM staff WHERE name = 'Luis Caraballo')`)).length).toBe(0);
});

test('two processors write on one case at once: each keeps their own draft, both notes stand, and the one who is called is told', async ({ browser }) => {
  const [dana, kofi] = [await deskOf(browser, 'Dana Whitfield'), await deskOf(browser, 'Kofi Mensah')];
  const number = await aNumber();
  for (const [page, words] of [[dana, 'From Dana'], [kofi, 'From Kofi']] as const) {
    await page.goto(at(number, 'send'));
    await page.keyboard.press('m');
    await page.keyboard.type(`${words} `);
    await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
  }
  await dana.keyboard.type('for @kof');
  await expect(dana.getByRole('option', { name: 'Kofi Mensah' })).toBeVisible();
  await accessible(dana);
  await dana.keyboard.press('Enter');
  await dana.keyboard.press('Control+Enter');
  await expect(dana.getByText('From Dana for @Kofi Mensah')).toBeVisible();
  await kofi.keyboard.press('Control+Enter');
  await expect(kofi.getByText('From Kofi')).toBeVisible();
  await expect(kofi.getByText('From Dana for @Kofi Mensah')).toBeVisible();
  await kofi.goto(`${journey().urls.staff}/mentions`);
  await expect(kofi.getByRole('listitem').filter({ hasText: `C-${number}` })).toBeVisible();
  await accessible(kofi);
  await kofi.goto(at(number, 'history'));
  await expect(kofi.getByText('wrote: “From Kofi”')).toBeVisible();
  await accessible(kofi);
  for (const path of ['help', 'help/how-a-case-moves']) {
    await kofi.goto(`${journey().urls.staff}/${path}`);
    await expect(kofi.getByRole('heading', { level: 1 })).toBeVisible();
    await accessible(kofi);
  }
});

test('the first-day tour walks by keyboard, holds nobody, and stays away once it is put away', async ({ browser }) => {
  const page = await deskOf(browser, 'Ewa Lipska');
  await page.goto(`${journey().urls.staff}/queue`);
  const tour = page.getByRole('region', { name: 'First-day tour' });
  await expect(tour).toContainText('1 of 5');
  await accessible(page);
  await tour.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(tour).toContainText('2 of 5');
  await tour.getByRole('button', { name: 'Skip the tour' }).press('Enter');
  await expect(tour).toHaveCount(0);
  await expect.poll(async () => (await ask(`SELECT 1 FROM staff_tours t JOIN staff s ON s.id = t.staff_id WHERE s.name = 'Ewa Lipska'`)).length).toBe(1);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(tour).toHaveCount(0);
  await page.goto(`${journey().urls.staff}/queue?tour=again`);
  await expect(tour).toContainText('1 of 5');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Every open case, the oldest promise first.');
  await accessible(page, { over: true });
});
