import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../scripts/chromium.mjs';

/** The built Storybook, as a file server gives it out. `npm run test:storybook` builds it first. */
export default defineConfig({
  testDir: '.',
  // A machine with much else to do is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  use: { launchOptions: launchOptions(), browserName: 'chromium' },
});
