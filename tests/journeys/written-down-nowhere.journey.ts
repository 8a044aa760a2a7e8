/**
 * The last journey of a run, after all others have ended: Renata, whose values stand nowhere else, has been through it, and
 * what it left behind is searched for her: logs of every process, addresses, browser stores, jobs, subjects of mail.
 */
import { CANARY, CANARY_VALUES, canaryIn } from '../fixtures/canary';
import { sender, signedInAs, type Sender } from './support/at-the-door';
import { deskOf, expect, journey, journeys, person, test } from './support/desk';
import { leftBehind } from './support/left-behind';
import { addRenata, ask } from './support/registry';

test.describe.configure({ mode: 'serial' });

const { urls, databaseUrl, folder } = journey();
const ofAll = async (): Promise<[string, string][]> => (await Promise.all(journeys().map((one) => leftBehind(one.databaseUrl, one.folder)))).flatMap((places) => [...places]);
const LIKE = 'Kofi Mensah';
const json = (origin: string) => ({ 'content-type': 'application/json', 'idempotency-key': `canary-${Math.random().toString(36).slice(2).padEnd(16, '0')}`, origin });
let number = 0;
let desk: Sender;

test.beforeAll(async () => {
  await ask(`INSERT INTO staff (email, name, roles, languages, kinds, password_hash, totp_sealed, created_at) SELECT 'last@example.org', 'Last Desk', '{processor,supervisor}', languages, kinds, password_hash, totp_sealed, now() FROM staff WHERE email = $1`, [person(LIKE).email]);
  desk = await signedInAs('last@example.org', LIKE);
});

/** A paper of hers, which is no picture at all: the worker has something to complain about. */
const FILE = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('Renata Quintero-Vale 3/5/94.pdf'), 'x-document-kind': 'photo_id', origin: urls.public };
const sendPaper = async (send: Sender): Promise<void> => expect((await send(`${urls.public}/api/uploads`, { method: 'POST', headers: FILE, body: `%PDF-1.7\n${REQUEST.message}` })).status).toBe(200);

/** Her request as the form sends it, with every field that a person has. */
const REQUEST = {
  kind: 'record_not_found',
  language: 'en',
  relation: 'self',
  requester: { given: 'Renata', family: 'Quintero-Vale' },
  subjects: [{ given: 'Renata', family: 'Quintero-Vale', birthOn: '1994-03-05', sex: 'F', phone: '860-555-0134', email: 'renata.qv@example.com', address: { line1: '27 Larkspur Ln', city: 'Hamden', state: 'CT', zip: '06514' } }],
  email: 'renata.qv@example.com',
  phone: '203-555-0177',
  wants: ['full_record'],
  delivery: 'mail',
  mailTo: { name: 'Renata Quintero-Vale', address: { line1: '27 Larkspur Ln', city: 'Hamden', state: 'CT', zip: '06514' } },
  message: 'I am Renata Quintero-Vale, born 3/5/94, and the portal does not find me',
};

test('Renata sends a request, and the worker opens her case and finds her', async () => {
  await addRenata();
  const browser = sender();
  await sendPaper(browser);
  const answer = await browser(`${urls.public}/api/commands/submission.send`, { method: 'POST', headers: json(urls.public), body: JSON.stringify(REQUEST) });
  expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('S-')]);
  const { value } = JSON.parse(answer.body) as { value: { reference: string } };
  await expect
    .poll(async () => {
      const [row] = await ask<{ number: number; found: number }>(`SELECT c.number, (SELECT count(*)::int FROM match_candidates m WHERE m.case_id = c.id) AS found FROM cases c JOIN submissions s ON s.id = c.submission_id WHERE s.reference = $1`, [value.reference]);
      number = row?.number ?? 0;
      return row?.found ?? 0;
    }, { timeout: 30_000 })
    .toBeGreaterThan(0);
});

