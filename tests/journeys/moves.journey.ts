/** A case is moved by keyboard alone, and two people who have it open see each other. */
import type { Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

test.describe.configure({ mode: 'serial' });

const open = async (page: Page, number: number): Promise<void> => {
  await page.goto(`${journey().urls.staff}/cases/C-${number}/match`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};
const status = (page: Page, words: string) => expect(page.getByRole('region', { name: 'This case' }).getByText(words, { exact: true })).toBeVisible();

/** The last case that Dana has in work and that no other journey calls by number. */
async function danas(): Promise<number> {
  const [row] = await ask<{ number: number }>(
    `SELECT c.number FROM cases c JOIN case_claims k ON k.case_id = c.id AND k.released_at IS NULL JOIN staff s ON s.id = k.staff_id
     WHERE s.name = 'Dana Whitfield' AND c.state = 'in_progress' AND c.number <> 2041 AND NOT EXISTS (SELECT 1 FROM case_escalations e WHERE e.case_id = c.id) ORDER BY c.number DESC LIMIT 1`,
  );
  if (row === undefined) throw new Error('Dana has nothing in work');
  return row.number;
}

let number = 0;

test('a usual wait is three keys, and the clock stands still', async ({ browser }) => {
  number = await danas();
  const page = await deskOf(browser, 'Dana Whitfield');
  await open(page, number);
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog', { name: 'Let the case wait' })).toBeVisible();
  await accessible(page, { over: true });
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await status(page, 'Waiting on requester');
  await expect(page.getByText('A clearer photo of the ID', { exact: true })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Resume' }).focus();
  await page.keyboard.press('Enter');
  await status(page, 'In progress');
});

test('the menu is walked by arrows; a snooze asks for its day at the field', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await open(page, number);
  await page.getByRole('button', { name: 'Move case…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem')).toHaveText([/Put back/, /Put on hold/, /Snooze until a day/, /Wait on requester/, /Wait on provider/, /Wait on another registry/, /Ask a supervisor/, /Ask for a second review/]);
  await page.keyboard.press('s');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Snooze the case' });
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('link', { name: 'Choose the day on which it comes back' })).toBeVisible();
  await dialog.getByLabel('Comes back by itself on').focus();
  await page.keyboard.type('11/26/26');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('link', { name: 'The office is closed that day: choose another' })).toBeVisible();
  await dialog.getByLabel('Comes back by itself on').fill('11/27/26');
  await page.keyboard.press('Control+Enter');
  await status(page, 'On hold');
  await expect(page.getByText('Snoozed until 11/27/2026, 8:30 AM')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).press('Enter');
  await status(page, 'In progress');
});

test('a question goes to a supervisor and its answer comes back', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await open(page, number);
  await page.keyboard.press('y');
  await page.getByLabel('What do you ask?').focus();
  await page.keyboard.type('May her grandmother have it?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^You asked a supervisor at/)).toBeVisible();
  const ruths = await deskOf(browser, 'Ruth Abelson');
  await open(ruths, number);
  await expect(ruths.getByText(/^Dana Whitfield asked a supervisor at/)).toBeVisible();
  await ruths.getByRole('button', { name: 'Answer the question' }).press('Enter');
  await accessible(ruths, { over: true });
  await ruths.getByLabel('Your answer').focus();
  await ruths.keyboard.type('Only with a decree');
  await ruths.keyboard.press('Control+Enter');
  await expect(page.getByText('Ruth changed this case at')).toBeVisible();
  await page.getByRole('button', { name: 'Show the case as it is now' }).press('Enter');
  await expect(page.getByText('“Only with a decree”')).toBeVisible();
});

test('two people on one case see each other come, type and go', async ({ browser }) => {
  const danas = await deskOf(browser, 'Dana Whitfield');
  const ruths = await deskOf(browser, 'Ruth Abelson');
  await open(danas, number);
  await open(ruths, number);
  await expect(danas.getByText(/^Ruth is looking since/)).toBeVisible();
  await expect(ruths.getByText(/^Dana is looking since/)).toBeVisible();
  await danas.getByLabel('Note for colleagues').pressSequentially('Cal');
  await expect(ruths.getByText(/^Dana is editing since/)).toBeVisible();
  await accessible(ruths);
  await ruths.getByRole('link', { name: 'Queue', exact: true }).first().click();
  await expect(danas.getByText(/^Ruth is /)).toBeHidden();
  expect(await danas.getByLabel('Note for colleagues').inputValue()).toBe('Cal');
});

test('a supervisor gives the case away, and it is in the colleague’s My cases', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await open(page, number);
  await page.getByRole('button', { name: 'Move case…' }).press('Enter');
  await page.keyboard.press('g');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Give the case to a colleague' });
  await dialog.getByLabel('Colleague').selectOption('Luis Caraballo');
  await dialog.getByLabel('Why?').fill('Dana is away');
  await accessible(page, { over: true });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'This case' }).getByText('Luis Caraballo')).toBeVisible();
  const luis = await deskOf(browser, 'Luis Caraballo');
  await luis.goto(`${journey().urls.staff}/queue?view=mine`);
  await expect(luis.getByText(`C-${number}`).first()).toBeVisible();
});
