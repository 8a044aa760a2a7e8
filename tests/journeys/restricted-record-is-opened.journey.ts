/** A restricted record: hidden, opened with a reason after a proof of who it is, counted down, ended, reviewed by somebody else. */
import { accessible, code, deskOf, expect, journey, person, test } from './support/desk';
import { ask } from './support/registry';

test.describe.configure({ mode: 'serial' });

const NAME = 'Wilhelmina Featherstonehaugh-Cholmondeley';
let number = 0;

/** A case of somebody whose address is protected, with a name as long as they come. */
test.beforeAll(async () => {
  const [given, family] = NAME.split(' ');
  const [patient] = await ask<{ id: string }>(`INSERT INTO patients (birth_on, sex, restriction, created_at) VALUES ('1991-07-14', 'F', 'protected_address', now()) RETURNING id`);
  await ask(`INSERT INTO patient_names (patient_id, use, given, family, source, added_at) VALUES ($1, 'current', $2, $3, 'birth registration', now())`, [patient?.id, given, family]);
  const [sent] = await ask<{ id: string }>(
    `INSERT INTO submissions (reference, kind, channel, language, received_at, relation, requester_given, requester_family, email, wants, delivery)
     VALUES ('S-VEILED', 'record_request', 'form', 'en', now(), 'self', $1, $2, 'w.f@example.com', '{full_record}', 'mail') RETURNING id`, [given, family]);
  const [subject] = await ask<{ id: string }>(`INSERT INTO submission_subjects (submission_id, position, given, family, birth_on) VALUES ($1, 1, $2, $3, '1991-07-14') RETURNING id`, [sent?.id, given, family]);
  const [opened] = await ask<{ number: number }>(
    `INSERT INTO cases (subject_id, submission_id, patient_id, kind, state, language, received_at, received_on, target_days, due_at, created_at)
     VALUES ($1, $2, $3, 'record_request', 'new', 'en', now(), '2026-11-23', 3, '2026-11-30', now()) RETURNING number`, [subject?.id, sent?.id, patient?.id]);
  number = opened?.number ?? 0;
});

const banner = { name: 'Restricted records you have open' };

test('a processor sees that it is restricted, says why, confirms who they are, and has it for an hour', async ({ browser }) => {
  const page = await deskOf(browser, 'Terrence Boykin');
  await page.goto(`${journey().urls.staff}/cases/C-${number}/identity`);
  await expect(page.getByText('A restricted record', { exact: true })).toBeVisible();
  await expect(page.getByText('Featherstonehaugh')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the restricted record' }).click();
  const why = page.getByRole('dialog', { name: 'Open a restricted record' });
  await why.getByRole('button', { name: 'Open for 60 minutes' }).click();
  await expect(why.getByRole('alert')).toBeVisible();
  await why.getByLabel('Reason').selectOption('works_the_case');
  await why.getByLabel('In your own words').fill('She asks for her own record and cannot wait');
  await accessible(page, { over: true });
  // The sign-in is longer ago than five minutes.
  await ask(`UPDATE staff_sessions SET proved_at = NULL WHERE staff_id = (SELECT id FROM staff WHERE name = 'Terrence Boykin')`);
  await why.getByRole('button', { name: 'Open for 60 minutes' }).click();
  const proof = page.getByRole('dialog', { name: 'Confirm it is you' });
  const terrence = person('Terrence Boykin');
  await expect(proof.getByLabel('Password')).toBeFocused();
  await proof.getByLabel('Password').fill(terrence.password);
  await proof.getByLabel('One-time code').fill('000000');
  await proof.getByRole('button', { name: 'Confirm' }).click();
  await expect(proof.getByRole('alert')).toContainText('not right');
  await accessible(page, { over: true });
  await proof.getByLabel('One-time code').fill(code(terrence, Date.now() + 30_000));
  await proof.getByRole('button', { name: 'Confirm' }).click();
  await expect(proof).toBeHidden();
  await expect(page.getByRole('region', banner)).toContainText(/C-\d+ open: a protected address\. (60|59) minutes left/);
  await expect(page.getByText('Featherstonehaugh').first()).toBeVisible();
  await accessible(page);
  await page.goto(`${journey().urls.staff}/queue?view=all`);
  await expect(page.getByRole('region', banner)).toBeVisible();
});

test('a supervisor is told, does not see the record by that, and says whether it was justified', async ({ browser }) => {
  const page = await deskOf(browser, 'Ruth Abelson');
  await page.goto(`${journey().urls.staff}/cases/C-${number}/identity`);
  await expect(page.getByText('A restricted record', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: '1 opening to review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Restricted records opened' })).toBeVisible();
  await expect(page.getByRole('listitem')).toContainText('Terrence Boykin opened the record of');
  await accessible(page);
  await page.getByLabel('Justified', { exact: true }).check();
  await page.getByLabel('Why').fill('Her request is on file');
  await page.getByRole('button', { name: 'Save the review' }).click();
  await expect(page.getByText('“Her request is on file”')).toBeVisible();
  await expect(page.getByRole('link', { name: /to review/ })).toHaveCount(0);
  await accessible(page);
});

test('ended before its time, it is hidden again', async ({ browser }) => {
  const page = await deskOf(browser, 'Terrence Boykin');
  await page.goto(`${journey().urls.staff}/cases/C-${number}/identity`);
  await page.getByRole('region', banner).getByRole('button', { name: 'End now' }).click();
  await expect(page.getByText('A restricted record', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', banner)).toHaveCount(0);
  await expect(page.getByText('Featherstonehaugh')).toHaveCount(0);
  await accessible(page);
});
