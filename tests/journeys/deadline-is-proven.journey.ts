/** The hospital's letter is confirmed by telephone: from then on the day counts before days that are only said. */
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

test.describe.configure({ timeout: 180_000 });

test('who has a case proves its deadline, and takes the proof back when it does not hold', async ({ browser }) => {
  const [found] = await ask<{ number: number }>(
    `SELECT c.number FROM cases c JOIN case_claims k ON k.case_id = c.id AND k.released_at IS NULL JOIN staff s ON s.id = k.staff_id
     WHERE s.name = 'Dana Whitfield' AND c.state = 'in_progress' AND c.deadline_on > '2026-11-24' AND c.deadline_proven_at IS NULL ORDER BY c.number LIMIT 1`,
  );
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(`${journey().urls.staff}/cases/C-${found?.number ?? 0}/identity`);
  const bar = page.getByRole('region', { name: 'This case' });
  await expect(bar.getByText(/, no proof yet$/)).toBeVisible();
  const open = page.getByRole('button', { name: `Change the deadline of C-${found?.number ?? 0}` });
  await open.focus();
  await page.keyboard.press('Enter');
  const proof = page.getByRole('form', { name: 'What proves the deadline' });
  await accessible(page, { over: true });
  await proof.getByRole('button', { name: 'Count it as proven' }).press('Enter');
  await expect(proof.getByRole('alert').first()).toContainText('Choose the document, or say who confirmed it.');
  await accessible(page, { over: true });
  await proof.getByLabel('In words').focus();
  await page.keyboard.type('admissions office, by phone');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Counted as proven: admissions office, by phone.')).toBeVisible();
  await expect.poll(async () => (await ask<{ rank: number }>('SELECT deadline_rank AS rank FROM cases WHERE number = $1', [found?.number ?? 0]))[0]?.rank).toBe(0);
  await accessible(page, { over: true });
  const back = page.getByRole('form', { name: 'The proof does not hold' });
  await back.getByLabel('Why').focus();
  await page.keyboard.type('They spoke of a sister');
  await page.keyboard.press('Enter');
  await expect(proof).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar.getByText(/, no proof yet$/)).toBeVisible();
  await accessible(page);
});
