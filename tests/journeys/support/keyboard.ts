/** A pair of hands on a keyboard: what stands here never touches the mouse and never moves the focus by itself. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './desk';

const MOST_STOPS = 120;

/** Presses Tab until the keyboard stands on it; a trap or a thing that cannot be reached fails here. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with Tab: ${String(target)}`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** What has the keyboard, as a screen reader would find it: the name of its box, else its words. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === null || at === document.body ? '' : (at.getAttribute('name') ?? at.textContent ?? '');
  });

/** The `C-…` whose step is on the screen. */
export const numberOnScreen = (page: Page): number => Number(/C-(\d+)/.exec(page.url())?.[1] ?? 0);
