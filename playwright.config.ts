import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

const port = 5273;
const start = 'http://localhost:5275';
const next = { auth0: 'http://localhost:5373', handler: 'http://localhost:5374' };

/** The playground, both Next.js apps, and Auth0's own library against the emulator, in a real browser. */
export default defineConfig({
  // A machine with much else to do is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: launchOptions(),
    browserName: 'chromium',
  },
  projects: [
    // One worker for each emulator, which is reset before each test.
    { name: 'playground', testDir: 'playground/e2e', testIgnore: 'start.spec.ts', workers: 1 },
    {
      name: 'start',
      testDir: 'playground/e2e',
      testMatch: 'start.spec.ts',
      use: { baseURL: start },
    },
    ...Object.entries(next).map(([name, baseURL]) => ({
      name: `next-${name}`,
      testDir: 'playground/next-e2e',
      use: { baseURL },
      workers: 1,
      // They share an emulator.
      dependencies: name === 'handler' ? ['next-auth0'] : [],
    })),
    { name: 'auth0-js', testDir: 'packages/emulator/e2e', workers: 1 },
  ],
  webServer: [
    {
      command: 'node scripts/start.mjs',
      env: { PORT: '5275', EMULATOR_PORT: '4502' },
      url: start,
      reuseExistingServer: false,
      timeout: 60_000,
    },
    {
      command: 'node scripts/start.mjs --built',
      env: { PORT: String(port), EMULATOR_PORT: '4500' },
      url: `http://localhost:${port}`,
      reuseExistingServer: false,
      timeout: 60_000,
    },
    {
      // Builds them first.
      command: 'node scripts/nextApps.mjs',
      env: { EMULATOR_PORT: '4501', NEXT_AUTH0_PORT: '5373', NEXT_HANDLER_PORT: '5374' },
      url: next.handler,
      reuseExistingServer: false,
      timeout: 300_000,
    },
  ],
});
