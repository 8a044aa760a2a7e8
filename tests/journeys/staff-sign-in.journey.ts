import { availableParallelism, loadavg } from 'node:os';
import type { Browser } from '@playwright/test';
import { accessible, code, deskOf, expect, journey, person, signIn, test } from './support/desk';

test('a processor signs in with password and code and has the queue', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(journey().urls.staff);
  await expect(page).toHaveURL(/\/sign-in$/);
  await accessible(page);
  await signIn(page, 'Dana Whitfield');
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
  await expect(page.getByText('Dana Whitfield')).toBeVisible();
  await accessible(page);
});

/** From the press of "Sign in" to the queue's heading, in milliseconds. */
async function fromPressToQueue(browser: Browser, name: string): Promise<number> {
  const who = person(name);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${journey().urls.staff}/sign-in`);
  await page.getByLabel('Work e-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByLabel('One-time code').fill(code(who));
  const pressed = performance.now();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'All open' }).waitFor();
  const took = performance.now() - pressed;
  await context.close();
  return took;
}

/** A second on a machine that has its cores for itself; where n programs wait for each core, n seconds. */
const allowed = (): number => 1_000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

// The machine of a test run is shared, so the quickest of three is held; the figure of a quiet one is in docs/measurements.md.
test('the first page of the desk is there within a second of pressing "Sign in"', async ({ browser }) => {
  const took: number[] = [];
  for (const name of ['Terrence Boykin', 'Luis Caraballo', 'Walter Quint']) took.push(await fromPressToQueue(browser, name));
  expect(Math.min(...took)).toBeLessThan(allowed());
});

test('one answer serves a wrong password, a wrong code and nobody at all', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const kofi = person('Kofi Mensah');
  const attempts = [
    [kofi.email, 'not the password', code(kofi)],
    [kofi.email, kofi.password, '000000'],
    ['nobody@example.org', kofi.password, code(kofi)],
  ] as const;
  for (const [email, password, digits] of attempts) {
    await page.goto(`${journey().urls.staff}/sign-in`);
    await page.getByLabel('Work e-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('One-time code').fill(digits);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('form', { name: 'Sign in' }).getByRole('alert')).toHaveText(/E-mail, password or code is not right/);
  }
});

test('a code is good once', async ({ browser }) => {
  const ewa = person('Ewa Lipska');
  const digits = code(ewa);
  for (const works of [true, false]) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${journey().urls.staff}/sign-in`);
    await page.getByLabel('Work e-mail').fill(ewa.email);
    await page.getByLabel('Password').fill(ewa.password);
    await page.getByLabel('One-time code').fill(digits);
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (works) await expect(page).toHaveURL(/\/queue/);
    else await expect(page.getByRole('form', { name: 'Sign in' }).getByRole('alert')).toBeVisible();
  }
});

test('a locked screen hides the page and opens again with the password', async ({ browser }) => {
  const page = await deskOf(browser, 'Maria Ortiz');
  await page.goto(`${journey().urls.staff}/queue`);
  await page.getByRole('button', { name: 'Lock' }).click();
  const lock = page.getByRole('dialog', { name: 'Locked: Maria Ortiz' });
  await expect(lock).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lock).toBeVisible();
  await accessible(page, { over: true });
  expect((await page.request.get(`${journey().urls.staff}/queue`, { maxRedirects: 0 })).status()).toBe(307);
  await lock.getByLabel('Password').fill('not hers');
  await lock.getByRole('button', { name: 'Unlock' }).click();
  await expect(lock.getByRole('alert')).toHaveText(/not your password/);
  await lock.getByLabel('Password').fill(person('Maria Ortiz').password);
  await lock.getByRole('button', { name: 'Unlock' }).click();
  await expect(lock).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
});

test('an auditor sees the queue and is not offered a case', async ({ browser }) => {
  const page = await deskOf(browser, 'Priya Raghunathan');
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Take next/ })).toHaveCount(0);
});
