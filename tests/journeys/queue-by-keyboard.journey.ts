/** A processor works the queue without a mouse: filters, a view under a name, several cases at once, and a colleague who was faster. */
import type { Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

const queue = (query = ''): string => `${journey().urls.staff}/queue${query}`;
/** Reached with Tab in life; a press of Enter acts as it does there. */
const press = async (page: Page, role: 'button' | 'menuitem' | 'link', name: string | RegExp): Promise<void> => {
  await page.getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
};
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const rowNames = (page: Page): Promise<string[]> => page.getByRole('table').getByRole('rowheader').allTextContents();

for (const width of [1440, 1280]) {
  // The rules hold at every width; where the columns change they are asked once more.
  const states = width === 1440 ? ['', '?view=closed', '?view=failed', '?kind=other&by=fax&view=overdue', '?nonsense=1&due=2026-02-30'] : [''];
  for (const query of states) {
    test(`the queue is accessible at ${width}: ${query === '' ? 'as it opens' : query}`, async ({ browser }) => {
      const page = await deskOf(browser, 'Dana Whitfield');
      await page.setViewportSize({ width, height: 900 });
      await page.goto(queue(query));
      await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
      await accessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
  }

  test(`at ${width} the column Received ${width === 1440 ? 'stands' : 'gives way'}, and a wrong link says so`, async ({ browser }) => {
    const page = await deskOf(browser, 'Dana Whitfield');
    await page.setViewportSize({ width, height: 900 });
    await page.goto(queue('?nonsense=1&due=2026-02-30'));
    await expect(page.getByText('The link said something this page does not know: nonsense, due.')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Received' })).toBeVisible({ visible: width === 1440 });
    await press(page, 'button', 'Kind');
    await expect(page.getByRole('menu')).toBeVisible();
  });
}

test('she filters with the keyboard, and the link keeps it', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(queue());
  await heading(page, 'All open');
  await press(page, 'button', 'Kind');
  await page.keyboard.type('missing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kind=missing_doses/);
  await expect(page.getByText(/^\d+ of \d+ cases, oldest promise first$/)).toBeVisible();
  for (const name of await page.getByRole('table').getByRole('row').filter({ hasText: 'C-' }).allTextContents()) expect(name).toContain('Missing doses');
  await press(page, 'link', 'Received');
  await expect(page).toHaveURL(/order=received/);
  await expect(page.getByRole('columnheader', { name: 'Received' })).toHaveAttribute('aria-sort', 'ascending');
  const shown = await rowNames(page);
  await page.reload();
  expect(await rowNames(page)).toEqual(shown);
});

test('she saves the view under a name, shares it, and her colleague finds it', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(queue('?kind=missing_doses&order=received'));
  await press(page, 'button', 'Save view');
  await accessible(page, { over: true });
  await page.keyboard.type('Doses, longest here');
  await page.keyboard.press('Enter');
  const rail = page.getByRole('navigation', { name: 'Saved views' });
  await expect(rail.getByRole('link', { name: 'Doses, longest here' })).toHaveAttribute('aria-current', 'page');
  await press(page, 'button', 'Share');
  await expect(rail.getByText('shared')).toBeVisible();
  await accessible(page);
  const colleague = await deskOf(browser, 'Luis Caraballo');
  await colleague.goto(queue());
  await press(colleague, 'link', /^Doses, longest here/);
  await expect(colleague).toHaveURL(/kind=missing_doses&order=received/);
});

test('she picks three cases; one was taken meanwhile; two are hers, and the third says who has it', async ({ browser }) => {
  const [page, other] = [await deskOf(browser, 'Dana Whitfield'), await deskOf(browser, 'Luis Caraballo')];
  await page.goto(queue('?view=unassigned'));
  await heading(page, 'Unassigned');
  const names = (await rowNames(page)).slice(0, 3);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: names[0] })).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 cases chosen')).toBeVisible();
  await accessible(page);
  await other.goto(`${journey().urls.staff}/cases/${names[1]}/identity`);
  await other.getByRole('button', { name: 'Assign to me' }).click();
  await expect(other.getByRole('button', { name: 'Assign to me' })).toHaveCount(0);
  await press(page, 'button', 'Assign to me');
  await expect(page.getByText('2 cases assigned to you.')).toBeVisible();
  await expect(page.getByText(new RegExp(`^${names[1]}: Luis Caraballo took it at \\d+:\\d\\d [AP]M$`))).toBeVisible();
  await accessible(page);
  const held = () => ask<{ n: number }>(`SELECT count(*)::int AS n FROM case_claims k JOIN cases c ON c.id = k.case_id JOIN staff s ON s.id = k.staff_id WHERE k.released_at IS NULL AND s.name = 'Dana Whitfield' AND 'C-' || c.number = ANY($1)`, [names]);
  expect(await held()).toEqual([{ n: 2 }]);
  await press(page, 'button', 'Undo');
  await expect(page.getByText('2 cases put back.')).toBeVisible();
  expect(await held()).toEqual([{ n: 0 }]);
});

test('she leaves a note on a row and holds two of her cases with one reason', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(queue('?view=unassigned'));
  const [first = '', second = ''] = await rowNames(page);
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: `Note on ${first}` })).toBeVisible();
  await accessible(page, { over: true });
  await page.keyboard.type('Called, no answer');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect.poll(() => rowNames(page)).not.toContain(first);
  await expect(page.getByRole('link', { name: second })).toBeVisible();
  await page.goto(queue('?view=mine&order=number&way=down'));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await press(page, 'button', 'More for these');
  await page.keyboard.type('Put on hold');
  await page.keyboard.press('Enter');
  await accessible(page, { over: true });
  await page.keyboard.type('The other registry is down today');
  await press(page, 'button', 'Put on hold: 1 case');
  await expect(page.getByText(/^(1 case|0 cases) put on hold\.$/)).toBeVisible();
});

test('the palette opens a view and acts on the row; Esc and the switch keep their word', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(queue());
  await page.keyboard.press('Control+k');
  await page.keyboard.type('overdue');
  await page.keyboard.press('Enter');
  await heading(page, 'Overdue');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 case chosen')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 case chosen')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('select');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 case chosen')).toBeVisible();
});

test('new cases are announced and wait to be shown', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.clock.install();
  await page.goto(queue());
  const before = await rowNames(page);
  await ask(`UPDATE cases SET number = nextval('cases_number_seq') WHERE number = (SELECT max(number) FROM cases WHERE state <> 'closed')`);
  // The page asks each half minute from when it came to life.
  await expect(async () => {
    await page.clock.runFor(31_000);
    await expect(page.getByText('1 new case since you opened this page.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await rowNames(page)).toEqual(before);
  await accessible(page);
  await page.getByRole('button', { name: 'Show them' }).press('Enter');
  await expect(page.getByText('1 new case since you opened this page.')).toHaveCount(0);
});
