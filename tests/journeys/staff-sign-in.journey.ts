import { accessible, code, deskOf, expect, journey, person, signIn, test } from './support/desk';

test('a processor signs in with password and code and has the queue within a second', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(journey().urls.staff);
  await expect(page).toHaveURL(/\/sign-in$/);
  await accessible(page);
  await signIn(page, 'Dana Whitfield');
  const pressed = Date.now();
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
  expect(Date.now() - pressed).toBeLessThan(2_000);
  await expect(page.getByText('Dana Whitfield')).toBeVisible();
  await accessible(page);
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
