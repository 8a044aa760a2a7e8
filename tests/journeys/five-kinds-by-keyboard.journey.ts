/** A processor clears five cases of five kinds one after the other by keyboard alone: each ends as it truly ended, in the database and in the audit. */
import type { Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';
import { focusedName, numberOnScreen, pressOn, tabTo } from './support/keyboard';
import { ask } from './support/registry';

test.describe.configure({ timeout: 300_000 });

const WHO = 'Maria Ortiz';
const KINDS = ['record_correction', 'record_not_found', 'missing_doses', 'record_request', 'other'] as const;
type Kind = (typeof KINDS)[number];
const cases = new Map<Kind, number>();
const numberOf = (kind: Kind): number => cases.get(kind) ?? 0;
let page: Page;

/** One that nobody has begun: written for oneself, its papers safe to look at, and somebody found. A letter from a school is about nobody's record. */
async function oneOf(kind: Kind): Promise<number> {
  const aboutSelf = `s.relation = 'self' AND EXISTS (SELECT 1 FROM match_candidates m WHERE m.case_id = c.id)
    AND EXISTS (SELECT 1 FROM documents d WHERE d.submission_id = s.id AND d.kind = 'photo_id') AND NOT EXISTS (SELECT 1 FROM patients p JOIN match_candidates m ON m.patient_id = p.id WHERE m.case_id = c.id AND p.restriction IS NOT NULL)`;
  const [row] = await ask<{ number: number }>(
    `SELECT c.number FROM cases c JOIN submissions s ON s.id = c.submission_id
     WHERE c.kind = $1::"CaseKind" AND c.state = 'new' AND c.number <> 2041 AND ${kind === 'other' ? "s.relation IN ('school', 'provider')" : aboutSelf}
       AND s.delivery = '${kind === 'record_request' ? 'mail' : 'portal'}' AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.submission_id = s.id AND d.state <> 'ready')
     ORDER BY c.number LIMIT 1`,
    [kind],
  );
  if (row === undefined) throw new Error(`no case of the kind ${kind} waits`);
  return row.number;
}

const stateOf = async (number: number): Promise<string> => (await ask<{ state: string }>('SELECT state::text FROM cases WHERE number = $1', [number]))[0]?.state ?? '';
const endOf = (number: number) => ask<{ outcome: string; reason: string | null }>('SELECT outcome::text, reason FROM case_closures k JOIN cases c ON c.id = k.case_id WHERE c.number = $1 AND k.undone_at IS NULL', [number]);
const eventsOf = async (number: number): Promise<string[]> => (await ask<{ event: string }>('SELECT e.event FROM audit_events e JOIN cases c ON c.id = e.case_id WHERE c.number = $1', [number])).map(({ event }) => event);
const judged = async (number: number): Promise<number> => (await ask<{ n: number }>('SELECT count(*)::int AS n FROM document_reviews r JOIN cases c ON c.id = r.case_id WHERE c.number = $1 AND r.superseded_at IS NULL', [number]))[0]?.n ?? 0;
const papersOf = async (number: number): Promise<number> => (await ask<{ n: number }>('SELECT count(*)::int AS n FROM documents d JOIN cases c ON c.submission_id = d.submission_id WHERE c.number = $1 AND d.removed_at IS NULL', [number]))[0]?.n ?? 0;

/** Every paper of the case on the screen: each tick by its number, the day it ends, Enter. */
async function acceptPapers(number: number): Promise<void> {
  const ticks = page.getByRole('group', { name: 'What you see on it' }).getByRole('checkbox');
  const all = await papersOf(number);
  for (let done = await judged(number); done < all; done += 1) {
    await expect(ticks.first()).toBeFocused();
    const count = await ticks.count();
    for (let at = 1; at <= count; at += 1) await page.keyboard.press(String(at));
    await expect.poll(() => focusedName(page)).toMatch(/^(expiresOn|Accept: )/);
    if ((await focusedName(page)) === 'expiresOn') await page.keyboard.type('030529');
    await page.keyboard.press('Enter');
    await expect.poll(() => judged(number)).toBe(done + 1);
  }
}

/** The one person found: what was submitted holds wherever the two differ. */
async function link(number: number): Promise<void> {
  await page.waitForURL(`**/cases/C-${number}/match`);
  await expect(page.getByRole('radio').first()).toBeVisible();
  // Where two may be the one, nobody is chosen beforehand: the first has the most evidence.
  if (!(await page.getByRole('radio').first().isChecked())) await page.keyboard.press('1');
  const save = page.getByRole('button', { name: new RegExp(`^Link C-${number} to`) });
  await expect(save).toBeVisible();
  for (let open = 0; open < 8 && (await save.getAttribute('aria-disabled')) === 'true'; open += 1) await page.keyboard.press('u');
  await expect(save).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.includes(`C-${number}`) && !url.pathname.endsWith('/match'));
}

