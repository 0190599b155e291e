// `npm run test:storybook`: builds Storybook and opens it from a file server, under a path of its own.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

setup({ browser: true });

/** @type {(command: string, ...args: string[]) => void} */
function run(command, ...args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('storybook', 'build', '-o', 'storybook-static', '--quiet');
run('playwright', 'test', '--config', '.storybook/site/playwright.config.ts');
