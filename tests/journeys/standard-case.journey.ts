/** One real case from the public form to a corrected record, through everybody's hands. */
import sharp from 'sharp';
import type { Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { directoryOf } from '@/lib/health-cards/directory';
import { verifyCard } from '@/lib/health-cards/verifying/verify-card';
import { poppler } from '../fixtures/paper';
import { readCardFromPixels } from '../support/card-from-page';
import { addRenata, ask } from './support/registry';

test.describe.configure({ mode: 'serial' });

let reference = '';
let number = 0;
let renata = '';
const at = (step: string): string => `${journey().urls.staff}/cases/C-${number}/${step}`;

/** A photo with something on it: the check on the device would doubt a blank one. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#8899aa', noise: { type: 'gaussian', mean: 140, sigma: 40 } } }).jpeg().toBuffer();

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
async function next(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, name);
  await accessible(page);
}

test('Renata, whom the portal missed, sends the form from her phone', async ({ browser }) => {
  renata = await addRenata();
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${journey().urls.public}/request`);
  await page.getByText('Start', { exact: true }).click();
  await heading(page, 'Whose record do you need?');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Check this first' })).toBeVisible();
  await page.getByLabel('My own record').check();
  await next(page, 'Your name');
  await page.getByLabel('First name').fill('Renata');
  await page.getByLabel('Last name').fill('Quintero-Vale');
  await next(page, 'Your date of birth');
  await page.getByLabel('Date of birth').fill('3/5/94');
  await page.getByLabel('Female').check();
  await next(page, 'What did you search with?');
  await page.getByLabel('Phone number').fill('860-555-0134');
  await next(page, 'Your address now');
  await page.getByLabel('Street and number').fill('27 Larkspur Ln');
  await page.getByLabel('City or town').fill('Hamden');
  await page.getByLabel('ZIP code').fill('06514');
  await next(page, 'How can we reach you?');
  await page.getByLabel('E-mail address').fill('renata.qv@example.com');
  await next(page, 'What should we do?');
  await page.getByLabel('Mail me a copy').check();
  await next(page, 'Which record do you need?');
  await page.getByLabel('Full immunization record').check();
  await page.getByLabel('COVID-19 record with a QR code').check();
  await next(page, 'Where should we mail it?');
  await next(page, 'Do you need it by a certain day?');
  await page.getByLabel('No', { exact: true }).check();
  await next(page, 'Is there anything else we should know?');
  await next(page, 'Your photo ID');
  await page.locator('input[type=file]').first().setInputFiles({ name: 'license.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await expect(page.getByRole('button', { name: /Remove/ })).toBeVisible();
  await next(page, 'Proof of vaccination');
  await page.locator('input[type=file]').first().setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await expect(page.getByRole('button', { name: /Remove/ })).toBeVisible();
  await next(page, 'Check your answers');
  await expect(page.getByText('Quintero-Vale').first()).toBeVisible();
  await page.getByRole('button', { name: 'Send' }).click();
  await heading(page, 'We got your request');
  await accessible(page);
  reference = (await page.getByText(/^S-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
  expect(page.url()).not.toMatch(/renata|quintero/i);
});

test('the worker opens her case, makes the papers safe and finds whom she may be', async () => {
  await expect
    .poll(async () => {
      const rows = await ask<{ number: number; ready: number; found: number }>(
        `SELECT c.number, (SELECT count(*)::int FROM documents d WHERE d.submission_id = s.id AND d.state = 'ready') AS ready,
           (SELECT count(*)::int FROM match_candidates m WHERE m.case_id = c.id AND m.patient_id = $2) AS found
         FROM submissions s JOIN cases c ON c.submission_id = s.id WHERE s.reference = $1`,
        [reference, renata],
      );
      number = rows[0]?.number ?? 0;
      return `${rows[0]?.ready ?? 0} ready, ${rows[0]?.found ?? 0} found`;
    }, { timeout: 30_000 })
    .toBe('2 ready, 1 found');
});

test('a processor takes the case, looks at the papers and accepts them by their checklists', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(at('identity'));
  await page.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByRole('img', { name: 'Photo ID, page 1' })).toBeVisible();
  expect(await page.getByRole('img', { name: 'Photo ID, page 1' }).evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1200);
  await accessible(page);
  await page.getByRole('button', { name: 'Accept: Photo ID' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  for (const tick of ['Photo present', 'Name agrees', 'Date of birth agrees', 'Not expired', 'Readable']) await page.getByLabel(tick).check();
  await page.getByLabel('Ends on').fill('03/05/2029');
  await page.getByRole('button', { name: 'Accept: Photo ID' }).click();
  await expect(page.getByRole('button', { name: 'Accept: Proof of vaccination' })).toBeVisible();
  for (const tick of await page.getByRole('group', { name: 'What you see on it' }).getByRole('checkbox').all()) await tick.check();
  await page.getByRole('button', { name: 'Accept: Proof of vaccination' }).click();
  await expect(page.getByRole('complementary', { name: 'Steps' }).getByText('Self. ID accepted')).toBeVisible();
});

test('she sees field by field why the portal missed Renata, rehearses, and links the case', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(at('match'));
  await page.getByRole('radio', { name: /Renata Quintero/ }).check();
  await expect(page.getByText('“-Vale” not on record')).toBeVisible();
  for (const field of ['Phone', 'Last name']) await page.getByRole('group', { name: `${field}: which value holds` }).getByText('Use submitted').click();
  await page.getByRole('button', { name: /Rehearse the portal/ }).click();
  await expect(page.getByText('The portal finds exactly one record, theirs.')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /Link C-\d+ to Renata Quintero/ }).click();
  await expect(page).toHaveURL(/\/correct\?use=/);
});

test('she corrects name and phone with a reason, and a second person agrees where the risk asks for one', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(at('correct?use=family.phone'));
  await page.getByLabel('Why the record changes').fill('Married name on the license, new phone on the form.');
  await accessible(page);
  await page.getByRole('button', { name: /Save to the record/ }).click();
  await expect.poll(async () => (await ask<{ n: number }>(`SELECT (SELECT count(*) FROM patient_corrections k WHERE k.case_id = c.id)::int + (SELECT count(*) FROM approvals a WHERE a.case_id = c.id)::int AS n FROM cases c WHERE c.number = $1`, [number]))[0]?.n).toBeGreaterThan(0);
  const [asked] = await ask<{ state: string }>('SELECT state::text FROM cases WHERE number = $1', [number]);
  if (asked?.state === 'needs_second_review') {
    const supervisor = await deskOf(browser, 'Ruth Abelson');
    await supervisor.goto(at('correct'));
    await accessible(supervisor);
    await supervisor.getByRole('button', { name: /^Approve/ }).click();
  }
  await expect.poll(async () => (await ask<{ field: string }>('SELECT field FROM patient_corrections k JOIN cases c ON c.id = k.case_id WHERE c.number = $1 ORDER BY 1', [number])).map(({ field }) => field)).toEqual(['family', 'phone']);
  const names = await ask<{ use: string; family: string }>(`SELECT n.use::text, n.family FROM patient_names n JOIN cases c ON c.patient_id = n.patient_id WHERE c.number = $1 ORDER BY n.use`, [number]);
  expect(names).toEqual([{ use: 'current', family: 'Quintero-Vale' }, { use: 'former', family: 'Quintero' }]);
});

test('she adds a dose from the accepted card by keyboard, with its evidence', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(at('doses'));
  await expect(page.getByRole('group', { name: 'History on record' })).toBeVisible();
  await accessible(page);
  const vaccine = page.getByRole('combobox', { name: 'Vaccine, row 1' });
  await vaccine.pressSequentially('M-M-R');
  await expect(page.getByRole('option').first()).toBeVisible();
  await vaccine.press('Tab');
  await page.keyboard.type('3/10/1998');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /^Add 1 dose/ }).click();
  await expect.poll(async () => await ask<object>(`SELECT d.cvx, d.given_on::text AS day, d.source <> '00' AS historical, d.document_id IS NOT NULL AS evidence FROM doses d JOIN cases c ON c.id = d.case_id WHERE c.number = $1`, [number])).toEqual([{ cvx: '03', day: '1998-03-10', historical: true, evidence: true }]);
});

test('she approves the release of both records to the address on record', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(at('send'));
  await expect(page.getByRole('checkbox', { name: 'Full record' })).toBeChecked();
  await expect(page.getByText(/27 Larkspur Ln/).first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /^Approve: send/ }).click();
  await expect.poll(async () => (await ask<{ state: string }>('SELECT state::text FROM cases WHERE number = $1', [number]))[0]?.state).toBe('ready_to_send');
});

let pdf: Buffer = Buffer.alloc(0);

test('she prints the mail batch: a letter that fits the window, both records, page by page', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(`${journey().urls.staff}/dispatch`);
  await accessible(page);
  const [ours] = await ask<{ code: string }>('SELECT d.code FROM dispatches d JOIN record_releases r ON r.id = d.release_id JOIN cases c ON c.id = r.case_id WHERE c.number = $1', [number]);
  const all = page.getByRole('checkbox', { name: 'Select all rows' });
  await all.check();
  await all.uncheck();
  await page.getByRole('checkbox', { name: new RegExp(`Select ${ours?.code ?? ''}`) }).check();
  await page.getByRole('button', { name: /batch/i }).first().click();
  const link = page.getByRole('region').filter({ hasText: ours?.code ?? '' }).getByRole('link', { name: /Open PDF/ });
  await expect(link).toBeVisible();
  const answer = await page.request.get(`${journey().urls.staff}${(await link.getAttribute('href')) ?? ''}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  pdf = await answer.body();
  const text = poppler('pdftotext', pdf, ['-layout', 'IN', '-']);
  for (const words of ['Renata Quintero-Vale', '27 Larkspur Ln', 'Hamden, CT 06514', 'Full Immunization Record', 'COVID-19 Immunization Record', 'SMART Health Card', 'Page 1 of 1', 'SPECIMEN']) expect(text).toContain(words);
  expect(poppler('pdfinfo', pdf)).toMatch(/612 x 792 pts \(letter\)/);
});

test('the code on the COVID-19 record verifies against the key set of the configured issuer', async ({ request }) => {
  const { keys } = (await (await request.get(`${journey().urls.public}/shc/.well-known/jwks.json`)).json()) as { keys: { kid: string; x: string; y: string }[] };
  const directory = directoryOf('2026-11-24', [{ iss: 'https://records.recorddesk.example/shc', name: 'Record Desk demo', keys }]);
  const verdict = verifyCard(await readCardFromPixels(pdf), { directory, now: new Date(Date.now() + 86_400_000), mode: 'conforms' });
  expect(verdict).toMatchObject({ answer: 'verified', violations: [] });
});

test('she confirms the envelope; the case closes and Renata is told without a word about health', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.goto(`${journey().urls.staff}/dispatch`);
  const [ours] = await ask<{ code: string }>('SELECT d.code FROM dispatches d JOIN record_releases r ON r.id = d.release_id JOIN cases c ON c.id = r.case_id WHERE c.number = $1', [number]);
  const batch = page.getByRole('region').filter({ hasText: ours?.code ?? '' });
  await batch.getByRole('checkbox').first().check();
  await batch.getByRole('button', { name: 'Confirm printed' }).click();
  await expect.poll(async () => (await ask<{ outcome: string }>('SELECT k.outcome::text FROM case_closures k JOIN cases c ON c.id = k.case_id WHERE c.number = $1', [number]))[0]?.outcome).toBe('fixed');
  await expect.poll(async () => (await ask<{ state: string }>('SELECT n.state::text FROM notices n JOIN cases c ON c.id = n.case_id WHERE c.number = $1', [number])).map(({ state }) => state), { timeout: 20_000 }).toEqual(['sent']);
  const sink = await (await page.request.get(journey().urls.launcher)).text();
  expect(sink).toContain('renata.qv@example.com');
});

test('a supervisor reads every look and change of that case, before and after', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await page.goto(`${journey().urls.staff}/audit?case=C-${number}`);
  for (const words of ['Public form', 'accepted the photo id', 'looked at a document', 'linked the case to CT WiZ', 'rehearsed the portal', 'corrected 2 values', 'approved the release', 'confirmed that M-26-']) await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText('Quintero-Vale').first()).toBeVisible();
  await accessible(page);
});

test('a phone agent finds Renata under her old and her new name', async ({ browser }) => {
  const page = await deskOf(browser, 'Lena Park');
  await page.goto(`${journey().urls.staff}/phone`);
  for (const part of ['quint', 'vale ren']) {
    await page.getByLabel('Name, date of birth, phone').fill(`${part} 3/5/94`);
    await page.getByRole('search').getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('row', { name: /Renata Quintero-Vale.*03\/05\/1994.*C-\d+/ })).toBeVisible();
  }
  await expect(page.getByText('(860) 555-0134')).toHaveCount(0);
});
