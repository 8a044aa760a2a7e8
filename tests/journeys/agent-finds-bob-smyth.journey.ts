/** A caller says Bob Smyth, born the third of the fourth or the fourth of the third; the record says Robert Smith. */
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { ask } from './support/registry';

async function addRobert(): Promise<void> {
  const [patient] = await ask<{ id: string }>(`INSERT INTO patients (birth_on, sex, created_at) VALUES ('1961-04-03', 'M', now()) RETURNING id`);
  const [name] = await ask<{ id: string }>(`INSERT INTO patient_names (patient_id, use, given, family, source, added_at) VALUES ($1, 'current', 'Robert', 'Smith', 'birth registration', now()) RETURNING id`, [patient?.id]);
  await ask(`INSERT INTO patient_name_forms (patient_id, name_id, family, given, family_sound, given_sound, birth_on) VALUES ($1, $2, 'smith', 'robert', 'SM0', 'RPRT', '1961-04-03')`, [patient?.id, name?.id]);
}

test('a phone agent finds Robert Smith born 04/03/1961 as "Bob Smyth 3/4/61", and reads why', async ({ browser }) => {
  await addRobert();
  const page = await deskOf(browser, 'Lena Park');
  await page.goto(`${journey().urls.staff}/phone`);
  await page.getByLabel('Name, date of birth, phone').fill('Bob Smyth 3/4/61');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Robert Smith.*04\/03\/1961.*Bob is a name for Robert.*day and month of birth exchanged/ })).toBeVisible();
  await accessible(page);
  await page.getByText('Search by single fields').click();
  await page.getByLabel('Name, date of birth, phone').fill('');
  await page.getByLabel('Last name').fill('Smith');
  await page.getByLabel('First name').fill('Rob');
  await page.getByLabel('Date of birth', { exact: true }).fill('4/1961');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Robert Smith.*date of birth agrees as far as it is known/ })).toBeVisible();
  await accessible(page);
});