test('she is looked at, searched for and typed into every wrong place', async ({ browser }) => {
  const page = await deskOf(browser, LIKE);
  for (const step of ['identity', 'match', 'send', 'history']) await page.goto(`${urls.staff}/cases/C-${number}/${step}`);
  await page.goto(`${urls.staff}/cases/C-${number}/match`);
  await expect(page.getByText('Quintero').first()).toBeVisible();
  await page.goto(`${urls.staff}/phone`);
  await page.getByLabel('Name, date of birth, phone').fill('Quintero');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByText('Renata').first()).toBeVisible();
  const wrong = [JSON.stringify(REQUEST), JSON.stringify({ caseId: 'Renata Quintero-Vale', text: REQUEST.message }), `{"Renata":"Quintero-Vale","Renata":1}`, REQUEST.message];
  for (const name of ['case.note', 'case.correct', 'patient.create', 'dose.record', 'Renata.Quintero-Vale']) {
    for (const body of wrong) expect((await desk(`${urls.staff}/api/commands/${name}`, { method: 'POST', headers: json(urls.staff), body })).status).toBeGreaterThanOrEqual(400);
  }
});

test('she is looked at while the database refuses, so that every room has something to complain about', async () => {
  const send = sender();
  await sendPaper(send);
  await ask(`ALTER VIEW audit_append RENAME TO audit_append_away`);
  try {
    const asked = [
      send(`${urls.public}/api/commands/submission.send`, { method: 'POST', headers: json(urls.public), body: JSON.stringify(REQUEST) }),
      desk(`${urls.staff}/cases/C-${number}/match`),
      desk(`${urls.staff}/api/looks/patient.search`, { method: 'POST', headers: json(urls.staff), body: '{"text":"Quintero"}' }),
    ];
    for (const answer of await Promise.all(asked)) expect([answer.status, answer.status >= 500 || answer.status === 404, canaryIn(answer.body)]).toEqual([answer.status, true, []]);
  } finally {
    await ask(`ALTER VIEW audit_append_away RENAME TO audit_append`);
  }
});

test('nothing of her stands in a log, an address, a browser’s store, a job or the subject of a mail', async () => {
  const found = (await ofAll()).map(([where, text]) => [where, canaryIn(text)] as const).filter(([, values]) => values.length > 0);
  expect(found).toEqual([]);
});

test('the search is no empty one: she is in the database with every value, each place was written to, and each spelling is found', async () => {
  const rows = await ask<{ all: string }>(
    `SELECT jsonb_agg(to_jsonb(x))::text AS all FROM (
       SELECT to_jsonb(s) AS x FROM submissions s WHERE s.requester_family = 'Quintero-Vale' UNION ALL SELECT to_jsonb(u) FROM submission_subjects u WHERE u.family = 'Quintero-Vale'
       UNION ALL SELECT to_jsonb(n) FROM patient_names n WHERE n.family = 'Quintero' UNION ALL SELECT to_jsonb(c) FROM patient_contacts c JOIN patient_names n ON n.patient_id = c.patient_id AND n.family = 'Quintero'
       UNION ALL SELECT to_jsonb(a) FROM patient_addresses a JOIN patient_names n ON n.patient_id = a.patient_id AND n.family = 'Quintero' UNION ALL SELECT to_jsonb(d) FROM doses d JOIN patient_names n ON n.patient_id = d.patient_id AND n.family = 'Quintero') x`);
  const stands = canaryIn(rows[0]?.all ?? '');
  for (const [field, values] of Object.entries(CANARY)) expect([field, values.some((value) => stands.includes(value))]).toEqual([field, true]);

  const places = await leftBehind(databaseUrl, folder);
  expect([...places.keys()]).toEqual(expect.arrayContaining(['log staff-web.log', 'log public-web.log', 'log worker.log', 'addresses', 'browser stores', 'jobs']));
  expect(places.get('addresses')).toContain(`/cases/C-${number}/match`);
  expect(places.get('jobs')).toContain('case.match:');
  expect(places.get('browser stores')).toContain('__Host-staff-session=');
  expect(places.get('log staff-web.log')).toContain('"event":"');

  for (const value of CANARY_VALUES) {
    for (const planted of [value, value.toUpperCase(), encodeURIComponent(value), encodeURIComponent(encodeURIComponent(value)), value.replaceAll(' ', '+'), JSON.stringify({ at: value })]) {
      for (const [where, text] of places) expect([where, planted, canaryIn(`${text.slice(0, 2_000)}\n${planted}`).includes(value)]).toEqual([where, planted, true]);
    }
  }
  expect(canaryIn(Buffer.from('name: renata.qv@example.com').subarray(6).toString('base64'))).toEqual(['renata.qv@example.com']);
});
