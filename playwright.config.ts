import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell';
const asRoot = process.getuid?.() === 0;

const LAST = '**/written-down-nowhere.journey.ts';

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  globalSetup: './tests/journeys/support/global-setup.ts',
  outputDir: 'test-results',
  // Each has a system of its own.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What all of them left behind is searched when all have ended.
  projects: [
    { name: 'desk', testIgnore: LAST },
    { name: 'after', testMatch: LAST, dependencies: ['desk'] },
  ],
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'America/New_York',
    // A trace of every journey costs a fifth of the run; `TRACE=1` asks for it. What the page was at a failure is kept anyway.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
});