/** The values go to the record on the paper they rest on; what needs a second person goes to one. Where the record has them already, Enter goes on. */
async function correct(number: number): Promise<string> {
  await page.waitForURL(`**/cases/C-${number}/correct**`);
  await expect.poll(() => focusedName(page)).toMatch(/As on the accepted document|Go on to Send/);
  if ((await focusedName(page)).includes('Go on to Send')) {
    await page.keyboard.press('Enter');
    return stateOf(number);
  }
  await page.keyboard.press('1');
  await expect.poll(() => focusedName(page)).toMatch(/Save to the record/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await eventsOf(number)).some((event) => /correct|approval/.test(event))).toBe(true);
  return stateOf(number);
}

/** A supervisor says yes, by keyboard as well; then the processor opens the case again by its number. */
async function secondPerson(browser: Parameters<typeof deskOf>[0], number: number, step = 'correct', yes = /^Approve the correction/, then = 'in_progress'): Promise<void> {
  const ruth = await deskOf(browser, 'Ruth Abelson');
  await ruth.goto(`${journey().urls.staff}/cases/C-${number}/${step}`);
  await pressOn(ruth, ruth.getByRole('button', { name: yes }));
  await expect.poll(() => stateOf(number)).toBe(then);
  await ruth.context().close();
}

