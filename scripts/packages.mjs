// The packages as they will be published: their sizes, their export maps and their types.
import { spawnSync } from 'node:child_process';
import { pack } from './pack.mjs';
import { measureSizes } from './size.mjs';

const packed = pack();
const isWithinLimits = await measureSizes();

/** @type {(command: string, args: string[]) => boolean} */
const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const areSound = packed.map(({ name, tarball }) => {
  console.log(`\n${name}`);
  return (
    run('publint', [tarball, '--strict']) &&
    run('attw', [
      tarball,
      '--profile',
      'esm-only',
      '--format',
      'ascii',
      '--exclude-entrypoints',
      'styles.css',
    ])
  );
});
process.exitCode = isWithinLimits && areSound.every(Boolean) ? 0 : 1;
