/** The journeys' own words: who sits at the desk, and that every screen they pass is accessible, light and dark. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { TOTP } from 'otpauth';
import { keepAddresses, keepStores } from './left-behind';

type Staff = { name: string; email: string; password: string; totpSecret: string; roles: string[] };
type Journey = { urls: { staff: string; public: string; launcher: string }; databaseUrl: string; folder: string; staff: Staff[] };

/** Every system of the run; none while the journeys are only being listed. */
export const journeys = (): readonly Journey[] => JSON.parse(process.env.JOURNEYS ?? '[]') as Journey[];

/** The one this worker has to itself. */
export const journey = (): Journey => journeys()[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? ({} as Journey);

export function person(name: string): Staff {
  const found = journey().staff.find((one) => one.name === name);
  if (found === undefined) throw new Error(`nobody called ${name} works here`);
  return found;
}

/** A code is good once: two sign-ins of one person within 30 seconds need the next one. */
export const code = (who: Staff, timestamp = Date.now()): string => new TOTP({ secret: who.totpSecret }).generate({ timestamp });

export async function signIn(page: Page, name: string): Promise<void> {
  const who = person(name);
  await page.goto(`${journey().urls.staff}/sign-in`);
  await page.getByLabel('Work e-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByLabel('One-time code').fill(code(who));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Kept beside the system and not in memory: after a failure a new process goes on, and a code is good once. */
const signedInFile = (name: string): string => join(journey().folder, `signed-in-${name.replaceAll(' ', '-')}.json`);

/** A page with somebody signed in; they sign in once a run. */
export async function deskOf(browser: Browser, name: string): Promise<Page> {
  const path = signedInFile(name);
  const known = existsSync(path);
  const context = await browser.newContext({ storageState: known ? path : undefined });
  const page = await context.newPage();
  if (!known) {
    await signIn(page, name);
    await page.waitForURL((url) => url.pathname !== '/sign-in', { timeout: 15_000 });
    await context.storageState({ path });
  }
  return page;
}

/** What lies under a modal dialog is hidden on purpose, its landmark and heading with it. */
const UNDER_A_DIALOG = { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** Asks axe in the page itself, which has it already; we have no frames. */
const violationsOf = (page: Page, options: RunOptions): Promise<string[]> =>
  page.evaluate(
    async (asked) => (await (window as unknown as { axe: typeof axe }).axe.run(document, { ...asked, resultTypes: ['violations'] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    options,
  );

/** No violation in either theme; the dark one differs by its colours alone. `over`: a modal dialog lies over the page. */
export async function accessible(page: Page, { over = false } = {}): Promise<void> {
  // On the way from one page to the next the document has no title for a moment.
  await expect.poll(() => page.title()).not.toBe('');
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violationsOf(page, { rules: over ? UNDER_A_DIALOG : {} })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOf(page, { runOnly: ['color-contrast'] })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Whether React has taken over the page, so that its keys are heard; a page without it (a PDF, the sinks) is as it is. */
const takenOver = (): boolean => {
  const main = document.querySelector('main') ?? document.querySelector('h1');
  return document.querySelector('script[src*="/_next/"]') === null || (main !== null && Object.keys(main).some((key) => key.startsWith('__reactProps')));
};

/** Hands wait for the desk: a key pressed before the page listens is nobody's. */
function handsWait(page: Page): void {
  const ready = () => expect.poll(() => page.evaluate(takenOver)).toBe(true);
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...to) => {
    const answer = await goto(...to);
    await ready();
    return answer;
  };
  page.reload = async (...how) => {
    const answer = await reload(...how);
    await ready();
    return answer;
  };
}

/** Every page of a journey is watched: nothing may be refused by the content policy or thrown in the browser. Each journey closes its pages: one left open would go on asking for news beside the next. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ browser }, use) => {
      const said: string[] = [];
      const opened: BrowserContext[] = [];
      const watch = (context: BrowserContext): void => {
        opened.push(context);
        keepAddresses(context, journey().folder);
        context.on('page', handsWait);
        context.on('console', (message) => message.type() === 'error' && !/status of (401|403|404|409|413|415|422|423)/.test(message.text()) && said.push(message.text()));
        context.on('weberror', (error) => said.push(error.error().message));
      };
      browser.contexts().forEach(watch);
      const open = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await open(options);
        watch(context);
        return context;
      };
      await use();
      browser.newContext = open;
      await keepStores(opened, journey().folder);
      for (const context of opened) await context.close();
      expect(said).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
