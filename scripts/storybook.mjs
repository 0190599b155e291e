// `npm run storybook`: set up, then Storybook with whatever arguments were given.
import { spawnSync } from 'node:child_process';
import { setup } from './setup.mjs';

setup();
const { status } = spawnSync('storybook', process.argv.slice(2), {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
