import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/chromium.mjs';
import { findRedis } from './scripts/redis.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const source = '@auth0-passwordless/source';

// A fresh object per project: Vitest writes each instance's name into it.
const inBrowser = () => ({
  // Two files at once are two tabs of one browser, which share storage, locks and channels.
  fileParallelism: false,
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: launchOptions() }),
    instances: [{ browser: 'chromium' as const }],
  },
});

const setupFiles = [at('./packages/react/test/setup.ts')];

const reactTests = {
  environment: 'jsdom',
  include: ['packages/react/{src,docs}/**/*.test.{ts,tsx}'],
  exclude: ['**/*.browser.test.*', '**/node_modules/**'],
  setupFiles,
};

/** A machine with much else to do is slow, not wrong. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    ...patience,
    // Two even on two cores, where Vitest would leave one to itself: much of a test is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/{core,emulator,server}/src/**/*.test.ts',
            'packages/react/test/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          // Neither passed nor skipped: `npm test` says at its end that they were not run.
          exclude: ['**/node_modules/**', ...(findRedis() ? [] : ['**/*.redis.test.ts'])],
          // Other people's clients talk https to the emulator: Node reads this before anything runs.
          env: { NODE_EXTRA_CA_CERTS: at('./packages/emulator/src/testing/localhost.pem') },
          typecheck: { enabled: true, include: ['packages/*/src/**/*.test-d.{ts,tsx}'] },
        },
      },
      { extends: true, test: { name: 'react', ...reactTests } },
      {
        // The same tests on React 18: every React-bound package resolves from test/react18.
        extends: true,
        resolve: {
          dedupe: [
            'react',
            'react-dom',
            'react-hook-form',
            '@tanstack/react-query',
            '@testing-library/react',
          ],
        },
        root: at('./packages/react/test/react18'),
        test: { name: 'react18', dir: at('.'), ...reactTests },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.tsx'],
          setupFiles,
          ...inBrowser(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: at('./.storybook') })],
        test: { name: 'storybook', ...inBrowser() },
      },
    ],
  },
});
