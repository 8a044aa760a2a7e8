/**
 * A standard case by keyboard alone, and how many keys it costs. Every press counts as one, also each of a chord and each digit of
 * a date. The case: not found in the portal, one photo ID, date of birth, phone and address in conflict, a copy by mail.
 */
import type { Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

test.describe.configure({ timeout: 180_000 });

const NUMBER = 2041;
let pressed = 0;

/** Presses keys as hands do; a chord is as many presses as it has keys. */
async function keys(page: Page, ...presses: string[]): Promise<void> {
  for (const press of presses) {
    pressed += press.split('+').length;
    await page.keyboard.press(press);
  }
}
const stateOf = async (): Promise<string> => (await ask<{ state: string }>('SELECT state::text FROM cases WHERE number = $1', [NUMBER]))[0]?.state ?? '';
const focused = (page: Page, name: RegExp) => expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? document.activeElement?.getAttribute('name') ?? '')).toMatch(name);

test.beforeAll(async () => {
  // C-2041 as it came in: nobody has it, its ID is not judged yet, and no promise is older.
  await ask(`UPDATE case_claims SET released_at = now(), release_reason = 'put_back' WHERE released_at IS NULL AND case_id = (SELECT id FROM cases WHERE number = $1)`, [NUMBER]);
  await ask(`UPDATE document_reviews SET superseded_at = now() WHERE superseded_at IS NULL AND case_id = (SELECT id FROM cases WHERE number = $1)`, [NUMBER]);
  await ask(`UPDATE documents SET removed_at = now() WHERE kind <> 'photo_id' AND submission_id = (SELECT submission_id FROM cases WHERE number = $1)`, [NUMBER]);
  await ask(`UPDATE cases SET due_at = '2026-09-01T20:30:00Z' WHERE number = $1`, [NUMBER]);
});

test('a processor works a standard case from take next to the copy on its way, and a second person looks at it', async ({ browser }) => {
  const page = await deskOf(browser, 'Kofi Mensah');
  await page.goto(`${journey().urls.staff}/queue`);
  await keys(page, 'n');
  await page.waitForURL(`**/cases/C-${NUMBER}/identity`);
  await expect(page.getByRole('checkbox', { name: 'Photo present' })).toBeFocused();
  await accessible(page);
  await keys(page, '1', '2', '3', '4', '5');
  await expect(page.getByLabel('Ends on')).toBeFocused();
  await keys(page, '0', '3', '0', '5', '2', '9', 'Enter');
  await page.waitForURL(`**/cases/C-${NUMBER}/match`);
  await expect(page.getByRole('button', { name: /Link C-2041 to/ })).toHaveAccessibleDescription(/Choose an? .* first/);
  await accessible(page);
  await keys(page, 'u', 'u', 'u');
  await focused(page, /Link C-2041 to/);
  await keys(page, 'Enter');
  await page.waitForURL(`**/cases/C-${NUMBER}/correct**`);
  await focused(page, /As on the accepted document/);
  await accessible(page);
  await keys(page, '1');
  await focused(page, /Save to the record/);
  await keys(page, 'Enter');
  await expect.poll(stateOf).toBe('needs_second_review');
  const ruth = await deskOf(browser, 'Ruth Abelson');
  await ruth.goto(`${journey().urls.staff}/cases/C-${NUMBER}/correct`);
  await ruth.getByRole('button', { name: /^Approve the correction/ }).click();
  await expect.poll(stateOf).toBe('in_progress');
  await expect(page.getByText(/^Ruth changed this case at/)).toBeVisible();
  await keys(page, 'v');
  await focused(page, /Go on to Send/);
  await keys(page, 'Enter');
  await page.waitForURL(`**/cases/C-${NUMBER}/send`);
  await accessible(page);
  await focused(page, /^(Approve: send|Prepare the release)/);
  await keys(page, 'Enter');
  await expect.poll(stateOf).toBe('ready_to_send');
  await keys(page, 'e');
  await page.waitForURL((url) => !url.pathname.includes(`C-${NUMBER}`));
  // The bar is 25, for a case that nobody has to look at twice: that one is spared the `v` and the Enter after it.
  expect(pressed).toBe(23);
});
