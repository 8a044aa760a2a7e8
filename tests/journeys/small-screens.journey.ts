/** A screen enlarged to 400 %: 320 by 256 pixels of 1280 by 1024 (WCAG 1.4.10), the keyboard never out of sight (2.4.11), and nothing that moves for whoever asked for that. */
import type { Page } from '@playwright/test';
import { accessible, deskOf, expect, journey, test } from './support/desk';

const ENLARGED = { width: 320, height: 256 };
const STOPS = 30;
test.describe.configure({ timeout: 120_000 });
const SCREENS: readonly (readonly [what: string, who: string, path: string])[] = [
  ['the queue', 'Dana Whitfield', '/queue'],
  ['the first step of a case', 'Dana Whitfield', '/cases/C-2041/identity'],
  ['the match', 'Dana Whitfield', '/cases/C-2041/match'],
  ['the correction', 'Dana Whitfield', '/cases/C-2041/correct'],
  ['the doses', 'Dana Whitfield', '/cases/C-2041/doses'],
  ['the sending', 'Dana Whitfield', '/cases/C-2041/send'],
  ['the history', 'Dana Whitfield', '/cases/C-2041/history'],
  ['the calendar', 'Ruth Abelson', '/calendar'],
  ['the envelopes', 'Ruth Abelson', '/dispatch'],
  ['the phone desk', 'Lena Park', '/phone'],
];

type Stop = { /** Which element it is. */ at: string; /** What hides it: a bar that stays while the page scrolls, or the edge of the screen. */ hidden: string | null };

const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return { at: '', hidden: null };
    const which = at.outerHTML.slice(0, 400);
    const name = `${at.tagName.toLowerCase()} ${(at.getAttribute('aria-label') ?? at.getAttribute('name') ?? at.textContent ?? '').trim().slice(0, 40)}`;
    const box = at.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return { at: which, hidden: `${name}: out of sight` };
    const stays = [...document.querySelectorAll('body *')].filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position) && !element.contains(at) && !at.contains(element));
    const over = stays.find((element) => {
      const bar = element.getBoundingClientRect();
      // What stands a pixel into it is a hairline.
      return bar.width > 1 && bar.height > 1 && box.left < bar.right - 1 && box.right > bar.left + 1 && box.top < bar.bottom - 1 && box.bottom > bar.top + 1;
    });
    return { at: which, hidden: over === undefined ? null : `${name}: under ${over.tagName.toLowerCase()} ${over.textContent?.trim().slice(0, 30) ?? ''}` };
  });

for (const [what, who, path] of SCREENS) {
  test(`${what} at 400 %: no page to scroll sideways, and the keyboard always in sight`, async ({ browser }) => {
    const page = await deskOf(browser, who);
    await page.setViewportSize(ENLARGED);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${journey().urls.staff}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const hidden: string[] = [];
    const stood = new Set<string>();
    for (let pressed = 0; pressed < STOPS; pressed += 1) {
      await page.keyboard.press('Tab');
      const stop = await stopOf(page);
      if (stop.hidden !== null) hidden.push(stop.hidden);
      stood.add(stop.at);
    }
    expect(hidden).toEqual([]);
    // The keyboard really went through the page.
    expect(stood.size).toBeGreaterThan(10);
    await accessible(page);
  });
}

test('nothing moves for whoever asked for less motion', async ({ browser }) => {
  const page = await deskOf(browser, 'Dana Whitfield');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${journey().urls.staff}/queue`);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find' })).toBeVisible();
  const moving = await page.evaluate(() => {
    const seconds = (times: string): number => Math.max(...times.split(',').map((time) => (time.trim().endsWith('ms') ? parseFloat(time) / 1000 : parseFloat(time))));
    return [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return seconds(transitionDuration) > 0.01 || (animationName !== 'none' && seconds(animationDuration) > 0.01) || scrollBehavior === 'smooth';
    }).map((element) => element.outerHTML.slice(0, 120));
  });
  expect(moving).toEqual([]);
});
