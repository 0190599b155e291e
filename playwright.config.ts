import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

const port = 5273;

/** The playground as `npm start` serves it, in a real browser. */
export default defineConfig({
  testDir: 'playground/e2e',
  // One emulator, reset before each test.
  workers: 1,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  use: { baseURL: `http://localhost:${port}`, launchOptions: launchOptions() },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: String(port), EMULATOR_PORT: '4500' },
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
