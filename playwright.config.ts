import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

const port = 5273;

/** The playground as `npm start` serves it, and Auth0's own library against the emulator, in a real browser. */
export default defineConfig({
  // One emulator, reset before each test.
  workers: 1,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  use: { baseURL: `http://localhost:${port}`, launchOptions: launchOptions() },
  projects: [
    { name: 'playground', testDir: 'playground/e2e', use: { browserName: 'chromium' } },
    { name: 'auth0-js', testDir: 'packages/emulator/e2e', use: { browserName: 'chromium' } },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: String(port), EMULATOR_PORT: '4500' },
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
