/** Tuesday, November 24, 2026: the governor closes the office tomorrow, the day before Thanksgiving. */
import type { Locator, Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

// Some ten audits by axe among many steps of the keyboard: a busy machine needs its time.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const MOST_STEPS = 120;
let number = 0;

/** Walks there with Tab, as somebody does who has no mouse. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STEPS} steps with Tab do not reach it`);
}

const dueOf = async (): Promise<string | undefined> =>
  (await ask<{ due: string }>(`SELECT to_char(due_at AT TIME ZONE 'America/New_York', 'Dy Mon FMDD, HH24:MI') AS due FROM cases WHERE number = $1`, [number]))[0]?.due;
const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: `C-${number}` });

test('a supervisor closes the office by keyboard alone and sees first what that moves', async ({ browser }) => {
  const [found] = await ask<{ number: number }>(
    `SELECT c.number FROM cases c LEFT JOIN patients p ON p.id = c.patient_id
     WHERE c.state <> 'closed' AND c.due_at = '2026-11-25T21:30:00Z' AND p.restriction IS NULL ORDER BY c.due_order, c.number LIMIT 1`,
  );
  number = found?.number ?? 0;
  const page = await deskOf(browser, 'Ruth Abelson');
  await page.goto(`${journey().urls.staff}/queue`);
  await expect(rowOf(page)).toContainText('Tomorrow');
  await tabTo(page, page.getByRole('link', { name: 'Calendar' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Office calendar' })).toBeVisible();
  await expect(page.getByText('What arrives after 4:30 PM today counts from Wed Nov 25.')).toBeVisible();
  await accessible(page);

  await tabTo(page, page.getByLabel('Day', { exact: true }));
  await page.keyboard.type('11/28/26');
  await expect(page.getByText('Saturday: the office is closed anyway.').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('11/25/26');
  await expect(page.getByText(/\d+ open promises move 1 business day later/)).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').first()).toContainText('Fill this in.');
  await accessible(page);
  await tabTo(page, page.getByLabel('What it is called'));
  await page.keyboard.type('Governor’s order');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Executive Order 26-4: ice storm');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The office is closed on Wed Nov 25.')).toBeVisible();
  await expect.poll(dueOf, { timeout: 20_000 }).toBe('Fri Nov 27, 16:30');
  await expect(page.getByRole('row', { name: /Wed Nov 25, 2026 Governor’s order Executive Order 26-4: ice storm Ruth Abelson/ })).toBeVisible();
  await expect(page.getByText('What arrives after 4:30 PM today counts from Fri Nov 27.')).toBeVisible();
  await accessible(page);
});

test('the queue and the case say the new day, and the case says why', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await page.goto(`${journey().urls.staff}/queue`);
  await expect(rowOf(page)).toContainText('Fri Nov 27');
  await page.goto(`${journey().urls.staff}/cases/C-${number}/identity`);
  await expect(page.getByText('Due moved from Wed Nov 25 to Fri Nov 27: office closed Wed Nov 25 (Governor’s order)')).toBeVisible();
  await accessible(page);
  await page.goto(`${journey().urls.staff}/audit?case=C-${number}`);
  await expect(page.getByText('moved the promise: the office is closed on 11/25/2026.')).toBeVisible();
});

test('a processor reads the calendar and changes nothing on it', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(`${journey().urls.staff}/calendar`);
  await expect(page.getByRole('row', { name: /^Wed Nov 25, 2026 Governor’s order/ })).toBeVisible();
  await expect(page.getByText('A supervisor or an administrator closes the office')).toBeVisible();
  await expect(page.getByRole('button', { name: /Take off|Close the office/ })).toHaveCount(0);
  await accessible(page);
});

test('the order is lifted: taken off by keyboard, the promise comes back', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await page.goto(`${journey().urls.staff}/calendar`);
  await tabTo(page, page.getByRole('button', { name: 'Take off: Governor’s order, Wed Nov 25' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/\d+ open promises move 1 business day earlier/)).toBeVisible();
  await accessible(page, { over: true });
  await expect(page.getByLabel('Why is the office open after all?')).toBeFocused();
  await page.keyboard.type('The storm passed by');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(dueOf, { timeout: 20_000 }).toBe('Wed Nov 25, 16:30');
  await expect(page.getByText('Open after all: Ruth Abelson, Nov 24')).toBeVisible();
  await page.goto(`${journey().urls.staff}/queue`);
  await expect(rowOf(page)).toContainText('Tomorrow');
});
