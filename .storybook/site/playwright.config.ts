import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../scripts/chromium.mjs';

/** The built Storybook, as a file server gives it out. `npm run test:storybook` builds it first. */
export default defineConfig({
  testDir: '.',
  reporter: 'list',
  use: { launchOptions: launchOptions(), browserName: 'chromium' },
});
