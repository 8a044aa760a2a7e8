/** From an invitation to the door: somebody joins, signs in without their telephone, gets other roles, and is out. */
import type { Browser, Locator, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { accessible, deskOf, expect, journey, person, test } from './support/desk';
import { ask } from './support/registry';

const NAME = 'Wilhelmina Featherstonehaugh-Oyelaran';
const EMAIL = 'wilhelmina@example.org';
const PASSWORD = 'plum ladder eleven quietly';
const { urls } = journey();

/** A grave step asks again who it is where the sign-in is older than five minutes. */
async function provingIfAsked(page: Page, name: string, done: Locator): Promise<void> {
  const asked = page.getByRole('dialog', { name: 'Confirm it is you' });
  await expect(asked.or(done)).toBeVisible();
  if (await done.isVisible()) return;
  const who = person(name);
  await asked.getByLabel('Password').fill(who.password);
  await asked.getByLabel('One-time code').fill(new TOTP({ secret: who.totpSecret }).generate());
  await asked.getByRole('button', { name: 'Confirm' }).click();
  await expect(done).toBeVisible();
}

/** The link as the mail carries it, from the sink. */
async function linkInMail(page: Page): Promise<string> {
  let link = '';
  await expect
    .poll(async () => {
      const front = await (await page.request.get(urls.launcher)).text();
      const id = new RegExp(`${EMAIL}</td><td><a href="/mail/([\\w-]+)"`).exec(front)?.[1];
      const mail = id === undefined ? '' : await (await page.request.get(`${urls.launcher}/mail/${id}`)).text();
      return (link = /http:\/\/\S+\/join\/[\w-]{43}/.exec(mail)?.[0] ?? '');
    })
    .not.toBe('');
  return link;
}

async function signInWith(browser: Browser, code: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${urls.staff}/sign-in`);
  await page.getByLabel('Work e-mail').fill(EMAIL);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('One-time code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

test('somebody is invited, joins, signs in with a recovery code, gets another role at once, and is out when disabled', async ({ browser }) => {
  const walter = await deskOf(browser, 'Walter Quint');
  await walter.goto(`${urls.staff}/admin/staff`);
  await expect(walter.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  await accessible(walter);
  await walter.getByLabel('Name').fill(NAME);
  await walter.getByLabel('Work e-mail').fill(EMAIL);
  await walter.getByLabel('Processor').check();
  await walter.getByRole('button', { name: /Send the invitation/ }).click();
  await provingIfAsked(walter, 'Walter Quint', walter.getByText(`${NAME} is invited.`));

  const newcomer = await (await browser.newContext()).newPage();
  await newcomer.goto(await linkInMail(walter));
  await expect(newcomer.getByText(EMAIL)).toBeVisible();
  await accessible(newcomer);
  const secret = ((await newcomer.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? '').replaceAll(' ', '');
  await newcomer.getByLabel('New password').fill('passwordpassword');
  await newcomer.getByLabel('The code it shows now').fill(new TOTP({ secret }).generate());
  await newcomer.getByRole('button', { name: /^Set up/ }).click();
  await expect(newcomer.getByText(/among the first that somebody guessing/).first()).toBeVisible();
  await newcomer.getByLabel('New password').fill(PASSWORD);
  await newcomer.getByLabel('The code it shows now').fill(new TOTP({ secret }).generate());
  await newcomer.getByRole('button', { name: /^Set up/ }).click();
  const codes = newcomer.getByRole('region', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await accessible(newcomer);
  const [first = ''] = await codes.allTextContents();
  await newcomer.getByLabel('I have kept these codes').check();
  await newcomer.getByRole('button', { name: 'Go to the sign-in page' }).click();
  await expect(newcomer).toHaveURL(/\/sign-in$/);

  const desk = await signInWith(browser, first.toLowerCase());
  await expect(desk.getByText('You signed in with a recovery code. 9 are left.')).toBeVisible();
  await accessible(desk);
  await desk.getByRole('button', { name: 'Understood' }).click();
  await expect(desk.getByRole('link', { name: 'Audit', exact: true })).toHaveCount(0);
  await desk.getByRole('button', { name: /Wilhelmina/ }).click();
  await desk.getByRole('menuitem', { name: 'Your sessions and account' }).click();
  await expect(desk.getByText('9 recovery codes are left.')).toBeVisible();
  await expect(desk.getByText(/You signed in with a recovery code/)).toHaveCount(0);
  await accessible(desk);

  await walter.goto(`${urls.staff}/admin/staff`);
  await walter.getByRole('link', { name: NAME }).click();
  await expect(walter.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await accessible(walter);
  await walter.getByLabel('Auditor').check();
  await walter.getByRole('button', { name: 'Save roles' }).click();
  await provingIfAsked(walter, 'Walter Quint', walter.getByText('processor, auditor').first());
  await desk.reload();
  await desk.getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'What happened' })).toBeVisible();

  await walter.getByRole('button', { name: 'Disable account' }).click();
  const dialog = walter.getByRole('dialog', { name: /Disable account/ });
  await dialog.getByLabel('Why?').fill('Left the office');
  await accessible(walter, { over: true });
  await dialog.getByRole('button', { name: `Disable ${NAME}` }).click();
  await expect(walter.getByText('Disabled', { exact: true })).toBeVisible();
  await expect(desk.getByRole('dialog', { name: 'You were signed out' })).toContainText('Your account is disabled');
  expect((await desk.request.get(`${urls.staff}/queue`, { maxRedirects: 0 })).status()).toBe(307);
});

test('"who may do what" is to be read, and whether a file waits', async ({ browser }) => {
  const walter = await deskOf(browser, 'Walter Quint');
  await walter.goto(`${urls.staff}/admin/permissions`);
  await expect(walter.getByRole('row', { name: /Change somebody’s roles/ })).toBeVisible();
  await accessible(walter);
  await ask(`INSERT INTO documents (kind, file_name, size, sha256, media_type, original_key, state, received_at, tries, tried_at, setback) VALUES ('photo_id', 'id.jpg', 2100000, decode(repeat('00', 32), 'hex'), 'image/jpeg', 'quarantine/none', 'checking', now(), 3, now(), 'scanner_away')`);
  await walter.goto(`${urls.staff}/admin/files`);
  await expect(walter.getByRole('row', { name: /Photo ID, JPEG, 2.1 MB/ })).toContainText('The virus scanner did not answer. See that clamd runs.');
  await accessible(walter);
});

test('the desk warns before it locks, and one press stays', async ({ browser }) => {
  const page = await deskOf(browser, 'Odalys Marrero');
  const mine = `ended_at IS NULL AND staff_id = (SELECT id FROM staff WHERE name = 'Odalys Marrero')`;
  await page.goto(`${urls.staff}/phone`);
  await ask(`UPDATE staff_sessions SET seen_at = seen_at - interval '13 minutes' WHERE ${mine}`);
  const warning = page.getByRole('alertdialog', { name: 'Still there?' });
  await expect(warning).toContainText('in 2 minutes');
  await accessible(page, { over: true });
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(warning).toBeHidden();
  expect((await (await page.request.get(`${urls.staff}/api/session`)).json()) as object).toMatchObject({ state: 'open' });
  await ask(`UPDATE staff_sessions SET ends_at = seen_at + interval '100 seconds' WHERE ${mine}`);
  const ending = page.getByRole('alertdialog', { name: 'Your session ends soon' });
  await expect(ending).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ending).toBeHidden();
});

/** What an answer tells besides its body: everything but the hour and the request's own number. */
const told = (headers: Record<string, string>): string => JSON.stringify(Object.entries(headers).filter(([name]) => !/^(date|x-request-id|set-cookie|content-security-policy)$/.test(name)).sort());

test('found, not found, disabled and a wrong code get the same status, body and headers', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${urls.staff}/sign-in`);
  const maria = person('Maria Ortiz');
  const { csrfToken } = (await (await page.request.get(`${urls.staff}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answers = new Set<string>();
  for (const [email, password] of [[maria.email, 'not the password'], ['nobody@example.org', maria.password], ['simone.archer@example.org', maria.password], [maria.email, maria.password]] as const) {
    const answer = await page.request.post(`${urls.staff}/api/auth/callback/credentials`, { headers: { origin: urls.staff }, form: { email, password, code: '000000', csrfToken, json: 'true' } });
    answers.add(`${answer.status()} ${await answer.text()} ${told(answer.headers())}`);
  }
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toMatch(/^401 /);
});