async function openByNumber(number: number): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(String(number));
  await expect(page.getByText(`Open case C-${number}`)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/cases/C-${number}/**`);
}

test.beforeAll(async () => {
  for (const [at, kind] of KINDS.entries()) {
    const number = await oneOf(kind);
    cases.set(kind, number);
    // No promise is older, so that "take next" gives them in this order.
    await ask(`UPDATE cases SET due_at = $2 WHERE number = $1`, [number, `2026-10-0${at + 1}T20:30:00Z`]);
  }
});

test('a processor clears five cases of five kinds by keyboard alone', async ({ browser }) => {
  page = await deskOf(browser, WHO);
  for (const kind of ['record_correction', 'record_not_found'] as const) {
    await test.step(`${kind}: papers, person, values, and it ends as fixed`, async () => {
      const number = numberOf(kind);
        if (kind === 'record_correction') {
        await page.goto(`${journey().urls.staff}/queue`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.keyboard.press('n');
      }
      await page.waitForURL(`**/cases/C-${number}/identity`);
      await acceptPapers(number);
      await link(number);
      if ((await correct(number)) === 'needs_second_review') {
        await secondPerson(browser, number);
        await openByNumber(number);
      }
      await page.waitForURL(`**/cases/C-${number}/send`);
      await expect.poll(() => focusedName(page)).toMatch(/Close as fixed/);
      await accessible(page);
      await page.keyboard.press('e');
      await expect.poll(() => stateOf(number)).toBe('closed');
      expect(await endOf(number)).toEqual([{ outcome: 'fixed', reason: null }]);
      expect(await eventsOf(number)).toEqual(expect.arrayContaining(['case.claimed', 'document.reviewed', 'case.linked', 'case.closed', ...(kind === 'record_correction' ? ['patient.corrected'] : [])]));
    });
  }

  await test.step('missing_doses: a dose from the accepted paper, and it ends as doses added', async () => {
    const number = numberOf('missing_doses');
    await page.waitForURL(`**/cases/C-${number}/identity`);
    await acceptPapers(number);
    await link(number);
    await page.waitForURL(`**/cases/C-${number}/doses`);
    await tabTo(page, page.getByRole('combobox', { name: 'Vaccine, row 1' }));
    await page.keyboard.type('M-M-R');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Tab');
    const [born] = await ask<{ on: string }>(`SELECT (p.birth_on::date + interval '14 months')::date::text AS on FROM patients p JOIN cases c ON c.patient_id = p.id WHERE c.number = $1`, [number]);
    const [year = '', month = '', day = ''] = (born?.on ?? '').split('-');
    await page.keyboard.type(`${month}/${day}/${year}`);
    await page.keyboard.press('Tab');
    await expect(page.getByText('Ready', { exact: true })).toBeVisible();
    await accessible(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^1 dose added to/)).toBeVisible();
    // The rail has heard of it: the case lacks nothing any more.
    await expect(page.getByRole('complementary', { name: 'Steps' }).getByText('1 dose added')).toBeVisible();
    await page.keyboard.press('e');
    await expect.poll(() => stateOf(number)).toBe('closed');
    expect(await endOf(number)).toEqual([{ outcome: 'doses_added', reason: null }]);
    expect(await ask(`SELECT d.cvx, d.document_id IS NOT NULL AS evidence, d.source <> '00' AS historical FROM doses d JOIN cases c ON c.id = d.case_id WHERE c.number = $1`, [number])).toEqual([{ cvx: '03', evidence: true, historical: true }]);
    expect(await eventsOf(number)).toEqual(expect.arrayContaining(['dose.recorded', 'case.closed']));
  });

  await test.step('record_request: the copy is approved, and the case goes on its way', async () => {
    const number = numberOf('record_request');
    await page.waitForURL(`**/cases/C-${number}/identity`);
    await acceptPapers(number);
    await link(number);
    await page.waitForURL(`**/cases/C-${number}/send`);
    await expect.poll(() => focusedName(page)).toMatch(/^(Approve: send|Prepare the release)/);
    const alone = (await focusedName(page)).startsWith('Approve');
    await page.keyboard.press('Enter');
    await expect.poll(() => eventsOf(number)).toContain('release.prepared');
    // An address that nobody has proved is a second person's word.
    if (!alone) await secondPerson(browser, number, 'send', /^Approve: send/, 'ready_to_send');
    await expect.poll(() => stateOf(number)).toBe('ready_to_send');
    if (!alone) await page.reload();
    await expect(page.getByRole('region', { name: 'This case' }).getByText('Ready to send', { exact: true })).toBeVisible();
    await page.keyboard.press('e');
    await page.waitForURL(`**/cases/C-${numberOf('other')}/identity`);
  });

  await test.step('other: a school is told of its own access, refused with its reason', async () => {
    const number = numberOf('other');
    expect(numberOnScreen(page)).toBe(number);
    await expect(page.getByRole('button', { name: /^Finish and next/ })).toBeVisible();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: `Close C-${number}` });
    await expect(dialog).toBeVisible();
    await accessible(page, { over: true });
    await tabTo(page, dialog.getByRole('radio').first());
    const refused = dialog.getByRole('radio', { name: /^Refused/ });
    await page.keyboard.press('Space');
    for (let at = 0; at < 12 && !(await refused.isChecked()); at += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('They look it up with their own access to the registry.');
    await pressOn(page, dialog.getByRole('button', { name: 'Close', exact: true }));
    await expect.poll(() => stateOf(number)).toBe('closed');
    expect(await endOf(number)).toEqual([{ outcome: 'refused', reason: 'They look it up with their own access to the registry.' }]);
    expect(await eventsOf(number)).toContain('case.closed');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('region', { name: 'This case' }).getByText(/, refused$/)).toBeVisible();
    await accessible(page);
  });

  await test.step('the envelope of the copy is printed and confirmed, and that case ends as copy sent', async () => {
    const number = numberOf('record_request');
    const [ours] = await ask<{ code: string }>('SELECT d.code FROM dispatches d JOIN record_releases r ON r.id = d.release_id JOIN cases c ON c.id = r.case_id WHERE c.number = $1', [number]);
    const code = ours?.code ?? '';
    await pressOn(page, page.getByRole('link', { name: 'Print and fax' }));
    await page.waitForURL('**/dispatch');
    const [all, own] = [page.getByRole('checkbox', { name: 'Select all rows' }), page.getByRole('checkbox', { name: `Select ${code}` })];
    await tabTo(page, all);
    if (!(await all.isChecked())) await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    for (let row = 0; row < 60 && !(await own.isChecked()); row += 1) {
      await page.keyboard.press('j');
      if (await page.getByRole('row').filter({ hasText: code }).getByRole('link').first().evaluate((link) => link === document.activeElement)) await page.keyboard.press('x');
    }
    await expect(page.getByRole('button', { name: 'Make a batch of 1' })).toBeVisible();
    await page.keyboard.press('b');
    const batch = page.getByRole('region').filter({ hasText: code });
    await expect(batch).toBeVisible();
    const opened = page.context().waitForEvent('page');
    await pressOn(page, batch.getByRole('link', { name: /Open PDF/ }));
    await opened;
    await page.bringToFront();
    await expect.poll(async () => (await ask<{ state: string }>('SELECT state::text FROM dispatches WHERE code = $1', [code]))[0]?.state).toBe('printed');
    await pressOn(page, batch.getByRole('checkbox', { name: new RegExp(code) }), 'Space');
    await pressOn(page, batch.getByRole('button', { name: 'Confirm printed' }));
    await expect.poll(() => stateOf(number)).toBe('closed');
    expect(await endOf(number)).toEqual([{ outcome: 'copy_sent', reason: null }]);
    await accessible(page);
    expect(await eventsOf(number)).toEqual(expect.arrayContaining(['release.prepared', 'release.approved', 'dispatch.confirmed', 'case.closed']));
  });
});
